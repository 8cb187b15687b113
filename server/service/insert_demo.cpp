// Demo data into an empty database, in one transaction.
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "server/demo/demo_data.h"
#include "server/service/case_clocks.h"
#include "server/service/case_ids.h"
#include "server/service/cases_parts.h"
#include "server/service/passwords.h"
#include "server/service/services.h"
#include "server/store/cases_store.h"
#include "server/store/citizen_store.h"
#include "server/store/events_store.h"
#include "server/store/users_store.h"
#include "server/store/work_store.h"
#include "shared/api/check_new_case.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/deadlines.h"
#include "shared/cases/transitions.h"
#include "shared/json/iso_date.h"
#include "shared/messages/messages.h"

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

// The unit that is asked in parallel, of a few open cases.
std::string asked_unit(const Profile& profile, const CaseRow& row, std::size_t number) {
  const std::string& unit = profile.units[number % profile.units.size()].id;
  return is_open(row.state) && number % 5 == 0 && unit != row.unit_id ? unit : std::string();
}

// The work of the staff on open cases, the same on every run: some have an officer, some are urgent, some bear a tag.
void set_work(CaseRow& row, const DemoCase& demo, const UserIds& users, std::size_t number) {
  const auto replied = std::find_if(demo.events.rbegin(), demo.events.rend(),
                                    [](const DemoEvent& event) { return event.kind == EventKind::replied; });
  const bool objected = std::any_of(demo.events.begin(), demo.events.end(),
                                    [](const DemoEvent& event) { return event.kind == EventKind::objected; });
  if (objected) {
    row.objection_to = wire_name(Role::unit_manager);
    const auto user = replied != demo.events.rend() ? users.find(replied->username) : users.end();
    if (user != users.end()) row.objection_against = user->second;
  }
  if (!is_open(row.state)) return;
  const auto officer = users.find("karshenas-" + row.unit_id);
  if (number % 3 != 0 && officer != users.end()) row.assigned_to = officer->second;
  if (number % 7 == 0) row.priority = Priority::high;
  if (number % 11 == 0) row.priority = Priority::urgent;
}

// Tags of the profile, and here and there the next unit of the list is asked for its opinion.
Result<void> insert_work(Transaction& transaction, const Profile& profile, const CaseRow& row, const DemoCase& demo,
                         std::size_t number) {
  const std::vector<std::string>& tags = profile.office.tags;
  if (!tags.empty() && number % 4 == 0) {
    const Result<bool> tagged = insert_tag(transaction, row.id, tags[number / 4 % tags.size()]);
    if (!tagged) return tagged.error();
  }
  const std::string asked = asked_unit(profile, row, number);
  if (asked.empty()) return {};
  const Instant at = demo.events.back().at;
  Result<void> done = insert_consultation(transaction, row.id, {asked, at, row.due_on, false});
  if (!done) return done;
  EventRow event;
  event.case_id = row.id;
  event.kind = EventKind::consulted;
  event.at = at;
  event.user_id = row.assigned_to;
  event.from_unit = row.unit_id;
  event.to_unit = asked;
  event.detail = iso_date(row.due_on);
  return append_event(transaction, event);
}

// Some who were through say what they thought of it, a day later.
std::optional<Instant> rated_at(const CaseRow& row, const DemoCase& demo, std::size_t number, Instant now) {
  const DemoEvent& last = demo.events.back();
  const bool closed_by_person = last.kind == EventKind::closed && !last.username.empty();
  if (row.state != CaseState::closed || !closed_by_person || number % 3 == 1) return std::nullopt;
  const Instant at = last.at + kDay;
  return at < now ? std::optional(at) : std::nullopt;
}

Result<void> insert_demo_rating(Transaction& transaction, const CaseRow& row, std::size_t number, Instant at) {
  constexpr std::array kScores = {5, 4, 3, 4, 5, 2, 4, 1};
  const int score = kScores.at(number % kScores.size());
  const Result<bool> inserted = insert_rating(transaction, row.id, score, {}, at);
  if (!inserted) return inserted.error();
  EventRow event;
  event.case_id = row.id;
  event.kind = EventKind::rated;
  event.at = at;
  event.text = say("mine.rated_text", {{"score", std::to_string(score)}, {"text", {}}});
  return append_event(transaction, event);
}

// Not everybody writes on the web; the others' messages were registered for them.
Intake demo_channel(const CaseRow& row, std::size_t number) {
  if (row.anonymous) return Intake::web;
  if (number % 9 == 4 && !row.email.empty()) return Intake::email;
  if (number % 11 == 3) return Intake::phone;
  if (number % 13 == 5) return Intake::sms;
  if (number % 17 == 6) return Intake::visit;
  return number % 29 == 7 ? Intake::letter : Intake::web;
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
      CaseRow row = rows[i];
      set_work(row, demos[i], *ids_of_users, i);
      row.channel = demo_channel(row, i);
      const std::optional<Instant> rated = rated_at(row, demos[i], i, now);
      if (rated) ++row.version;
      if (!asked_unit(profile, row, i).empty()) ++row.version;
      Result<void> done = insert_one(transaction, profile, row, words[i], demos[i], *ids_of_users);
      if (done) done = insert_work(transaction, profile, row, demos[i], i);
      if (done && rated) done = insert_demo_rating(transaction, row, i, *rated);
      if (!done) return done;
    }
    return {};
  });
}

}  // namespace hamandish::server
