#include "shared/identity/national_id.h"

#include <doctest/doctest.h>

using namespace hamandish;

TEST_CASE("national ids of domain facts 2.1 that hold") {
  for (const std::string typed :
       {"0499370899", "0790419904", "1583250689", "0084575948", "1234567891", "0010000011", "0010000070"}) {
    CAPTURE(typed);
    CHECK(check_national_id(typed) == NationalIdCheck::ok);
    CHECK(parse_national_id(typed) == typed);
  }
}

TEST_CASE("national ids are read however they are typed") {
  for (const std::string typed : {"۰۴۹۹۳۷۰۸۹۹", "٠٤٩٩٣٧٠٨٩٩", "049-937089-9", " 0499 370 899 ",
                                  "\u2066۰۴۹۹۳۷۰۸۹۹\u2069", "0۴٩9370899", "049\u200C9370899"}) {
    CAPTURE(typed);
    CHECK(parse_national_id(typed) == "0499370899");
  }
}

TEST_CASE("national ids that do not hold, and why") {
  struct Row {
    std::string typed;
    NationalIdCheck check;
  };
  const Row rows[] = {{"0684159415", NationalIdCheck::wrong_check_digit},
                      {"1234567890", NationalIdCheck::wrong_check_digit},
                      {"0499370898", NationalIdCheck::wrong_check_digit},
                      {"", NationalIdCheck::empty},
                      {" \u200C\u200F ", NationalIdCheck::empty},
                      {"1234567", NationalIdCheck::wrong_length},
                      {"04993708999", NationalIdCheck::wrong_length},
                      {"049937089", NationalIdCheck::wrong_length},
                      {"0000000000", NationalIdCheck::repeated_digit},
                      {"1111111111", NationalIdCheck::repeated_digit},
                      {"۹۹۹۹۹۹۹۹۹۹", NationalIdCheck::repeated_digit},
                      {"04993A0899", NationalIdCheck::wrong_characters},
                      {"0499370899\xFF", NationalIdCheck::wrong_characters},
                      {"0499.370899", NationalIdCheck::wrong_characters},
                      {"+499370899", NationalIdCheck::wrong_characters}};
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(check_national_id(row.typed) == row.check);
    CHECK_FALSE(parse_national_id(row.typed).has_value());
  }
}

TEST_CASE("a single wrong digit is caught where the remainder is neither 1 nor 10") {
  for (const std::string right : {"0499370899", "1583250689", "0010000070"}) {
    for (std::size_t at = 0; at < right.size(); ++at) {
      for (char digit = '0'; digit <= '9'; ++digit) {
        std::string wrong = right;
        wrong[at] = digit;
        if (wrong == right) continue;
        CAPTURE(wrong);
        CHECK(check_national_id(wrong) == NationalIdCheck::wrong_check_digit);
      }
    }
  }
  // The rule writes the remainders 1 and 10 alike, so that these two differ in one digit and both hold.
  CHECK(check_national_id("0010000011") == NationalIdCheck::ok);
  CHECK(check_national_id("0010000021") == NationalIdCheck::ok);
}
