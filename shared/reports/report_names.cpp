#include "shared/reports/report_names.h"

#include <algorithm>

#include "shared/base/wire_names.h"
#include "shared/messages/messages.h"
#include "shared/surveys/survey.h"

namespace hamandish {
namespace {

constexpr std::array<std::string_view, kReportNames.size()> kNames = {"monthly", "complaints", "consultation", "digest",
                                                                      "surveys", "channels",   "promises"};

}  // namespace

std::string_view wire_name(ReportName name) {
  return name_in(kNames, name);
}

std::optional<ReportName> report_name_from(std::string_view wire_name) {
  return value_in<ReportName>(kNames, wire_name);
}

std::string report_title(ReportName name) {
  return say("report_name." + std::string(wire_name(name)));
}

std::string report_note(ReportName name) {
  return say("report_note." + std::string(wire_name(name)));
}

bool may_read_report(Role role, ReportName name) {
  if (role == Role::head_office) return true;
  switch (name) {
    case ReportName::monthly:
      return role == Role::it || role == Role::unit_manager;
    case ReportName::complaints:
      return role == Role::unit_manager || role == Role::public_relations;
    case ReportName::consultation:
      return role == Role::regulations || role == Role::public_relations;
    case ReportName::digest:
      return role == Role::public_relations;
    case ReportName::surveys:
      return may_read_surveys(role);
    case ReportName::channels:
      return role == Role::it || role == Role::public_relations || role == Role::unit_manager;
    case ReportName::promises:
      return role == Role::it || role == Role::public_relations || role == Role::unit_manager ||
             role == Role::regulations;
  }
  return false;
}

bool may_read_any_report(Role role) {
  return std::any_of(kReportNames.begin(), kReportNames.end(),
                     [role](ReportName name) { return may_read_report(role, name); });
}

bool may_correct_report(Role role) {
  return role == Role::head_office || role == Role::it;
}

}  // namespace hamandish
