#include "server/service/drafts_service.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "server/store/drafts_store.h"
#include "shared/calendar/jalali.h"
#include "shared/calendar/tehran_time.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

struct DraftFixture : ServiceFixture {
  DraftFixture() {
    add_user("hoghoghi", Role::regulations, "legal");
    add_user("riyasat", Role::head_office, "head-office");
    add_user("karshenas", Role::officer, "land");
    add_user("ravabet", Role::public_relations, "public-relations");
  }

  DraftsService& drafts() const { return services->drafts; }

  static DraftsService::Content content() {
    DraftsService::Content made;
    made.title = "دستورالعمل صدور پروانهٔ چاه";
    made.purpose = "برای آنکه همه بدانند پروانه چگونه داده می‌شود.";
    made.affects = "کشاورزان و بهره‌برداران چاه";
    made.unit_id = test_profile().units.front().id;
    made.plain_text =
        "ماده ۱- درخواست در سامانه ثبت می‌شود.\nماده ۲- پاسخ سی روزه است.\nتبصره ۱- روزهای تعطیل شمرده نمی‌شود.";
    return made;
  }

  std::int64_t version(std::int64_t id) { return drafts().whole(actor("riyasat"), id)->row.version; }
  DraftState state(std::int64_t id) { return drafts().whole(actor("riyasat"), id)->row.state; }

  Result<void> take(const std::string& who, std::int64_t id, DraftStep step, const DraftsService::StepWords& words,
                    Instant now) {
    return drafts().take(actor(who), id, version(id), step, words, now);
  }

  // Made today, opened tomorrow by the clock; gives the id. The window is from tomorrow to `closes`.
  std::int64_t opened() {
    const Result<std::int64_t> id = drafts().create(actor("hoghoghi"), content(), kTestNow);
    REQUIRE(id);
    const Day tomorrow{to_tehran(kTestNow).day.number + 1};
    REQUIRE(take("riyasat", *id, DraftStep::approve, {tomorrow, {}, {}, {}}, kTestNow).ok());
    REQUIRE(*drafts().run_clock(start_of_day_in_tehran(tomorrow)) == 1);
    REQUIRE(state(*id) == DraftState::open);
    return *id;
  }
  Instant during(std::int64_t id) { return opening(*drafts().whole(actor("riyasat"), id)->row.window) + kDay; }
  Instant after(std::int64_t id) { return closing(*drafts().whole(actor("riyasat"), id)->row.window); }

  static Answers words(const std::string& body) {
    return {{"body", body}, {"commenter_group", "citizen"}, {"publication", "without_name"}};
  }
};

std::string key_of(const Result<void>& result) {
  if (result) return "ok";
  return result.error().fields.empty() ? result.error().key : result.error().fields[0].key;
}

}  // namespace

