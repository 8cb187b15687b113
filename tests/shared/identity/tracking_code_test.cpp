#include "shared/identity/tracking_code.h"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <vector>

#include "shared/text/digits.h"
#include "shared/text/isolate.h"
#include "tests/support/random_text.h"

using namespace hamandish;

namespace {

using Bytes = std::array<std::uint8_t, 16>;

Bytes random_bytes(RandomText& random) {
  Bytes bytes;
  for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(random.below(256));
  return bytes;
}

std::vector<std::string> some_codes(int digits) {
  RandomText random(static_cast<std::uint64_t>(digits));
  std::vector<std::string> codes;
  for (int i = 0; i < 200; ++i) codes.push_back(make_tracking_code(random_bytes(random), digits));
  return codes;
}

}  // namespace

TEST_CASE("codes have their length, begin with no zero, hold and differ") {
  for (const int digits : {12, 16}) {
    std::set<std::string> seen;
    for (const std::string& code : some_codes(digits)) {
      CAPTURE(code);
      CHECK(code.size() == static_cast<std::size_t>(digits));
      CHECK(code.find_first_not_of("0123456789") == std::string::npos);
      CHECK(code.front() != '0');
      CHECK(parse_tracking_code(code).check == CodeCheck::ok);
      CHECK(parse_tracking_code(code).code == code);
      seen.insert(code);
    }
    CHECK(seen.size() == 200);
  }
}

TEST_CASE("the same bytes give the same code, and every byte counts") {
  Bytes bytes{};
  CHECK(make_tracking_code(bytes, 12) == "100000000001");
  const std::string none = make_tracking_code(bytes, 16);
  for (std::uint8_t& byte : bytes) {
    byte = 1;
    CHECK(make_tracking_code(bytes, 16) != none);
    byte = 0;
  }
  bytes.fill(0xFF);
  CHECK(make_tracking_code(bytes, 12).size() == 12);
  CHECK(make_tracking_code(bytes, 16).size() == 16);
}

TEST_CASE("the check digit is Damm's: 4 for 572, in front of which zeros change nothing") {
  CHECK(parse_tracking_code("000000005724").check == CodeCheck::ok);
  CHECK(parse_tracking_code("000000005727").check == CodeCheck::typo);
}

TEST_CASE("every single wrong digit is caught") {
  for (const int digits : {12, 16}) {
    for (const std::string& code : some_codes(digits)) {
      for (std::size_t at = 0; at < code.size(); ++at) {
        for (char digit = '0'; digit <= '9'; ++digit) {
          std::string wrong = code;
          wrong[at] = digit;
          if (wrong != code && parse_tracking_code(wrong).check != CodeCheck::typo) FAIL_CHECK(code << " " << wrong);
        }
      }
    }
  }
}

TEST_CASE("every swap of neighbours is caught") {
  for (const int digits : {12, 16}) {
    for (const std::string& code : some_codes(digits)) {
      for (std::size_t at = 1; at < code.size(); ++at) {
        std::string wrong = code;
        std::swap(wrong[at - 1], wrong[at]);
        if (wrong != code && parse_tracking_code(wrong).check != CodeCheck::typo) FAIL_CHECK(code << " " << wrong);
      }
    }
  }
}

// Not left to examples: all pairs of digits after every row of the table, which is every possible place in a code.
TEST_CASE("the check digit tells all pairs of neighbours from their swap, wherever they stand") {
  for (int before = 0; before < 100; ++before) {
    for (int pair = 0; pair < 100; ++pair) {
      const int swapped = pair % 10 * 10 + pair / 10;
      if (swapped == pair) continue;
      // The digits before reach every row; for the pair and for its swap the same check digit must not hold.
      int holding = 0;
      for (char check = '0'; check <= '9'; ++check) {
        const std::string head = std::to_string(1000000 + before) + "00";
        const auto code = [&](int two) {
          return head + std::to_string(two / 10) + std::to_string(two % 10) + std::string(1, check);
        };
        const bool first = parse_tracking_code(code(pair)).check == CodeCheck::ok;
        const bool second = parse_tracking_code(code(swapped)).check == CodeCheck::ok;
        if (first && second) FAIL_CHECK(code(pair));
        holding += first ? 1 : 0;
      }
      if (holding != 1) FAIL_CHECK("pair " << pair << " has " << holding << " check digits");
    }
  }
}

TEST_CASE("codes are read however they are typed") {
  const std::string code = "100000000001";
  for (const std::string& typed :
       {code, grouped(code), text::persian_digits(grouped(code)), text::ltr(grouped(code)),
        std::string("1000-0000-0001"), std::string("١٠٠٠ ٠٠٠٠ ٠٠٠١"), std::string("1000\u200C0000\u200C0001"),
        std::string("1000–0000–0001"), std::string("\u2066۱۰۰۰ ۰۰۰۰ ۰۰۰۱\u2069"),
        std::string("\uFEFF 1000\u00A00000\t0001\n"), std::string("\u200F1000\u200E00000001")}) {
    CAPTURE(typed);
    CHECK(parse_tracking_code(typed).check == CodeCheck::ok);
    CHECK(parse_tracking_code(typed).code == code);
  }
}

TEST_CASE("what is no code, and why") {
  struct Row {
    std::string typed;
    CodeCheck check;
  };
  const Row rows[] = {{"", CodeCheck::wrong_length},
                      {" \u200C ", CodeCheck::wrong_length},
                      {"10000000000", CodeCheck::wrong_length},
                      {"1000000000010", CodeCheck::wrong_length},
                      {"10000000000100", CodeCheck::wrong_length},
                      {"10000000000000001", CodeCheck::wrong_length},
                      {"100000000007", CodeCheck::typo},
                      {"10000000000O", CodeCheck::wrong_characters},
                      {"کد 100000000001", CodeCheck::wrong_characters},
                      {"1000_0000_0001", CodeCheck::wrong_characters},
                      {"100000000001\xFF", CodeCheck::wrong_characters},
                      {std::string(100000, 'x'), CodeCheck::wrong_characters},
                      {std::string(100000, '7'), CodeCheck::wrong_length}};
  for (const Row& row : rows) {
    const ParsedCode parsed = parse_tracking_code(row.typed);
    CAPTURE(row.typed.substr(0, 40));
    CHECK(parsed.check == row.check);
    CHECK(parsed.code.empty());
  }
}

TEST_CASE("codes are shown in groups of four") {
  CHECK(grouped("123456789012") == "1234 5678 9012");
  CHECK(grouped("1234567890123456") == "1234 5678 9012 3456");
  CHECK(grouped("12345") == "1234 5");
  CHECK(grouped("") == "");
}
