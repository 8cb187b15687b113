#include "shared/consultations/transitions.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace hamandish {
namespace {

using enum DraftState;
using Step = DraftStep;  // both have an `open`

constexpr DraftTransition kDraftTransitions[] = {
    {prepared, Step::edit, prepared},
    {prepared, Step::approve, approved},
    {prepared, Step::withdraw, withdrawn},

    {approved, Step::send_back, prepared},
    {approved, Step::open, open},
    {approved, Step::withdraw, withdrawn},

    {open, Step::extend, open},
    {open, Step::close, reviewing},
    {open, Step::withdraw, withdrawn},

    {reviewing, Step::amend, amended},
    {reviewing, Step::withdraw, withdrawn},

    {amended, Step::amend, amended},
    {amended, Step::issue, issued},
    {amended, Step::withdraw, withdrawn},
};

struct StepFacts {
  std::string_view name;
  bool of_clock;
  bool of_regulations;  // the head's office may every step of people
};

// In the order of DraftStep.
constexpr StepFacts kStepFacts[] = {
    {"edit", false, true},  {"approve", false, false}, {"send_back", false, true},
    {"open", true, false},  {"extend", false, true},   {"close", true, false},
    {"amend", false, true}, {"issue", false, false},   {"withdraw", false, true},
};
static_assert(std::size(kStepFacts) == kDraftSteps.size());

const StepFacts& facts(DraftStep step) {
  return kStepFacts[static_cast<std::size_t>(step)];
}

}  // namespace

std::span<const DraftTransition> draft_transitions() {
  return kDraftTransitions;
}

Result<DraftState> next_state(DraftState from, DraftStep step) {
  const auto* row = std::find_if(std::begin(kDraftTransitions), std::end(kDraftTransitions),
                                 [&](const DraftTransition& one) { return one.from == from && one.step == step; });
  if (row != std::end(kDraftTransitions)) return row->to;
  return make_error(Code::conflict, "draft.not_possible_now",
                    std::string(wire_name(step)) + " from " + std::string(wire_name(from)));
}

bool is_of_clock(DraftStep step) {
  return facts(step).of_clock;
}

bool may_take(Role role, DraftStep step) {
  if (is_of_clock(step)) return false;
  return role == Role::head_office || (role == Role::regulations && facts(step).of_regulations);
}

bool may_moderate(Role role) {
  return role == Role::public_relations || role == Role::regulations || role == Role::head_office;
}

std::string_view wire_name(DraftStep step) {
  return facts(step).name;
}

bool is_public(DraftState state, bool was_open) {
  switch (state) {
    case prepared:
    case approved:
      return false;
    case withdrawn:
      return was_open;
    default:
      return true;
  }
}

}  // namespace hamandish
