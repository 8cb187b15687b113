#include "shared/identity/postal_code.h"

#include <doctest/doctest.h>

using namespace hamandish;

TEST_CASE("postal codes of domain facts 2.4") {
  struct Row {
    std::string typed;
    PostalCodeCheck check;
  };
  const Row rows[] = {
      {"1193653471", PostalCodeCheck::ok},
      {"۱۱۹۳۶-۵۳۴۷۱", PostalCodeCheck::ok},
      {"1193653402", PostalCodeCheck::ok},  // 0 and 2 in the second half
      {"0423437584", PostalCodeCheck::unusual},
      {"1192653471", PostalCodeCheck::unusual},
      {"142386473", PostalCodeCheck::wrong_length},
      {"12", PostalCodeCheck::wrong_length},
      {"11936534711", PostalCodeCheck::wrong_length},
      {"1111111111", PostalCodeCheck::repeated_digit},
      {"119365347a", PostalCodeCheck::wrong_characters},
      {"1193653471\xFF", PostalCodeCheck::wrong_characters},
      {"", PostalCodeCheck::empty},
      {" \u200F ", PostalCodeCheck::empty},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(check_postal_code(row.typed) == row.check);
    const bool usable = row.check == PostalCodeCheck::ok || row.check == PostalCodeCheck::unusual;
    CHECK(parse_postal_code(row.typed).has_value() == usable);
  }
  CHECK(parse_postal_code("۱۱۹۳۶-۵۳۴۷۱") == "1193653471");
}
