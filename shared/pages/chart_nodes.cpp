#include "shared/pages/chart_nodes.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "shared/messages/messages.h"
#include "shared/view/chart.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;

// Which columns of which table of which report are drawn. Tones: as in shared/view/node.h.
struct Charted {
  std::string_view report;
  std::string_view table;
  const char* fact;
  std::size_t first;
  std::size_t last;
  std::array<const char*, 7> tones;
};
constexpr const char* kCounts = "report_chart.counts";
constexpr std::array kCharted = {
    Charted{"monthly", "flow", "report_chart.flow", 4, 8, {"success", "warning", "muted", "primary.tube", "neutral"}},
    Charted{"monthly", "kinds", kCounts, 1, 7, {}},
    Charted{"monthly", "channels", kCounts, 1, 6, {}},
    Charted{"monthly", "speed", "report_chart.speed", 3, 3, {"success"}},
    Charted{"monthly", "ages", "report_chart.ages", 1, 5, {"success", "success.tube", "muted", "warning", "danger"}},
    Charted{"monthly", "mail", kCounts, 3, 4, {"success", "warning"}},
    Charted{"complaints", "themes", kCounts, 1, 1, {}},
    Charted{"complaints", "units", kCounts, 1, 1, {}},
    Charted{"complaints", "places", kCounts, 1, 1, {}},
    Charted{"complaints", "tags", kCounts, 1, 1, {}},
    Charted{"complaints", "repeated", kCounts, 1, 1, {}},
    Charted{"consultation", "drafts", kCounts, 5, 5, {}},
    Charted{"consultation", "outcomes", kCounts, 2, 5, {"success", "success.tube", "danger", "muted"}},
    Charted{"consultation", "groups", kCounts, 1, 1, {}},
    Charted{"digest", "states", kCounts, 1, 1, {}},
    Charted{"digest", "tones", kCounts, 1, 1, {}},
    Charted{"digest", "themes", kCounts, 1, 1, {}},
    Charted{"digest", "items", kCounts, 1, 1, {}},
    Charted{"surveys", "surveys", kCounts, 4, 4, {}},
    Charted{"surveys", "scores", "report_chart.mean", 2, 2, {"success"}},
    Charted{"surveys",
            "satisfaction",
            "report_chart.steps",
            1,
            5,
            {"success", "success.tube", "muted", "warning", "danger"}},
    Charted{"surveys", "quality", "report_chart.steps", 1, 4, {"success", "success.tube", "warning", "danger"}},
    Charted{"surveys", "units", kCounts, 1, 1, {}},
    Charted{"surveys", "services", kCounts, 1, 1, {}},
    Charted{"channels", "months", kCounts, 1, 6, {}},
    Charted{"channels", "weekdays", kCounts, 1, 6, {}},
    Charted{"channels", "hours", kCounts, 1, 6, {}},
    Charted{"promises", "kinds", kCounts, 2, 4, {"success", "warning", "danger"}},
};

}  // namespace

Node chart_node(const char* shape, std::string fact, std::vector<view::Option> series, Node child) {
  Node chart = view::node(Kind::chart, std::move(fact), {std::move(child)});
  chart.value = shape;
  chart.options = std::move(series);
  if (view::read_chart(chart).total > 0) return chart;
  Node only = std::move(chart.children.front());
  return only;
}

Largest largest_of(const Node& table) {
  const Node chart = view::node(Kind::chart, {}, {table});
  const std::vector<view::ChartRow> rows = view::read_chart(chart).rows;
  const auto most = std::max_element(rows.begin(), rows.end(),
                                     [](const auto& one, const auto& other) { return one.sum < other.sum; });
  if (most == rows.end()) return {};
  std::string names;  // all that are as large
  for (const view::ChartRow& row : rows) {
    if (row.sum == most->sum)
      names += (names.empty() ? std::string() : " " + say("report_chart.and") + " ") + view::chart_row_name(*row.row);
  }
  return {std::move(names), view::chart_row_words(*most)};
}

Node with_chart(std::string_view name, const ReportTable& report, Node table) {
  const auto* charted = std::find_if(kCharted.begin(), kCharted.end(),
                                     [&](const Charted& one) { return one.report == name && one.table == report.id; });
  if (charted == kCharted.end() || report.columns.size() <= charted->last) return table;
  std::vector<view::Option> series;
  for (std::size_t i = charted->first; i <= charted->last; ++i) {
    const char* tone = charted->tones.at(i - charted->first);
    series.push_back({tone != nullptr ? tone : "", report.columns[i].head});
  }
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    const ReportRow& row = report.rows[i];
    if (row.total || row.cells.size() <= charted->last) continue;
    std::string figures;
    std::int64_t sum = 0;
    for (std::size_t at = charted->first; at <= charted->last; ++at) {
      const std::int64_t figure = std::max<std::int64_t>(0, row.cells[at].number);
      figures += std::to_string(figure) + " ";
      sum += figure;
    }
    // Of a list, lines without anything are left to the table; a row of hours or months has no gaps.
    if (sum == 0 && name != "channels") continue;
    table.children[i].value = std::move(figures);
    if (series.size() == 1) table.children[i].note = shown(row.cells[charted->first]);
  }
  const Largest largest = largest_of(table);
  std::string fact = say(charted->fact, {{"name", largest.name}, {"words", largest.words}});
  // The picture is enough at first where the table is long; the monthly report is read line by line.
  constexpr std::size_t kLong = 6;
  if (name != "monthly" && table.children.size() > kLong) {
    std::string name_of_fold = say("statistics.as_table", {{"name", table.text}});
    table = view::node(Kind::disclosure, std::move(name_of_fold), {std::move(table)}, "fold-" + report.id);
  }
  return chart_node("bar", std::move(fact), std::move(series), std::move(table));
}

}  // namespace hamandish::pages
