#include "server/service/counted_messages.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "server/service/case_ids.h"
#include "server/store/cases_store.h"
#include "server/store/report_facts_store.h"
#include "server/store/statistics_store.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/case_text.h"
#include "shared/cases/names.h"
#include "shared/messages/messages.h"
#include "shared/reports/case_month.h"

namespace hamandish::server {
namespace {

constexpr int kYear = 12;

// The oldest first.
struct Found {
  std::vector<std::int64_t> ids;
  std::int64_t others = 0;
};

void add_found(Found& found, const Actor& actor, std::int64_t id, const std::string& unit_id) {
  if (may_read(actor, {unit_id})) {
    found.ids.push_back(id);
  } else {
    ++found.others;
  }
}

IdRange ids_of(JalaliMonth first, JalaliMonth last) {
  return {first_id_at(span_of(first).from), first_id_at(span_of(last).to)};
}

Result<Found> found_facts(Reader& reader, const Actor& actor, const MessageFigure& figure, Day today) {
  const IdRange ids = ids_of(month_before(figure.month, kYear - 1), figure.month);
  const Day last = std::min(today, span_of(figure.month).last);
  Found found;
  const Result<void> done = each_placed_fact(reader, ids.first, ids.after, [&](const PlacedFact& one) {
    if (counts(figure, one.fact, last)) add_found(found, actor, one.case_id, one.unit_id);
  });
  if (!done) return done.error();
  return found;
}

Result<Found> found_messages(Reader& reader, const Profile& profile, const Actor& actor, const MessageFigure& figure) {
  const bool complaints = figure.report == ReportName::complaints;
  const JalaliMonth month = parse_month(complaints ? figure.column : month_code(figure.month)).value_or(figure.month);
  const bool six = !complaints && figure.table == "months";
  const IdRange ids = ids_of(six ? month_before(figure.month, kChannelMonths - 1) : month, month);
  std::set<std::int64_t> tagged;
  const bool by_tag = figure.table == "tags";
  if (by_tag) {
    Result<std::set<std::int64_t>> cases = complaints_with_tag(reader, ids, from_hex(figure.row));
    if (!cases) return cases.error();
    tagged = std::move(cases).value();
  }
  Found found;
  const auto take = [&](const ReceivedMessage& message) {
    if (by_tag && !tagged.contains(message.id)) return;
    if (counts(profile, figure, message)) add_found(found, actor, message.id, message.unit_id);
  };
  const Result<void> done = complaints ? each_complaint(reader, ids, take) : each_message(reader, ids, take);
  if (!done) return done.error();
  return found;
}

ReportRow row_of(const Profile& profile, const CaseRow& row) {
  const Unit* unit = profile.unit(row.unit_id);
  return {{text_cell(row.tracking_code), text_cell(unit != nullptr ? unit->name : row.unit_id),
           text_cell(kind_text(profile, row.kind)), text_cell(say(message_key(row.channel))),
           date_cell(to_tehran(row.registered_at).day), date_cell(row.due_on), text_cell(say(message_key(row.state)))},
          false};
}

}  // namespace

Result<CountedMessages> counted_messages(Reader& reader, const Profile& profile, const Actor& actor,
                                         const MessageFigure& figure, Day today) {
  if (!figure_name(profile, figure)) return make_error(Code::not_found, "error.not_found");
  const Result<Found> found = figure.report == ReportName::promises ? found_facts(reader, actor, figure, today)
                                                                    : found_messages(reader, profile, actor, figure);
  if (!found) return found.error();
  CountedMessages counted;
  counted.others = found->others;
  counted.table = {"cases", say("reports.cases"), {}, {}, {}};
  counted.table.columns = {{say("monthly.code"), CellKind::text},       {say("monthly.unit"), CellKind::text},
                           {say("monthly.kind"), CellKind::text},       {say("monthly.channel"), CellKind::text},
                           {say("monthly.registered"), CellKind::date}, {say("monthly.due"), CellKind::date},
                           {say("consulted.state"), CellKind::text}};
  for (const std::int64_t id : found->ids) {
    if (counted.ids.size() == kMostCounted) break;
    const Result<std::optional<CaseRow>> row = case_by_id(reader, id);
    if (!row) return row.error();
    if (!*row) continue;
    counted.table.rows.push_back(row_of(profile, **row));
    counted.ids.push_back(id);
  }
  counted.more = static_cast<std::int64_t>(found->ids.size() - counted.ids.size());
  return counted;
}

}  // namespace hamandish::server
