#include "shared/consultations/transitions.h"

#include <doctest/doctest.h>

#include <set>
#include <utility>

namespace hamandish {

TEST_CASE("a draft's way from its preparation to its issue") {
  DraftState state = DraftState::prepared;
  for (const DraftStep step : {DraftStep::edit, DraftStep::approve, DraftStep::open, DraftStep::extend,
                               DraftStep::close, DraftStep::amend, DraftStep::amend, DraftStep::issue}) {
    const Result<DraftState> next = next_state(state, step);
    REQUIRE(next);
    state = *next;
  }
  CHECK(state == DraftState::issued);
}

TEST_CASE("the text is locked while it is approved and open, and the ends are ends") {
  for (const DraftState state : {DraftState::approved, DraftState::open}) {
    for (const DraftStep step : {DraftStep::edit, DraftStep::amend, DraftStep::issue}) {
      const Result<DraftState> next = next_state(state, step);
      REQUIRE_FALSE(next);
      CHECK(next.error().key == "draft.not_possible_now");
      CHECK(next.error().code == Code::conflict);
    }
  }
  for (const DraftStep step : kDraftSteps) {
    CHECK_FALSE(next_state(DraftState::issued, step));
    CHECK_FALSE(next_state(DraftState::withdrawn, step));
  }
}

TEST_CASE("the table has each pair at most once, and nothing is issued that the public has not seen") {
  std::set<std::pair<DraftState, DraftStep>> seen;
  for (const DraftTransition& row : draft_transitions()) {
    CHECK(seen.insert({row.from, row.step}).second);
    if (row.to == DraftState::issued) CHECK(row.from == DraftState::amended);
    if (row.to == DraftState::open && row.from != DraftState::open) CHECK(row.step == DraftStep::open);
    if (row.to == DraftState::amended && row.from != DraftState::amended) CHECK(row.from == DraftState::reviewing);
    if (row.to == DraftState::reviewing) CHECK(row.from == DraftState::open);
  }
}

TEST_CASE("who may take which step") {
  for (const Role role : kRoles) {
    CHECK_FALSE(may_take(role, DraftStep::open));
    CHECK_FALSE(may_take(role, DraftStep::close));
    CHECK(may_take(role, DraftStep::issue) == (role == Role::head_office));
    CHECK(may_take(role, DraftStep::approve) == (role == Role::head_office));
    const bool prepares = role == Role::head_office || role == Role::regulations;
    for (const DraftStep step :
         {DraftStep::edit, DraftStep::send_back, DraftStep::extend, DraftStep::amend, DraftStep::withdraw}) {
      CHECK(may_take(role, step) == prepares);
    }
  }
}

TEST_CASE("what the public sees") {
  CHECK_FALSE(is_public(DraftState::prepared, false));
  CHECK_FALSE(is_public(DraftState::approved, false));
  CHECK(is_public(DraftState::open, true));
  CHECK(is_public(DraftState::reviewing, true));
  CHECK(is_public(DraftState::amended, true));
  CHECK(is_public(DraftState::issued, true));
  CHECK(is_public(DraftState::withdrawn, true));
  CHECK_FALSE(is_public(DraftState::withdrawn, false));
}

TEST_CASE("every word of a draft has a name of its own and is found by it") {
  for (const DraftKind one : kDraftKinds) CHECK(draft_kind_from(wire_name(one)) == one);
  for (const DraftOrigin one : kDraftOrigins) CHECK(draft_origin_from(wire_name(one)) == one);
  for (const DraftState one : kDraftStates) CHECK(draft_state_from(wire_name(one)) == one);
  for (const ClauseKind one : kClauseKinds) CHECK(clause_kind_from(wire_name(one)) == one);
  for (const CommenterGroup one : kCommenterGroups) CHECK(commenter_group_from(wire_name(one)) == one);
  for (const Publication one : kPublications) CHECK(publication_from(wire_name(one)) == one);
  for (const Disposition one : kDispositions) CHECK(disposition_from(wire_name(one)) == one);
  CHECK_FALSE(draft_kind_from("law"));
  CHECK_FALSE(draft_state_from(""));
}

}  // namespace hamandish
