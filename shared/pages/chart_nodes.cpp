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

// Which columns of which table of the monthly report are drawn.
struct Charted {
  std::string_view table;
  const char* fact;
  std::size_t first;
  std::size_t last;
  std::array<const char*, 5> tones;
};
constexpr std::array<Charted, 3> kCharted = {{
    {"flow", "report_chart.flow", 4, 8, {"success", "warning", "muted", "primary", "neutral"}},
    {"speed", "report_chart.speed", 3, 3, {"success", "", "", "", ""}},
    {"ages", "report_chart.ages", 1, 5, {"success", "", "muted", "warning", "danger"}},
}};

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
  return {view::chart_row_name(*most->row), view::chart_row_words(*most)};
}

Node with_chart(const ReportTable& report, Node table) {
  const auto* charted =
      std::find_if(kCharted.begin(), kCharted.end(), [&report](const Charted& one) { return one.table == report.id; });
  if (charted == kCharted.end() || report.columns.size() <= charted->last) return table;
  std::vector<view::Option> series;
  for (std::size_t i = charted->first; i <= charted->last; ++i) {
    series.push_back({charted->tones[i - charted->first], report.columns[i].head});
  }
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    const ReportRow& row = report.rows[i];
    if (row.total || row.cells.size() <= charted->last) continue;
    std::string& figures = table.children[i].value;
    for (std::size_t at = charted->first; at <= charted->last; ++at) {
      figures += std::to_string(std::max<std::int64_t>(0, row.cells[at].number)) + " ";
    }
    if (series.size() == 1) table.children[i].note = shown(row.cells[charted->first]);
  }
  const Largest largest = largest_of(table);
  std::string fact = say(charted->fact, {{"name", largest.name}, {"words", largest.words}});
  return chart_node("bar", std::move(fact), std::move(series), std::move(table));
}

}  // namespace hamandish::pages
