// Points in time. shared/ has no clock: whoever needs "now" gets it as an argument (server: server/base/clock.h).
#pragma once

#include <compare>
#include <cstdint>

namespace hamandish {

// A point in time: milliseconds since 1970-01-01T00:00:00 UTC. On the wire and in the database as this integer.
struct Instant {
  std::int64_t milliseconds = 0;
  auto operator<=>(const Instant&) const = default;
};

// A calendar day without a time: days since 1970-01-01 in the proleptic Gregorian calendar. Deadlines and consultation
// windows are days and end at 24:00 in Tehran.
struct Day {
  std::int32_t number = 0;
  auto operator<=>(const Day&) const = default;
};

inline constexpr std::int64_t kSecond = 1000;
inline constexpr std::int64_t kMinute = 60 * kSecond;
inline constexpr std::int64_t kHour = 60 * kMinute;
inline constexpr std::int64_t kDay = 24 * kHour;

inline constexpr Instant operator+(Instant at, std::int64_t milliseconds) {
  return {at.milliseconds + milliseconds};
}

}  // namespace hamandish
