// The inbox: queues, search, counts, saved filters.
#include <algorithm>
#include <charconv>

#include "server/service/case_ids.h"
#include "server/service/cases_parts.h"
#include "server/service/staff_views.h"
#include "server/store/inbox_store.h"
#include "server/store/looks_store.h"
#include "server/store/reports_store.h"
#include "shared/calendar/tehran_time.h"
#include "shared/identity/phone.h"
#include "shared/identity/tracking_code.h"
#include "shared/messages/messages.h"
#include "shared/reports/case_month.h"
#include "shared/reports/report_names.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr int kMaxInboxRows = 200;
constexpr std::int64_t kCountCap = 999;
constexpr std::size_t kMaxFilters = 20;
constexpr std::size_t kMaxFilterName = 60;
constexpr std::size_t kMaxFilterQuery = 1000;

Error field_error(std::string_view field, std::string_view key) {
  return Error{Code::invalid, "error.invalid", {}, {{std::string(field), std::string(key), {}}}, {}};
}

Error false_cursor() {
  return Error{Code::invalid, "error.invalid", {}, {{"after", "json.unknown_value", {{"name", "after"}}}}, {}};
}

// «<id>» for an order by age, «<priority>.<day>.<id>» for one by deadline.
std::string write_cursor(const InboxKey& key, bool by_deadline) {
  if (!by_deadline) return write_id(key.id);
  return std::to_string(static_cast<int>(key.priority)) + '.' + std::to_string(key.due_on.number) + '.' +
         write_id(key.id);
}

std::optional<std::int32_t> number_before_dot(std::string_view& text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  std::int32_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + dot, number);
  if (problem != std::errc{} || end != text.data() + dot) return std::nullopt;
  text.remove_prefix(dot + 1);
  return number;
}

std::optional<InboxKey> read_cursor(std::string_view text, bool by_deadline) {
  InboxKey key;
  if (by_deadline) {
    const std::optional<std::int32_t> priority = number_before_dot(text);
    const std::optional<std::int32_t> due = number_before_dot(text);
    if (!priority || !due || *priority < 0 || *priority >= std::ssize(kPriorities)) return std::nullopt;
    key.priority = static_cast<Priority>(*priority);
    key.due_on = Day{*due};
  }
  const std::optional<std::int64_t> id = parse_id(text);
  if (!id || *id <= 0) return std::nullopt;
  key.id = *id;
  return key;
}

void set_reach(const Profile& profile, const Actor& actor, std::string_view unit, InboxFilter& filter) {
  if (!may_see_all_units(actor.role)) {
    filter.units = {actor.unit_id};
  } else if (!unit.empty()) {
    filter.units = {std::string(unit)};
  } else {
    filter.any_unit = true;
    for (const Unit& one : profile.units) filter.units.push_back(one.id);
  }
  filter.user_id = user_id_of(actor);
}

void set_dates(const InboxQuery& query, InboxFilter& filter) {
  if (query.from) filter.first_id = first_id_at(start_of_day_in_tehran(*query.from));
  if (query.to) filter.last_id = first_id_at(start_of_day_in_tehran(Day{query.to->number + 1}));
}

Result<InboxFilter> filter_for(const Profile& profile, const Actor& actor, const InboxQuery& query, Instant now) {
  if (!query.unit.empty() && profile.unit(query.unit) == nullptr) return field_error("unit", "case.unknown_unit");
  InboxFilter filter;
  filter.queue = query.queue;
  filter.sort = query.sort;
  set_reach(profile, actor, query.unit, filter);
  filter.today = to_tehran(now).day;
  filter.words = parse_mobile(query.q).value_or(query.q);
  filter.tag = text::for_storage_one_line(query.tag);
  filter.kind = query.kind;
  filter.state = query.state;
  filter.category_id = query.category;
  filter.priority = query.priority;
  set_dates(query, filter);
  // One more than asked for tells whether there is a next page.
  filter.limit = std::clamp(query.limit, 1, kMaxInboxRows);
  if (!query.after.empty()) {
    filter.after = read_cursor(query.after, reads_by_deadline(filter));
    if (!filter.after) return false_cursor();
  }
  return filter;
}

Error no_inbox() {
  return make_error(Code::forbidden, "error.forbidden");
}

// The one case of a code, if it is within reach: whoever types a whole code wants this one, in whatever queue it is.
Result<InboxList> by_code(Reader& reader, const InboxFilter& filter, std::string_view code) {
  InboxList list;
  const Result<std::optional<CaseRow>> row = case_by_code(reader, code);
  if (!row) return row.error();
  const bool reachable = *row && (filter.any_unit || std::find(filter.units.begin(), filter.units.end(),
                                                               (*row)->unit_id) != filter.units.end());
  if (!reachable) return list;
  Result<std::optional<CaseSummary>> summary = case_summary(reader, (*row)->id);
  if (!summary) return summary.error();
  if (*summary) list.cases.push_back(std::move(**summary));
  return list;
}

