#include "shared/calendar/jalali_text.h"

#include <doctest/doctest.h>

#include "shared/calendar/tehran_time.h"

using namespace hamandish;

TEST_CASE("dates for people") {
  const Day day = to_day({1405, 8, 30});
  CHECK(short_date(day) == "۱۴۰۵/۰۸/۳۰");
  CHECK(long_date(day) == "شنبه ۳۰ آبان ۱۴۰۵");
  CHECK(long_date(to_day({1405, 1, 4})) == "سه\u200Cشنبه ۴ فروردین ۱۴۰۵");
  CHECK(short_date(to_day({1300, 1, 1})) == "۱۳۰۰/۰۱/۰۱");
}

TEST_CASE("date and time of day are those of Tehran") {
  const Instant start = start_of_day_in_tehran(to_day({1405, 8, 30}));
  CHECK(date_and_time(start + (11 * kHour + 30 * kMinute)) == "شنبه ۳۰ آبان ۱۴۰۵، ساعت ۱۱:۳۰");
  CHECK(date_and_time(start) == "شنبه ۳۰ آبان ۱۴۰۵، ساعت ۰۰:۰۰");
  CHECK(date_and_time(start + -1) == "جمعه ۲۹ آبان ۱۴۰۵، ساعت ۲۳:۵۹");
  CHECK(clock_time(start + (9 * kHour + 5 * kMinute + 59 * kSecond)) == "۰۹:۰۵");
}

TEST_CASE("every month and weekday has its name, and nothing else has") {
  const std::string_view months[] = {"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
                                     "مهر",     "آبان",     "آذر",   "دی",  "بهمن",  "اسفند"};
  const std::string_view weekdays[] = {"شنبه", "یکشنبه", "دوشنبه", "سه\u200Cشنبه", "چهارشنبه", "پنجشنبه", "جمعه"};
  for (int month = 1; month <= 12; ++month) CHECK(month_name(month) == months[month - 1]);
  for (int day = 0; day <= 6; ++day) CHECK(weekday_name(day) == weekdays[day]);
  CHECK(month_name(0).empty());
  CHECK(month_name(13).empty());
  CHECK(weekday_name(-1).empty());
  CHECK(weekday_name(7).empty());
}

TEST_CASE("dates are read as people type them") {
  for (const std::string typed : {"1405/8/30", "1405-8-30", "۱۴۰۵/۸/۳۰", "۱۴۰۵/۰۸/۳۰", "١٤٠٥/٠٨/٣٠", " 1405.08.30 ",
                                  "1405 / 8 / 30", "\u200F۱۴۰۵/۸/۳۰\u200E", "۱۴۰۵–۸–۳۰"}) {
    CAPTURE(typed);
    CHECK(parse_jalali(typed) == JalaliDate{1405, 8, 30});
  }
  CHECK(parse_jalali("1403/12/30") == JalaliDate{1403, 12, 30});
}

TEST_CASE("what is no date is refused") {
  for (const std::string typed :
       {"",           "/",        "//",         "05/8/30",    "405/8/30",     "14050/8/30",  "1405/8",
        "1405/8/",    "1405//30", "1405/8/30/", "/1405/8/30", "1405/8-30",    "1405/008/30", "1405/8/030",
        "1405/13/1",  "1405/0/1", "1405/7/31",  "1404/12/30", "1405/1/32",    "2026/11/21",  "1299/1/1",
        "1501/1/1",   "14050830", "1405/a/30",  "1405/8/30a", "1405/8/3\xFF", "امروز",       "1405/8/99999999999",
        "-1405/8/30", "1405a8a30"}) {
    CAPTURE(typed);
    CHECK_FALSE(parse_jalali(typed).has_value());
  }
}

TEST_CASE("every shown date of 1300 to 1500 reads back as itself") {
  const Day last = to_day({1500, 12, 29});
  for (Day day = to_day({1300, 1, 1}); day <= last; ++day.number) {
    if (parse_jalali(short_date(day)) != to_jalali(day)) FAIL_CHECK(short_date(day));
  }
}

TEST_CASE("a day that is none is told from a text that is no day") {
  for (const char* typed : {"1405/12/30", "۱۴۰۵/۱۳/۰۱", "1405-7-31", "1405/00/10", "1200/01/01"}) {
    CAPTURE(typed);
    CHECK(jalali_fault(typed, "x") == "form.no_such_day");
  }
  for (const char* typed : {"", "دیروز", "05/12/30", "1405/12", "1405/12-30", "1405/12/30/1"}) {
    CAPTURE(typed);
    CHECK(jalali_fault(typed, "x") == "x");
  }
}
