#include "shared/pages/statistics_page.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "shared/api/routes.h"
#include "shared/calendar/jalali_text.h"
#include "shared/cases/case_text.h"
#include "shared/cases/names.h"
#include "shared/messages/messages.h"
#include "shared/pages/chart_nodes.h"
#include "shared/pages/frame.h"
#include "shared/reports/case_month.h"
#include "shared/text/digits.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;

struct Column {
  std::string_view key;
  std::string_view meaning;
  std::int64_t Tally::*part;
};
constexpr std::array<Column, 6> kColumns = {{
    {"statistics.received", "statistics.received_means", &Tally::received},
    {"statistics.on_time", "statistics.on_time_means", &Tally::on_time},
    {"statistics.late", "statistics.late_means", &Tally::late},
    {"statistics.overdue", "statistics.overdue_means", &Tally::overdue},
    {"statistics.open", "statistics.open_means", &Tally::open},
    {"statistics.withdrawn", "statistics.withdrawn_means", &Tally::withdrawn},
}};

Node table_of(const char* caption, const char* first, std::string id) {
  Node table = view::node(Kind::table, say(caption), {}, std::move(id));
  table.quiet = true;
  table.columns.push_back(say(first));
  for (const Column& column : kColumns) table.columns.push_back(say(column.key));
  return table;
}

Node row_of(std::string head, const Tally& tally) {
  Node row = view::node(Kind::row, {}, {view::paragraph(std::move(head))});
  for (const Column& column : kColumns) {
    row.children.push_back(view::paragraph(text::persian_number(tally.*column.part)));
  }
  return row;
}

// The figures stand in the picture; whoever wants each of them opens the table, which is long on a phone.
Node folded(Node table) {
  std::string name = say("statistics.as_table", {{"name", table.text}});
  return view::node(Kind::disclosure, std::move(name), {std::move(table)});
}

std::string figures_of(std::initializer_list<std::int64_t> figures) {
  std::string text;
  for (const std::int64_t figure : figures) text += std::to_string(figure) + " ";
  return text;
}

std::string fact_of(const char* key, const Node& table, std::int64_t received) {
  const Largest largest = largest_of(table);
  return say(key, {{"name", largest.name}, {"words", largest.words}, {"count", text::persian_number(received)}});
}

Node by_month(const StatisticsState& state) {
  Node table = table_of("statistics.by_month", "statistics.month", "months");
  Tally all;
  for (const MonthStatistics& month : state.months) {
    const Tally tally = month.total();
    all += tally;
    std::string name = month_text(month.month);
    // Drawn, the month that is not over yet would look like a fall.
    const bool over = is_over(month.month, state.counted_at);
    table.children.push_back(row_of(over ? name : say("statistics.until_today", {{"month", name}}), tally));
    if (over) table.children.back().value = figures_of({tally.received});
  }
  std::string fact = fact_of("statistics.chart_months", table, all.received);
  for (std::size_t i = 0; i < state.months.size(); ++i) {
    if (table.children[i].value.empty()) continue;
    table.children[i].value += figures_of({state.months[i].total().on_time});
  }
  Node chart = chart_node("line", std::move(fact),
                          {{"primary", say("statistics.received")}, {"muted", say("statistics.on_time")}},
                          folded(std::move(table)));
  chart.ordered = chart.kind == Kind::chart;
  return chart;
}

Node by_kind(const Site& site, const StatisticsState& state) {
  Node table = table_of("statistics.by_kind", "statistics.kind", "kinds");
  Tally all;
  for (std::size_t i = 0; i < kCaseKinds.size(); ++i) {
    Tally tally;
    for (const MonthStatistics& month : state.months) tally += month.by_kind[i];
    all += tally;
    if (site.profile->kind(kCaseKinds[i]) == nullptr && tally.received == 0) continue;
    table.children.push_back(row_of(kind_text(*site.profile, kCaseKinds[i]), tally));
    table.children.back().value = figures_of({tally.on_time, tally.late, tally.overdue, tally.open, tally.withdrawn});
  }
  table.children.push_back(row_of(say("statistics.sum"), all));
  std::vector<view::Option> series;
  constexpr std::array kTones = {"success", "warning", "danger", "neutral", "muted"};
  for (std::size_t i = 1; i < kColumns.size(); ++i) series.push_back({kTones[i - 1], say(kColumns[i].key)});
  std::string fact = fact_of("statistics.chart_kinds", table, all.received);
  return chart_node("bar", std::move(fact), std::move(series), folded(std::move(table)));
}

