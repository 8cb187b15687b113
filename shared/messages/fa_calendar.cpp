// The words of the calendar. Not in the table of messages: they are looked up by number, not by key.
#include "shared/calendar/jalali_text.h"

namespace hamandish {
namespace {

constexpr std::string_view kMonths[] = {"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
                                        "مهر",     "آبان",     "آذر",   "دی",  "بهمن",  "اسفند"};
constexpr std::string_view kWeekdays[] = {"شنبه", "یکشنبه", "دوشنبه", "سه\u200Cشنبه", "چهارشنبه", "پنجشنبه", "جمعه"};

}  // namespace

std::string_view month_name(int month) {
  return month >= 1 && month <= 12 ? kMonths[month - 1] : std::string_view();
}

std::string_view weekday_name(int weekday) {
  return weekday >= 0 && weekday <= 6 ? kWeekdays[weekday] : std::string_view();
}

std::string_view before_clock_time() {
  return "، ساعت ";
}

}  // namespace hamandish