TEST_CASE_FIXTURE(DraftFixture, "a draft from its preparation to its issue, with comments of every outcome") {
  const std::int64_t id = opened();
  const Instant now = during(id);
  const Result<std::string> first = drafts().comment(id, "a2", words("سی روز بسیار زیاد است."), "k1", now);
  const Result<std::string> second =
      drafts().comment(id, "a1", words("سامانه در روستا کار نمی‌کند."), "k2", now);
  const Result<std::string> third = drafts().comment(id, "", words("با همهٔ آن موافقم و سپاسگزارم."), "k3", now);
  REQUIRE((first.ok() && second.ok() && third.ok()));
  CHECK(first->size() == 16);
  CHECK(drafts().published_draft(id)->row.comment_count == 3);

  CHECK(*drafts().run_clock(after(id)) == 1);
  CHECK(state(id) == DraftState::reviewing);
  CHECK_FALSE(drafts().comment(id, "a2", words("دیر رسیدم."), "k4", after(id)).ok());

  const Actor legal = actor("hoghoghi");
  const Result<std::vector<DraftsService::Answer>> rows = drafts().answers(legal, id, 0, 10);
  REQUIRE(rows);
  REQUIRE(rows->size() == 3);
  DraftsService::StepWords amended;
  amended.plain_text =
      "ماده ۱- درخواست در سامانه یا دفتر ثبت می‌شود.\nماده ۲- پاسخ بیست روزه است.\nتبصره ۱- روزهای تعطیل شمرده نمی‌شود.";
  REQUIRE(take("hoghoghi", id, DraftStep::amend, amended, after(id)).ok());
  DraftsService::StepWords issue;
  issue.day = to_tehran(after(id)).day;
  issue.number = "۱۲۳/۴۵";
  CHECK(key_of(take("riyasat", id, DraftStep::issue, issue, after(id))) == "draft.comments_undecided");

  const Disposition outcomes[] = {Disposition::accepted, Disposition::partly, Disposition::not_accepted};
  for (std::size_t i = 0; i < rows->size(); ++i) {
    const DispositionRow row{1, outcomes[i], "دلیل " + std::to_string(i), i == 0 ? "a2-n1" : ""};
    REQUIRE(drafts().answer(legal, (*rows)[i].row.id, row, after(id)).ok());
  }
  DraftsService::StepWords early = issue;
  early.day = drafts().whole(legal, id)->row.window->closes_on;
  CHECK(key_of(take("riyasat", id, DraftStep::issue, early, after(id))) == "draft.issue_before_end");
  REQUIRE(take("riyasat", id, DraftStep::issue, issue, after(id)).ok());
  const Result<DraftsService::Whole> issued = drafts().published_draft(id);
  REQUIRE(issued);
  CHECK(issued->row.issue_number == "۱۲۳/۴۵");
  CHECK(issued->amended.size() == 3);
  CHECK(issued->row.text_hash == hash_of(issued->proposed));
  const Result<DraftsService::Heard> heard = drafts().counts(id);
  REQUIRE(heard);
  CHECK(heard->outcomes.accepted == 1);
  CHECK(heard->outcomes.undecided == 0);
  CHECK(heard->groups[static_cast<std::size_t>(CommenterGroup::citizen)] == 3);
  const Result<DraftsService::OwnComment> own = drafts().own_comment(*first);
  REQUIRE(own);
  CHECK(own->answer.outcome == Disposition::accepted);
  CHECK(own->answer.reason == "دلیل 0");
  CHECK(own->clause_name == "ماده ۲");
  REQUIRE(own->changed);
  CHECK(own->changed->text ==
        "روزهای تعطیل شمرده نمی‌شود.");  // a note that only the amended text has
  CHECK_FALSE(drafts().own_comment(*third)->changed);
  const Result<void> chain = database->read([](Reader& reader) { return verify_draft_steps(reader); });
  CHECK(chain.ok());
}

TEST_CASE_FIXTURE(DraftFixture, "a step that was changed behind the server's back is found by verify") {
  const Result<std::int64_t> id = drafts().create(actor("hoghoghi"), content(), kTestNow);
  REQUIRE(id);
  REQUIRE(database->verify().ok());
  const Result<void> changed = database->write([](Transaction& transaction) -> Result<void> {
    const Result<std::int64_t> dropped = transaction.execute("DROP TRIGGER draft_steps_stay_as_they_are", {});
    if (!dropped) return dropped.error();
    const Result<std::int64_t> done = transaction.execute("UPDATE draft_steps SET at = at + 1 -- whole table", {});
    if (!done) return done.error();
    return {};
  });
  REQUIRE(changed.ok());
  const Result<void> verified = database->verify();
  REQUIRE_FALSE(verified.ok());
  CHECK(verified.error().detail.find("draft steps") != std::string::npos);
}

