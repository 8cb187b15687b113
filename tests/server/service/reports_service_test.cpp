// The monthly report over the real services: made by itself once, told once, never changed, and the same when computed again.
#include "server/service/reports_service.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "server/service/case_ids.h"
#include "server/service/cases_service.h"
#include "server/service/monthly_report.h"
#include "shared/calendar/jalali.h"
#include "shared/calendar/tehran_time.h"
#include "tests/server/support/plan_watch.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

constexpr JalaliMonth kAban{1405, 8};

Instant at(int month, int day, int hour = 9) {
  return start_of_day_in_tehran(to_day({1405, month, day})) + hour * kHour;
}

struct Office : ServiceFixture {
  Office() {
    add_user("officer", Role::officer, "soil-water");
    add_user("manager", Role::unit_manager, "soil-water");
    add_user("head", Role::head_office, "head-office");
    add_user("computers", Role::it, "it");
    add_user("relations", Role::public_relations, "public-relations");
  }

  std::string registered(Instant when, const std::string& key) {
    const Result<api::Receipt> receipt = services->cases.register_case(sample_case(), key, when);
    REQUIRE(receipt.ok());
    return receipt->tracking_code;
  }

  std::string id_of(const std::string& code) {
    std::string id;
    const Result<void> done = database->read([&](Reader& reader) {
      return reader.query("SELECT id FROM cases WHERE tracking_code = ?", {code}, [&](const Row& row) {
        id = write_id(row.integer(0));
        return false;
      });
    });
    REQUIRE(done.ok());
    return id;
  }

  void act(const std::string& code, api::StaffAction action, Instant when) {
    const std::string id = id_of(code);
    const auto file = services->cases.read_case(actor("officer"), id, when);
    REQUIRE(file.ok());
    action.version = file->version;
    const auto done = services->cases.act(actor("officer"), id, action, when);
    CAPTURE(done.ok() ? std::string() : done.error().key);
    REQUIRE(done.ok());
  }

  MonthlyFigures figures(JalaliMonth month) {
    MonthlyFigures found;
    const Result<void> done = database->read([&](Reader& reader) -> Result<void> {
      Result<MonthlyFigures> computed = compute_monthly(reader, *services->profile(), month);
      if (!computed) return computed.error();
      found = std::move(computed).value();
      return {};
    });
    REQUIRE(done.ok());
    return found;
  }
  Counts total(JalaliMonth month) { return total_of(figures(month)).counts; }
};

}  // namespace

TEST_CASE("a month is counted from what was registered, answered and left in it") {
  Office office;
  const std::string old = office.registered(at(7, 20), "key-000000000001");
  const std::string quick = office.registered(at(8, 3), "key-000000000002");
  office.registered(at(8, 10), "key-000000000003");
  api::StaffAction reply;
  reply.action = CaseAction::reply;
  reply.text = "پاسخ شما آماده است.";
  office.act(old, reply, at(8, 4));
  office.act(quick, reply, at(8, 5));
  const Counts aban = office.total(kAban);
  CHECK(aban[Measure::brought] == 1);
  CHECK(aban[Measure::received] == 2);
  CHECK(answered(aban) == 2);
  CHECK(aban[Measure::open] == 1);
  CHECK(aban[Measure::by_web] == 2);
  const Counts mehr = office.total({1405, 7});
  CHECK(mehr[Measure::received] == 1);
  CHECK(mehr[Measure::open] == 1);
}

TEST_CASE("a deadline that is moved after the month does not change the month") {
  Office office;
  const std::string code = office.registered(at(7, 1), "key-000000000001");
  const MonthlyFigures before = office.figures(kAban);
  REQUIRE(total_of(before).counts[Measure::overdue] == 1);
  api::StaffAction extend;
  extend.action = CaseAction::extend;
  extend.text = "به بازدید نیاز است.";
  extend.due_on = to_day({1405, 9, 25});
  office.act(code, extend, at(9, 2));
  CHECK(office.figures(kAban) == before);
  CHECK(office.count("SELECT count(*) FROM case_due_moves") == 1);
}

TEST_CASE("the report makes itself on the first working day, once, and tells the head's office once") {
  Office office;
  office.registered(at(8, 10), "key-000000000001");
  ReportsService& reports = office.services->reports;
  CHECK(reports.run_clock(at(8, 30)).value() == 0);  // Mehr had no cases
  // 1405/09/01 is a Sunday.
  const Instant first = at(9, 1);
  CHECK(reports.run_clock(first).value() == 1);
  CHECK(reports.run_clock(first + kMinute).value() == 0);
  office.reopen();
  CHECK(office.services->reports.run_clock(first + kDay).value() == 0);
  CHECK(office.count("SELECT count(*) FROM stored_reports") == 1);
  CHECK(office.count("SELECT count(*) FROM outbox WHERE cause = 'report'") == 1);
  // Away for two months: both are made.
  CHECK(office.services->reports.run_clock(at(11, 5)).value() == 2);
}

