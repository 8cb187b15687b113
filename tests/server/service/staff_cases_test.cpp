#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "server/service/cases_service.h"
#include "server/store/events_store.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

struct StaffFixture : ServiceFixture {
  Actor water;  // officer of the unit that the sample goes to
  Actor land;   // officer of another
  Actor head;   // sees all
  Actor admin;  // sees nothing
  std::string code;
  std::string id;

  StaffFixture() {
    add_user("water", Role::officer, "soil-water");
    add_user("land", Role::officer, "land");
    add_user("head", Role::head_office, "head-office");
    add_user("admin", Role::admin, "it");
    water = actor("water");
    land = actor("land");
    head = actor("head");
    admin = actor("admin");
    code = services->cases.register_case(sample_case(), "key-1", kTestNow)->tracking_code;
    id = services->cases.inbox(water, {})->cases.at(0).id;
  }
};

Code code_of(const Result<api::StaffCase>& result) {
  REQUIRE_FALSE(result.ok());
  return result.error().code;
}

TEST_CASE_FIXTURE(StaffFixture, "the inbox shows the own unit's cases, newest first; the head's office sees all") {
  REQUIRE(services->cases.register_case(anonymous_case(), "key-2", kTestNow + kMinute).ok());
  const Result<api::InboxPage> page = services->cases.inbox(water, {});
  REQUIRE(page.ok());
  REQUIRE(page->cases.size() == 2);
  CHECK(page->cases[0].subject == "چاه غیرمجاز");
  CHECK(page->cases[0].sender.empty());
  CHECK(page->cases[1].sender == "علی کاظمی");
  CHECK(page->cases[1].category == test_profile().category("qanat")->name);
  CHECK(page->next.empty());
  CHECK(services->cases.inbox(land, {})->cases.empty());
  CHECK(services->cases.inbox(head, {})->cases.size() == 2);
}

TEST_CASE_FIXTURE(StaffFixture, "asking for another unit does not widen an officer's inbox") {
  InboxQuery query;
  query.unit = "soil-water";
  CHECK(services->cases.inbox(land, query)->cases.empty());
  CHECK(services->cases.inbox(head, query)->cases.size() == 1);
  query.unit = "land";
  CHECK(services->cases.inbox(head, query)->cases.empty());
  CHECK(services->cases.inbox(water, query)->cases.size() == 1);  // the own unit, whatever is asked
  query.unit = "no-such-unit";
  CHECK(services->cases.inbox(head, query).error().code == Code::invalid);
}

TEST_CASE_FIXTURE(StaffFixture, "who reads no cases has no inbox") {
  const Result<api::InboxPage> refused = services->cases.inbox(admin, {});
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == Code::forbidden);
}

TEST_CASE_FIXTURE(StaffFixture, "pages follow each other without gap or repetition while new cases come in") {
  for (int i = 0; i < 24; ++i) {
    const std::string key = "many-" + std::to_string(i);
    REQUIRE(services->cases.register_case(sample_case(), key, kTestNow + i).ok());
  }
  InboxQuery query;
  query.limit = 10;
  std::vector<std::string> ids;
  do {
    const Result<api::InboxPage> page = services->cases.inbox(water, query);
    REQUIRE(page.ok());
    for (const api::InboxRow& row : page->cases) ids.push_back(row.id);
    query.after = page->next;
    const std::string key = "late-" + std::to_string(ids.size());
    REQUIRE(services->cases.register_case(sample_case(), key, kTestNow + kHour).ok());
  } while (!query.after.empty());
  CHECK(ids.size() == 25);
  CHECK(std::is_sorted(ids.rbegin(), ids.rend()));
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == 25);
}