TEST_CASE_FIXTURE(DraftFixture, "who may do what, and in which order") {
  const Result<std::int64_t> id = drafts().create(actor("hoghoghi"), content(), kTestNow);
  REQUIRE(id);
  const DraftsService::StepWords tomorrow{Day{to_tehran(kTestNow).day.number + 1}, {}, {}, {}};
  CHECK(drafts().create(actor("karshenas"), content(), kTestNow).error().code == Code::forbidden);
  CHECK(drafts().whole(actor("karshenas"), *id).error().code == Code::forbidden);
  CHECK(key_of(take("hoghoghi", *id, DraftStep::approve, tomorrow, kTestNow)) == "error.forbidden");
  CHECK(key_of(take("riyasat", *id, DraftStep::issue, tomorrow, kTestNow)) == "draft.not_possible_now");
  CHECK(key_of(take("riyasat", *id, DraftStep::open, tomorrow, kTestNow)) == "error.forbidden");
  DraftsService::StepWords yesterday = tomorrow;
  yesterday.day.number -= 2;
  CHECK(key_of(take("riyasat", *id, DraftStep::approve, yesterday, kTestNow)) == "draft.opening_in_past");
  const std::int64_t stale = version(*id);
  REQUIRE(drafts().edit(actor("hoghoghi"), *id, stale, content(), kTestNow).ok());
  CHECK(key_of(drafts().edit(actor("hoghoghi"), *id, stale, content(), kTestNow)) == "draft.changed_meanwhile");
  REQUIRE(take("riyasat", *id, DraftStep::approve, tomorrow, kTestNow).ok());
  CHECK(key_of(drafts().edit(actor("hoghoghi"), *id, version(*id), content(), kTestNow)) == "draft.not_possible_now");
}

TEST_CASE_FIXTURE(DraftFixture,
                  "before its opening a draft is nobody's to read, and a withdrawn one that was open stays") {
  const Result<std::int64_t> id = drafts().create(actor("hoghoghi"), content(), kTestNow);
  REQUIRE(id);
  CHECK(drafts().published_draft(*id).error().code == Code::not_found);
  CHECK(drafts().published(kDraftStates, std::nullopt, 10)->rows.empty());
  CHECK(drafts().comment(*id, "a1", words("زود آمدم."), "k", kTestNow).error().code == Code::not_found);
  DraftsService::StepWords reason;
  CHECK(key_of(take("hoghoghi", *id, DraftStep::withdraw, reason, kTestNow)) == "draft.withdraw_reason_needed");
  reason.reason = "دیگر نیازی نیست.";
  REQUIRE(take("hoghoghi", *id, DraftStep::withdraw, reason, kTestNow).ok());
  CHECK(drafts().published_draft(*id).error().code == Code::not_found);
  const std::int64_t open = opened();
  REQUIRE(take("hoghoghi", open, DraftStep::withdraw, reason, during(open)).ok());
  CHECK(drafts().published_draft(open)->row.end_reason == "دیگر نیازی نیست.");
}

