#include "shared/cases/kinds.h"

#include "shared/base/wire_names.h"

namespace hamandish {
namespace {

constexpr std::array<std::string_view, 7> kKindNames = {"complaint", "request", "suggestion",  "criticism",
                                                        "report",    "head",    "appreciation"};
constexpr std::array<std::string_view, 7> kStateNames = {
    "registered", "in_progress", "waiting_for_citizen", "answered", "closed", "withdrawn", "rejected"};
constexpr auto kEventNames = std::to_array<std::string_view>(
    {"registered", "referred",       "noted",    "replied",   "asked",       "supplied",  "closed",
     "withdrawn",  "objected",       "rejected", "escalated", "rescheduled", "extended",  "rated",
     "assigned",   "prioritised",    "tagged",   "untagged",  "returned",    "consulted", "advised",
     "drafted",    "draft_returned", "merged",   "linked",    "split",       "redacted"});
static_assert(kEventNames.size() == static_cast<std::size_t>(EventKind::redacted) + 1);
constexpr auto kPriorityNames = std::to_array<std::string_view>({"normal", "high", "urgent"});
constexpr auto kOutcomeNames =
    std::to_array<std::string_view>({"done", "not_possible", "not_ours", "duplicate", "withdrawn"});
constexpr auto kIntakeNames = std::to_array<std::string_view>({"web", "phone", "visit", "letter", "sms", "email"});

}  // namespace

std::string_view wire_name(CaseKind kind) {
  return name_in(kKindNames, kind);
}
std::string_view wire_name(CaseState state) {
  return name_in(kStateNames, state);
}
std::string_view wire_name(EventKind kind) {
  return name_in(kEventNames, kind);
}

std::string_view wire_name(Priority priority) {
  return name_in(kPriorityNames, priority);
}
std::string_view wire_name(Outcome outcome) {
  return name_in(kOutcomeNames, outcome);
}
std::string_view wire_name(Intake intake) {
  return name_in(kIntakeNames, intake);
}

std::optional<CaseKind> case_kind_from(std::string_view wire_name) {
  return value_in<CaseKind>(kKindNames, wire_name);
}
std::optional<CaseState> case_state_from(std::string_view wire_name) {
  return value_in<CaseState>(kStateNames, wire_name);
}
std::optional<EventKind> event_kind_from(std::string_view wire_name) {
  return value_in<EventKind>(kEventNames, wire_name);
}
std::optional<Priority> priority_from(std::string_view wire_name) {
  return value_in<Priority>(kPriorityNames, wire_name);
}
std::optional<Outcome> outcome_from(std::string_view wire_name) {
  return value_in<Outcome>(kOutcomeNames, wire_name);
}
std::optional<Intake> intake_from(std::string_view wire_name) {
  return value_in<Intake>(kIntakeNames, wire_name);
}

}  // namespace hamandish
