#include "server/service/news_service.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

struct NewsFixture : ServiceFixture {
  NewsFixture() {
    add_user("ravabet", Role::public_relations, "public-relations");
    add_user("karshenas", Role::officer, "land");
  }

  NewsService& news() const { return services->news; }
  Actor pr() { return actor("ravabet"); }

  static NewsService::Content content(const std::string& title) {
    NewsService::Content made;
    made.title = title;
    made.summary = "چکیده";
    made.body = "## عنوان\nمتن";
    return made;
  }
  std::int64_t published(const std::string& title, CommentRule rule = CommentRule::before) {
    NewsService::Content made = content(title);
    made.comment_rule = rule;
    const Result<std::int64_t> id = news().create(pr(), made, kTestNow);
    REQUIRE(id.ok());
    REQUIRE(news().take(pr(), {*id, 1}, NewsStep::publish, kTestNow, kTestNow).ok());
    return *id;
  }
  std::string comment(std::int64_t item, const std::string& body, std::int64_t parent = 0) {
    const std::string address = std::to_string(item);
    const Result<std::string> code =
        news().comment({address, parent}, {{"comment_body", body}}, body, kTestNow + kHour);
    REQUIRE(code.ok());
    return *code;
  }
  std::int64_t id_of(const std::string& code) { return news().own_comment(code)->comment.id; }
  static NewsService::Decision decision(NewsCommentState state) {
    NewsService::Decision made;
    made.state = state;
    return made;
  }
};

std::string key_of(const Error& error) {
  return error.fields.empty() ? error.key : error.fields[0].key;
}

}  // namespace

TEST_CASE_FIXTURE(NewsFixture, "an item is the public's from its time on, pinned ones first, twenty a page") {
  const Result<std::int64_t> id = news().create(pr(), content("آینده"), kTestNow);
  REQUIRE(id.ok());
  CHECK(news().published(std::nullopt, 1, kTestNow)->total == 0);
  REQUIRE(news().take(pr(), {*id, 1}, NewsStep::publish, kTestNow + kHour, kTestNow).ok());
  const std::string address = std::to_string(*id);
  CHECK_FALSE(news().published_item(address, kTestNow).ok());
  CHECK(news().published_item(address, kTestNow + kHour).ok());
  for (int i = 0; i < 21; ++i) published("خبر " + std::to_string(i));
  REQUIRE(news().take(pr(), {*id, 2}, NewsStep::pin, kTestNow, kTestNow).ok());
  const Result<NewsService::List> list = news().published(std::nullopt, 1, kTestNow + 2 * kHour);
  REQUIRE(list.ok());
  CHECK(list->total == 22);
  CHECK(list->rows.size() == 20);
  CHECK(list->rows[0].id == *id);
  CHECK(list->rows[1].title == "خبر 20");
  CHECK(news().published(std::nullopt, 2, kTestNow + 2 * kHour)->rows.size() == 2);
  CHECK(news().published(NewsCategory::event, 1, kTestNow)->total == 0);
  REQUIRE(news().take(pr(), {*id, 3}, NewsStep::withdraw, kTestNow, kTestNow).ok());
  CHECK_FALSE(news().published_item(address, kTestNow + 2 * kHour).ok());
}

TEST_CASE_FIXTURE(NewsFixture, "what is wrong with an item is said at its field, and two do not overwrite each other") {
  NewsService::Content bad;
  bad.slug = "12";
  const Result<std::int64_t> none = news().create(pr(), bad, kTestNow);
  REQUIRE_FALSE(none.ok());
  CHECK(none.error().fields.size() == 4);
  NewsService::Content named = content("یک");
  named.slug = "one";
  const Result<std::int64_t> id = news().create(pr(), named, kTestNow);
  REQUIRE(id.ok());
  CHECK(key_of(news().create(pr(), named, kTestNow).error()) == "news.slug_taken");
  CHECK(news().edit(pr(), {*id, 1}, named, kTestNow).ok());
  CHECK(key_of(news().edit(pr(), {*id, 1}, named, kTestNow).error()) == "news.changed_meanwhile");
  CHECK(key_of(news().take(pr(), {*id, 2}, NewsStep::withdraw, kTestNow, kTestNow).error()) == "news.not_possible_now");
  CHECK(key_of(news().take(pr(), {*id, 2}, NewsStep::publish, kTestNow + -1, kTestNow).error()) ==
        "news.publish_in_past");
  REQUIRE(news().take(pr(), {*id, 2}, NewsStep::publish, kTestNow, kTestNow).ok());
  CHECK(news().published_item("one", kTestNow)->id == *id);
  CHECK(count("SELECT count(*) FROM audit WHERE area = 'news'") == 3);
}

