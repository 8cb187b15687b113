#include "shared/search/site_search.h"

#include <doctest/doctest.h>

namespace hamandish {
namespace {

std::vector<Findable> sample() {
  return {{FindableKind::unit, "مدیریت آب و خاک", "قنات چاه", "مسؤول قنات‌ها", "/contact/water"},
          {FindableKind::answer, "لایروبی قنات چگونه انجام می‌شود؟", "",
           "نماینده درخواست می‌دهد.", "/faq#qanat"},
          {FindableKind::news, "آغاز خرید زعفران", "سال ۱۴۰۵", "", "/news/saffron"}};
}

std::string addresses(std::string_view query) {
  const std::vector<Findable> all = sample();
  std::string out;
  for (const Findable* one : find(all, query)) out += one->address + " ";
  return out;
}

}  // namespace

TEST_CASE("spellings that people write for each other meet") {
  CHECK(addresses("قنات") == "/faq#qanat /contact/water ");  // in the title first
  CHECK(addresses("مسئول") == "/contact/water ");
  CHECK(addresses("قناتها") == "/contact/water ");
  CHECK(addresses("میشود") == "/faq#qanat ");
  CHECK(addresses("می شود") == "/faq#qanat ");
  CHECK(addresses("خريد") == "/news/saffron ");  // Arabic yeh
  CHECK(addresses("1405") == "/news/saffron ");
  CHECK(addresses("زعف") == "/news/saffron ");  // a beginning
  CHECK(addresses("عفران").empty());            // no ending
  CHECK(addresses("خرید قنات").empty());        // all words
  CHECK(addresses("؟ …").empty());
  CHECK(addresses("").empty());
}

TEST_CASE("a query in an address holds nothing that an address would read otherwise") {
  CHECK(query_for_address("  قنات/آب?#%20\\ ") == "قنات آب 20");
  CHECK(query_for_address("می‌شود") == "می‌شود");
  CHECK(query_for_address("///").empty());
  CHECK(query_for_address(std::string(500, 'a')).size() == 80);
}

TEST_CASE("no more is found than anybody reads") {
  const std::vector<Findable> many(200, {FindableKind::news, "خبر", "", "", "/news/1"});
  CHECK(find(many, "خبر").size() == kMostFound);
}

}  // namespace hamandish