TEST_CASE_FIXTURE(DraftFixture,
                  "a list goes on where the page before ended, and what was never open is not in the public one") {
  std::vector<std::int64_t> opens;
  for (int i = 0; i < 5; ++i) opens.push_back(opened());
  DraftsService::StepWords reason;
  reason.reason = "دیگر نیازی نیست.";
  for (const std::size_t i : {std::size_t{0}, std::size_t{3}})
    REQUIRE(take("hoghoghi", opens[i], DraftStep::withdraw, reason, kTestNow).ok());
  const Result<std::int64_t> never = drafts().create(actor("hoghoghi"), content(), kTestNow);
  REQUIRE(take("hoghoghi", *never, DraftStep::withdraw, reason, kTestNow).ok());

  const auto walk = [&](int limit, auto read) {
    std::vector<std::int64_t> ids;
    std::optional<DraftMark> from;
    for (int page = 0; page < 10; ++page) {
      const Result<DraftsService::Part> part = read(from, limit);
      REQUIRE(part);
      CHECK(part->rows.size() <= static_cast<std::size_t>(limit));
      for (const DraftRow& row : part->rows) ids.push_back(row.id);
      if (!part->next) return ids;
      CHECK(part->rows.size() == static_cast<std::size_t>(limit));
      from = part->next;
    }
    FAIL("the list does not end");
    return ids;
  };
  const auto everything = [&](const std::optional<DraftMark>& from, int limit) {
    return drafts().published(kDraftStates, from, limit);
  };
  const auto staff = [&](const std::optional<DraftMark>& from, int limit) {
    return drafts().all(actor("riyasat"), kDraftStates, from, limit);
  };
  const std::vector<std::int64_t> wanted = {opens[4], opens[2], opens[1], opens[3], opens[0]};
  const std::vector<std::int64_t> wanted_by_staff = {opens[4], opens[2], opens[1], *never, opens[3], opens[0]};
  for (const int limit : {1, 2, 3, 4, 5, 6}) {
    CAPTURE(limit);
    CHECK(walk(limit, everything) == wanted);
    CHECK(walk(limit, staff) == wanted_by_staff);
  }
  const DraftState only[] = {DraftState::withdrawn};
  CHECK(drafts().published(only, std::nullopt, 10)->rows.size() == 2);
  // A mark of a state that is not in the list: nothing follows.
  CHECK(drafts().published(only, DraftMark{DraftState::open, opens[4]}, 10)->rows.empty());
  CHECK(drafts().all(actor("karshenas"), kDraftStates, std::nullopt, 10).error().code == Code::forbidden);
}

TEST_CASE_FIXTURE(DraftFixture, "the same key gives the same code, and a campaign is one group with its number") {
  const std::int64_t id = opened();
  const Instant now = during(id);
  const std::string text =
      "ما کشاورزان این منطقه با مادهٔ دوم مخالفیم و می‌خواهیم مهلت پاسخ ده روز باشد نه سی روز";
  const Result<std::string> code = drafts().comment(id, "a2", words(text), "k1", now);
  REQUIRE(code);
  CHECK(*drafts().comment(id, "a2", words(text), "k1", now) == *code);
  for (int i = 2; i <= 6; ++i)
    REQUIRE(drafts().comment(id, "a2", words(text + " امضا"), "k" + std::to_string(i), now).ok());
  REQUIRE(drafts().comment(id, "a2", words("من موافقم."), "k7", now).ok());
  const Result<std::vector<DraftsService::Answer>> rows = drafts().answers(actor("hoghoghi"), id, 0, 10);
  REQUIRE(rows->size() == 2);
  CHECK((*rows)[0].row.content.comments == 6);
  CHECK((*rows)[1].row.content.comments == 1);
  CHECK(drafts().published_draft(id)->row.comment_count == 7);
}

TEST_CASE_FIXTURE(DraftFixture, "what is wrong with a comment is told by its field, all at once") {
  const std::int64_t id = opened();
  Answers answers = {{"commenter_group", "professional_body"}, {"publication", "with_name"}, {"email", "nobody"}};
  const Result<std::string> refused = drafts().comment(id, "a1", answers, "k1", during(id));
  REQUIRE_FALSE(refused);
  std::vector<std::string> fields;
  for (const FieldError& one : refused.error().fields) fields.push_back(one.field);
  CHECK(fields == std::vector<std::string>{"email", "body", "first_name", "last_name", "organisation"});
  CHECK(drafts().comment(id, "a9", words("متن"), "k2", during(id)).error().key == "draft.clause_unknown");
  CHECK(drafts().comment(id, "a1", words("متن"), "", during(id)).error().key == "error.idempotency_missing");
}