TEST_CASE_FIXTURE(StaffFixture, "a cursor and a limit from elsewhere do no harm") {
  InboxQuery query;
  for (const char* after : {"x", "0000000000000", "zzzzzzzzzzzzz", "' OR 1=1 --  ", "ilouILOUilou1"}) {
    query.after = after;
    CHECK(services->cases.inbox(water, query).error().code == Code::invalid);
  }
  query.after.clear();
  for (const int limit : {-5, 0, 1, 100000}) {
    query.limit = limit;
    CHECK(services->cases.inbox(water, query)->cases.size() == 1);
  }
}

TEST_CASE_FIXTURE(StaffFixture, "filters by state and kind") {
  InboxQuery query;
  query.state = CaseState::registered;
  query.kind = CaseKind::complaint;
  CHECK(services->cases.inbox(water, query)->cases.size() == 1);
  query.kind = CaseKind::request;
  CHECK(services->cases.inbox(water, query)->cases.empty());
  query.kind = {};
  query.state = CaseState::answered;
  CHECK(services->cases.inbox(water, query)->cases.empty());
}

TEST_CASE_FIXTURE(StaffFixture, "the search finds words, beginnings, spellings, names, codes and mobiles") {
  const auto finds = [&](const std::string& q) {
    InboxQuery query;
    query.q = q;
    const Result<api::InboxPage> page = services->cases.inbox(water, query);
    REQUIRE(page.ok());
    return page->cases.size() == 1;
  };
  CHECK(finds("قنات"));
  CHECK(finds("لایرو"));
  CHECK(finds("لايروبي روستا"));
  CHECK(finds("كاظمي"));
  CHECK(finds("قن ات"));  // one word in the case
  CHECK(finds("قنات لای روبی"));
  CHECK(finds(code));
  CHECK(finds(code.substr(0, 4) + " " + code.substr(4, 4) + " " + code.substr(8)));
  CHECK(finds("09121234567"));
  CHECK(finds("+98 912 123 4567"));
  CHECK(finds("۰۹۱۲۱۲۳۴۵۶۷"));
  CHECK(finds(""));
  CHECK(finds("   "));
  CHECK_FALSE(finds("زعفران"));
  CHECK_FALSE(finds("قنات زعفران"));
  for (const char* odd : {"\"", "*", "AND", "قنات OR", "NEAR(", "words:قنات", "-", "^قنات", "' OR 1=1", "\xFF", "😀",
                          "a\"b", "a_b", "x😀y×z"}) {
    InboxQuery query;
    query.q = odd;
    CHECK_MESSAGE(services->cases.inbox(water, query).ok(), odd);
  }
  InboxQuery elsewhere;
  elsewhere.q = code;
  CHECK(services->cases.inbox(land, elsewhere)->cases.empty());
}

TEST_CASE_FIXTURE(StaffFixture, "an officer of the unit reads the case and the look is recorded") {
  const Result<api::StaffCase> view = services->cases.read_case(water, id, kTestNow);
  REQUIRE(view.ok());
  CHECK(view->tracking_code == code);
  CHECK(view->version == 1);
  CHECK(answer(view->person, "mobile") == "09121234567");
  CHECK(view->may_refer);
  CHECK(view->may_note);
  CHECK(view->may_reply);
  REQUIRE(view->events.size() == 1);
  database->flush();
  CHECK(count("SELECT COUNT(*) FROM looks WHERE what = 'case' AND user_id = " + water.user_id) == 1);
}

TEST_CASE_FIXTURE(StaffFixture, "others do not read it, and no look is recorded") {
  CHECK(code_of(services->cases.read_case(land, id, kTestNow)) == Code::forbidden);
  CHECK(code_of(services->cases.read_case(admin, id, kTestNow)) == Code::forbidden);
  CHECK(code_of(services->cases.read_case(water, "0000000000001", kTestNow)) == Code::not_found);
  CHECK(code_of(services->cases.read_case(water, "", kTestNow)) == Code::not_found);
  CHECK(code_of(services->cases.read_case(water, "../../etc/passwd", kTestNow)) == Code::not_found);
  database->flush();
  CHECK(count("SELECT COUNT(*) FROM looks") == 0);
}

