#include "shared/cases/names.h"

#include <cstddef>

// Each table in the order of its enumeration. The keys are written out, so that scripts/check finds them.
namespace hamandish {
namespace {

constexpr std::string_view kKindKeys[] = {"kind.complaint", "kind.request", "kind.suggestion",  "kind.criticism",
                                          "kind.report",    "kind.head",    "kind.appreciation"};
static_assert(std::size(kKindKeys) == kCaseKinds.size());

constexpr std::string_view kStateKeys[] = {"state.registered", "state.in_progress", "state.waiting_for_citizen",
                                           "state.answered",   "state.closed",      "state.withdrawn",
                                           "state.rejected"};
static_assert(std::size(kStateKeys) == kCaseStates.size());

constexpr std::string_view kEventKeys[] = {
    "event.registered",  "event.referred",    "event.noted",          "event.replied",  "event.asked",
    "event.supplied",    "event.closed",      "event.withdrawn",      "event.objected", "event.rejected",
    "event.escalated",   "event.rescheduled", "event.extended",       "event.rated",    "event.assigned",
    "event.prioritised", "event.tagged",      "event.untagged",       "event.returned", "event.consulted",
    "event.advised",     "event.drafted",     "event.draft_returned", "event.merged",   "event.linked",
    "event.split",       "event.redacted"};
static_assert(std::size(kEventKeys) == static_cast<std::size_t>(EventKind::redacted) + 1);

constexpr std::string_view kActionKeys[] = {
    "action.refer",      "action.note",         "action.reply",  "action.ask",       "action.supply",  "action.close",
    "action.withdraw",   "action.object",       "action.reject", "action.extend",    "action.rate",    "action.assign",
    "action.prioritise", "action.tag",          "action.untag",  "action.give_back", "action.consult", "action.advise",
    "action.draft",      "action.return_draft", "action.merge",  "action.link",      "action.split",   "action.redact"};
static_assert(std::size(kActionKeys) == kCaseActions.size());

constexpr std::string_view kPriorityKeys[] = {"priority.normal", "priority.high", "priority.urgent"};
static_assert(std::size(kPriorityKeys) == kPriorities.size());

constexpr std::string_view kOutcomeKeys[] = {"outcome.done", "outcome.not_possible", "outcome.not_ours",
                                             "outcome.duplicate", "outcome.withdrawn"};
static_assert(std::size(kOutcomeKeys) == kOutcomes.size());

constexpr std::string_view kIntakeKeys[] = {"channel.web",    "channel.phone", "channel.visit",
                                            "channel.letter", "channel.sms",   "channel.email"};
static_assert(std::size(kIntakeKeys) == kIntakes.size());

constexpr std::string_view kRoleKeys[] = {
    "role.officer", "role.unit_manager", "role.head_office",        "role.public_relations",
    "role.it",      "role.regulations",  "role.telephone_operator", "role.admin"};
static_assert(std::size(kRoleKeys) == kRoles.size());

constexpr std::string_view kUrgencyKeys[] = {"urgency.none", "urgency.calm", "urgency.yellow", "urgency.red",
                                             "urgency.overdue"};
static_assert(std::size(kUrgencyKeys) == static_cast<std::size_t>(Urgency::overdue) + 1);

}  // namespace

std::string_view message_key(CaseKind kind) {
  return kKindKeys[static_cast<std::size_t>(kind)];
}
std::string_view message_key(CaseState state) {
  return kStateKeys[static_cast<std::size_t>(state)];
}
std::string_view message_key(EventKind kind) {
  return kEventKeys[static_cast<std::size_t>(kind)];
}
std::string_view message_key(CaseAction action) {
  return kActionKeys[static_cast<std::size_t>(action)];
}
std::string_view message_key(Priority priority) {
  return kPriorityKeys[static_cast<std::size_t>(priority)];
}
std::string_view message_key(Outcome outcome) {
  return kOutcomeKeys[static_cast<std::size_t>(outcome)];
}
std::string_view message_key(Intake intake) {
  return kIntakeKeys[static_cast<std::size_t>(intake)];
}
std::string_view message_key(Role role) {
  return kRoleKeys[static_cast<std::size_t>(role)];
}
std::string_view message_key(Urgency urgency) {
  return kUrgencyKeys[static_cast<std::size_t>(urgency)];
}

}  // namespace hamandish
