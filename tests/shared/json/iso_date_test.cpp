#include "shared/json/iso_date.h"

#include <doctest/doctest.h>

using namespace hamandish;

TEST_CASE("days are written as ISO 8601 dates and read back") {
  CHECK(iso_date(Day{0}) == "1970-01-01");
  CHECK(iso_date(Day{20778}) == "2026-11-21");
  CHECK(iso_date(Day{-719528}) == "0000-01-01");
  CHECK(iso_date(Day{2932896}) == "9999-12-31");
  for (int number = -719528; number <= 2932896; number += 997) {
    CHECK(parse_iso_date(iso_date(Day{number})) == Day{number});
  }
  CHECK(parse_iso_date("2024-02-29").has_value());
}

TEST_CASE("what is no date is refused") {
  for (const char* text :
       {"", "2026-11-2", "2026-11-211", "2026/11/21", "26-11-2021", "2026-13-01", "2026-00-10", "2026-01-00",
        "2026-02-29", "2026-1a-01", "-026-01-01", "2026-11-21T00:00", "۲۰۲۶-۱۱-۲۱", " 2026-11-2"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_date(text).has_value());
  }
}
