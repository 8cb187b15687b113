#include "server/service/clocks_service.h"

#include <doctest/doctest.h>

#include "server/service/case_clocks.h"
#include "server/store/cases_store.h"
#include "server/store/clocks_store.h"
#include "server/store/outbox_store.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/deadlines.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

struct ClockFixture : ServiceFixture {
  std::int64_t id = 0;

  ClockFixture() {
    REQUIRE(services->cases.register_case(sample_case(), "clock", kTestNow).ok());
    id = count("SELECT id FROM cases");
  }

  // What an action of staff or of the citizen does to the case.
  void step(EventKind kind, CaseState state, Instant at) {
    const Result<void> done = database->write([&](Transaction& transaction) -> Result<void> {
      const Result<std::optional<CaseRow>> row = case_by_id(transaction, id);
      CaseRow after = **row;
      after.state = state;
      const Result<bool> moved = change_case(transaction, after);
      if (!moved) return moved.error();
      EventRow event;
      event.case_id = id;
      event.kind = kind;
      event.at = at;
      return record_event(transaction, *services->profile(), event);
    });
    REQUIRE(done.ok());
  }

  CaseClock clock() {
    CaseClock found;
    const Result<void> done = database->read([&](Reader& reader) -> Result<void> {
      found = **clock_of(reader, id);
      return {};
    });
    REQUIRE(done.ok());
    return found;
  }

  std::vector<OutboxRow> messages() {
    std::vector<OutboxRow> rows;
    const Result<void> done = database->read([&](Reader& reader) -> Result<void> {
      rows = messages_of_case(reader, id).value();
      return {};
    });
    REQUIRE(done.ok());
    return rows;
  }
};

TEST_CASE_FIXTURE(ClockFixture,
                  "a case that nobody answers is told to the manager, then to the head's office, each once") {
  const CaseClock before = clock();
  CHECK(count("SELECT due_on FROM cases") == before.due_on.number);
  CHECK(services->clocks.ring(kTestNow + kDay).value() == 0);
  const Instant warn = start_of_day_in_tehran({before.due_on.number - 1});
  CHECK(services->clocks.ring(warn + 12 * kHour).ok());
  CHECK(services->clocks.ring(warn + 13 * kHour).ok());
  REQUIRE(messages().size() == 1);
  CHECK(messages()[0].message.address == services->profile()->unit("soil-water")->email);
  CHECK(count("SELECT count(*) FROM case_events WHERE kind = 'escalated'") == 1);
  // The whole time after that at once, as after a long standstill: every further alarm once.
  reopen();
  CHECK(services->clocks.ring(kTestNow + 200 * kDay).ok());
  CHECK(services->clocks.ring(kTestNow + 201 * kDay).value() == 0);
  REQUIRE(messages().size() == 4);
  const std::string& head = services->profile()->unit("head-office")->email;
  CHECK(messages()[1].message.address == head);
  CHECK(messages()[3].message.address == head);
  CHECK(messages()[1].message.text.find("لايروبي") == std::string::npos);
  CHECK(database->verify().ok());
}

TEST_CASE_FIXTURE(ClockFixture, "a list knows when the first answer is due, until the citizen is written to") {
  const auto due = [this] {
    Instant found;
    const Result<void> done = database->read([&](Reader& reader) -> Result<void> {
      found = (*case_summary(reader, id))->first_reply_due;
      return {};
    });
    REQUIRE(done.ok());
    return found;
  };
  CHECK(due() == Instant{});
  CaseClock promised = clock();
  promised.first_reply_due = kTestNow + kHour;
  REQUIRE(database->write([&](Transaction& transaction) { return set_clock(transaction, {id, promised}, {}); }).ok());
  CHECK(due() == kTestNow + kHour);
  step(EventKind::asked, CaseState::waiting_for_citizen, kTestNow + 2 * kHour);
  CHECK(due() == Instant{});
}

TEST_CASE_FIXTURE(ClockFixture, "waiting for the citizen stops the clock and moves the date; an answer ends it") {
  const CaseClock before = clock();
  step(EventKind::asked, CaseState::waiting_for_citizen, kTestNow + kDay);
  CHECK(clock().waiting_since == to_tehran(kTestNow + kDay).day);
  CHECK(services->clocks.ring(kTestNow + 300 * kDay).value() == 0);
  step(EventKind::supplied, CaseState::in_progress, kTestNow + 15 * kDay);
  CHECK(clock().due_on > before.due_on);
  CHECK(count("SELECT due_on FROM cases") == clock().due_on.number);
  step(EventKind::replied, CaseState::answered, kTestNow + 16 * kDay);
  CHECK(count("SELECT count(*) FROM case_clocks") == 0);
  step(EventKind::objected, CaseState::in_progress, kTestNow + 20 * kDay);
  CHECK(clock().started_at == kTestNow + 20 * kDay);
  CHECK(count("SELECT due_on FROM cases") == clock().due_on.number);
}

TEST_CASE_FIXTURE(ClockFixture, "a closure moves the dates of open cases in the transaction that announces it") {
  const Day before = clock().due_on;
  Profile closed = *services->profile();
  closed.holidays.push_back({to_tehran(kTestNow).day.number + 1});
  int moved = 0;
  const Result<void> done = database->write([&](Transaction& transaction) -> Result<void> {
    const Result<int> recounted = recount_open_cases(transaction, closed, kTestNow);
    if (!recounted) return recounted.error();
    moved = *recounted;
    return {};
  });
  REQUIRE(done.ok());
  CHECK(moved == 1);
  CHECK(clock().due_on > before);
  CHECK(count("SELECT due_on FROM cases") == clock().due_on.number);
  CHECK(count("SELECT count(*) FROM case_events WHERE kind = 'rescheduled'") == 1);
}

}  // namespace
}  // namespace hamandish::server
