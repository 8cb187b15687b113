// Demo data into an empty database, in one transaction.
#include <map>

#include "server/demo/demo_data.h"
#include "server/service/case_clocks.h"
#include "server/service/case_ids.h"
#include "server/service/cases_parts.h"
#include "server/service/passwords.h"
#include "server/service/services.h"
#include "server/store/cases_store.h"
#include "server/store/events_store.h"
#include "server/store/users_store.h"
#include "shared/api/check_new_case.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/deadlines.h"
#include "shared/cases/transitions.h"

namespace hamandish::server {
namespace {

using UserIds = std::map<std::string, std::int64_t, std::less<>>;

Result<bool> is_empty(Reader& reader) {
  const Result<std::vector<UserRow>> users = all_users(reader);
  if (!users) return users.error();
  const Result<std::int64_t> greatest = greatest_case_id(reader);
  if (!greatest) return greatest.error();
  return users->empty() && *greatest == 0;
}

Result<UserIds> insert_users(Transaction& transaction, const std::vector<DemoUser>& users, const std::string& hash,
                             Instant now) {
  for (const DemoUser& user : users) {
    const UserRow row{0,    user.username, user.name, std::string(wire_name(user.role)), user.unit_id, hash,
                      true, true,          now};
    const Result<bool> inserted = insert_user(transaction, row);
    if (!inserted) return inserted.error();
    if (!*inserted) return make_error(Code::internal, "error.internal", "demo account twice: " + user.username);
  }
  const Result<std::vector<UserRow>> rows = all_users(transaction);
  if (!rows) return rows.error();
  UserIds ids;
  for (const UserRow& row : *rows) ids[row.username] = row.id;
  return ids;
}

// The row as register_case would have made it, then moved to where the case stands today.
Result<CaseRow> row_of(const Profile& profile, const DemoCase& demo) {
  Result<api::NewCase> checked = api::check_new_case(profile, {demo.kind, demo.anonymous, demo.answers});
  if (!checked) {
    Error error = checked.error();
    error.detail = "demo case " + demo.tracking_code + ": " + error.detail;
    return error;
  }
  CaseRow row = make_case_row(profile, working_calendar(profile), *checked, demo.registered_at);
  row.tracking_code = demo.tracking_code;
  row.unit_id = demo.unit_id;
  row.state = demo.state;
  row.due_on = demo.due_on;
  row.version = static_cast<std::int64_t>(demo.events.size());
  return row;
}

Result<void> insert_events(Transaction& transaction, std::int64_t case_id, const DemoCase& demo, const UserIds& users,
                           const std::string& text_hash) {
  for (const DemoEvent& from : demo.events) {
    EventRow event;
    event.case_id = case_id;
    event.kind = from.kind;
    event.at = from.at;
    if (const auto user = users.find(from.username); user != users.end()) event.user_id = user->second;
    event.from_unit = from.from_unit;
    event.to_unit = from.to_unit;
    event.text = from.text;
    if (from.kind == EventKind::registered) event.text_hash = text_hash;
    Result<void> done = append_event(transaction, event);
    if (!done) return done;
  }
  return {};
}

// As if the clock had run since the registration.
CaseClock demo_clock(const Profile& profile, const CaseRow& row, const DemoCase& demo) {
  CaseClock clock = new_clock(profile, row.kind, row.registered_at);
  const WorkingCalendar calendar = working_calendar(profile);
  if (clock.due_on != row.due_on) move_deadline(clock, calendar, row.due_on);
  if (row.state == CaseState::waiting_for_citizen) stop_clock(clock, to_tehran(demo.events.back().at).day);
  return clock;
}

Result<void> insert_one(Transaction& transaction, const Profile& profile, const CaseRow& row, const std::string& words,
                        const DemoCase& demo, const UserIds& users) {
  const Result<bool> inserted = insert_case(transaction, row);
  if (!inserted) return inserted.error();
  if (!*inserted) return make_error(Code::internal, "error.internal", "demo code twice: " + row.tracking_code);
  Result<void> done = transaction.index_case(row.id, words);
  if (!done) return done;
  done = insert_events(transaction, row.id, demo, users, registration_event(row).text_hash);
  if (!done || !is_open(row.state)) return done;
  return begin_clock(transaction, profile, row.id, demo_clock(profile, row, demo));
}

}  // namespace

Result<void> Services::insert_demo(const DemoCorpus& corpus, Instant now) {
  const std::shared_ptr<const Profile> held = organisation.profile();
  const Profile& profile = *held;
  const std::vector<DemoCase> demos = make_demo_cases(profile, corpus, now);
  std::vector<CaseRow> rows;
  std::vector<std::string> words;
  CaseIds ids;
  for (const DemoCase& demo : demos) {
    Result<CaseRow> row = row_of(profile, demo);
    if (!row) return row.error();
    row->id = ids.next(demo.registered_at);
    words.push_back(words_of(*row));
    rows.push_back(std::move(row).value());
  }
  const Result<std::string> hash = hash_password(kDemoPassword, cost_);
  if (!hash) return hash.error();
  return database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<bool> empty = is_empty(transaction);
    if (!empty) return empty.error();
    if (!*empty) return {};
    const Result<UserIds> ids_of_users = insert_users(transaction, make_demo_users(profile, corpus), *hash, now);
    if (!ids_of_users) return ids_of_users.error();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      Result<void> done = insert_one(transaction, profile, rows[i], words[i], demos[i], *ids_of_users);
      if (!done) return done;
    }
    return {};
  });
}

}  // namespace hamandish::server
