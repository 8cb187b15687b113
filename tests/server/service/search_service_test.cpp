// The search finds the oldest as well as the newest, by any of their words, and nothing that is not public.
#include "server/service/search_service.h"

#include <doctest/doctest.h>

#include <string>

#include "shared/calendar/tehran_time.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

struct SearchFixture : ServiceFixture {
  SearchFixture() {
    add_user("hoghoghi", Role::regulations, "legal");
    add_user("riyasat", Role::head_office, "head-office");
    add_user("ravabet", Role::public_relations, "public-relations");
  }

  std::int64_t news(const std::string& title, const std::string& body, bool publish = true) {
    NewsService::Content content;
    content.title = title;
    content.summary = "چکیده";
    content.body = body;
    const Result<std::int64_t> id = services->news.create(actor("ravabet"), content, kTestNow);
    REQUIRE(id.ok());
    if (publish) REQUIRE(services->news.take(actor("ravabet"), {*id, 1}, NewsStep::publish, kTestNow, kTestNow).ok());
    return *id;
  }

  SearchService::Found find(const std::string& query, std::size_t limit = 40) {
    Result<SearchService::Found> found = services->search.find(query, limit, kTestNow);
    REQUIRE(found.ok());
    return std::move(found).value();
  }
};

}  // namespace

TEST_CASE_FIXTURE(SearchFixture, "the oldest of five hundred items is found, by its title and by its body") {
  const std::int64_t oldest =
      news("زنبورداری در ارتفاعات", "کندوها را پیش از سرما جابه‌جا کنید.");
  for (int i = 0; i < 500; ++i) news("خبر شمارهٔ " + std::to_string(i), "متن");
  const SearchService::Found by_title = find("زنبورداری");
  REQUIRE(by_title.news.size() == 1);
  CHECK(by_title.news.front().id == oldest);
  CHECK(find("كندو سرما").news.size() == 1);
  CHECK(find("جابجا").news.empty());
  CHECK_FALSE(find("زنبورداری").more);
  const SearchService::Found many = find("خبر");
  CHECK(many.news.size() == 40);
  CHECK(many.more);
  CHECK(find("؟!").news.empty());
}

TEST_CASE_FIXTURE(SearchFixture,
                  "where the title says it stands first, and changed words are found instead of the old") {
  const std::int64_t in_title = news("قنات", "متن");
  const std::int64_t in_text = news("عنوان", "لایروبی قنات");
  const SearchService::Found found = find("قنات");
  REQUIRE(found.news.size() == 2);
  CHECK(found.news[0].id == in_title);
  CHECK(found.news[1].id == in_text);
  NewsService::Content content;
  content.title = "عنوان دیگر";
  content.summary = "چکیده";
  content.body = "چاه";
  REQUIRE(services->news.edit(actor("ravabet"), {in_text, 2}, content, kTestNow).ok());
  CHECK(find("قنات").news.size() == 1);
  CHECK(find("چاه").news.size() == 1);
}

TEST_CASE_FIXTURE(SearchFixture, "what is not public is not found, a draft is found by the words of its clauses") {
  news("محرمانه", "هنوز منتشر نشده", false);
  CHECK(find("محرمانه").news.empty());
  DraftsService::Content content;
  content.title = "دستورالعمل صدور پروانهٔ چاه";
  content.purpose = "هدف";
  content.affects = "همه";
  content.unit_id = test_profile().units.front().id;
  content.plain_text = "ماده ۱- نخست\nماده ۲- کارمزد کارشناسی گرفته نمی‌شود.";
  const Result<std::int64_t> id = services->drafts.create(actor("hoghoghi"), content, kTestNow);
  REQUIRE(id.ok());
  CHECK(find("کارمزد").drafts.empty());
  const Day tomorrow{to_tehran(kTestNow).day.number + 1};
  REQUIRE(services->drafts.take(actor("riyasat"), *id, 1, DraftStep::approve, {tomorrow, {}, {}, {}}, kTestNow).ok());
  REQUIRE(*services->drafts.run_clock(start_of_day_in_tehran(tomorrow)) == 1);
  REQUIRE(find("کارمزد").drafts.size() == 1);
  CHECK(find("کارمزد").drafts.front().id == *id);
}

}  // namespace hamandish::server
