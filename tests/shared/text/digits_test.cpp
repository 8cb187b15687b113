#include "shared/text/digits.h"

#include <doctest/doctest.h>

#include <cstdint>

using namespace hamandish::text;

TEST_CASE("digits of the three sets change into one another and nothing else changes") {
  struct Row {
    std::string typed, ascii, persian;
  };
  const Row rows[] = {
      {"1405", "1405", "۱۴۰۵"},
      {"۱۴۰۵", "1405", "۱۴۰۵"},
      {"١٤٠٥", "1405", "۱۴۰۵"},
      {"1۴٠5", "1405", "۱۴۰۵"},
      {"۰۱۲۳۴۵۶۷۸۹", "0123456789", "۰۱۲۳۴۵۶۷۸۹"},
      {"٠١٢٣٤٥٦٧٨٩", "0123456789", "۰۱۲۳۴۵۶۷۸۹"},
      {"ماده ۵، بند ٣", "ماده 5، بند 3", "ماده ۵، بند ۳"},
      {"", "", ""},
      {"\xFF"
       "7\xE2\x80",
       "\xFF"
       "7\xE2\x80",
       "\xFF۷\xE2\x80"},
      {"१२", "१२", "१२"},  // Devanagari: not one of ours
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(ascii_digits(row.typed) == row.ascii);
    CHECK(persian_digits(row.typed) == row.persian);
  }
}

TEST_CASE("the neighbours of the digits are no digits") {
  for (const char32_t scalar : {U'/', U':', char32_t{0x065F}, char32_t{0x066A}, char32_t{0x06EF}, char32_t{0x06FA}}) {
    CHECK(digit_value(scalar) == -1);
  }
  CHECK(digit_value(0x0669) == 9);
  CHECK(digit_value(0x06F0) == 0);
}

TEST_CASE("numbers for people have groups of three and a sign that stays in front") {
  CHECK(persian_number(0) == "۰");
  CHECK(persian_number(12) == "۱۲");
  CHECK(persian_number(999) == "۹۹۹");
  CHECK(persian_number(1000) == "۱٬۰۰۰");
  CHECK(persian_number(1234567) == "۱٬۲۳۴٬۵۶۷");
  CHECK(persian_number(-12) == "\u200E\u2212۱۲");
  CHECK(persian_number(INT64_MAX) == "۹٬۲۲۳٬۳۷۲٬۰۳۶٬۸۵۴٬۷۷۵٬۸۰۷");
  CHECK(persian_number(INT64_MIN) == "\u200E\u2212۹٬۲۲۳٬۳۷۲٬۰۳۶٬۸۵۴٬۷۷۵٬۸۰۸");
}

TEST_CASE("whole numbers are read as people type them") {
  struct Row {
    std::string typed;
    std::int64_t value;
  };
  const Row rows[] = {
      {"0", 0},
      {"۱۲", 12},
      {" ١٢ ", 12},
      {"1٬234", 1234},
      {"۱۲،۳۴۵", 12345},
      {"1,234", 1234},
      {"-5", -5},
      {"\u2212۵", -5},
      {"+7", 7},
      {"\u200E\u2212۱۲", -12},
      {"007", 7},
      {"\u200F۳\u200F", 3},
      {"9223372036854775807", INT64_MAX},
      {"-9223372036854775808", INT64_MIN},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    REQUIRE(parse_integer(row.typed).has_value());
    CHECK(*parse_integer(row.typed) == row.value);
  }
}

TEST_CASE("what is no whole number is refused") {
  for (const std::string typed :
       {"", " ", "-", "+", "--5", "5-", "12 34", "1.5", "۱٫۵", ",5", "5,", "1,,2", "12a", "पाँच", "9223372036854775808",
        "-9223372036854775809", "99999999999999999999", "\xFF", "0x10"}) {
    CAPTURE(typed);
    CHECK_FALSE(parse_integer(typed).has_value());
  }
}

TEST_CASE("a shown number reads back as itself") {
  for (const std::int64_t number : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1405}, INT64_MAX, INT64_MIN}) {
    CHECK(parse_integer(persian_number(number)) == number);
  }
}