TEST_CASE_FIXTURE(NewsFixture, "a comment waits for its officer, is answered, and its author learns it by the code") {
  const std::int64_t item = published("خبر");
  const std::string code = comment(item, "چرا چنین شد؟");
  CHECK(code.size() == 16);
  CHECK(comment(item, "چرا چنین شد؟") == code);  // the same key
  CHECK(news().threads(item, 0, 20)->empty());
  CHECK(news().queue(pr(), {}, 0, 20)->waiting == 1);
  CHECK(key_of(news().decide(pr(), id_of(code), decision(NewsCommentState::rejected), kTestNow).error()) ==
        "news_comment.reason_needed");
  NewsService::Decision early = decision(NewsCommentState::waiting);
  early.answer = "پاسخ";
  CHECK(key_of(news().decide(pr(), id_of(code), early, kTestNow).error()) == "news_comment.answer_unpublished");
  NewsService::Decision good = decision(NewsCommentState::published);
  good.tone = CommentTone::critical;
  good.tags = "پرداخت، قیمت";
  good.answer = "زیرا چنین بود.";
  REQUIRE(news().decide(pr(), id_of(code), good, kTestNow + 2 * kHour).ok());
  CHECK(news().own_comment(code)->answer == "زیرا چنین بود.");
  CHECK(news().published_item(std::to_string(item), kTestNow)->comment_count == 1);
  const std::string answer = comment(item, "پس چنین!", id_of(code));
  REQUIRE(news().decide(pr(), id_of(answer), decision(NewsCommentState::published), kTestNow).ok());
  const Result<std::vector<NewsService::Thread>> threads = news().threads(item, 0, 20);
  REQUIRE(threads->size() == 1);
  REQUIRE(threads->front().answers.size() == 2);
  CHECK(threads->front().answers[0].official);
  // One level: an answer is not answered by people, but by the organisation.
  CHECK_FALSE(news().answerable(item, id_of(answer)).ok());
  good.answer = "آری.";
  REQUIRE(news().decide(pr(), id_of(answer), good, kTestNow).ok());
  CHECK(news().threads(item, 0, 20)->front().answers.size() == 3);
  // Words of an answer can be mended; there is still one.
  good.answer = "آری، چنین.";
  REQUIRE(news().decide(pr(), id_of(answer), good, kTestNow).ok());
  CHECK(news().own_comment(answer)->answer == "آری، چنین.");
  // An answered comment can be taken out of sight; the form brings the answer's words along.
  good.state = NewsCommentState::waiting;
  REQUIRE(news().decide(pr(), id_of(answer), good, kTestNow).ok());
  CHECK(news().threads(item, 0, 20)->front().answers.size() == 1);
  good.state = NewsCommentState::published;
  REQUIRE(news().decide(pr(), id_of(answer), good, kTestNow).ok());
  CHECK(news().threads(item, 0, 20)->front().answers.size() == 3);
}

TEST_CASE_FIXTURE(NewsFixture, "of many answers the first few stand below a comment, the others are read on demand") {
  const std::int64_t item = published("خبر", CommentRule::after);
  const std::string code = comment(item, "سخنی که بسیار پاسخ گرفت");
  std::vector<std::int64_t> answers;
  for (int i = 0; i < 10; ++i) answers.push_back(id_of(comment(item, "پاسخ " + std::to_string(i), id_of(code))));
  NewsService::Decision official = decision(NewsCommentState::published);
  official.answer = "سخن سازمان";
  REQUIRE(news().decide(pr(), id_of(code), official, kTestNow).ok());
  const NewsService::Thread shown = news().threads(item, 0, 20)->front();
  REQUIRE(shown.answers.size() == 4);
  CHECK(shown.answers[0].body == "سخن سازمان");
  CHECK(shown.answers[1].id == answers[0]);
  CHECK(shown.more == 7);
  // Page by page to the end: each once, the organisation's word above every page.
  std::vector<std::int64_t> read;
  std::int64_t after = 0;
  for (const std::int64_t left : {6, 2, 0}) {
    const Result<NewsService::Thread> page = news().thread(item, id_of(code), after, 4);
    REQUIRE(page);
    CHECK(page->more == left);
    CHECK(page->answers.front().official);
    for (const NewsCommentRow& row : page->answers) {
      if (!row.official) read.push_back(row.id);
    }
    after = page->last;
  }
  CHECK(read == answers);
  CHECK_FALSE(news().thread(item, answers[0], 0, 4).ok());
  CHECK_FALSE(news().thread(item + 1, id_of(code), 0, 4).ok());
}

