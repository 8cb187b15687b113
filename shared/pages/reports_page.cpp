#include "shared/pages/reports_page.h"

#include <utility>

#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/chart_nodes.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/remote_nodes.h"
#include "shared/pages/settings_page.h"
#include "shared/text/digits.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

constexpr int kMonthsOffered = 13;
constexpr int kReasonLetters = 500;

Node table_node(const ReportTable& table, const std::string& links_below) {
  Node node = view::node(Kind::table, table.title, {}, "table-" + table.id);
  node.quiet = true;
  for (const ReportColumn& column : table.columns) node.columns.push_back(column.head);
  for (const ReportRow& row : table.rows) {
    Node line = view::node(Kind::row, {}, {});
    for (const ReportCell& cell : row.cells) {
      const bool leads = !links_below.empty() && !cell.link.empty();
      const std::string target = cell.link.starts_with('/') ? cell.link : links_below + "/" + cell.link;
      line.children.push_back(leads ? view::link(shown(cell), target) : view::paragraph(shown(cell)));
    }
    node.children.push_back(std::move(line));
  }
  return node;
}

// The months that can be chosen, the newest first.
Node month_chips(const ReportState& state) {
  Node chips = view::node(Kind::chips, say("reports.months"), {}, "report-months");
  for (int back = 0; back < kMonthsOffered; ++back) {
    const JalaliMonth month = month_before(state.running_month, back);
    Node link = view::link(month_text(month), report_address(state.name, month));
    link.current = month == state.month;
    chips.children.push_back(std::move(link));
  }
  Node disclosure = view::node(Kind::disclosure, say("reports.other_month"), {std::move(chips)}, "other-month");
  return disclosure;
}

Node standing(const ReportState& state) {
  if (state.shown_version == 0) {
    const bool running = state.month == state.running_month;
    const char* key = "reports.computed_now";
    if (state.name == ReportName::monthly) key = running ? "reports.provisional" : "reports.not_stored";
    return view::notice(say(key), running ? Tone::warning : Tone::neutral, "standing");
  }
  for (const ReportVersion& version : state.versions) {
    if (version.version == state.shown_version) return view::notice(version_text(version), Tone::success, "standing");
  }
  return view::notice(say("reports.computed_now"), Tone::neutral, "standing");
}

Node version_list(const ReportState& state) {
  Node list = view::node(Kind::list, say("reports.versions"), {}, "report-versions");
  for (const ReportVersion& version : state.versions) {
    Node link = view::link(version_text(version), report_address(state.name, state.month, version.version));
    link.current = version.version == state.shown_version;
    list.children.push_back(view::node(Kind::item, {}, {std::move(link)}));
  }
  return list;
}

Node file_links(const ReportState& state) {
  Nodes links;
  for (const char* ending : {"pdf", "xlsx", "csv"}) {
    links.push_back(view::link(say("reports_get." + std::string(ending)),
                               report_file_address(state.name, state.month, state.shown_version, ending)));
  }
  Node actions = view::actions(std::move(links));
  actions.id = "report-files";
  return actions;
}

Node correction(const Site& site, const ReportState& state) {
  Node reason = view::node(Kind::text_area, say("reports.reason"), {}, "reason");
  reason.value = state.reason;
  reason.help = say("reports.reason_help");
  reason.error = error_text(state.errors, "reason");
  reason.required = true;
  reason.input.max_length = kReasonLetters;
  reason.input.rows = 3;
  Node form = staff_form(site, "correct", say("reports.correct"), report_address(state.name, state.month),
                         {std::move(reason), submit("correct-send", say("reports.correct"), Tone::neutral)});
  Node disclosure = view::node(Kind::disclosure, say("reports.correct_head"), {std::move(form)}, "correction");
  disclosure.checked = !state.errors.empty();
  return disclosure;
}

void add_tables(Nodes& content, const ReportState& state) {
  const std::string below = state.links ? report_address(state.name, state.month) : std::string();
  for (const ReportTable& table : state.document.tables) {
    content.push_back(view::heading(2, table.title, "heading-" + table.id));
    if (!table.note.empty()) content.push_back(view::paragraph(table.note));
    content.push_back(with_chart(state.document.name, table, table_node(table, below)));
  }
}

}  // namespace

std::string report_address(ReportName name, JalaliMonth month, std::int64_t version) {
  std::string address = std::string(kReportsPath) + "/" + std::string(wire_name(name)) + "/" + month_code(month);
  if (version > 0) address += "/v" + std::to_string(version);
  return address;
}

