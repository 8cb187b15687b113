#include "shared/cases/kinds.h"

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

// The position of a name in its list is the value of the enumerator.
template <class Enum, std::size_t n>
std::optional<Enum> from_name(const std::array<std::string_view, n>& names, std::string_view name) {
  for (std::size_t i = 0; i < n; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view wire_name(CaseKind kind) {
  return kKindNames.at(static_cast<std::size_t>(kind));
}
std::string_view wire_name(CaseState state) {
  return kStateNames.at(static_cast<std::size_t>(state));
}
std::string_view wire_name(EventKind kind) {
  return kEventNames.at(static_cast<std::size_t>(kind));
}

std::string_view wire_name(Priority priority) {
  return kPriorityNames.at(static_cast<std::size_t>(priority));
}
std::string_view wire_name(Outcome outcome) {
  return kOutcomeNames.at(static_cast<std::size_t>(outcome));
}
std::string_view wire_name(Intake intake) {
  return kIntakeNames.at(static_cast<std::size_t>(intake));
}

std::optional<CaseKind> case_kind_from(std::string_view wire_name) {
  return from_name<CaseKind>(kKindNames, wire_name);
}
std::optional<CaseState> case_state_from(std::string_view wire_name) {
  return from_name<CaseState>(kStateNames, wire_name);
}
std::optional<EventKind> event_kind_from(std::string_view wire_name) {
  return from_name<EventKind>(kEventNames, wire_name);
}
std::optional<Priority> priority_from(std::string_view wire_name) {
  return from_name<Priority>(kPriorityNames, wire_name);
}
std::optional<Outcome> outcome_from(std::string_view wire_name) {
  return from_name<Outcome>(kOutcomeNames, wire_name);
}
std::optional<Intake> intake_from(std::string_view wire_name) {
  return from_name<Intake>(kIntakeNames, wire_name);
}

}  // namespace hamandish
