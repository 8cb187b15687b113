#include "shared/calendar/working_day_table.h"

#include <doctest/doctest.h>

namespace hamandish {

TEST_CASE("the table counts as walking through the days does, also for days that it does not cover") {
  const WorkingCalendar calendar{{5, 6}, {Day{20'010}, Day{20'011}, Day{20'040}, Day{19'000}}};
  const WorkingDayTable table(calendar, Day{20'000}, Day{20'060});
  for (int from = 19'990; from < 20'070; from += 3) {
    for (int to = 19'990; to < 20'070; ++to) {
      CAPTURE(from);
      CAPTURE(to);
      CHECK(table.between(Day{from}, Day{to}) == working_days_between(calendar, Day{from}, Day{to}));
    }
  }
  const WorkingDayTable none(calendar, Day{20'000}, Day{19'999});
  CHECK(none.between(Day{20'000}, Day{20'009}) == working_days_between(calendar, Day{20'000}, Day{20'009}));
}

}  // namespace hamandish