TEST_CASE_FIXTURE(NewsFixture, "the queue is narrowed by state, item, tone, subject and answer") {
  const std::int64_t first = published("نخست", CommentRule::after);
  const std::int64_t second = published("دوم", CommentRule::before);
  const std::string at_once = comment(first, "بی‌درنگ");
  const std::string later = comment(second, "در نوبت");
  CHECK(news().threads(first, 0, 20)->size() == 1);
  NewsService::Decision sorted = decision(NewsCommentState::published);
  sorted.tone = CommentTone::positive;
  sorted.tags = "آب";
  REQUIRE(news().decide(pr(), id_of(at_once), sorted, kTestNow).ok());
  const auto found = [&](const NewsQueueFilter& filter) { return news().queue(pr(), filter, 0, 20)->comments.size(); };
  CHECK(found({}) == 2);
  CHECK(found({.state = NewsCommentState::waiting}) == 1);
  CHECK(found({.news_id = first}) == 1);
  CHECK(found({.tag = "آب"}) == 1);
  CHECK(found({.tag = "خاک"}) == 0);
  CHECK(found({.tone = CommentTone::positive}) == 1);
  CHECK(found({.tone = CommentTone::critical}) == 0);
  CHECK(found({.answered = false}) == 2);
  CHECK(found({.answered = true}) == 0);
  CHECK(found({.state = NewsCommentState::published, .tag = "آب", .tone = CommentTone::positive}) == 1);
  CHECK(news().tags(pr())->size() == 1);
}

TEST_CASE_FIXTURE(NewsFixture, "one voice for each device, and nobody comments where none are taken") {
  const std::int64_t item = published("خبر", CommentRule::closed);
  const std::string address = std::to_string(item);
  REQUIRE(news().vote(address, "device-1", true, kTestNow).ok());
  REQUIRE(news().vote(address, "device-1", true, kTestNow).ok());
  REQUIRE(news().vote(address, "device-2", true, kTestNow).ok());
  REQUIRE(news().vote(address, "device-2", false, kTestNow).ok());
  const Result<NewsRow> row = news().published_item(address, kTestNow);
  CHECK(row->useful_yes == 1);
  CHECK(row->useful_no == 1);
  const Result<std::string> none = news().comment({address, 0}, {{"comment_body", "سلام"}}, "k", kTestNow);
  CHECK(none.error().key == "news_comment.closed");
  CHECK_FALSE(news().comment({"999", 0}, {{"comment_body", "سلام"}}, "k", kTestNow).ok());
  CHECK_FALSE(news().vote("999", "device-1", true, kTestNow).ok());
}

TEST_CASE_FIXTURE(NewsFixture, "who does not keep the news is refused everywhere") {
  const Actor other = actor("karshenas");
  const std::int64_t item = published("خبر");
  const auto refused = [](const auto& result) { return result.error().code == Code::forbidden; };
  CHECK(refused(news().all(other, 0, 20)));
  CHECK(refused(news().item(other, item)));
  CHECK(refused(news().create(other, content("نه"), kTestNow)));
  CHECK(refused(news().edit(other, {item, 2}, content("نه"), kTestNow)));
  CHECK(refused(news().take(other, {item, 2}, NewsStep::withdraw, kTestNow, kTestNow)));
  CHECK(refused(news().queue(other, {}, 0, 20)));
  CHECK(refused(news().tags(other)));
  CHECK(refused(news().one_comment(other, 1)));
  CHECK(refused(news().decide(other, 1, decision(NewsCommentState::published), kTestNow)));
}

}  // namespace hamandish::server
