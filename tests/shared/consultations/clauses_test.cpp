#include "shared/consultations/clauses.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace hamandish {
namespace {

// «id | name | text» of each clause.
std::vector<std::string> found(std::string_view text) {
  const Result<Clauses> clauses = find_clauses(text);
  std::vector<std::string> all;
  REQUIRE(clauses);
  for (const Clause& one : *clauses) all.push_back(one.id + " | " + one.name + " | " + one.text);
  return all;
}
using List = std::vector<std::string>;

}  // namespace

TEST_CASE("articles, notes and items, each named after what it belongs to") {
  const List all = found(
      "آیین‌نامه فروش\r\n"
      "ماده ۱- تعریف‌ها:\r\n"
      "الف) کالا: هر مال.\r\n"
      "ب) خریدار\r\n"
      "ماده ۲- فروش با مزایده است.\r\n"
      "دنبالهٔ ماده در سطر بعد.\r\n"
      "تبصره ۱: مال فاسدشدنی.\r\n"
      "۱- نخست\r\n"
      "۲- دوم\r\n"
      "تبصره ۲- پایان.\r\n");
  CHECK(all == List{"p |  | آیین‌نامه فروش",
                    "a1 | ماده ۱ | تعریف‌ها:", "a1-l1 | بند الف ماده ۱ | کالا: هر مال.",
                    "a1-l2 | بند ب ماده ۱ | خریدار", "a2 | ماده ۲ | فروش با مزایده است.\nدنبالهٔ ماده در سطر بعد.",
                    "a2-n1 | تبصره ۱ ماده ۲ | مال فاسدشدنی.", "a2-n1-i1 | بند ۱ تبصره ۱ ماده ۲ | نخست",
                    "a2-n1-i2 | بند ۲ تبصره ۱ ماده ۲ | دوم", "a2-n2 | تبصره ۲ ماده ۲ | پایان."});
}

TEST_CASE("the ways in which a number is written") {
  CHECK(found("ماده1-متن") == List{"a1 | ماده ۱ | متن"});
  CHECK(found("ماده ١ـ متن") == List{"a1 | ماده ۱ | متن"});        // Arabic-Indic digit, kashida
  CHECK(found("ماده\u00A01 – متن") == List{"a1 | ماده ۱ | متن"});  // no-break space, en dash
  CHECK(found("ماده (1) متن") == List{"p |  | ماده (1) متن"});     // a bracket before: not recognised, nothing lost
  CHECK(found("ماده 1. متن") == List{"a1 | ماده ۱ | متن"});
  CHECK(found("ماده 1 متن") == List{"a1 | ماده ۱ | متن"});  // without a separator: it goes on with the numbering
  CHECK(found("ماده 1\nمتن") == List{"a1 | ماده ۱ | متن"});
  CHECK(found("ماده واحده - متن\nتبصره - جز این.") == List{"a | ماده واحده | متن", "a-n | تبصره ماده واحده | جز این."});
  CHECK(found("ماده ۱- الف\n۱-۲- دو سطحی") == List{"a1 | ماده ۱ | الف", "a1-i1-2 | بند ۱-۲ ماده ۱ | دو سطحی"});
  CHECK(found("۱. ۲۰ درصد") == List{"i1 | بند ۱ | ۲۰ درصد"});
}

TEST_CASE("what looks like a number of a clause and is none stays text") {
  for (const char* line : {"ماده ۵ این قانون لغو شد.", "۱۴۰۵/۰۸/۳۰ تاریخ است", "۱.۵ درصد", "۲۰/۳ متر", "۲ نفر آمدند",
                           "تبصره‌ها", "مادهٔ نخست", "و همچنین", "الفبا - حروف", "12"}) {
    CAPTURE(line);
    const Result<Clauses> clauses = find_clauses(std::string("ماده ۱- آغاز\n") + line);
    REQUIRE(clauses);
    CHECK(clauses->size() == 1);
    CHECK(clauses->back().text.find('\n') != std::string::npos);
  }
}

TEST_CASE("numbers and letters below each other") {
  CHECK(found("ماده ۱- م\nالف- یک\n۱- ریز\n۲- ریزتر\nب- دو") ==
        List{"a1 | ماده ۱ | م", "a1-l1 | بند الف ماده ۱ | یک", "a1-l1-i1 | بند ۱ بند الف ماده ۱ | ریز",
             "a1-l1-i2 | بند ۲ بند الف ماده ۱ | ریزتر", "a1-l2 | بند ب ماده ۱ | دو"});
}

TEST_CASE("two clauses of one number keep ids of their own") {
  const List all = found("ماده ۱- نخست\nماده ۱- باز هم\nماده ۱- بار سوم");
  CHECK(all == List{"a1 | ماده ۱ | نخست", "a1-2 | ماده ۱ | باز هم", "a1-3 | ماده ۱ | بار سوم"});
}

TEST_CASE("a text that cannot be a draft is refused as a whole") {
  REQUIRE_FALSE(find_clauses(" \n\u200C\n"));
  CHECK(find_clauses("").error().key == "draft.text_empty");
  std::string many;
  for (int i = 1; i <= kMostClauses + 1; ++i) many += "۱- بند\n";
  REQUIRE_FALSE(find_clauses(many));
  CHECK(find_clauses(many).error().key == "draft.too_many_clauses");
  const std::string long_text(static_cast<std::size_t>(kMostDraftBytes) + 1, 'a');
  REQUIRE_FALSE(find_clauses(long_text));
  CHECK(find_clauses(long_text).error().key == "draft.text_too_long");
  CHECK(find_clauses(long_text).error().code == Code::too_large);
}

TEST_CASE("broken UTF-8 is text like any other") {
  const Result<Clauses> clauses = find_clauses("ماده ۱- \xFF\xFE\n\xE2\x80");
  REQUIRE(clauses);
  CHECK(clauses->size() == 1);
}

}  // namespace hamandish
