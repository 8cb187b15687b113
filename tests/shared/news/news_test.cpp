#include "shared/news/news.h"

#include <doctest/doctest.h>

#include "shared/news/news_comment.h"
#include "shared/news/rich_text.h"

using namespace hamandish;

TEST_CASE("a published item is scheduled until its time, and drafts stay drafts whatever the clock says") {
  const Instant at{1000};
  CHECK(news_phase(NewsState::published, at, Instant{999}) == NewsPhase::scheduled);
  CHECK(news_phase(NewsState::published, at, Instant{1000}) == NewsPhase::published);
  CHECK(news_phase(NewsState::draft, at, Instant{5000}) == NewsPhase::draft);
  CHECK(news_phase(NewsState::withdrawn, at, Instant{5000}) == NewsPhase::withdrawn);
}

TEST_CASE("names survive the wire") {
  for (const NewsCategory one : kNewsCategories) CHECK(news_category_from(wire_name(one)) == one);
  for (const NewsState one : kNewsStates) CHECK(news_state_from(wire_name(one)) == one);
  for (const CommentRule one : kCommentRules) CHECK(comment_rule_from(wire_name(one)) == one);
  for (const CommentTone one : kCommentTones) CHECK(comment_tone_from(wire_name(one)) == one);
  for (const NewsCommentState one : kNewsCommentStates) CHECK(news_comment_state_from(wire_name(one)) == one);
  for (const NewsStep one : kNewsSteps) CHECK(news_step_from(wire_name(one)) == one);
  CHECK_FALSE(news_category_from("").has_value());
  CHECK_FALSE(news_comment_state_from("held").has_value());
}

TEST_CASE("a slug is told from a number and from the words of the addresses") {
  for (const char* good : {"frost-warning", "a", "2026-report", "x1"}) CHECK(is_news_slug(good));
  for (const char* bad : {"", "12", "-a", "a-", "a--b", "A", "page", "category", "a/b", "خبر", "a b", "feed.atom"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_news_slug(bad));
  }
  CHECK_FALSE(is_news_slug(std::string(61, 'a')));
}

TEST_CASE("subjects are cut at commas of any kind, normalised and kept once") {
  const std::vector<std::string> tags = tags_in(" قيمت ، پرداخت,قیمت;\nآب ، ،");
  CHECK(tags == std::vector<std::string>{"قیمت", "پرداخت", "آب"});
  CHECK(tags_text(tags) == "قیمت، پرداخت، آب");
  CHECK(tags_in(std::string(500, 'x')).empty());
  std::string many;
  for (int i = 0; i < 20; ++i) many += "t" + std::to_string(i) + ",";
  CHECK(tags_in(many).size() == kMostTags);
}

TEST_CASE("rich text knows headings, lists and links; all else stays text") {
  using Kind = RichBlock::Kind;
  const auto blocks = rich_blocks("یک\nدو\n\n## سر\n- الف\n- ب\n۱. نخست\n2- دوم\n[میز](/desk)\n1405 سال خوبی است");
  REQUIRE(blocks.size() == 6);
  CHECK(blocks[0] == RichBlock{Kind::paragraph, "یک\nدو", {}, {}});
  CHECK(blocks[1] == RichBlock{Kind::heading, "سر", {}, {}});
  CHECK(blocks[2].items == std::vector<std::string>{"الف", "ب"});
  CHECK(blocks[3].kind == Kind::numbers);
  CHECK(blocks[3].items.size() == 2);
  CHECK(blocks[4] == RichBlock{Kind::link, "میز", "/desk", {}});
  CHECK(blocks[5].kind == Kind::paragraph);
  for (const char* text : {"<script>alert(1)</script>", "[x](javascript:alert(1))", "[x](//evil.example)", "[](/a)",
                           "[x](#)", "![x](/a)", "12345. نه"}) {
    CAPTURE(text);
    const auto plain = rich_blocks(text);
    REQUIRE(plain.size() == 1);
    CHECK(plain[0].kind == Kind::paragraph);
    CHECK(plain[0].text == text);
  }
}

TEST_CASE("rich text: what lines begin with makes quotations") {
  const auto blocks =
      rich_blocks("گفت:\n> آب کم است\n> و باغ‌ها خشک\n\n> دیگر\n>بی‌فاصله");
  REQUIRE(blocks.size() == 4);
  CHECK(blocks[1] == RichBlock{RichBlock::Kind::quote, "آب کم است\nو باغ‌ها خشک", {}, {}});
  CHECK(blocks[2].text == "دیگر");
  CHECK(blocks[3] == RichBlock{RichBlock::Kind::paragraph, ">بی‌فاصله", {}, {}});
}

TEST_CASE("rich text: strong words and links among others") {
  using Words = std::vector<RichWords>;
  CHECK(rich_words("").empty());
  CHECK(rich_words("ساده") == Words{{"ساده", {}, false}});
  CHECK(rich_words("مهلت **سی روز** است؛ [متن](/drafts/1) را ببینید.") == Words{{"مهلت ", {}, false},
                                                                                {"سی روز", {}, true},
                                                                                {" است؛ ", {}, false},
                                                                                {"متن", "/drafts/1", false},
                                                                                {" را ببینید.", {}, false}});
  CHECK(rich_words("**الف****ب**") == Words{{"الف", {}, true}, {"ب", {}, true}});
  for (const char* text :
       {"** الف**", "**الف", "****", "2 ** 3 ** 4", "[x](javascript:alert(1))", "[](/a)", "[x](#)", "[x]", "[[x](/a"}) {
    CAPTURE(text);
    CHECK(rich_words(text) == Words{{text, {}, false}});
  }
}

TEST_CASE("a comment needs words, and no name") {
  CHECK(check_news_comment({{"comment_body", "خوب بود"}}).ok());
  CHECK(check_news_comment({{"comment_body", " خوب  بود "}, {"comment_author", "مريم"}})->author == "مریم");
  CHECK_FALSE(check_news_comment({}).ok());
  CHECK_FALSE(check_news_comment({{"comment_body", "\u200C "}}).ok());
  CHECK_FALSE(check_news_comment({{"comment_body", "خوب بود"}, {"comment_author", "<b>"}}).ok());
  CHECK_FALSE(check_news_comment({{"comment_body", "خوب بود"}, {"official", "1"}}).ok());
}
