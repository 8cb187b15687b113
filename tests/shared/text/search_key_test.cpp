#include "shared/text/search_key.h"

#include <doctest/doctest.h>

#include "shared/text/utf8.h"
#include "tests/support/random_text.h"

using namespace hamandish::text;

TEST_CASE("the pairs of domain facts 2.5, level B") {
  struct Row {
    std::string typed, key, joined;
  };
  const Row rows[] = {
      {"علي كاظمي", "علی کاظمی", "علی کاظمی"},
      {"مسؤول", "مسوول", "مسوول"},
      {"مسئول", "مسیول", "مسیول"},
      {"مسوول", "مسوول", "مسوول"},
      {"رؤیا", "رویا", "رویا"},
      {"رویا", "رویا", "رویا"},
      {"خانه\u0654", "خانه", "خانه"},
      {"خانۀ", "خانه", "خانه"},
      {"خانه", "خانه", "خانه"},
      {"سیّد", "سید", "سید"},
      {"محمّد", "محمد", "محمد"},
      {"می\u200Cرود", "می رود", "میرود"},
      {"می رود", "می رود", "می رود"},
      {"میرود", "میرود", "میرود"},
      {"كتاب\u200Cهاي", "کتاب های", "کتابهای"},
      {"۱۴۰۵", "1405", "1405"},
      {"١٤٠٥", "1405", "1405"},
      {"1405", "1405", "1405"},
      {"آرش", "ارش", "ارش"},
      {"ارش", "ارش", "ارش"},
      {"\u200Fسلام\u202B", "سلام", "سلام"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(search_key(row.typed) == row.key);
    CHECK(joined_key(row.typed) == row.joined);
  }
}

TEST_CASE("the other folds of level B") {
  struct Row {
    std::string typed, key;
  };
  const Row rows[] = {
      {"أإٱآا", "ااااا"},
      {"ئىیي", "یییی"},
      {"ةۀەہھۂۃ", "ههههههه"},
      {"ماء", "ما"},
      {"جزء اول", "جز اول"},
      {"ء", ""},
      {"قُرآنِ کَریم", "قران کریم"},
      {"رحمٰن", "رحمن"},
      {"«سلام»، خوبید؟", "سلام خوبید"},
      {"(۵/۸)", "5 8"},
      {"ali@EXAMPLE.ir", "ali example ir"},
      {"ÉCOLE Ÿ Ž Ł Ĳ", "école ÿ ž ł ĳ"},
      {"İ ı ſ", "i ı s"},
      {"× ÷", ""},
      {"سلام😀دنیا", "سلام دنیا"},
      {"خط\nبعدی", "خط بعدی"},
      {"-- ، --", ""},
      {"", ""},
      {"\xFF", ""},
      {"ab\xFF"
       "cd",
       "ab cd"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(search_key(row.typed) == row.key);
  }
}

TEST_CASE("spellings of one word meet in the index") {
  CHECK(index_key("خانه") == "خانه");
  CHECK(index_key("می\u200Cرود.") == "می رود میرود");
  CHECK(index_key("مسئول") == "مسیول مسوول");
  CHECK(index_key("مسؤول") == "مسوول مسیول");
  CHECK(index_key("مسوول") == "مسوول مسیول");
  CHECK(index_key("شُئُون") == "شیون شوون");
  CHECK(index_key("مسئول\u200Cها") == "مسیول ها مسیولها مسوول ها مسوولها");
  CHECK(index_key("کتاب‌ها و نامه‌ها") == "کتاب ها و نامه ها کتابها نامهها");
  CHECK(index_key("") == "");
}

TEST_CASE("names meet however they are spaced") {
  for (const std::string name : {"ولی‌زاده", "ولی زاده", "ولیزاده", " ولي  زاده ", "ولی-زاده"}) {
    CAPTURE(name);
    CHECK(name_key(name) == "ولیزاده");
  }
  CHECK(name_key("محمدرضا") == name_key("محمد رضا"));
  CHECK(name_key("سیّدعلی") == name_key("سید علي"));
  CHECK(name_key("رضا") != name_key("رضایی"));
}

TEST_CASE("keys are idempotent and valid UTF-8, with single spaces and none at the ends") {
  hamandish::RandomText random(1403);
  for (int round = 0; round < 20000; ++round) {
    const std::string typed = random.text(12);
    const std::string key = search_key(typed);
    const std::string joined = joined_key(typed);
    const std::string name = name_key(typed);
    const bool holds = search_key(key) == key && joined_key(joined) == joined && name_key(name) == name &&
                       valid_utf8(key) && valid_utf8(index_key(typed)) && key.find("  ") == std::string::npos &&
                       (key.empty() || (key.front() != ' ' && key.back() != ' ')) &&
                       name.find(' ') == std::string::npos;
    if (!holds) FAIL_CHECK("typed: " << typed << " key: " << key << " again: " << search_key(key));
  }
}
