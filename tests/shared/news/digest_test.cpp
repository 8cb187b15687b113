#include "shared/news/digest.h"

#include <doctest/doctest.h>

#include "shared/calendar/jalali.h"
#include "shared/calendar/tehran_time.h"

using namespace hamandish;

namespace {

Day day(int year, int month, int number) {
  return to_day({year, month, number});
}

DigestComment comment(std::int64_t item, Day on, std::optional<CommentTone> tone, std::vector<std::string> tags) {
  DigestComment made;
  made.news_id = item;
  made.news_title = "مطلب " + std::to_string(item);
  made.body = "سخن";
  made.at = start_of_day_in_tehran(on) + kHour;
  made.state = NewsCommentState::published;
  made.tone = tone;
  made.tags = std::move(tags);
  return made;
}

}  // namespace

TEST_CASE("a period ends after it begins and is a year at most") {
  CHECK(check_period({day(1405, 1, 1), day(1405, 1, 1)}).ok());
  CHECK(check_period({day(1405, 1, 1), day(1405, 12, 29)}).ok());
  CHECK(check_period({day(1405, 1, 2), day(1405, 1, 1)}).error().fields[0].key == "digest.order_bad");
  CHECK(check_period({day(1400, 1, 1), day(1405, 1, 1)}).error().fields[0].key == "digest.too_long");
  const DigestPeriod usual = usual_period(start_of_day_in_tehran(day(1405, 8, 30)) + kHour);
  CHECK(usual == DigestPeriod{day(1405, 8, 1), day(1405, 8, 30)});
}

TEST_CASE("a month is followed by weeks, half a year by months, a year by seasons") {
  const auto names = [](Day from, Day to) {
    std::vector<std::string> all;
    for (const DigestPart& part : make_digest({from, to}, {}).parts) all.push_back(part.name);
    return all;
  };
  CHECK(names(day(1405, 8, 1), day(1405, 8, 30)).size() == 5);
  CHECK(names(day(1405, 1, 15), day(1405, 3, 1)) ==
        std::vector<std::string>{"فروردین ۱۴۰۵", "اردیبهشت ۱۴۰۵", "خرداد ۱۴۰۵"});
  CHECK(names(day(1404, 11, 1), day(1405, 8, 30)) ==
        std::vector<std::string>{"زمستان ۱۴۰۴", "بهار ۱۴۰۵", "تابستان ۱۴۰۵", "پاییز ۱۴۰۵"});
  CHECK(names(day(1405, 8, 1), day(1405, 8, 1)).size() == 1);
}

TEST_CASE("themes by time, items by comments, quotes by tone, and what waits") {
  const DigestPeriod period{day(1405, 7, 1), day(1405, 9, 30)};
  std::vector<DigestComment> comments;
  comments.push_back(comment(1, day(1405, 7, 1), CommentTone::critical, {"آب", "خاک"}));
  comments.push_back(comment(1, day(1405, 7, 30), CommentTone::positive, {"آب"}));
  comments.back().answered = true;
  comments.push_back(comment(2, day(1405, 9, 30), CommentTone::neutral, {"آب"}));
  comments.push_back(comment(2, day(1405, 9, 30), std::nullopt, {}));
  comments.back().state = NewsCommentState::waiting;
  comments.push_back(comment(1, day(1405, 9, 30), CommentTone::neutral, {"تبلیغ"}));
  comments.back().state = NewsCommentState::rejected;
  const NewsDigest digest = make_digest(period, comments);
  CHECK(digest.total == 5);
  CHECK(digest.untoned == 1);
  CHECK(digest.answered == 1);
  REQUIRE(digest.themes.size() == 3);
  CHECK(digest.themes[0].tag == "آب");
  CHECK(digest.themes[0].by_part == std::vector<std::int64_t>{2, 0, 1});
  CHECK(digest.themes[0].critical == 1);
  CHECK(digest.themes[1].tag == "خاک");
  CHECK(digest.themes[2].tag.empty());
  REQUIRE(digest.items.size() == 2);
  CHECK(digest.items[0].news_id == 1);
  CHECK(digest.items[0].comments == 3);
  REQUIRE(digest.quotes.size() == 3);
  CHECK(digest.quotes[0].tone == CommentTone::critical);
  CHECK(digest.answers.size() == 1);
  CHECK(digest.waiting_count == 2);  // one for a verdict, one critical without an answer
}

TEST_CASE("shares are rounded, texts are cut at words, waiting is counted in whole days") {
  CHECK(percent_of(1, 3) == 33);
  CHECK(percent_of(2, 3) == 67);
  CHECK(percent_of(1, 2) == 50);
  CHECK(percent_of(0, 0) == 0);
  CHECK(cut_text("یک دو سه", 20) == "یک دو سه");
  CHECK(cut_text("یک دو سه", 6) == "یک دو…");
  CHECK(cut_text("یک\nدو", 20) == "یک دو");
  CHECK(cut_text("اااااااااا", 4) == "اااا…");
  DigestComment one;
  CHECK(days_waited(one, Instant{0} + 2 * kDay + kHour) == 2);
  CHECK(days_waited(one, Instant{-1}) == 0);
}
