#include "server/store/inbox_store.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "server/store/events_store.h"
#include "server/store/work_store.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

constexpr int kCases = 240;
constexpr std::int32_t kToday = 20000;
const std::vector<std::string> kUnits = {"land", "legal", "soil-water"};

template <class Enum, std::size_t n>
Enum at(const std::array<Enum, n>& values, int i) {
  return values.at(static_cast<std::size_t>(i) % n);
}

// Cases of every kind, state, priority and deadline; ids 1000, 1001, ...
CaseRow row_of(int i) {
  CaseRow row;
  row.id = 1000 + i;
  row.tracking_code = "code-" + std::to_string(i);
  row.unit_id = kUnits[static_cast<std::size_t>(i) % kUnits.size()];
  row.kind = at(kCaseKinds, i / 3);
  row.state = at(kCaseStates, i / 5);
  row.priority = at(kPriorities, i / 2);
  row.category_id = i % 4 == 0 ? "qanat" : "well";
  row.due_on = Day{kToday + (i * 7) % 11 - 5};
  row.registered_at = Instant{1};
  row.subject = "subject";
  row.body = "body";
  if (i % 6 == 0) row.objection_to = "unit_manager";
  return row;
}

struct InboxFixture : ServiceFixture {
  std::vector<CaseRow> rows;
  std::int64_t user = 0;

  InboxFixture() {
    add_user("water", Role::officer, "soil-water");
    user = std::stoll(actor("water").user_id);
    for (int i = 0; i < kCases; ++i) rows.push_back(row_of(i));
    for (CaseRow& row : rows) {
      if (row.id % 5 == 0) row.assigned_to = user;
    }
    REQUIRE(database
                ->write([&](Transaction& transaction) -> Result<void> {
                  for (const CaseRow& row : rows) {
                    if (!insert_case(transaction, row).ok()) return make_error(Code::internal, "error.internal");
                  }
                  return {};
                })
                .ok());
  }

  InboxFilter filter(Queue queue, InboxSort sort) const {
    InboxFilter filter;
    filter.queue = queue;
    filter.sort = sort;
    filter.units = kUnits;
    filter.user_id = user;
    filter.today = Day{kToday};
    filter.limit = 7;
    return filter;
  }

  // All pages one after the other.
  std::vector<std::int64_t> read_all(InboxFilter filter) {
    std::vector<std::int64_t> ids;
    for (int pages = 0; pages < 1000; ++pages) {
      InboxList list;
      REQUIRE(database
                  ->read([&](Reader& reader) -> Result<void> {
                    Result<InboxList> found = list_inbox(reader, filter);
                    if (!found) return found.error();
                    list = std::move(found).value();
                    return {};
                  })
                  .ok());
      for (const CaseSummary& one : list.cases) ids.push_back(one.id);
      if (!list.next) return ids;
      filter.after = list.next;
    }
    return ids;
  }

  std::int64_t count(const InboxFilter& filter) {
    std::int64_t count = 0;
    REQUIRE(database
                ->read([&](Reader& reader) -> Result<void> {
                  const Result<InboxCount> found = count_inbox(reader, filter, 999);
                  if (!found) return found.error();
                  count = found->count;
                  return {};
                })
                .ok());
    return count;
  }
};

bool is_open_row(const CaseRow& row) {
  return row.state == CaseState::registered || row.state == CaseState::in_progress ||
         row.state == CaseState::waiting_for_citizen;
}

// What a queue is, said a second time and plainly.
bool belongs(const CaseRow& row, Queue queue, std::int64_t user) {
  if (queue == Queue::all) return true;
  if (!is_open_row(row)) return false;
  if (queue == Queue::mine) return row.assigned_to == user;
  if (queue == Queue::unassigned) return !row.assigned_to;
  if (queue == Queue::today) return row.due_on.number == kToday;
  if (queue == Queue::overdue) return row.due_on.number < kToday;
  if (queue == Queue::waiting) return row.state == CaseState::waiting_for_citizen;
  if (queue == Queue::objections) return !row.objection_to.empty();
  return queue == Queue::unit;
}

std::vector<std::int64_t> expected(const InboxFixture& fixture, Queue queue, InboxSort sort) {
  std::vector<CaseRow> found;
  for (const CaseRow& row : fixture.rows) {
    if (belongs(row, queue, fixture.user)) found.push_back(row);
  }
  const bool dated = queue != Queue::all;  // what is finished has no deadline to go by
  std::sort(found.begin(), found.end(), [&](const CaseRow& a, const CaseRow& b) {
    if (sort == InboxSort::oldest) return a.id < b.id;
    if (sort == InboxSort::newest || !dated) return a.id > b.id;
    if (sort == InboxSort::priority && a.priority != b.priority) return a.priority > b.priority;
    return std::tie(a.due_on, a.id) < std::tie(b.due_on, b.id);
  });
  std::vector<std::int64_t> ids;
  for (const CaseRow& row : found) ids.push_back(row.id);
  return ids;
}

TEST_CASE_FIXTURE(InboxFixture, "every queue in every order, page by page, is what sorting all cases gives") {
  for (const Queue queue : kQueues) {
    if (queue == Queue::consulted || queue == Queue::drafts) continue;
    for (const InboxSort sort : kInboxSorts) {
      CAPTURE(std::string(wire_name(queue)));
      CAPTURE(std::string(wire_name(sort)));
      const std::vector<std::int64_t> wanted = expected(*this, queue, sort);
      CHECK(read_all(filter(queue, sort)) == wanted);
      CHECK(count(filter(queue, sort)) == static_cast<std::int64_t>(wanted.size()));
    }
  }
}