std::string report_file_address(ReportName name, JalaliMonth month, std::int64_t version, std::string_view ending) {
  return report_address(name, month) + "/v" + std::to_string(version) + "/report." + std::string(ending);
}

std::string version_text(const ReportVersion& version) {
  std::string text = say(version.version > 1 ? "reports.version" : "reports.first_version",
                         {{"number", text::persian_number(version.version)}, {"when", date_and_time(version.made_at)}});
  text += " " + (version.made_by.empty() ? say("reports.by_itself") : say("reports.by", {{"name", version.made_by}}));
  if (!version.reason.empty()) text += " " + say("reports.because", {{"reason", version.reason}});
  return text;
}

Node reports_view(const Site& site, const ReportsState& state) {
  const std::string title = say("reports.heading");
  Nodes content = {title_heading(title), view::paragraph(say("reports.lead"))};
  // Of the newest alone; the others stand in the table.
  if (!state.monthly.empty() && !state.monthly.front().opened) {
    const ReportVersion& version = state.monthly.front();
    Node notice = view::notice(say("reports.new", {{"month", month_text(version.month)}}), Tone::warning, "new-report");
    notice.children.push_back(view::link(say("reports.read", {{"month", month_text(version.month)}}),
                                         report_address(ReportName::monthly, version.month)));
    content.push_back(std::move(notice));
  }
  Node grid = view::node(Kind::link_grid, title, {}, "report-names");
  for (const ReportName name : state.names) {
    Node link = view::link(report_title(name), report_address(name, state.last_month));
    link.note = report_note(name);
    grid.children.push_back(std::move(link));
  }
  content.push_back(std::move(grid));
  if (!state.monthly.empty()) {
    content.push_back(view::heading(2, say("reports.stored"), "stored-heading"));
    Node table = view::node(Kind::table, say("reports.stored"), {}, "stored");
    table.quiet = true;
    table.columns = {say("statistics.month"), say("reports.state")};
    for (const ReportVersion& version : state.monthly) {
      table.children.push_back(view::node(
          Kind::row, {},
          {view::link(month_text(version.month), report_address(ReportName::monthly, version.month, version.version)),
           view::paragraph(version_text(version))}));
    }
    content.push_back(std::move(table));
  }
  return frame(site, title, std::move(content));
}

Node report_view(const Site& site, const ReportState& state) {
  const std::string title = state.document.title + " – " + state.document.period;
  Nodes content = {view::actions({view::link(say("reports.all"), std::string(kReportsPath))}), title_heading(title)};
  if (!state.errors.empty()) content.push_back(error_list(state.errors));
  content.push_back(standing(state));
  for (const std::string& line : state.document.lead) content.push_back(view::paragraph(line));
  content.push_back(file_links(state));
  content.push_back(month_chips(state));
  add_tables(content, state);
  if (!state.document.notes.empty()) {
    content.push_back(view::heading(2, say("reports.how_counted"), "how-counted"));
    for (const std::string& note : state.document.notes) content.push_back(view::paragraph(note));
  }
  if (state.versions.size() > 1) {
    content.push_back(view::heading(2, say("reports.versions"), "versions-heading"));
    content.push_back(version_list(state));
  }
  if (state.may_correct) content.push_back(correction(site, state));
  return frame(site, title, std::move(content));
}

Node counted_view(const Site& site, const CountedState& state) {
  const std::string& title = state.title;
  Nodes content = {view::actions({view::link(say("reports.back", {{"month", month_text(state.month)}}),
                                             report_address(state.report, state.month))}),
                   title_heading(title), view::paragraph(report_title(state.report) + " – " + month_text(state.month))};
  if (state.cases.rows.empty() && state.others == 0) {
    content.push_back(view::node(Kind::empty_state, say("reports.counted_none"), {}, "empty"));
  }
  if (state.others > 0) {
    content.push_back(view::notice(say("reports.counted_others", {{"count", text::persian_number(state.others)}}),
                                   Tone::neutral, "others"));
  }
  if (!state.cases.rows.empty()) {
    Node table = table_node(state.cases, {});
    for (std::size_t i = 0; i < table.children.size() && i < state.ids.size(); ++i) {
      table.children[i].children[0] = view::link(shown(state.cases.rows[i].cells[0]), "/staff/cases/" + state.ids[i]);
    }
    content.push_back(std::move(table));
  }
  if (state.more > 0) {
    content.push_back(
        view::paragraph(say(state.report == ReportName::monthly ? "reports.counted_more" : "reports.counted_rest",
                            {{"count", text::persian_number(state.more)}})));
  }
  return frame(site, title, std::move(content));
}

}  // namespace hamandish::pages
