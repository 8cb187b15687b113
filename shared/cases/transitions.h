// The life of a case: one table decides which action leads from which state to which, and whose action it is. Server
// and client read the same table: the server refuses what is not in it, the client does not offer it. Source of the
// words: domain.md 1.3; of the objection once, one level up: the advice there.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "shared/base/result.h"
#include "shared/cases/kinds.h"

namespace hamandish {

enum class CaseAction {
  refer,
  note,
  reply,
  ask,
  supply,
  close,
  withdraw,
  object,
  reject,
  extend,
  rate,
  assign,
  prioritise,
  tag,
  untag,
  give_back,  // «not ours»
  consult,    // ask other units in parallel
  advise,     // what an asked unit says
  draft,
  return_draft,
  merge,
  link,
  split,
  redact,
};
inline constexpr std::array kCaseActions = {
    CaseAction::refer,     CaseAction::note,     CaseAction::reply,      CaseAction::ask,    CaseAction::supply,
    CaseAction::close,     CaseAction::withdraw, CaseAction::object,     CaseAction::reject, CaseAction::extend,
    CaseAction::rate,      CaseAction::assign,   CaseAction::prioritise, CaseAction::tag,    CaseAction::untag,
    CaseAction::give_back, CaseAction::consult,  CaseAction::advise,     CaseAction::draft,  CaseAction::return_draft,
    CaseAction::merge,     CaseAction::link,     CaseAction::split,      CaseAction::redact};

// Whose action it is. Which member of staff may act is a second question: shared/users/permissions.h.
enum class Party { citizen, staff };

struct Transition {
  CaseState from;
  CaseAction action;
  Party party;
  CaseState to;
};

// The whole table; each (from, action) stands in it at most once.
std::span<const Transition> transitions();

// Conflict «case.not_possible_now» if the table has no such
// row. That an objection and a rating come only once, and a rating only after a closing by a person, is for the caller
// to check: the state alone does not tell.
Result<CaseState> next_state(CaseState from, CaseAction action);
bool is_possible(CaseState from, CaseAction action);

Party party_of(CaseAction action);
// The event that records the action.
EventKind event_of(CaseAction action);
std::string_view wire_name(CaseAction action);
std::optional<CaseAction> case_action_from(std::string_view wire_name);

// A case on which the organisation still owes something; its deadline runs. «نیازمند تکمیل» counts as open.
bool is_open(CaseState state);

// Events whose existence, or whose text, a citizen gets to see (trail of GET lookup).
bool citizen_sees(EventKind kind);
bool citizen_sees_text(EventKind kind);

}  // namespace hamandish
