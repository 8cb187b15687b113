#include "shared/cases/deadlines.h"

#include <doctest/doctest.h>

#include "shared/calendar/jalali.h"
#include "shared/cases/transitions.h"
#include "shared/cases/urgency.h"

using namespace hamandish;

namespace {

// The holidays of 1405 and 1406 that the vectors of domain.md 3.4 cross.
Profile profile_of_1405() {
  Profile profile;
  profile.weekend = {5, 6};
  for (const JalaliDate date :
       {JalaliDate{1405, 10, 2}, JalaliDate{1405, 10, 16}, JalaliDate{1405, 12, 29}, JalaliDate{1406, 1, 1},
        JalaliDate{1406, 1, 2}, JalaliDate{1406, 1, 3}, JalaliDate{1406, 1, 4}, JalaliDate{1406, 1, 12},
        JalaliDate{1406, 1, 13}, JalaliDate{1406, 1, 14}, JalaliDate{1406, 2, 27}}) {
    profile.holidays.push_back(to_day(date));
  }
  return profile;
}

JalaliDate due(JalaliDate registered, int working_days) {
  KindForm form;
  form.working_days = working_days;
  return to_jalali(due_on(form, working_calendar(profile_of_1405()), to_day(registered)));
}

}  // namespace

TEST_CASE("working days are counted from the day after registration: domain.md 3.4") {
  CHECK(due({1405, 8, 30}, 1) == JalaliDate{1405, 9, 1});
  CHECK(due({1405, 8, 30}, 10) == JalaliDate{1405, 9, 14});
  CHECK(due({1405, 8, 30}, 15) == JalaliDate{1405, 9, 21});
  CHECK(due({1405, 8, 30}, 30) == JalaliDate{1405, 10, 13});
  CHECK(due({1405, 8, 28}, 15) == JalaliDate{1405, 9, 18});
  CHECK(due({1405, 12, 25}, 15) == JalaliDate{1406, 1, 25});
}

TEST_CASE("the law's limit is ninety days") {
  CHECK(legal_limit(Day{100}) == Day{190});
}

TEST_CASE("marks turn yellow at half of the time, red at three quarters, overdue the day after the last") {
  const Day from{1000};
  const Day until{1020};
  const auto mark = [&](int day) { return urgency(CaseState::registered, from, until, Day{1000 + day}); };
  CHECK(mark(0) == Urgency::calm);
  CHECK(mark(9) == Urgency::calm);
  CHECK(mark(10) == Urgency::yellow);
  CHECK(mark(14) == Urgency::yellow);
  CHECK(mark(15) == Urgency::red);
  CHECK(mark(20) == Urgency::red);
  CHECK(mark(21) == Urgency::overdue);
}

TEST_CASE("nothing is urgent where nothing is owed") {
  for (const CaseState state : kCaseStates) {
    const Urgency late = urgency(state, Day{0}, Day{10}, Day{500});
    CHECK(late == (is_open(state) ? Urgency::overdue : Urgency::none));
  }
}

TEST_CASE("an answer is promised to whoever can get one and asks for one") {
  for (const CaseKind kind : kCaseKinds) {
    const bool asks = kind != CaseKind::report && kind != CaseKind::appreciation;
    CHECK(answer_is_promised(kind, false) == asks);
    CHECK_FALSE(answer_is_promised(kind, true));
  }
}
