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

constexpr std::string_view kEventKeys[] = {"event.registered", "event.referred", "event.noted",    "event.replied",
                                           "event.asked",      "event.supplied", "event.closed",   "event.withdrawn",
                                           "event.objected",   "event.rejected", "event.extended", "event.rated"};
static_assert(std::size(kEventKeys) == static_cast<std::size_t>(EventKind::rated) + 1);

constexpr std::string_view kActionKeys[] = {"action.refer",  "action.note",   "action.reply",    "action.ask",
                                            "action.supply", "action.close",  "action.withdraw", "action.object",
                                            "action.reject", "action.extend", "action.rate"};
static_assert(std::size(kActionKeys) == kCaseActions.size());

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
std::string_view message_key(Role role) {
  return kRoleKeys[static_cast<std::size_t>(role)];
}
std::string_view message_key(Urgency urgency) {
  return kUrgencyKeys[static_cast<std::size_t>(urgency)];
}

}  // namespace hamandish