// The monthly reports of the last year that this member of the head's office has not opened, the newest version of each.
Result<std::vector<api::DeskNotice>> new_reports(Reader& reader, std::int64_t user_id) {
  constexpr int kLooked = 12;
  constexpr std::size_t kMostTold = 3;
  const std::string_view name = wire_name(ReportName::monthly);
  const Result<std::vector<ReportMark>> marks = stored_reports(reader, name, user_id, kLooked);
  if (!marks) return marks.error();
  std::vector<api::DeskNotice> notices;
  std::string month;
  for (const ReportMark& mark : *marks) {
    const bool newest = mark.report.month != month;
    month = mark.report.month;
    if (!newest || mark.opened || notices.size() == kMostTold) continue;
    const std::optional<JalaliMonth> parsed = parse_month(month);
    const Params params = {{"title", report_title(ReportName::monthly)},
                           {"month", parsed ? month_text(*parsed) : month}};
    notices.push_back({say(mark.report.version > 1 ? "reports.inbox_corrected" : "reports.inbox_new", params),
                       "/staff/reports/" + std::string(name) + "/" + month});
  }
  return notices;
}

Result<api::Workbench> read_workbench(Reader& reader, const Profile& profile, const Actor& actor, Instant now) {
  api::Workbench workbench;
  InboxFilter filter;
  set_reach(profile, actor, {}, filter);
  filter.today = to_tehran(now).day;
  for (const Queue queue : kQueues) {
    if (queue == Queue::all) continue;  // nobody works it off: its number says nothing
    filter.queue = queue;
    filter.sort = queue == Queue::today || queue == Queue::overdue ? InboxSort::deadline : InboxSort::newest;
    const Result<InboxCount> count = count_inbox(reader, filter, kCountCap);
    if (!count) return count.error();
    workbench.queues.push_back({queue, count->count, count->exact});
  }
  Result<std::vector<FilterRow>> filters = filters_of(reader, filter.user_id);
  if (!filters) return filters.error();
  for (FilterRow& row : *filters) workbench.filters.push_back({std::to_string(row.id), row.name, row.query});
  if (actor.role == Role::head_office) {
    Result<std::vector<api::DeskNotice>> reports = new_reports(reader, filter.user_id);
    if (!reports) return reports.error();
    workbench.notices = std::move(reports).value();
  }
  return workbench;
}

}  // namespace

Result<api::InboxPage> CasesService::inbox(const Actor& actor, const InboxQuery& query, Instant now) {
  if (!may_see_any_case(actor.role)) return no_inbox();
  const std::shared_ptr<const Profile> profile = parts_->profile();
  const Result<InboxFilter> filter = filter_for(*profile, actor, query, now);
  if (!filter) return filter.error();
  const ParsedCode code = parse_tracking_code(query.q);
  api::InboxPage page;
  const Result<void> done = parts_->database.read([&](Reader& reader) -> Result<void> {
    Result<InboxList> list =
        code.check == CodeCheck::ok ? by_code(reader, *filter, code.code) : list_inbox(reader, *filter);
    if (!list) return list.error();
    if (list->next) page.next = write_cursor(*list->next, reads_by_deadline(*filter));
    for (const CaseSummary& summary : list->cases) {
      page.cases.push_back(inbox_row(*profile, summary, now));
      Result<std::vector<std::string>> tags = tags_of(reader, summary.id);
      if (!tags) return tags.error();
      page.cases.back().tags = std::move(tags).value();
    }
    return {};
  });
  if (!done) return done.error();
  const auto shown = static_cast<std::int64_t>(page.cases.size());
  parts_->database.write_later([user_id = user_id_of(actor), words = query.q, shown, now](Transaction& transaction) {
    return insert_inbox_look(transaction, {user_id, words, shown, now});
  });
  return page;
}

Result<api::Workbench> CasesService::workbench(const Actor& actor, Instant now) {
  if (!may_see_any_case(actor.role)) return no_inbox();
  api::Workbench workbench;
  const Result<void> done = parts_->database.read([&](Reader& reader) -> Result<void> {
    Result<api::Workbench> found = read_workbench(reader, *parts_->profile(), actor, now);
    if (!found) return found.error();
    workbench = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  return workbench;
}

Result<api::Workbench> CasesService::save_filter(const Actor& actor, const api::SavedFilter& filter, Instant now) {
  if (!may_see_any_case(actor.role)) return no_inbox();
  const std::string name = text::for_storage_one_line(filter.name);
  if (name.empty() || text::count_scalars(name) > kMaxFilterName) return field_error("name", "filter.name");
  if (filter.query.size() > kMaxFilterQuery) return field_error("query", "filter.query");
  const Result<void> done = parts_->database.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::vector<FilterRow>> before = filters_of(transaction, user_id_of(actor));
    if (!before) return before.error();
    if (before->size() >= kMaxFilters) return make_error(Code::conflict, "filter.too_many");
    return insert_filter(transaction, user_id_of(actor), name, filter.query);
  });
  if (!done) return done.error();
  return workbench(actor, now);
}

Result<api::Workbench> CasesService::remove_filter(const Actor& actor, std::string_view id, Instant now) {
  std::int64_t number = 0;
  std::from_chars(id.data(), id.data() + id.size(), number);
  const Result<void> done = parts_->database.write([&](Transaction& transaction) -> Result<void> {
    const Result<bool> gone = delete_filter(transaction, user_id_of(actor), number);
    if (!gone) return gone.error();
    if (!*gone) return make_error(Code::not_found, "error.not_found");
    return {};
  });
  if (!done) return done.error();
  return workbench(actor, now);
}

}  // namespace hamandish::server