Node by_sender(const StatisticsState& state) {
  Node table = table_of("statistics.by_sender", "statistics.sender", "senders");
  Tally all;
  for (const SenderMark mark : kSenderMarks) {
    Tally tally;
    for (const MonthStatistics& month : state.months) tally += month.by_sender[static_cast<std::size_t>(mark)];
    all += tally;
    table.children.push_back(row_of(say("sender." + std::string(wire_name(mark))), tally));
    table.children.back().value = figures_of({tally.received});
  }
  table.children.push_back(row_of(say("statistics.sum"), all));
  std::string fact = fact_of("statistics.chart_senders", table, all.received);
  return chart_node("donut", std::move(fact), {}, folded(std::move(table)));
}

// The last whole months and the current one, in a few words.
Nodes summary(const StatisticsState& state) {
  Tally all;
  std::vector<int> days;
  for (const MonthStatistics& month : state.months) {
    all += month.total();
    days.insert(days.end(), month.days_to_answer.begin(), month.days_to_answer.end());
  }
  Node facts = view::node(Kind::facts, {}, {}, "summary");
  const auto add = [&facts](const char* key, const std::string& value) {
    facts.children.push_back(view::fact(say(key), value));
  };
  const Tally now = state.months.front().total();
  add("statistics.this_month", say("statistics.messages", {{"count", std::to_string(now.received)}}));
  add("statistics.in_period", say("statistics.messages", {{"count", std::to_string(all.received)}}));
  if (const std::optional<int> median = median_days(std::move(days))) {
    add("statistics.median", say("statistics.days", {{"count", std::to_string(*median)}}));
  }
  Nodes nodes = {std::move(facts)};
  if (const std::optional<int> percent = percent_on_time(all)) {
    nodes.push_back(
        view::node(Kind::meter, say("statistics.share", {{"percent", std::to_string(*percent)}}), {}, "share"));
    nodes.back().value = std::to_string(*percent);
  }
  return nodes;
}

Node dictionary() {
  Node facts = view::node(Kind::facts, {}, {}, "dictionary");
  for (const Column& column : kColumns) {
    facts.children.push_back(view::fact(say(column.key), say(column.meaning)));
  }
  for (const SenderMark mark : kSenderMarks) {
    const std::string name(wire_name(mark));
    facts.children.push_back(view::fact(say("sender." + name), say("sender_means." + name)));
  }
  return facts;
}

}  // namespace

Node statistics_view(const Site& site, const StatisticsState& state) {
  const JalaliMonth first = state.months.back().month;
  Nodes content = {title_heading(say("nav.statistics")), view::paragraph(say("statistics.lead")),
                   view::paragraph(say("statistics.period",
                                       {{"from", month_text(first)}, {"counted", date_and_time(state.counted_at)}}))};
  const bool any = std::any_of(state.months.begin(), state.months.end(),
                               [](const MonthStatistics& month) { return month.total().received > 0; });
  if (!any) {
    Node empty = view::node(Kind::empty_state, say("statistics.empty"), {}, "empty");
    empty.note = say("statistics.empty_note");
    empty.children.push_back(view::link(say("nav.desk"), "/desk"));
    content.push_back(std::move(empty));
    return frame(site, say("nav.statistics"), std::move(content));
  }
  for (Node& node : summary(state)) content.push_back(std::move(node));
  content.push_back(view::heading(2, say("statistics.by_month"), "months-heading"));
  content.push_back(by_month(state));
  content.push_back(view::heading(2, say("statistics.by_kind"), "kinds-heading"));
  content.push_back(by_kind(site, state));
  content.push_back(view::heading(2, say("statistics.by_sender"), "senders-heading"));
  content.push_back(view::paragraph(say("statistics.by_sender_note")));
  content.push_back(by_sender(state));
  content.push_back(view::heading(2, say("statistics.open_data"), "open-data-heading"));
  content.push_back(view::paragraph(say("statistics.open_data_note")));
  content.push_back(view::actions({view::link(say("statistics.csv"), std::string(api::kStatisticsCsv)),
                                   view::link(say("statistics.json"), std::string(api::kStatistics))}));
  content.push_back(
      view::node(Kind::disclosure, say("statistics.dictionary"), {dictionary()}, "dictionary-of-columns"));
  return frame(site, say("nav.statistics"), std::move(content));
}

}  // namespace hamandish::pages