TEST_CASE_FIXTURE(DraftFixture, "moderation: published, held with a reason, and never against the author's wish") {
  const std::int64_t id = opened();
  REQUIRE(drafts().comment(id, "a1", words("نظری برای همه."), "k1", during(id)).ok());
  Answers secret = words("نظری تنها برای شما.");
  set_answer(secret, "publication", "not_at_all");
  REQUIRE(drafts().comment(id, "a1", secret, "k2", during(id)).ok());
  const Actor relations = actor("ravabet");
  const std::int64_t open_one = drafts().comments(relations, id, CommentState::waiting, 0, 10)->front().id;
  const std::int64_t secret_one = drafts().comments(relations, id, CommentState::held, 0, 10)->front().id;
  CHECK(drafts().published_comments(id, {}, 0, 10)->empty());
  REQUIRE(drafts().moderate(relations, open_one, {CommentState::published, {}, {}}, kTestNow).ok());
  CHECK(drafts().published_comments(id, {}, 0, 10)->size() == 1);
  CHECK(drafts().published_comments(id, "a2", 0, 10)->empty());
  CHECK(key_of(drafts().moderate(relations, secret_one, {CommentState::published, {}, {}}, kTestNow)) ==
        "comment.not_to_be_published");
  CHECK(key_of(drafts().moderate(relations, open_one, {CommentState::rejected, " ", {}}, kTestNow)) ==
        "comment.reason_needed");
  CHECK(key_of(drafts().moderate(actor("karshenas"), open_one, {CommentState::held, "x", {}}, kTestNow)) ==
        "error.forbidden");
  CHECK(count("SELECT count(*) FROM audit WHERE area = 'draft_comments'") == 1);
}

TEST_CASE_FIXTURE(DraftFixture, "passages are redacted for the public alone, with a reason") {
  const std::int64_t id = opened();
  const Result<std::string> code = drafts().comment(id, "a1", words("آقای رضایی به من بد گفت."), "k1", during(id));
  REQUIRE(code.ok());
  const Actor relations = actor("ravabet");
  const std::int64_t one = drafts().comments(relations, id, CommentState::waiting, 0, 10)->front().id;
  const auto verdict = [&](const char* reason, const char* passages) {
    return drafts().moderate(relations, one, {CommentState::published, reason, passages}, kTestNow);
  };
  CHECK(key_of(verdict("نام افراد", "احمدی")) == "comment.redaction_not_found");
  CHECK(key_of(verdict(" ", "رضایی")) == "comment.redaction_reason_needed");
  // Arabic letters in what was typed are the same letters.
  REQUIRE(verdict("نام افراد", "آقاي رضايي").ok());
  const DraftCommentRow shown = drafts().published_comments(id, {}, 0, 10)->front();
  CHECK(shown.body == "[…] به من بد گفت.");
  CHECK(shown.verdict_reason == "نام افراد");
  CHECK(drafts().own_comment(*code)->comment.body == "آقای رضایی به من بد گفت.");
  CHECK(drafts().disposition_table(relations, id)->rows.front().said->body == "آقای رضایی به من بد گفت.");
  CHECK(drafts().disposition_table(id).error().key == "draft.not_found");
  CHECK(drafts().newest_steps(10)->front().step == DraftStep::open);
}

TEST_CASE_FIXTURE(DraftFixture, "an extension moves the end, and the clock follows it") {
  const std::int64_t id = opened();
  const ConsultationWindow window = *drafts().whole(actor("hoghoghi"), id)->row.window;
  DraftsService::StepWords longer;
  longer.day = Day{window.closes_on.number + 7};
  CHECK(key_of(take("hoghoghi", id, DraftStep::extend, longer, during(id))) == "draft.extension_reason_needed");
  longer.reason = "به خواست تشکل‌ها";
  REQUIRE(take("hoghoghi", id, DraftStep::extend, longer, during(id)).ok());
  CHECK(*drafts().run_clock(closing(window)) == 0);
  CHECK(drafts().comment(id, "a1", words("هنوز باز است."), "k1", closing(window)).ok());
  CHECK(*drafts().run_clock(closing({window.opens_on, longer.day})) == 1);
  CHECK(*drafts().run_clock(closing({window.opens_on, longer.day})) == 0);
}

}  // namespace hamandish::server