TEST_CASE_FIXTURE(StaffFixture, "the journey: referred with a reason, noted, answered; the citizen reads the trail") {
  const Result<api::StaffCase> referred =
      services->cases.refer(water, id, {"land", "مربوط به امور اراضی است", 1}, kTestNow + kHour);
  REQUIRE(referred.ok());
  CHECK(referred->unit_id == "land");
  CHECK(referred->version == 2);
  CHECK(referred->body.empty());  // no longer theirs to read
  CHECK_FALSE(referred->may_reply);
  CHECK(code_of(services->cases.read_case(water, id, kTestNow)) == Code::forbidden);
  CHECK(services->cases.inbox(water, {})->cases.empty());
  REQUIRE(services->cases.inbox(land, {})->cases.size() == 1);

  const Result<api::StaffCase> noted =
      services->cases.note(land, id, {"", "با دهیار تماس گرفته شد", 2}, kTestNow + 2 * kHour);
  REQUIRE(noted.ok());
  CHECK(noted->version == 3);
  const Result<api::StaffCase> replied = services->cases.reply(
      land, id, {"", "لايروبي از هفته آينده آغاز مي‌شود.", 3}, kTestNow + 3 * kHour);
  REQUIRE(replied.ok());
  CHECK(replied->state == CaseState::answered);
  REQUIRE(replied->events.size() == 4);
  CHECK(replied->events[1].actor == "نام water");
  CHECK(replied->events[1].from_unit == test_profile().unit("soil-water")->name);

  const Result<api::CitizenCase> citizen = services->cases.lookup({code, "4567"}, kTestNow + 4 * kHour);
  REQUIRE(citizen.ok());
  CHECK(citizen->state == CaseState::answered);
  REQUIRE(citizen->trail.size() == 3);  // the note is internal
  CHECK(citizen->trail[1].kind == EventKind::referred);
  CHECK(citizen->trail[1].text.empty());  // the reason too
  CHECK(citizen->trail[2].text == "لایروبی از هفته آینده آغاز می‌شود.");
  const Result<void> chain = database->read([](Reader& reader) { return verify_events(reader); });
  CHECK(chain.ok());
}

TEST_CASE_FIXTURE(StaffFixture, "a stale version is a conflict and changes nothing") {
  REQUIRE(services->cases.note(water, id, {"", "یکم", 1}, kTestNow).ok());
  const Result<api::StaffCase> stale = services->cases.note(water, id, {"", "دوم", 1}, kTestNow);
  CHECK(code_of(stale) == Code::conflict);
  CHECK(stale.error().key == "case.changed_meanwhile");
  CHECK(count("SELECT COUNT(*) FROM case_events WHERE kind = 'noted'") == 1);
  CHECK(count("SELECT version FROM cases") == 2);
}

TEST_CASE_FIXTURE(StaffFixture, "who may not act is refused") {
  const api::StaffAction note{"", "متن", 1};
  CHECK(code_of(services->cases.note(land, id, note, kTestNow)) == Code::forbidden);
  CHECK(code_of(services->cases.reply(admin, id, note, kTestNow)) == Code::forbidden);
  CHECK(code_of(services->cases.refer(land, id, {"land", "", 1}, kTestNow)) == Code::forbidden);
  add_user("telefon", Role::telephone_operator, "soil-water");
  CHECK(code_of(services->cases.reply(actor("telefon"), id, note, kTestNow)) == Code::forbidden);
  CHECK(count("SELECT COUNT(*) FROM case_events") == 1);
}

