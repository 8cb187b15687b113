#include "shared/calendar/jalali_text.h"

#include <algorithm>
#include <cstddef>

#include "shared/calendar/tehran_time.h"
#include "shared/text/digits.h"
#include "shared/text/typed_number.h"

namespace hamandish {
namespace {

// At least `width` ASCII digits; `number` is not negative.
std::string padded(int number, std::size_t width) {
  std::string out = std::to_string(number);
  if (out.size() < width) out.insert(0, width - out.size(), '0');
  return out;
}

std::string persian(int number, std::size_t width) {
  return text::persian_digits(padded(number, width));
}

std::string clock(int second_of_day) {
  return persian(second_of_day / 3600, 2) + ":" + persian(second_of_day / 60 % 60, 2);
}

// One part of a typed date: digits up to a separator, the separator taken off with it. -1 if it is none.
int take_part(std::string_view& rest, std::size_t least, std::size_t most) {
  const std::size_t end = std::min(rest.find_first_of("/-."), rest.size());
  const std::string_view digits = rest.substr(0, end);
  if (digits.size() < least || digits.size() > most || !text::only_digits(digits)) return -1;
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  rest.remove_prefix(end);
  return value;
}

bool take_separator(std::string_view& rest, char separator) {
  if (rest.empty() || rest.front() != separator) return false;
  rest.remove_prefix(1);
  return true;
}

}  // namespace

std::string short_date(Day day) {
  const JalaliDate date = to_jalali(day);
  return persian(date.year, 4) + "/" + persian(date.month, 2) + "/" + persian(date.day, 2);
}

std::string long_date(Day day) {
  const JalaliDate date = to_jalali(day);
  std::string out(weekday_name(weekday(day)));
  out += " " + persian(date.day, 1) + " ";
  out += month_name(date.month);
  return out + " " + persian(date.year, 1);
}

std::string date_and_time(Instant instant) {
  const TehranTime time = to_tehran(instant);
  return long_date(time.day) + std::string(before_clock_time()) + clock(time.second_of_day);
}

std::string clock_time(Instant instant) {
  return clock(to_tehran(instant).second_of_day);
}

namespace {

// Of a day that need not exist.
std::optional<JalaliDate> read_parts(std::string_view text) {
  const std::string typed = text::typed_number(text);
  std::string_view rest = typed;
  JalaliDate date;
  date.year = take_part(rest, 4, 4);
  const char separator = rest.empty() ? '/' : rest.front();
  if (date.year < 0 || !take_separator(rest, separator)) return std::nullopt;
  date.month = take_part(rest, 1, 2);
  if (!take_separator(rest, separator)) return std::nullopt;
  date.day = take_part(rest, 1, 2);
  if (!rest.empty() || date.month < 0 || date.day < 0) return std::nullopt;
  return date;
}

}  // namespace

std::optional<JalaliDate> parse_jalali(std::string_view text) {
  const std::optional<JalaliDate> date = read_parts(text);
  return date && is_valid(*date) ? date : std::nullopt;
}

std::string_view jalali_fault(std::string_view text, std::string_view unread) {
  return read_parts(text) ? "form.no_such_day" : unread;
}

}  // namespace hamandish
