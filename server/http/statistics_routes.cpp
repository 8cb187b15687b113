#include "server/http/statistics_routes.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "shared/json/json.h"
#include "shared/messages/messages.h"
#include "shared/pages/statistics_page.h"
#include "shared/pages/strategy_page.h"
#include "shared/reports/case_month.h"

namespace hamandish::server {
namespace {

struct Column {
  std::string_view name;
  std::int64_t Tally::*part;
};
constexpr std::array<Column, 6> kColumns = {{{"received", &Tally::received},
                                             {"on_time", &Tally::on_time},
                                             {"late", &Tally::late},
                                             {"overdue", &Tally::overdue},
                                             {"open", &Tally::open},
                                             {"withdrawn", &Tally::withdrawn}}};

// `group`: «kind» or «sender», whose name is `name`.
Json tally_json(JalaliMonth month, const char* group, std::string_view name, const Tally& tally) {
  Json json = Json::object({{"month", month_code(month)}, {group, std::string(name)}});
  for (const Column& column : kColumns) json.set(std::string(column.name), tally.*column.part);
  return json;
}

// What each column says, in the words of the page.
Json dictionary() {
  Json words = Json::object({{"month", say("statistics.month_means")}, {"kind", say("statistics.kind_means")}});
  for (const SenderMark mark : kSenderMarks) {
    const std::string name(wire_name(mark));
    words.set("sender:" + name, say("sender_means." + name));
  }
  for (const Column& column : kColumns) {
    words.set(std::string(column.name), say("statistics." + std::string(column.name) + "_means"));
  }
  return words;
}

}  // namespace

Reply statistics_page(const Call& call) {
  const auto counted = call.context.services.statistics.statistics(call.now);
  if (!counted) return remote_error(call, counted.error());
  return remote_reply(call, pages::statistics_view(site_of(call), {(*counted)->months, (*counted)->counted_at}));
}

Reply strategy_page(const Call& call) {
  Services& services = call.context.services;
  const auto facts = services.reports.promises(call.now);
  if (!facts) return remote_error(call, facts.error());
  const Result<Instant> updated = services.settings.changed_at({"promises"});
  if (!updated) return remote_error(call, updated.error());
  const Result<std::vector<DraftRow>> open = services.drafts.open_ones();
  if (!open) return remote_error(call, open.error());
  pages::StrategyState state;
  state.updated = *updated;
  state.figures.reserve(call.profile->promises.size());
  for (const Promise& promise : call.profile->promises) {
    state.figures.push_back(promise_figure(*call.profile, promise, **facts));
  }
  for (const DraftRow& row : *open) state.open_drafts.push_back(summary_of(*call.profile, row));
  return remote_reply(call, pages::strategy_view(site_of(call), state));
}

Reply get_statistics(const Call& call) {
  const auto counted = call.context.services.statistics.statistics(call.now);
  if (!counted) return error_reply(counted.error());
  Json rows = Json::array();
  Json senders = Json::array();
  for (const MonthStatistics& month : (*counted)->months) {
    for (const CaseKind kind : kCaseKinds) {
      rows.push(tally_json(month.month, "kind", wire_name(kind), month.by_kind[static_cast<std::size_t>(kind)]));
    }
    for (const SenderMark mark : kSenderMarks) {
      senders.push(tally_json(month.month, "sender", wire_name(mark), month.by_sender[static_cast<std::size_t>(mark)]));
    }
  }
  return json_reply(Json::object({{"counted_at", (*counted)->counted_at.milliseconds},
                                  {"rows", std::move(rows)},
                                  {"by_sender", std::move(senders)},
                                  {"dictionary", dictionary()}}));
}

Reply get_statistics_csv(const Call& call) {
  const auto counted = call.context.services.statistics.statistics(call.now);
  if (!counted) return error_reply(counted.error());
  std::string csv = "\xEF\xBB\xBFmonth,kind";
  for (const Column& column : kColumns) csv.append(",").append(column.name);
  csv += "\r\n";
  for (const MonthStatistics& month : (*counted)->months) {
    for (const CaseKind kind : kCaseKinds) {
      csv.append(month_code(month.month)).append(",").append(wire_name(kind));
      const Tally& tally = month.by_kind[static_cast<std::size_t>(kind)];
      for (const Column& column : kColumns) csv.append(",").append(std::to_string(tally.*column.part));
      csv += "\r\n";
    }
  }
  Reply reply;
  reply.content_type = "text/csv; charset=utf-8";
  reply.body = std::move(csv);
  reply.set("Content-Disposition", "attachment; filename=\"statistics.csv\"");
  reply.set("Cache-Control", std::string(kPublicPage));
  return reply;
}

}  // namespace hamandish::server
