// Dates for people and from people. Shown dates have Persian digits and need no isolate: Persian digits keep their
// order around a slash (UAX #9, EN and CS).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/time.h"
#include "shared/calendar/jalali.h"

namespace hamandish {

std::string short_date(Day day);             // ۱۴۰۵/۰۸/۳۰
std::string long_date(Day day);              // شنبه ۳۰ آبان ۱۴۰۵
std::string date_and_time(Instant instant);  // شنبه ۳۰ آبان ۱۴۰۵، ساعت ۱۱:۳۰ (Tehran)
std::string clock_time(Instant instant);     // ۱۱:۳۰ (Tehran)

// Year, month, day with '/', '-' or '.' between them, digits of any set, month and day with or without a leading zero;
// spaces and invisible marks do not matter. nullopt for a year of two digits, a day that does not exist, or a year
// outside 1300-1500.
std::optional<JalaliDate> parse_jalali(std::string_view text);
// The key of what to say of a text that parse_jalali does not read: that there is no such day, or `unread`.
std::string_view jalali_fault(std::string_view text, std::string_view unread);

// The words, from shared/messages/fa_calendar.cpp. Empty for a number out of range.
std::string_view month_name(int month);      // 1..12
std::string_view weekday_name(int weekday);  // 0 = Saturday .. 6 = Friday
std::string_view before_clock_time();        // what stands between a date and its time of day

}  // namespace hamandish
