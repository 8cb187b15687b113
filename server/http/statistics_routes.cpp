#include "server/http/statistics_routes.h"

#include <array>
#include <string>
#include <utility>

#include "server/http/context.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "shared/json/json.h"
#include "shared/pages/statistics_page.h"

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

// 1405-08
std::string month_code(JalaliMonth month) {
  return std::to_string(month.year) + (month.month < 10 ? "-0" : "-") + std::to_string(month.month);
}

Json tally_json(const MonthStatistics& month, CaseKind kind) {
  Json json = Json::object({{"month", month_code(month.month)}, {"kind", std::string(wire_name(kind))}});
  const Tally& tally = month.by_kind[static_cast<std::size_t>(kind)];
  for (const Column& column : kColumns) json.set(std::string(column.name), tally.*column.part);
  return json;
}

}  // namespace

Reply statistics_page(const Call& call) {
  const auto counted = call.context.services.statistics.statistics(call.now);
  if (!counted) return remote_error(call, counted.error());
  return remote_reply(call, pages::statistics_view(site_of(call), {(*counted)->months, (*counted)->counted_at}));
}

Reply get_statistics(const Call& call) {
  const auto counted = call.context.services.statistics.statistics(call.now);
  if (!counted) return error_reply(counted.error());
  Json rows = Json::array();
  for (const MonthStatistics& month : (*counted)->months) {
    for (const CaseKind kind : kCaseKinds) rows.push(tally_json(month, kind));
  }
  return json_reply(Json::object({{"counted_at", (*counted)->counted_at.milliseconds}, {"rows", std::move(rows)}}));
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
