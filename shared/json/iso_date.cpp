#include "shared/json/iso_date.h"

#include <chrono>

namespace hamandish {
namespace {

void append_number(std::string& out, unsigned value, std::size_t digits) {
  const std::string number = std::to_string(value);
  out.append(digits - number.size(), '0');
  out += number;
}

// Digits only, so the value fits whatever the text is: at most four of them are asked for.
std::optional<int> read_number(std::string_view text) {
  int value = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  return value;
}

}  // namespace

std::string iso_date(Day day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day.number}}};
  const int year = static_cast<int>(date.year());
  HAMANDISH_CHECK(year >= 0 && year <= 9999);
  std::string text;
  append_number(text, static_cast<unsigned>(year), 4);
  text += '-';
  append_number(text, static_cast<unsigned>(date.month()), 2);
  text += '-';
  append_number(text, static_cast<unsigned>(date.day()), 2);
  return text;
}

std::optional<Day> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::optional<int> year = read_number(text.substr(0, 4));
  const std::optional<int> month = read_number(text.substr(5, 2));
  const std::optional<int> day = read_number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return Day{static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
}

Json to_json(Day day) {
  return iso_date(day);
}

std::string iso_time(Instant at) {
  const auto two_digits = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  const std::int64_t seconds = at.milliseconds % kDay / kSecond;
  return iso_date(Day{static_cast<std::int32_t>(at.milliseconds / kDay)}) + "T" + two_digits(seconds / 3600) + ":" +
         two_digits(seconds / 60 % 60) + ":" + two_digits(seconds % 60) + "Z";
}

Json to_json(Instant at) {
  return at.milliseconds;
}

}  // namespace hamandish
