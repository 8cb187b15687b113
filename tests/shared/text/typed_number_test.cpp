#include "shared/text/typed_number.h"

#include <doctest/doctest.h>

using namespace hamandish::text;

TEST_CASE("what does not matter in a typed number goes") {
  CHECK(typed_number(" ۱۲\u200C٣ 4\u00A0\u2066\t5\n") == "12345");
  CHECK(typed_number("1–2—3\u22124") == "1-2-3-4");
  CHECK(typed_digits("1–2-3") == "123");
  CHECK(typed_number("الف۱") == "الف1");
  CHECK(typed_number("1\xFF") == "1\uFFFD");
}

TEST_CASE("only_digits and one_repeated") {
  CHECK(only_digits("0123456789"));
  CHECK_FALSE(only_digits(""));
  CHECK_FALSE(only_digits("12a"));
  CHECK_FALSE(only_digits("۱۲"));
  CHECK(one_repeated("111"));
  CHECK(one_repeated("1"));
  CHECK_FALSE(one_repeated("112"));
  CHECK_FALSE(one_repeated(""));
}
