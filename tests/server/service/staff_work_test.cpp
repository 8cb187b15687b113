// What staff do with a case beside referring, noting and answering: every action of staff_deeds.cpp.
#include <doctest/doctest.h>

#include <algorithm>

#include "server/service/cases_service.h"
#include "shared/calendar/tehran_time.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

constexpr Instant kLater = kTestNow + kMinute;

struct WorkFixture : ServiceFixture {
  Actor water;
  Actor second;  // of the same unit
  Actor chief;   // its manager
  Actor land;
  Actor head;
  std::string code;
  std::string id;

  WorkFixture() {
    add_user("water", Role::officer, "soil-water");
    add_user("second", Role::officer, "soil-water");
    add_user("chief", Role::unit_manager, "soil-water");
    add_user("land", Role::officer, "land");
    add_user("head", Role::head_office, "head-office");
    water = actor("water");
    second = actor("second");
    chief = actor("chief");
    land = actor("land");
    head = actor("head");
    const Result<api::Receipt> receipt = services->cases.register_case(sample_case(), "key-1", kTestNow);
    code = receipt->tracking_code;
    id = services->cases.inbox(water, {})->cases.at(0).id;
  }

  api::StaffCase read(const Actor& who) { return *services->cases.read_case(who, id, kLater); }
  api::StaffAction ask(CaseAction action, std::string text = {}) {
    api::StaffAction asked;
    asked.action = action;
    asked.text = std::move(text);
    asked.version = read(head).version;
    return asked;
  }
  Result<api::StaffCase> act(const Actor& who, const api::StaffAction& asked) {
    return services->cases.act(who, id, asked, kLater);
  }
  std::size_t in_queue(const Actor& who, Queue queue) {
    InboxQuery query;
    query.queue = queue;
    return services->cases.inbox(who, query, kLater)->cases.size();
  }
};

std::string first_field(const Result<api::StaffCase>& result) {
  REQUIRE_FALSE(result.ok());
  REQUIRE_FALSE(result.error().fields.empty());
  return result.error().fields[0].field + " " + result.error().fields[0].key;
}

bool offers(const api::StaffCase& found, CaseAction action) {
  return std::find(found.actions.begin(), found.actions.end(), action) != found.actions.end();
}

TEST_CASE_FIXTURE(WorkFixture, "a case is given to a colleague, stands in their queue, and goes back to the unit") {
  api::StaffAction asked = ask(CaseAction::assign);
  asked.assignee = "second";
  const Result<api::StaffCase> given = act(water, asked);
  REQUIRE(given.ok());
  CHECK(given->assigned_to == "second");
  CHECK(given->events.back().kind == EventKind::assigned);
  CHECK(in_queue(second, Queue::mine) == 1);
  CHECK(in_queue(water, Queue::mine) == 0);
  CHECK(in_queue(water, Queue::unassigned) == 0);
  CHECK(in_queue(water, Queue::unit) == 1);
  asked.version = given->version;
  asked.assignee = "land";
  CHECK(first_field(act(water, asked)) == "assignee case.unknown_officer");
  asked.assignee.clear();
  REQUIRE(act(second, asked).ok());
  CHECK(in_queue(water, Queue::unassigned) == 1);
}

TEST_CASE_FIXTURE(WorkFixture, "what is so already changes nothing and leaves no trace") {
  api::StaffAction asked = ask(CaseAction::prioritise);
  asked.priority = Priority::normal;
  const Result<api::StaffCase> same = act(water, asked);
  REQUIRE(same.ok());
  CHECK(same->version == asked.version);
  CHECK(same->events.size() == 1);
  asked.priority = Priority::urgent;
  const Result<api::StaffCase> urgent = act(water, asked);
  REQUIRE(urgent.ok());
  CHECK(urgent->version == asked.version + 1);
  CHECK(urgent->priority == Priority::urgent);
}

TEST_CASE_FIXTURE(WorkFixture, "tags are added, found and taken away") {
  api::StaffAction asked = ask(CaseAction::tag);
  CHECK(first_field(act(water, asked)) == "tag case.tag_length");
  asked.tag = "  خشک‌سالی ";
  REQUIRE(act(water, asked).ok());
  InboxQuery query;
  query.tag = "خشک‌سالی";
  CHECK(services->cases.inbox(water, query)->cases.at(0).tags == std::vector<std::string>{"خشک‌سالی"});
  CHECK(services->cases.inbox(land, query)->cases.empty());
  asked = ask(CaseAction::untag);
  asked.tag = "خشک‌سالی";
  REQUIRE(act(water, asked).ok());
  CHECK(services->cases.inbox(water, query)->cases.empty());
}

