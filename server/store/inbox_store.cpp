#include "server/store/inbox_store.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

namespace hamandish::server {
namespace {

bool by_deadline(const InboxFilter& filter) {
  return filter.sort == InboxSort::deadline || filter.sort == InboxSort::priority;
}

bool is_open_queue(Queue queue) {
  return queue != Queue::all && queue != Queue::consulted && queue != Queue::drafts;
}

}  // namespace

bool reads_by_deadline(const InboxFilter& filter) {
  return by_deadline(filter) && is_open_queue(filter.queue) && filter.words.empty() && filter.tag.empty();
}

namespace {

constexpr std::int64_t kLastId = std::numeric_limits<std::int64_t>::max();
constexpr std::int32_t kLastDay = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t kLeastPerRange = 500;

// What an index entry tells of a case.
struct Entry {
  InboxKey key;
  std::string unit_id;
  std::string category_id;
  CaseKind kind = CaseKind::complaint;
  CaseState state = CaseState::registered;
  bool assigned = false;
  bool objected = false;
};

Entry read_entry(const Row& row) {
  Entry entry;
  entry.key.id = row.integer(0);
  entry.key.priority = static_cast<Priority>(std::clamp<std::int64_t>(row.integer(1), 0, 2));
  entry.key.due_on = Day{static_cast<std::int32_t>(row.integer(2))};
  entry.unit_id = row.copy(3);
  entry.kind = case_kind_from(row.text(4)).value_or(CaseKind::complaint);
  entry.state = case_state_from(row.text(5)).value_or(CaseState::registered);
  entry.category_id = row.copy(6);
  entry.assigned = !row.is_null(7);
  entry.objected = !row.is_null(8);
  return entry;
}

// The columns in the order of read_entry.
constexpr std::string_view kSelectEntry =
    "SELECT c.id, c.priority, c.due_on, c.unit_id, c.kind, c.state, c.category_id, c.assigned_to, c.objection_to ";

// A part of an index. `source`: FROM and WHERE, with the bounds before the cursor; by_age ranges end with the name of
// the column that carries the id.
struct Range {
  std::string_view source;
  std::vector<Bound> bounds;
  std::string_view id_column = "c.id";
  std::optional<Priority> priority;  // of a range by deadline
};

constexpr std::string_view kAll = "FROM cases c WHERE ";
constexpr std::string_view kOfUnit = "FROM cases c WHERE c.unit_id = ? AND ";
constexpr std::string_view kInState = "FROM cases c WHERE c.state = ? AND ";
constexpr std::string_view kOfUnitInState = "FROM cases c WHERE c.unit_id = ? AND c.state = ? AND ";
constexpr std::string_view kOpenOfUnit = "FROM cases c WHERE c.is_open = 1 AND c.unit_id = ? AND ";
constexpr std::string_view kMine = "FROM cases c WHERE c.is_open = 1 AND c.assigned_to = ? AND ";
constexpr std::string_view kWaiting = "FROM cases c WHERE c.state = 'waiting_for_citizen' AND c.unit_id = ? AND ";
constexpr std::string_view kObjected =
    "FROM cases c WHERE c.is_open = 1 AND c.objection_to IS NOT NULL AND c.unit_id = ? AND ";
constexpr std::string_view kConsulted =
    "FROM case_consultations k JOIN cases c ON c.id = k.case_id WHERE k.advised_at IS NULL AND k.unit_id = ? AND ";
constexpr std::string_view kDrafts = "FROM case_drafts d JOIN cases c ON c.id = d.case_id WHERE d.unit_id = ? AND ";
constexpr std::string_view kTagged = "FROM case_tags t JOIN cases c ON c.id = t.case_id WHERE t.tag = ? AND ";

std::string_view source_by_age(Queue queue) {
  switch (queue) {
    case Queue::waiting:
      return kWaiting;
    case Queue::objections:
      return kObjected;
    case Queue::consulted:
      return kConsulted;
    case Queue::drafts:
      return kDrafts;
    case Queue::all:
      return kOfUnit;
    default:
      return kOpenOfUnit;
  }
}

std::string_view id_column_of(Queue queue) {
  if (queue == Queue::consulted) return "k.case_id";
  return queue == Queue::drafts ? "d.case_id" : "c.id";
}

// All cases in one state, of any unit or of some.
std::vector<Range> ranges_in_state(const InboxFilter& filter) {
  const std::string_view state = wire_name(*filter.state);
  if (filter.any_unit) return {{kInState, {state}, "c.id", {}}};
  std::vector<Range> ranges;
  for (const std::string& unit : filter.units) ranges.push_back({kOfUnitInState, {unit, state}, "c.id", {}});
  return ranges;
}

std::vector<Range> ranges_by_age(const InboxFilter& filter) {
  if (filter.queue == Queue::mine) return {{kMine, {filter.user_id}, "c.id", {}}};
  if (filter.queue == Queue::all) {
    if (!filter.tag.empty()) return {{kTagged, {filter.tag}, "t.case_id", {}}};
    if (filter.state && filter.words.empty()) return ranges_in_state(filter);
    if (!filter.words.empty() || filter.any_unit) return {{kAll, {}, "c.id", {}}};
  }
  std::vector<Range> ranges;
  for (const std::string& unit : filter.units) {
    ranges.push_back({source_by_age(filter.queue), {unit}, id_column_of(filter.queue), {}});
  }
  return ranges;
}

std::vector<Range> ranges_by_deadline(const InboxFilter& filter) {
  std::vector<Range> ranges;
  for (const Priority priority : kPriorities) {
    if (filter.priority && *filter.priority != priority) continue;
    if (filter.queue == Queue::mine) {
      ranges.push_back({kMine, {filter.user_id}, "c.id", priority});
      continue;
    }
    for (const std::string& unit : filter.units) ranges.push_back({kOpenOfUnit, {unit}, "c.id", priority});
  }
  return ranges;
}

bool in_queue(const Entry& entry, const InboxFilter& filter) {
  switch (filter.queue) {
    case Queue::unassigned:
      return !entry.assigned;
    case Queue::today:
      return entry.key.due_on == filter.today;
    case Queue::overdue:
      return entry.key.due_on < filter.today;
    case Queue::waiting:
      return entry.state == CaseState::waiting_for_citizen;
    case Queue::objections:
      return entry.objected;
    default:
      return true;
  }
}

bool fits(const Entry& entry, const InboxFilter& filter) {
  // A case of another unit on which one was asked, or of which one has the draft, is read there and nowhere else.
  const bool restricted = !filter.any_unit && filter.queue != Queue::consulted;
  if (restricted && std::find(filter.units.begin(), filter.units.end(), entry.unit_id) == filter.units.end()) {
    return false;
  }
  if (filter.kind && entry.kind != *filter.kind) return false;
  if (filter.state && entry.state != *filter.state) return false;
  if (filter.priority && entry.key.priority != *filter.priority) return false;
  if (!filter.category_id.empty() && entry.category_id != filter.category_id) return false;
  if (entry.key.id < filter.first_id || (filter.last_id > 0 && entry.key.id >= filter.last_id)) return false;
  return in_queue(entry, filter);
}

// Whether `a` stands before `b`.
bool before(const InboxKey& a, const InboxKey& b, const InboxFilter& filter) {
  if (!reads_by_deadline(filter)) return filter.sort == InboxSort::oldest ? a.id < b.id : a.id > b.id;
  if (filter.sort == InboxSort::priority && a.priority != b.priority) return a.priority > b.priority;
  return std::tie(a.due_on, a.id) < std::tie(b.due_on, b.id);
}

// What one range gave: entries that fit, in order, and, if it was left before its end, the last entry looked at.
struct Gathered {
  std::vector<InboxKey> keys;
  std::optional<InboxKey> left_at;
};

struct Statement {
  std::string sql;
  std::vector<Bound> bounds;
};

Statement by_age(Reader& reader, const InboxFilter& filter, const Range& range, const std::string& words) {
  const bool ascending = filter.sort == InboxSort::oldest;
  std::int64_t from =
      ascending ? std::max<std::int64_t>(filter.first_id - 1, 0) : (filter.last_id > 0 ? filter.last_id : kLastId);
  if (filter.after) from = filter.after->id;
  Statement statement{std::string(kSelectEntry), range.bounds};
  statement.sql += range.source;
  statement.sql += range.id_column;
  statement.sql += ascending ? " > ?" : " < ?";
  statement.bounds.emplace_back(from);
  if (!filter.tag.empty() && range.source != kTagged) {
    statement.sql += " AND c.id IN (SELECT case_id FROM case_tags WHERE tag = ?)";
    statement.bounds.emplace_back(filter.tag);
  }
  if (!words.empty()) {
    statement.sql += " AND ";
    statement.sql += reader.search_condition();
    statement.bounds.emplace_back(words);
  }
  statement.sql += " ORDER BY ";
  statement.sql += range.id_column;
  statement.sql += ascending ? "" : " DESC";
  return statement;
}

Statement by_due(const InboxFilter& filter, const Range& range) {
  std::int32_t due = filter.queue == Queue::today ? filter.today.number - 1 : std::numeric_limits<std::int32_t>::min();
  std::int64_t id = kLastId;
  const bool same_part =
      filter.sort == InboxSort::deadline || (filter.after && filter.after->priority == *range.priority);
  if (filter.after && same_part) {
    due = filter.after->due_on.number;
    id = filter.after->id;
  }
  std::int32_t last = kLastDay;
  if (filter.queue == Queue::today) last = filter.today.number;
  if (filter.queue == Queue::overdue) last = filter.today.number - 1;
  Statement statement{std::string(kSelectEntry), range.bounds};
  statement.sql += range.source;
  statement.sql += "c.priority = ? AND (c.due_on, c.id) > (?, ?) AND c.due_on <= ? ORDER BY c.due_on, c.id";
  statement.bounds.emplace_back(static_cast<int>(*range.priority));
  statement.bounds.emplace_back(std::int64_t{due});
  statement.bounds.emplace_back(id);
  statement.bounds.emplace_back(std::int64_t{last});
  return statement;
}

// The dates of registration end a reading by age; elsewhere they are a filter like the others.
bool past_the_end(const Entry& entry, const InboxFilter& filter) {
  if (reads_by_deadline(filter)) return false;
  if (filter.sort == InboxSort::oldest) return filter.last_id > 0 && entry.key.id >= filter.last_id;
  return entry.key.id < filter.first_id;
}

Result<Gathered> gather(Reader& reader, const InboxFilter& filter, const Statement& statement, std::int64_t wanted,
                        std::int64_t may_examine) {
  Gathered gathered;
  std::int64_t examined = 0;
  const Result<void> done = reader.query(statement.sql, statement.bounds, [&](const Row& row) {
    const Entry entry = read_entry(row);
    if (past_the_end(entry, filter)) return false;
    if (fits(entry, filter)) gathered.keys.push_back(entry.key);
    const bool enough = static_cast<std::int64_t>(gathered.keys.size()) >= wanted;
    if (enough || ++examined >= may_examine) gathered.left_at = entry.key;
    return !gathered.left_at;
  });
  if (!done) return done.error();
  return gathered;
}

// The ranges of a filter, one statement each.
std::vector<Statement> statements(Reader& reader, const InboxFilter& filter, const std::string& words) {
  std::vector<Statement> all;
  if (!reads_by_deadline(filter)) {
    for (const Range& range : ranges_by_age(filter)) all.push_back(by_age(reader, filter, range, words));
    return all;
  }
  for (const Range& range : ranges_by_deadline(filter)) {
    const bool behind = filter.sort == InboxSort::priority && filter.after && *range.priority > filter.after->priority;
    if (!behind) all.push_back(by_due(filter, range));
  }
  return all;
}

struct Keys {
  std::vector<InboxKey> keys;
  std::optional<InboxKey> left_at;  // nothing stands behind it for sure
};

Result<Keys> gather_all(Reader& reader, const InboxFilter& filter, std::int64_t wanted) {
  const std::string words = reader.search_value(filter.words);
  const std::vector<Statement> all = statements(reader, filter, words);
  Keys keys;
  if (all.empty()) return keys;
  const std::int64_t each = std::max(kLeastPerRange, kExamineCap / static_cast<std::int64_t>(all.size()));
  for (const Statement& statement : all) {
    Result<Gathered> found = gather(reader, filter, statement, wanted, each);
    if (!found) return found.error();
    keys.keys.insert(keys.keys.end(), found->keys.begin(), found->keys.end());
    const bool earlier = found->left_at && (!keys.left_at || before(*found->left_at, *keys.left_at, filter));
    if (earlier) keys.left_at = found->left_at;
  }
  std::sort(keys.keys.begin(), keys.keys.end(),
            [&](const InboxKey& a, const InboxKey& b) { return before(a, b, filter); });
  return keys;
}

// What stands behind the place where some range was left may miss entries of that range: it belongs to the next page.
void cut(Keys& keys, const InboxFilter& filter) {
  if (!keys.left_at) return;
  const auto certain = [&](const InboxKey& key) { return !before(*keys.left_at, key, filter); };
  keys.keys.erase(std::find_if_not(keys.keys.begin(), keys.keys.end(), certain), keys.keys.end());
}

Result<CaseSummary> summary_of(Reader& reader, std::int64_t id) {
  Result<std::optional<CaseSummary>> summary = case_summary(reader, id);
  if (!summary) return summary.error();
  if (!*summary) return make_error(Code::internal, "error.internal", "an index names a case that is not there");
  return std::move(**summary);
}

}  // namespace

Result<InboxList> list_inbox(Reader& reader, const InboxFilter& filter) {
  Result<Keys> found = gather_all(reader, filter, filter.limit + 1);
  if (!found) return found.error();
  Keys& keys = *found;
  cut(keys, filter);
  InboxList list;
  const auto limit = static_cast<std::size_t>(filter.limit);
  if (keys.keys.size() > limit) {
    keys.keys.resize(limit);
    list.next = keys.keys.back();
  } else if (keys.left_at) {
    list.next = keys.left_at;
  }
  for (const InboxKey& key : keys.keys) {
    Result<CaseSummary> summary = summary_of(reader, key.id);
    if (!summary) return summary.error();
    list.cases.push_back(std::move(summary).value());
  }
  return list;
}

Result<InboxCount> count_inbox(Reader& reader, const InboxFilter& filter, std::int64_t cap) {
  const Result<Keys> found = gather_all(reader, filter, cap + 1);
  if (!found) return found.error();
  const auto count = static_cast<std::int64_t>(found->keys.size());
  return InboxCount{std::min(count, cap), count <= cap && !found->left_at};
}

}  // namespace hamandish::server
