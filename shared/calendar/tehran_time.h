// Clock time in Tehran: UTC+03:30. Summer time (+04:30) is known for the years 1371-1384 and 1387-1401, from 24:00 of
// 1 Farvardin to 24:00 of 30 Shahrivar; it was abolished by law from 1402 (domain facts 3.3). Earlier years are shown
// without it. No time zone data of the machine is used: the same answer natively, in WASM and in ten years.
#pragma once

#include "shared/base/time.h"

namespace hamandish {

struct TehranTime {
  Day day;
  int second_of_day = 0;  // 0..86399
  bool operator==(const TehranTime&) const = default;
};

TehranTime to_tehran(Instant instant);

// The first instant of the day. On the day on which summer time began, that is 01:00. A window that ends with day d
// ends at start_of_day_in_tehran(Day{d.number + 1}).
Instant start_of_day_in_tehran(Day day);

}  // namespace hamandish
