#include "shared/cases/transitions.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

#include "shared/messages/messages.h"

using namespace hamandish;

namespace {

// What is expected, written a second time and in another shape than the table: a row per state, a column per action in
// the order of kCaseActions (refer note reply ask supply close withdraw object reject extend rate, then the work inside
// the house: assign prioritise tag untag give_back consult advise draft return_draft merge link split redact), a letter
// per state in the order of kCaseStates, '.' where the action must be refused.
constexpr std::string_view kLetters = "RIWACXJ";
constexpr std::string_view kExpected[] = {
    "IRAW.CX.JR.RRRRIIRI.CRRR",  // registered
    "IIAW.CX.JI.IIIIIIIIICIII",  // in_progress
    "WWA.ICX.JW.WWWWWWWWWCWWW",  // waiting_for_citizen
    ".AA..CXI...A.AA..AAA.AAA",  // answered
    ".C.....I..C..CC..C...C.C",  // closed
    ".X...........XX......X.X",  // withdrawn
    ".J.....I.....JJ......J.J",  // rejected
};

}  // namespace

TEST_CASE("every state with every action goes where the table says, or is a conflict") {
  for (std::size_t s = 0; s < kCaseStates.size(); ++s) {
    for (std::size_t a = 0; a < kCaseActions.size(); ++a) {
      const CaseState from = kCaseStates.at(s);
      const CaseAction action = kCaseActions.at(a);
      CAPTURE(std::string(wire_name(from)));
      CAPTURE(std::string(wire_name(action)));
      const char expected = kExpected[s][a];
      const Result<CaseState> result = next_state(from, action);
      CHECK(result.ok() == (expected != '.'));
      CHECK(is_possible(from, action) == (expected != '.'));
      if (result.ok()) {
        CHECK(kLetters[static_cast<std::size_t>(*result)] == expected);
      } else {
        CHECK(result.error().code == Code::conflict);
        CHECK(message_exists(result.error().key));
      }
    }
  }
}

TEST_CASE("each pair of state and action stands in the table once, with the party that the action belongs to") {
  std::set<std::pair<CaseState, CaseAction>> seen;
  for (const Transition& row : transitions()) {
    CHECK(seen.insert({row.from, row.action}).second);
    CHECK(row.party == party_of(row.action));
  }
}

TEST_CASE("the citizen's own actions are supply, withdraw, object and rate") {
  for (const CaseAction action : kCaseActions) {
    const bool own = action == CaseAction::supply || action == CaseAction::withdraw || action == CaseAction::object ||
                     action == CaseAction::rate;
    CHECK((party_of(action) == Party::citizen) == own);
  }
}

TEST_CASE("every state can be reached from registration") {
  std::set<CaseState> reached = {CaseState::registered};
  for (std::size_t round = 0; round < kCaseStates.size(); ++round) {
    for (const Transition& row : transitions()) {
      if (reached.count(row.from) > 0) reached.insert(row.to);
    }
  }
  CHECK(reached.size() == kCaseStates.size());
}

TEST_CASE("every action is recorded by an event of its own, and no action is one of registering") {
  std::set<EventKind> events;
  for (const CaseAction action : kCaseActions) events.insert(event_of(action));
  CHECK(events.size() == kCaseActions.size());
  CHECK(events.count(EventKind::registered) == 0);
}

TEST_CASE("an open case is one that can still be answered for the first time") {
  for (const CaseState state : kCaseStates) {
    const bool owed = is_possible(state, CaseAction::reply) && state != CaseState::answered;
    CHECK(is_open(state) == owed);
  }
}

TEST_CASE("a citizen never sees notes, and never the reason of a referral") {
  CHECK_FALSE(citizen_sees(EventKind::noted));
  CHECK_FALSE(citizen_sees_text(EventKind::noted));
  CHECK(citizen_sees(EventKind::referred));
  CHECK_FALSE(citizen_sees_text(EventKind::referred));
  CHECK(citizen_sees_text(EventKind::replied));
  CHECK(citizen_sees_text(EventKind::asked));
  CHECK(citizen_sees_text(EventKind::rejected));
}