TEST_CASE_FIXTURE(WorkFixture, "other units are asked in parallel: they read, say their opinion and decide nothing") {
  api::StaffAction asked = ask(CaseAction::consult, "حریم قنات چقدر است؟");
  asked.units = {"soil-water"};
  CHECK(first_field(act(water, asked)) == "units case.same_unit");
  asked.units = {"land", "legal"};
  asked.due_on = Day{to_tehran(kTestNow).day.number + 5};
  const Result<api::StaffCase> consulted = act(water, asked);
  REQUIRE(consulted.ok());
  CHECK(consulted->consultations.size() == 2);
  CHECK(consulted->unit_id == "soil-water");
  CHECK(in_queue(land, Queue::consulted) == 1);
  CHECK(in_queue(land, Queue::unit) == 0);
  const api::StaffCase seen = read(land);
  CHECK(seen.may_note);
  CHECK_FALSE(seen.may_reply);
  CHECK_FALSE(seen.may_refer);
  CHECK(offers(seen, CaseAction::advise));
  CHECK(act(land, ask(CaseAction::reply, "پاسخ")).error().code == Code::forbidden);
  REQUIRE(act(land, ask(CaseAction::advise, "بیست متر")).ok());
  CHECK(in_queue(land, Queue::consulted) == 0);
  CHECK_FALSE(offers(read(land), CaseAction::advise));
  CHECK(read(water).consultations[0].advised);
  asked = ask(CaseAction::consult);
  asked.units = {"legal"};
  CHECK(first_field(act(water, asked)) == "units case.asked_already");
}

TEST_CASE_FIXTURE(WorkFixture,
                  "a referral may carry a day and ask further units; not ours goes back where it came from") {
  api::StaffAction asked = ask(CaseAction::refer);
  asked.to_unit = "land";
  asked.units = {"legal"};
  asked.due_on = to_tehran(kTestNow).day;
  REQUIRE(act(water, asked).ok());
  const api::StaffCase there = read(land);
  CHECK(there.unit_due_on == asked.due_on);
  CHECK(there.consultations.size() == 1);
  CHECK(first_field(act(land, ask(CaseAction::give_back))) == "text form.write");
  REQUIRE(act(land, ask(CaseAction::give_back, "زمین نیست")).ok());
  const api::StaffCase back = read(water);
  CHECK(back.unit_id == "soil-water");
  CHECK(back.events.back().kind == EventKind::returned);
  CHECK(back.state == CaseState::in_progress);
}

TEST_CASE_FIXTURE(WorkFixture,
                  "asking the citizen puts the case aside; the deadline is moved with a reason, within the law") {
  CHECK(first_field(act(water, ask(CaseAction::ask))) == "text form.write");
  REQUIRE(act(water, ask(CaseAction::ask, "نشانی دقیق؟")).ok());
  CHECK(in_queue(water, Queue::waiting) == 1);
  api::StaffAction asked = ask(CaseAction::extend, "بازدید لازم است");
  CHECK(first_field(act(water, asked)) == "due_on form.write");
  asked.due_on = read(water).due_on;
  CHECK(first_field(act(water, asked)) == "due_on case.day_not_later");
  asked.due_on = Day{to_tehran(kTestNow).day.number + 91};
  CHECK(first_field(act(water, asked)) == "due_on case.day_past_limit");
  asked.due_on = Day{to_tehran(kTestNow).day.number + 80};
  const Result<api::StaffCase> extended = act(water, asked);
  REQUIRE(extended.ok());
  CHECK(extended->due_on == asked.due_on);
}

TEST_CASE_FIXTURE(WorkFixture, "a case is closed with an outcome, and with words if there was no answer") {
  api::StaffAction asked = ask(CaseAction::close);
  asked.outcome = Outcome::withdrawn;
  CHECK(first_field(act(water, asked)) == "text form.write");
  asked.text = "با تلفن انصراف داد";
  const Result<api::StaffCase> closed = act(water, asked);
  REQUIRE(closed.ok());
  CHECK(closed->state == CaseState::closed);
  CHECK(closed->outcome == Outcome::withdrawn);
  CHECK(in_queue(water, Queue::unit) == 0);
  CHECK(in_queue(water, Queue::all) == 1);
}

TEST_CASE_FIXTURE(WorkFixture, "what is not ours or cannot be done is not accepted, in words that the citizen reads") {
  api::StaffAction asked = ask(CaseAction::close, "در صلاحیت شهرداری است");
  asked.outcome = Outcome::not_ours;
  REQUIRE(act(water, asked).ok());
  CHECK(read(water).state == CaseState::rejected);
  const Result<api::CitizenCase> seen = services->cases.lookup({code, "4567"}, kLater);
  REQUIRE(seen.ok());
  CHECK(seen->trail.back().text == "در صلاحیت شهرداری است");
}

TEST_CASE_FIXTURE(WorkFixture, "two cases are linked, or one goes into the other") {
  const std::string other_code = services->cases.register_case(sample_case(), "key-2", kTestNow)->tracking_code;
  api::StaffAction asked = ask(CaseAction::link);
  asked.other = code;
  CHECK(first_field(act(water, asked)) == "other case.other_same");
  asked.other = "123";
  CHECK(first_field(act(water, asked)) == "other case.other_code");
  asked.other = other_code;
  const Result<api::StaffCase> linked = act(water, asked);
  REQUIRE(linked.ok());
  REQUIRE(linked->links.size() == 1);
  const Result<api::StaffCase> other = services->cases.read_case(water, linked->links[0].id, kLater);
  CHECK(other->links.at(0).id == id);
  asked = ask(CaseAction::merge);
  asked.other = other_code;
  REQUIRE(act(water, asked).ok());
  CHECK(read(water).state == CaseState::closed);
  CHECK(read(water).outcome == Outcome::duplicate);
}