TEST_CASE_FIXTURE(InboxFixture, "words and tags are looked for in the open queue alone") {
  REQUIRE(database
              ->write([&](Transaction& transaction) -> Result<void> {
                for (const CaseRow& row : rows) {
                  if (!transaction.index_case(row.id, "subject").ok()) return make_error(Code::internal, "x");
                  const bool tagged = row.id % 3 == 0;
                  if (tagged && !insert_tag(transaction, row.id, "dry").ok()) return make_error(Code::internal, "x");
                }
                return {};
              })
              .ok());
  for (const Queue queue : kQueues) {
    if (queue == Queue::consulted || queue == Queue::drafts) continue;
    CAPTURE(std::string(wire_name(queue)));
    std::vector<std::int64_t> wanted = expected(*this, queue, InboxSort::newest);
    InboxFilter asked = filter(queue, InboxSort::newest);
    asked.words = "subject";
    CHECK(read_all(asked) == wanted);
    asked.tag = "dry";
    std::erase_if(wanted, [](std::int64_t id) { return id % 3 != 0; });
    CHECK(read_all(asked) == wanted);
    asked.words.clear();
    CHECK(read_all(asked) == wanted);
    asked.words = "elsewhere";
    CHECK(read_all(asked).empty());
  }
}

TEST_CASE_FIXTURE(InboxFixture, "filters leave out what does not fit, in every order") {
  for (const InboxSort sort : kInboxSorts) {
    InboxFilter narrow = filter(Queue::unit, sort);
    narrow.units = {"land"};
    narrow.kind = CaseKind::complaint;
    narrow.category_id = "qanat";
    std::set<std::int64_t> wanted;
    for (const CaseRow& row : rows) {
      const bool fits = is_open_row(row) && row.unit_id == "land" && row.kind == CaseKind::complaint;
      if (fits && row.category_id == "qanat") wanted.insert(row.id);
    }
    const std::vector<std::int64_t> found = read_all(narrow);
    CHECK(std::set<std::int64_t>(found.begin(), found.end()) == wanted);
    CHECK(found.size() == wanted.size());
  }
}

TEST_CASE_FIXTURE(InboxFixture, "all cases in one state, of one unit or of any, by age") {
  for (const CaseState state : kCaseStates) {
    for (const bool any_unit : {false, true}) {
      for (const InboxSort sort : {InboxSort::newest, InboxSort::oldest}) {
        CAPTURE(std::string(wire_name(state)));
        CAPTURE(any_unit);
        InboxFilter narrow = filter(Queue::all, sort);
        if (!any_unit) narrow.units = {"land", "legal"};
        narrow.any_unit = any_unit;
        narrow.state = state;
        std::vector<std::int64_t> wanted;
        for (const CaseRow& row : rows) {
          if (row.state == state && (any_unit || row.unit_id != "soil-water")) wanted.push_back(row.id);
        }
        if (sort == InboxSort::newest) std::reverse(wanted.begin(), wanted.end());
        CHECK(!wanted.empty());
        CHECK(read_all(narrow) == wanted);
      }
    }
  }
}

// Every statement of the inbox must be a search of an index: no scan of the table, no sorting.
TEST_CASE_FIXTURE(InboxFixture, "no queue scans the table or sorts") {
  const auto plan = [&](const std::string& sql) {
    std::string text;
    REQUIRE(database
                ->read([&](Reader& reader) {
                  return reader.query("EXPLAIN QUERY PLAN " + sql, {}, [&](const Row& row) {
                    text += row.copy(3) + "\n";
                    return true;
                  });
                })
                .ok());
    return text;
  };
  const std::string columns =
      "SELECT c.id, c.priority, c.due_on, c.unit_id, c.kind, c.state, c.category_id, c.assigned_to, c.objection_to ";
  for (const char* rest :
       {"FROM cases c WHERE c.unit_id = 'a' AND c.id < 9 ORDER BY c.id DESC",
        "FROM cases c WHERE c.state = 'closed' AND c.id < 9 ORDER BY c.id DESC",
        "FROM cases c WHERE c.unit_id = 'a' AND c.state = 'closed' AND c.id < 9 ORDER BY c.id DESC",
        "FROM cases c WHERE c.is_open = 1 AND c.unit_id = 'a' AND c.id < 9 ORDER BY c.id DESC",
        "FROM cases c WHERE c.is_open = 1 AND c.assigned_to = 1 AND c.id < 9 ORDER BY c.id DESC",
        "FROM cases c WHERE c.state = 'waiting_for_citizen' AND c.unit_id = 'a' AND c.id < 9 ORDER BY c.id DESC",
        "FROM cases c WHERE c.is_open = 1 AND c.objection_to IS NOT NULL AND c.unit_id = 'a' AND c.id < 9 ORDER BY "
        "c.id DESC",
        "FROM cases c WHERE c.is_open = 1 AND c.unit_id = 'a' AND c.priority = 1 AND (c.due_on, c.id) > (5, 9) AND "
        "c.due_on <= 7 ORDER BY c.due_on, c.id",
        "FROM cases c WHERE c.is_open = 1 AND c.assigned_to = 1 AND c.priority = 1 AND (c.due_on, c.id) > (5, 9) AND "
        "c.due_on <= 7 ORDER BY c.due_on, c.id"}) {
    const std::string found = plan(columns + rest);
    CAPTURE(rest);
    CAPTURE(found);
    CHECK(found.find("COVERING INDEX") != std::string::npos);
    CHECK(found.find("SCAN") == std::string::npos);
    CHECK(found.find("TEMP B-TREE") == std::string::npos);
  }
}

}  // namespace
}  // namespace hamandish::server
