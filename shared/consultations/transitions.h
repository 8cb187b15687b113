// The life of a draft: one table decides which step leads from which state to which, and whose step it is. Two steps belong
// to the clock: nobody opens or closes a consultation by hand, so that nobody can shorten it.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "shared/base/result.h"
#include "shared/consultations/draft.h"
#include "shared/users/permissions.h"

namespace hamandish {

enum class DraftStep { edit, approve, send_back, open, extend, close, amend, issue, withdraw };
inline constexpr std::array kDraftSteps = {DraftStep::edit,  DraftStep::approve, DraftStep::send_back,
                                           DraftStep::open,  DraftStep::extend,  DraftStep::close,
                                           DraftStep::amend, DraftStep::issue,   DraftStep::withdraw};

struct DraftTransition {
  DraftState from;
  DraftStep step;
  DraftState to;
};

// The whole table; each (from, step) stands in it at most once. The text changes only by `edit` and `amend`: while a draft
// is approved or open there is no row for either, so what people comment on stays what it was.
std::span<const DraftTransition> draft_transitions();

// Conflict «draft.not_possible_now» if the table has no such row. That an extension needs a reason and a later day, and an
// issue a number and no open comment, is for the caller to check (window.h, disposition.h).
Result<DraftState> next_state(DraftState from, DraftStep step);

// The clock's steps are nobody's.
bool is_of_clock(DraftStep step);
// Who may take a step: the regulations office prepares, extends, amends and withdraws; the head's office approves, issues
// and may do all that the regulations office may.
bool may_take(Role role, DraftStep step);

// Who decides what the public reads of the comments, and sees all drafts: also public relations.
bool may_moderate(Role role);

std::string_view wire_name(DraftStep step);

// What the public may see: from the opening on, also after the end; a draft withdrawn before it was ever open was never
// public, which `was_open` tells.
bool is_public(DraftState state, bool was_open);

}  // namespace hamandish