TEST_CASE_FIXTURE(WorkFixture, "a part becomes a case of its own") {
  api::StaffAction asked = ask(CaseAction::split, "راه روستا هم خراب است");
  CHECK(first_field(act(water, asked)) == "subject form.write");
  asked.subject = "راه روستا";
  const Result<api::StaffCase> after = act(water, asked);
  REQUIRE(after.ok());
  REQUIRE(after->links.size() == 1);
  const Result<api::StaffCase> part = services->cases.read_case(water, after->links[0].id, kLater);
  REQUIRE(part.ok());
  CHECK(part->body == "راه روستا هم خراب است");
  CHECK(part->tracking_code != code);
  CHECK(part->links.at(0).relation == "split_from");
  InboxQuery query;
  query.q = "راه روستا";
  CHECK(services->cases.inbox(water, query)->cases.size() == 1);
}

TEST_CASE_FIXTURE(WorkFixture, "text is taken away from views and search, and the chain still holds") {
  REQUIRE(act(water, ask(CaseAction::note, "شمارهٔ حساب فلان")).ok());
  InboxQuery query;
  query.q = read(water).body.substr(0, read(water).body.find(' '));
  REQUIRE(services->cases.inbox(water, query)->cases.size() == 1);
  CHECK(act(water, ask(CaseAction::redact, "دادهٔ شخصی")).error().code == Code::forbidden);
  api::StaffAction asked = ask(CaseAction::redact, "دادهٔ شخصی");
  CHECK(first_field(act(chief, asked)) == "event case.redact_what");
  asked.event = read(water).events.back().id;
  REQUIRE_FALSE(asked.event.empty());
  REQUIRE(act(chief, asked).ok());
  CHECK(read(water).events[1].redacted);
  CHECK(read(water).events[1].text.empty());
  asked = ask(CaseAction::redact, "دادهٔ شخصی");
  asked.event = "body";
  REQUIRE(act(chief, asked).ok());
  CHECK(read(water).body.empty());
  CHECK(read(water).redacted);
  database->flush();
  CHECK(database->verify().ok());
}

TEST_CASE_FIXTURE(WorkFixture, "a stale version is a conflict for every action, and tells nothing else") {
  api::StaffAction asked = ask(CaseAction::note, "یک");
  REQUIRE(act(water, asked).ok());
  for (const CaseAction action : {CaseAction::note, CaseAction::assign, CaseAction::prioritise, CaseAction::tag}) {
    asked.action = action;
    const Result<api::StaffCase> stale = act(water, asked);
    REQUIRE_FALSE(stale.ok());
    CHECK(stale.error().key == "case.changed_meanwhile");
  }
}

TEST_CASE_FIXTURE(WorkFixture, "colleagues on one case see each other, until they stop saying so") {
  CHECK(services->cases.presence(water, id, kLater)->others.empty());
  CHECK(services->cases.presence(second, id, kLater)->others == std::vector<std::string>{water.name});
  CHECK(services->cases.presence(water, id, kLater + kMinute)->others.empty());
  CHECK(services->cases.presence(land, id, kLater).error().code == Code::forbidden);
}

TEST_CASE_FIXTURE(WorkFixture, "a message is taken down for a caller, with who and how on record") {
  const Result<api::Receipt> receipt =
      services->cases.register_for_citizen(land, sample_case(), Intake::phone, "call-1", kLater);
  REQUIRE(receipt.ok());
  CHECK_FALSE(receipt->tracking_code.empty());
  InboxQuery query;
  query.q = receipt->tracking_code;
  const api::InboxPage page = *services->cases.inbox(water, query);
  REQUIRE(page.cases.size() == 1);
  const Result<api::StaffCase> found = services->cases.read_case(water, page.cases[0].id, kLater);
  CHECK(found->channel == Intake::phone);
  CHECK(found->events[0].actor == land.name);
}

TEST_CASE_FIXTURE(WorkFixture, "queues are counted, filters are saved for their user alone") {
  const Result<api::Workbench> before = services->cases.workbench(water, kLater);
  REQUIRE(before.ok());
  CHECK(before->queues.at(0).queue == Queue::unit);
  CHECK(before->queues.at(0).count == 1);
  CHECK(before->queues.at(0).exact);
  const Result<api::Workbench> saved =
      services->cases.save_filter(water, {{}, "قنات‌ها", "?queue=unit&category=qanat"}, kLater);
  REQUIRE(saved.ok());
  REQUIRE(saved->filters.size() == 1);
  CHECK(services->cases.workbench(second, kLater)->filters.empty());
  CHECK(services->cases.remove_filter(second, saved->filters[0].id, kLater).error().code == Code::not_found);
  CHECK(services->cases.remove_filter(water, saved->filters[0].id, kLater)->filters.empty());
  CHECK(services->cases.save_filter(water, {{}, " ", ""}, kLater).error().code == Code::invalid);
}

}  // namespace
}  // namespace hamandish::server
