#include "shared/reports/promises.h"

#include <doctest/doctest.h>

#include <string>

namespace hamandish {
namespace {

Promise promise(const char* id) {
  Promise made;
  made.id = id;
  return made;
}

std::size_t at(CaseKind kind) {
  return static_cast<std::size_t>(kind);
}

}  // namespace

TEST_CASE("the promise of answers says how many came in time, and how long those of this month took") {
  PromiseFacts facts;
  const Profile profile;
  CHECK_FALSE(promise_figure(profile, promise("complaints"), facts).kept.has_value());
  facts.by_kind.at(at(CaseKind::complaint)) = {.received = 10, .on_time = 8, .late = 1, .overdue = 1};
  PromiseFigure figure = promise_figure(profile, promise("complaints"), facts);
  CHECK(figure.kept == true);
  CHECK(figure.sentence.find("۸۰٪") != std::string::npos);
  CHECK(figure.sentence.find("این ماه") == std::string::npos);
  facts.month_by_kind.at(at(CaseKind::complaint)) = {.answers = 3, .days = 10};
  facts.month_by_kind.at(at(CaseKind::request)) = {.answers = 1, .days = 3};
  facts.month_by_kind.at(at(CaseKind::suggestion)) = {.answers = 5, .days = 500};  // another promise
  figure = promise_figure(profile, promise("complaints"), facts);
  CHECK(figure.sentence.find("در این ماه ۴ پاسخ داده شد") != std::string::npos);
  CHECK(figure.sentence.find("۳٫۳ روز") != std::string::npos);  // 13 days in 4 answers
  facts.by_kind.at(at(CaseKind::complaint)).overdue = 3;
  CHECK(promise_figure(profile, promise("complaints"), facts).kept == false);
}

TEST_CASE("drafts: each must have been open for as long as was promised") {
  PromiseFacts facts;
  const Profile profile;
  CHECK_FALSE(promise_figure(profile, promise("drafts"), facts).kept.has_value());
  facts.own_drafts = {.opened = 2, .long_enough = 2, .open_now = 1, .comments = 7};
  facts.higher_drafts = {.opened = 1, .long_enough = 1};
  CHECK(promise_figure(profile, promise("drafts"), facts).kept == true);
  facts.higher_drafts.long_enough = 0;
  CHECK(promise_figure(profile, promise("drafts"), facts).kept == false);
  CHECK(promise_figure(profile, promise("own-drafts"), facts).kept == true);
  facts.own_drafts.open_now = 2;
  CHECK_FALSE(promise_figure(profile, promise("own-drafts"), facts).kept.has_value());
  facts.own_drafts.long_enough = 1;
  CHECK(promise_figure(profile, promise("own-drafts"), facts).kept == false);
}

TEST_CASE("a draft stands under the promise that speaks of its origin") {
  CHECK(is_kept_by("drafts", DraftOrigin::own));
  CHECK(is_kept_by("drafts", DraftOrigin::higher_authority));
  CHECK(is_kept_by("own-drafts", DraftOrigin::own));
  CHECK_FALSE(is_kept_by("own-drafts", DraftOrigin::higher_authority));
  CHECK(is_kept_by("higher-drafts", DraftOrigin::higher_authority));
  CHECK_FALSE(is_kept_by("higher-drafts", DraftOrigin::own));
  CHECK_FALSE(is_kept_by("news", DraftOrigin::own));
}

}  // namespace hamandish