TEST_CASE(
    "a stored report is never changed: a correction is a version with a reason, and an old month stays reproducible") {
  Office office;
  const std::string code = office.registered(at(8, 10), "key-000000000001");
  ReportsService& reports = office.services->reports;
  REQUIRE(reports.run_clock(at(9, 1)).value() == 1);
  const Actor head = office.actor("head");
  const auto made = reports.report(head, {ReportName::monthly, kAban, 0}, at(9, 1));
  REQUIRE(made.ok());
  REQUIRE(made->stored.has_value());
  CHECK(!made->running);
  api::StaffAction reply;
  reply.action = CaseAction::reply;
  reply.text = "پاسخ شما آماده است.";
  office.act(code, reply, at(9, 3));
  CHECK(reports.is_reproducible(kAban).value());
  CHECK(!reports.correct(head, kAban, " ", at(9, 4)).ok());
  CHECK(reports.correct(head, {1405, 9}, "دلیل", at(9, 4)).error().code == Code::conflict);
  CHECK(reports.correct(office.actor("manager"), kAban, "دلیل", at(9, 4)).error().code == Code::forbidden);
  CHECK(reports.correct(office.actor("computers"), kAban, "نام یک واحد نادرست بود", at(9, 4)).value() == 2);
  const auto first = reports.report(head, {ReportName::monthly, kAban, 1}, at(9, 5));
  REQUIRE(first.ok());
  CHECK(first->document == made->document);
  const auto newest = reports.report(head, {ReportName::monthly, kAban, 0}, at(9, 5));
  CHECK(newest->stored->version == 2);
  CHECK(newest->stored->reason == "نام یک واحد نادرست بود");
  CHECK(!reports.report(head, {ReportName::monthly, kAban, 3}, at(9, 5)).ok());
  const PlanPause pause;
  const Result<void> changed = office.database->write([](Transaction& transaction) -> Result<void> {
    const auto done = transaction.execute("UPDATE stored_reports SET figures = '{}' WHERE version = 1", {});
    return done ? Result<void>() : Result<void>(done.error());
  });
  CHECK(!changed.ok());
}

TEST_CASE("every role reads its own reports and the cases that it may see") {
  Office office;
  office.registered(at(8, 10), "key-000000000001");
  ReportsService& reports = office.services->reports;
  const Instant now = at(8, 30);
  struct Line {
    const char* user;
    std::vector<ReportName> reads;
  };
  using enum ReportName;
  const Line lines[] = {{"officer", {}},
                        {"manager", {monthly, complaints, surveys, channels, promises}},
                        {"head", {monthly, complaints, consultation, digest, surveys, channels, promises}},
                        {"computers", {monthly, surveys, channels, promises}},
                        {"relations", {complaints, consultation, digest, surveys, channels, promises}}};
  for (const Line& line : lines) {
    for (const ReportName name : kReportNames) {
      CAPTURE(line.user);
      CAPTURE(wire_name(name));
      const bool reads = std::find(line.reads.begin(), line.reads.end(), name) != line.reads.end();
      CHECK(reports.report(office.actor(line.user), {name, kAban, 0}, now).ok() == reads);
    }
  }
  CHECK(!reports.report(office.actor("head"), {monthly, {1405, 9}, 0}, now).ok());  // has not begun
  CHECK(!reports.report(office.actor("head"), {channels, kAban, 1}, now).ok());     // has no versions
  CHECK(reports.counted(office.actor("head"), kAban, "", Measure::received)->cases.size() == 1);
  CHECK(reports.counted(office.actor("manager"), kAban, "", Measure::received)->cases.size() == 1);
  const auto unseen = reports.counted(office.actor("computers"), kAban, "", Measure::received);
  CHECK(unseen->cases.empty());
  CHECK(unseen->others == 1);
  CHECK(!reports.counted(office.actor("officer"), kAban, "", Measure::received).ok());
  CHECK(reports.annex(office.actor("head"), kAban)->rows.size() == 1);
  CHECK(reports.annex(office.actor("computers"), kAban)->rows.empty());
}

}  // namespace hamandish::server
