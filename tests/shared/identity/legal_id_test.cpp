#include "shared/identity/legal_id.h"

#include <doctest/doctest.h>

using namespace hamandish;

TEST_CASE("legal ids of domain facts 2.2 that hold") {
  for (const std::string typed : {"10380284790", "14007650912", "14000000080"}) {
    CAPTURE(typed);
    CHECK(check_legal_id(typed) == LegalIdCheck::ok);
    CHECK(parse_legal_id(typed) == typed);
  }
  CHECK(parse_legal_id(" ۱۰۳۸۰-۲۸۴۷۹٠ ") == "10380284790");
}

TEST_CASE("legal ids that do not hold, and why") {
  struct Row {
    std::string typed;
    LegalIdCheck check;
  };
  const Row rows[] = {{"10380284792", LegalIdCheck::wrong_check_digit},
                      {"09748208301", LegalIdCheck::wrong_check_digit},
                      {"11111111111", LegalIdCheck::repeated_digit},
                      {"1038028479", LegalIdCheck::wrong_length},
                      {"103802847900", LegalIdCheck::wrong_length},
                      {"1038028479a", LegalIdCheck::wrong_characters},
                      {"10380284790\xFF", LegalIdCheck::wrong_characters},
                      {"", LegalIdCheck::empty},
                      {"-", LegalIdCheck::empty}};
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(check_legal_id(row.typed) == row.check);
    CHECK_FALSE(parse_legal_id(row.typed).has_value());
  }
}
