#include "shared/cases/kinds.h"

#include <doctest/doctest.h>

using namespace hamandish;

TEST_CASE("wire names of kinds, states and events lead back to where they came from") {
  for (const CaseKind kind : kCaseKinds) CHECK(case_kind_from(wire_name(kind)) == kind);
  for (const CaseState state : kCaseStates) CHECK(case_state_from(wire_name(state)) == state);
  for (int i = 0; i <= static_cast<int>(EventKind::rated); ++i) {
    const auto event = static_cast<EventKind>(i);
    CHECK(event_kind_from(wire_name(event)) == event);
  }
}

TEST_CASE("the addresses of the contract") {
  CHECK(wire_name(CaseKind::complaint) == "complaint");
  CHECK(wire_name(CaseKind::head) == "head");
  CHECK(wire_name(CaseKind::appreciation) == "appreciation");
}

TEST_CASE("unknown, empty and differently cased names are no kinds") {
  for (const char* bad : {"", "Complaint", "complaint ", "complaints", "شکایت"}) {
    CHECK_FALSE(case_kind_from(bad).has_value());
    CHECK_FALSE(case_state_from(bad).has_value());
    CHECK_FALSE(event_kind_from(bad).has_value());
  }
}
