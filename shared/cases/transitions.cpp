#include "shared/cases/transitions.h"

#include <algorithm>

namespace hamandish {
namespace {

using enum CaseState;
using enum CaseAction;
constexpr Party kCitizen = Party::citizen;
constexpr Party kStaff = Party::staff;

constexpr Transition kTransitions[] = {
    // Work moves it on; a note alone does not: the citizen must not read «در دست بررسی» because of it.
    {registered, refer, kStaff, in_progress},
    {registered, note, kStaff, registered},
    {registered, reply, kStaff, answered},
    {registered, ask, kStaff, waiting_for_citizen},
    {registered, withdraw, kCitizen, withdrawn},
    {registered, reject, kStaff, rejected},
    {registered, extend, kStaff, registered},
    {registered, close, kStaff, closed},
    {registered, assign, kStaff, registered},
    {registered, prioritise, kStaff, registered},
    {registered, tag, kStaff, registered},
    {registered, untag, kStaff, registered},
    {registered, give_back, kStaff, in_progress},
    {registered, consult, kStaff, in_progress},
    {registered, advise, kStaff, registered},
    {registered, draft, kStaff, in_progress},
    {registered, merge, kStaff, closed},
    {registered, link, kStaff, registered},
    {registered, split, kStaff, registered},
    {registered, redact, kStaff, registered},

    {in_progress, refer, kStaff, in_progress},
    {in_progress, note, kStaff, in_progress},
    {in_progress, reply, kStaff, answered},
    {in_progress, ask, kStaff, waiting_for_citizen},
    {in_progress, withdraw, kCitizen, withdrawn},
    {in_progress, reject, kStaff, rejected},
    {in_progress, extend, kStaff, in_progress},
    {in_progress, close, kStaff, closed},
    {in_progress, assign, kStaff, in_progress},
    {in_progress, prioritise, kStaff, in_progress},
    {in_progress, tag, kStaff, in_progress},
    {in_progress, untag, kStaff, in_progress},
    {in_progress, give_back, kStaff, in_progress},
    {in_progress, consult, kStaff, in_progress},
    {in_progress, advise, kStaff, in_progress},
    {in_progress, draft, kStaff, in_progress},
    {in_progress, return_draft, kStaff, in_progress},
    {in_progress, merge, kStaff, closed},
    {in_progress, link, kStaff, in_progress},
    {in_progress, split, kStaff, in_progress},
    {in_progress, redact, kStaff, in_progress},

    // A citizen who does not supply what was asked for may still be answered, or the case is closed.
    {waiting_for_citizen, refer, kStaff, waiting_for_citizen},
    {waiting_for_citizen, note, kStaff, waiting_for_citizen},
    {waiting_for_citizen, reply, kStaff, answered},
    {waiting_for_citizen, supply, kCitizen, in_progress},
    {waiting_for_citizen, close, kStaff, closed},
    {waiting_for_citizen, withdraw, kCitizen, withdrawn},
    {waiting_for_citizen, reject, kStaff, rejected},
    {waiting_for_citizen, extend, kStaff, waiting_for_citizen},
    {waiting_for_citizen, assign, kStaff, waiting_for_citizen},
    {waiting_for_citizen, prioritise, kStaff, waiting_for_citizen},
    {waiting_for_citizen, tag, kStaff, waiting_for_citizen},
    {waiting_for_citizen, untag, kStaff, waiting_for_citizen},
    {waiting_for_citizen, give_back, kStaff, waiting_for_citizen},
    {waiting_for_citizen, consult, kStaff, waiting_for_citizen},
    {waiting_for_citizen, advise, kStaff, waiting_for_citizen},
    {waiting_for_citizen, draft, kStaff, waiting_for_citizen},
    {waiting_for_citizen, return_draft, kStaff, waiting_for_citizen},
    {waiting_for_citizen, merge, kStaff, closed},
    {waiting_for_citizen, link, kStaff, waiting_for_citizen},
    {waiting_for_citizen, split, kStaff, waiting_for_citizen},
    {waiting_for_citizen, redact, kStaff, waiting_for_citizen},

    // A second reply completes or corrects the first.
    {answered, note, kStaff, answered},
    {answered, reply, kStaff, answered},
    {answered, close, kStaff, closed},
    {answered, withdraw, kCitizen, withdrawn},
    {answered, object, kCitizen, in_progress},
    {answered, assign, kStaff, answered},
    {answered, tag, kStaff, answered},
    {answered, untag, kStaff, answered},
    {answered, advise, kStaff, answered},
    {answered, draft, kStaff, answered},
    {answered, return_draft, kStaff, answered},
    {answered, link, kStaff, answered},
    {answered, split, kStaff, answered},
    {answered, redact, kStaff, answered},

    {closed, note, kStaff, closed},
    {closed, object, kCitizen, in_progress},
    {closed, rate, kCitizen, closed},
    {closed, tag, kStaff, closed},
    {closed, untag, kStaff, closed},
    {closed, advise, kStaff, closed},
    {closed, link, kStaff, closed},
    {closed, redact, kStaff, closed},

    {withdrawn, note, kStaff, withdrawn},
    {withdrawn, tag, kStaff, withdrawn},
    {withdrawn, untag, kStaff, withdrawn},
    {withdrawn, link, kStaff, withdrawn},
    {withdrawn, redact, kStaff, withdrawn},

    {rejected, note, kStaff, rejected},
    {rejected, object, kCitizen, in_progress},
    {rejected, tag, kStaff, rejected},
    {rejected, untag, kStaff, rejected},
    {rejected, link, kStaff, rejected},
    {rejected, redact, kStaff, rejected},
};

struct ActionFacts {
  std::string_view name;
  Party party;
  EventKind event;
};

// In the order of CaseAction.
constexpr ActionFacts kActionFacts[] = {
    {"refer", kStaff, EventKind::referred},
    {"note", kStaff, EventKind::noted},
    {"reply", kStaff, EventKind::replied},
    {"ask", kStaff, EventKind::asked},
    {"supply", kCitizen, EventKind::supplied},
    {"close", kStaff, EventKind::closed},
    {"withdraw", kCitizen, EventKind::withdrawn},
    {"object", kCitizen, EventKind::objected},
    {"reject", kStaff, EventKind::rejected},
    {"extend", kStaff, EventKind::extended},
    {"rate", kCitizen, EventKind::rated},
    {"assign", kStaff, EventKind::assigned},
    {"prioritise", kStaff, EventKind::prioritised},
    {"tag", kStaff, EventKind::tagged},
    {"untag", kStaff, EventKind::untagged},
    {"give_back", kStaff, EventKind::returned},
    {"consult", kStaff, EventKind::consulted},
    {"advise", kStaff, EventKind::advised},
    {"draft", kStaff, EventKind::drafted},
    {"return_draft", kStaff, EventKind::draft_returned},
    {"merge", kStaff, EventKind::merged},
    {"link", kStaff, EventKind::linked},
    {"split", kStaff, EventKind::split},
    {"redact", kStaff, EventKind::redacted},
};
static_assert(std::size(kActionFacts) == kCaseActions.size());

const ActionFacts& facts(CaseAction action) {
  return kActionFacts[static_cast<std::size_t>(action)];
}

const Transition* find(CaseState from, CaseAction action) {
  const auto* at = std::find_if(std::begin(kTransitions), std::end(kTransitions),
                                [&](const Transition& row) { return row.from == from && row.action == action; });
  return at != std::end(kTransitions) ? at : nullptr;
}

}  // namespace

std::span<const Transition> transitions() {
  return kTransitions;
}

Result<CaseState> next_state(CaseState from, CaseAction action) {
  const Transition* row = find(from, action);
  if (row != nullptr) return row->to;
  return make_error(Code::conflict, "case.not_possible_now",
                    std::string(wire_name(action)) + " from " + std::string(wire_name(from)));
}

bool is_possible(CaseState from, CaseAction action) {
  return find(from, action) != nullptr;
}

Party party_of(CaseAction action) {
  return facts(action).party;
}

EventKind event_of(CaseAction action) {
  return facts(action).event;
}

std::string_view wire_name(CaseAction action) {
  return facts(action).name;
}

std::optional<CaseAction> case_action_from(std::string_view wire_name) {
  for (const CaseAction action : kCaseActions) {
    if (facts(action).name == wire_name) return action;
  }
  return std::nullopt;
}

bool is_open(CaseState state) {
  return state == registered || state == in_progress || state == waiting_for_citizen;
}

bool citizen_sees(EventKind kind) {
  switch (kind) {
    case EventKind::noted:
    case EventKind::escalated:
    case EventKind::assigned:
    case EventKind::prioritised:
    case EventKind::tagged:
    case EventKind::untagged:
    case EventKind::consulted:
    case EventKind::advised:
    case EventKind::drafted:
    case EventKind::draft_returned:
    case EventKind::linked:
    case EventKind::split:
    case EventKind::redacted:
      return false;
    default:
      return true;
  }
}

bool citizen_sees_text(EventKind kind) {
  switch (kind) {
    case EventKind::replied:
    case EventKind::asked:
    case EventKind::supplied:
    case EventKind::closed:
    case EventKind::rejected:
    case EventKind::rescheduled:
    case EventKind::extended:
    case EventKind::withdrawn:
    case EventKind::objected:
    case EventKind::rated:
      return true;
    default:
      return false;
  }
}

}  // namespace hamandish