TEST_CASE_FIXTURE(StaffFixture, "empty, endless and senseless input is refused beside its field") {
  const auto field_of = [](const Result<api::StaffCase>& result) {
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == Code::invalid);
    REQUIRE(result.error().fields.size() == 1);
    return result.error().fields[0].field;
  };
  CHECK(field_of(services->cases.note(water, id, {"", "", 1}, kTestNow)) == "text");
  CHECK(field_of(services->cases.note(water, id, {"", " \u200c\u200f ", 1}, kTestNow)) == "text");
  CHECK(field_of(services->cases.reply(water, id, {"", std::string(20001, 'x'), 1}, kTestNow)) == "text");
  CHECK(field_of(services->cases.refer(water, id, {"", "", 1}, kTestNow)) == "to_unit");
  CHECK(field_of(services->cases.refer(water, id, {"nowhere", "", 1}, kTestNow)) == "to_unit");
  CHECK(field_of(services->cases.refer(water, id, {"soil-water", "", 1}, kTestNow)) == "to_unit");
  CHECK(code_of(services->cases.note(water, "no-such-case", {"", "متن", 1}, kTestNow)) == Code::not_found);
  CHECK(code_of(services->cases.note(water, "0000000000001", {"", "متن", 1}, kTestNow)) == Code::not_found);
  CHECK(count("SELECT COUNT(*) FROM case_events") == 1);
}

TEST_CASE_FIXTURE(StaffFixture, "what the state does not allow is a conflict") {
  const Result<void> withdrawn = database->write([](Transaction& transaction) -> Result<void> {
    const Result<std::int64_t> done = transaction.execute("UPDATE cases SET state = 'withdrawn' -- whole table", {});
    if (!done) return done.error();
    return {};
  });
  REQUIRE(withdrawn.ok());
  const Result<api::StaffCase> refused = services->cases.reply(water, id, {"", "پاسخ", 1}, kTestNow);
  CHECK(code_of(refused) == Code::conflict);
  CHECK(refused.error().key == "case.not_possible_now");
}

TEST_CASE_FIXTURE(StaffFixture, "staff of the unit open an attachment; the look is recorded") {
  const Result<api::AttachmentInfo> file = services->uploads.store_upload("سند.pdf", tiny_pdf(), kTestNow);
  api::NewCase content = sample_case();
  set_answer(content.answers, "attachments", file->id);
  REQUIRE(services->cases.register_case(content, "key-2", kTestNow + 1).ok());
  const std::string with_file = services->cases.inbox(water, {})->cases.at(0).id;
  const Result<StoredFile> opened = services->cases.attachment(water, with_file, file->id, kTestNow);
  REQUIRE(opened.ok());
  CHECK(opened->bytes == tiny_pdf());
  CHECK(opened->info.mime == "application/pdf");
  CHECK(opened->info.file_name == "سند.pdf");
  CHECK(services->cases.attachment(land, with_file, file->id, kTestNow).error().code == Code::forbidden);
  CHECK(services->cases.attachment(water, id, file->id, kTestNow).error().code == Code::not_found);
  CHECK(services->cases.attachment(water, with_file, "nothing", kTestNow).error().code == Code::not_found);
  database->flush();
  CHECK(count("SELECT COUNT(*) FROM looks WHERE what LIKE 'attachment:%'") == 1);
}

TEST_CASE_FIXTURE(StaffFixture, "events can be neither changed nor deleted; a change behind the back is found") {
  const auto attempt = [&](std::string_view sql) {
    return database->write([&](Transaction& transaction) -> Result<void> {
      const Result<std::int64_t> done = transaction.execute(sql, {});
      if (!done) return done.error();
      return {};
    });
  };
  CHECK_FALSE(attempt("UPDATE case_events SET text = 'x' -- whole table").ok());
  CHECK_FALSE(attempt("DELETE FROM case_events -- whole table").ok());
  REQUIRE(attempt("DROP TRIGGER case_events_stay_as_they_are").ok());
  REQUIRE(attempt("UPDATE case_events SET at = at + 1 -- whole table").ok());
  const Result<void> chain = database->read([](Reader& reader) { return verify_events(reader); });
  REQUIRE_FALSE(chain.ok());
  CHECK(chain.error().detail.find("event 1") != std::string::npos);
}

}  // namespace
}  // namespace hamandish::server
