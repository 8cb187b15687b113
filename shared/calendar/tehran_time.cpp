#include "shared/calendar/tehran_time.h"

#include <algorithm>
#include <cstdint>

#include "shared/calendar/jalali.h"

namespace hamandish {
namespace {

constexpr std::int64_t kStandard = 3 * kHour + 30 * kMinute;
constexpr std::int64_t kSummer = kStandard + kHour;
constexpr std::int64_t kNeverDay = 2000000;  // beyond every date of the calendar, so that no product below overflows

std::int64_t midnight(Day day) {
  return std::clamp<std::int64_t>(day.number, -kNeverDay, kNeverDay) * kDay;
}

bool has_summer_time(int year) {
  return (year >= 1371 && year <= 1384) || (year >= 1387 && year <= 1401);
}

// In milliseconds UTC. Summer time begins at 24:00 standard time of 1 Farvardin and ends at 24:00 summer time of
// 30 Shahrivar; neither is near the end of a year, so the year of the UTC day will do.
std::int64_t offset_at(std::int64_t utc) {
  const std::int64_t day = utc / kDay - (utc % kDay < 0 ? 1 : 0);
  const int year = to_jalali({static_cast<std::int32_t>(std::clamp(day, -kNeverDay, kNeverDay))}).year;
  if (!has_summer_time(year)) return kStandard;
  const std::int64_t begin = midnight(to_day({year, 1, 2})) - kStandard;
  const std::int64_t end = midnight(to_day({year, 6, 31})) - kSummer;
  return utc >= begin && utc < end ? kSummer : kStandard;
}

}  // namespace

TehranTime to_tehran(Instant instant) {
  const std::int64_t utc = std::clamp(instant.milliseconds, -kNeverDay * kDay, kNeverDay * kDay);
  const std::int64_t local = utc + offset_at(utc);
  std::int64_t day = local / kDay;
  std::int64_t rest = local % kDay;
  if (rest < 0) {
    --day;
    rest += kDay;
  }
  return {{static_cast<std::int32_t>(day)}, static_cast<int>(rest / kSecond)};
}

Instant start_of_day_in_tehran(Day day) {
  const std::int64_t in_standard = midnight(day) - kStandard;
  const std::int64_t in_summer = midnight(day) - kSummer;
  // On the day after summer time ended 00:00 exists only in standard time; where both readings hold, the first is
  // meant.
  return {offset_at(in_summer) == kSummer ? in_summer : in_standard};
}

}  // namespace hamandish
