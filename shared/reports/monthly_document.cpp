#include "shared/reports/monthly_document.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include "shared/cases/case_text.h"
#include "shared/cases/names.h"
#include "shared/messages/messages.h"
#include "shared/reports/report_names.h"
#include "shared/text/digits.h"

namespace hamandish {
namespace {

using enum Measure;

constexpr int kHalf = 50;
constexpr int kNine = 90;

constexpr std::array kFlow = {brought, received, reopened, on_time, late, withdrawn, otherwise, open};
constexpr std::array kKinds = {received_complaint, received_request, received_suggestion,   received_criticism,
                               received_report,    received_head,    received_appreciation, received};
constexpr std::array kChannels = {by_web, by_phone, by_visit, by_letter, by_sms, by_email, received};
constexpr std::array kAges = {age_week, age_fortnight, age_month, age_quarter, age_older, open, overdue};
constexpr std::array kCare = {referrals, returns, reopened, objections_met, objections_refused, rated};
constexpr std::array kMail = {mail_received, mail_answered, mail_waiting};

// What a unit is called: of one that the profile does not know any more, its id.
std::string name_of(const Profile& profile, const std::string& unit_id) {
  const Unit* unit = profile.unit(unit_id);
  return unit != nullptr ? unit->name : unit_id;
}

// The cells of one line of a table, after its first.
using Cells = std::vector<ReportCell>;
template <class Fill>
void add_lines(ReportTable& table, const Profile& profile, const MonthlyFigures& figures, const Fill& fill) {
  for (const UnitFigures& unit : figures.units) {
    ReportRow row{{text_cell(name_of(profile, unit.unit_id))}, false};
    fill(row.cells, unit, unit.unit_id);
    table.rows.push_back(std::move(row));
  }
  ReportRow sum{{text_cell(say("monthly.all_units"))}, true};
  fill(sum.cells, total_of(figures), kAllUnits);
  table.rows.push_back(std::move(sum));
}

// Units with nothing to say in this table; the first table of units has them all.
void drop_empty_lines(ReportTable& table) {
  const auto says_nothing = [](const ReportCell& cell) { return cell.kind == CellKind::text || cell.number == 0; };
  std::erase_if(table.rows, [&](const ReportRow& row) {
    return !row.total && std::all_of(row.cells.begin(), row.cells.end(), says_nothing);
  });
}

ReportTable table_of(const char* id, const char* title, const char* note) {
  return {id, say(title), say(note), {{say("monthly.unit"), CellKind::text}}, {}};
}

ReportTable counts_table(const Profile& profile, const MonthlyFigures& figures, ReportTable table,
                         std::span<const Measure> measures) {
  for (const Measure measure : measures) table.columns.push_back({measure_text(measure), CellKind::number});
  add_lines(table, profile, figures, [&](Cells& cells, const UnitFigures& unit, std::string_view id) {
    for (const Measure measure : measures) {
      cells.push_back(number_cell(unit.counts[measure], cases_link(id, measure)));
    }
  });
  return table;
}

ReportTable speed_table(const Profile& profile, const MonthlyFigures& figures) {
  ReportTable table = table_of("speed", "monthly.speed", "monthly.speed_note");
  table.columns.push_back({say("monthly.answered"), CellKind::number});
  table.columns.push_back({measure_text(on_time), CellKind::number});
  table.columns.push_back({say("monthly.on_time_share"), CellKind::percent});
  table.columns.push_back({say("monthly.median"), CellKind::number});
  table.columns.push_back({say("monthly.nine_of_ten"), CellKind::number});
  add_lines(table, profile, figures, [](Cells& cells, const UnitFigures& unit, std::string_view id) {
    cells.push_back(number_cell(answered(unit.counts)));
    cells.push_back(number_cell(unit.counts[on_time], cases_link(id, on_time)));
    cells.push_back(percent_cell(percent_on_time(unit.counts)));
    cells.push_back(days_cell(days_within(unit.answers_after, kHalf)));
    cells.push_back(days_cell(days_within(unit.answers_after, kNine)));
  });
  return table;
}

ReportTable care_table(const Profile& profile, const MonthlyFigures& figures) {
  ReportTable table = counts_table(profile, figures, table_of("care", "monthly.care", "monthly.care_note"), kCare);
  table.columns.push_back({say("monthly.mean_score"), CellKind::tenths});
  for (std::size_t i = 0; i < figures.units.size(); ++i) {
    table.rows[i].cells.push_back(tenths_cell(mean_score_tenths(figures.units[i].counts)));
  }
  table.rows.back().cells.push_back(tenths_cell(mean_score_tenths(total_of(figures).counts)));
  return table;
}

ReportTable mail_table(const Profile& profile, const MonthlyFigures& figures) {
  ReportTable table = table_of("mail", "monthly.mail", "monthly.mail_note");
  table.columns.push_back({say("monthly.mailbox"), CellKind::text});
  for (const Measure measure : kMail) table.columns.push_back({measure_text(measure), CellKind::number});
  add_lines(table, profile, figures, [&](Cells& cells, const UnitFigures& figures_of_unit, std::string_view id) {
    const Unit* unit = profile.unit(id);
    cells.push_back(unit != nullptr && !unit->email.empty() ? text_cell(unit->email) : ReportCell{});
    for (const Measure measure : kMail) {
      cells.push_back(number_cell(figures_of_unit.counts[measure], cases_link(id, measure)));
    }
  });
  return table;
}

// One line of the first table: this month, the month before, the difference, the same month last year.
struct Compared {
  UnitFigures now;
  std::optional<UnitFigures> before;
  std::optional<UnitFigures> last_year;
};

template <class Value>
ReportRow compared_row(std::string head, const Compared& compared, const Value& value) {
  const auto of = [&value](const std::optional<UnitFigures>& figures) {
    return figures ? value(*figures) : ReportCell{};
  };
  const ReportCell now = value(compared.now);
  const ReportCell before = of(compared.before);
  ReportCell change;
  if (now.kind != CellKind::empty && before.kind != CellKind::empty) change = number_cell(now.number - before.number);
  if (now.kind == CellKind::tenths) change = ReportCell{};
  return {{text_cell(std::move(head)), now, before, change, of(compared.last_year)}, false};
}

ReportTable comparison_table(const MonthlyFigures& figures, const MonthlyComparison& comparison) {
  Compared compared{total_of(figures), {}, {}};
  if (comparison.month_before) compared.before = total_of(*comparison.month_before);
  if (comparison.year_before) compared.last_year = total_of(*comparison.year_before);
  ReportTable table{"overview", say("monthly.overview"), say("monthly.overview_note"), {}, {}};
  table.columns = {{say("monthly.figure"), CellKind::text},
                   {month_text(figures.month), CellKind::number},
                   {month_text(month_before(figures.month, 1)), CellKind::number},
                   {say("monthly.change"), CellKind::number},
                   {month_text({figures.month.year - 1, figures.month.month}), CellKind::number}};
  const auto count = [&](Measure measure) {
    table.rows.push_back(compared_row(measure_text(measure), compared, [measure](const UnitFigures& unit) {
      return number_cell(unit.counts[measure]);
    }));
  };
  for (const Measure measure : kFlow) count(measure);
  table.rows.push_back(compared_row(say("monthly.on_time_share"), compared, [](const UnitFigures& unit) {
    return percent_cell(percent_on_time(unit.counts));
  }));
  table.rows.push_back(compared_row(say("monthly.median"), compared, [](const UnitFigures& unit) {
    return days_cell(days_within(unit.answers_after, kHalf));
  }));
  table.rows.push_back(compared_row(say("monthly.nine_of_ten"), compared, [](const UnitFigures& unit) {
    return days_cell(days_within(unit.answers_after, kNine));
  }));
  for (const Measure measure : {overdue, referrals, returns, rated}) count(measure);
  table.rows.push_back(compared_row(say("monthly.mean_score"), compared, [](const UnitFigures& unit) {
    return tenths_cell(mean_score_tenths(unit.counts));
  }));
  return table;
}

std::string end_text(const CaseMonth& month) {
  for (const Measure measure : {overdue, open, withdrawn, otherwise, late, on_time}) {
    if (month.counts[measure] > 0) return measure_text(measure);
  }
  return say("monthly.no_change");
}

ReportRow annex_row(const Profile& profile, const CaseMonth& month) {
  std::optional<Day> answered_on;
  std::optional<int> days;
  if (!month.answers.empty()) {
    answered_on = month.answers.back().on;
    days = month.answers.back().working_days;
  }
  return {{text_cell(text::persian_digits(month.tracking_code)), text_cell(name_of(profile, month.unit_id)),
           text_cell(kind_text(profile, month.kind)), text_cell(say(message_key(month.channel))),
           date_cell(month.registered_on), date_cell(month.due_on), date_cell(answered_on), days_cell(days),
           text_cell(end_text(month))},
          false};
}

std::vector<std::string> lead_of(const Profile& profile, const UnitFigures& total) {
  std::vector<std::string> lead = {say("monthly.lead", {{"organisation", profile.name}, {"head", profile.head_title}}),
                                   say("monthly.lead_flow", {{"received", text::persian_number(total.counts[received])},
                                                             {"brought", text::persian_number(total.counts[brought])},
                                                             {"answered", text::persian_number(answered(total.counts))},
                                                             {"open", text::persian_number(total.counts[open])}})};
  const std::optional<int> percent = percent_on_time(total.counts);
  if (percent) lead.push_back(say("monthly.lead_time", {{"percent", text::persian_number(*percent)}}));
  return lead;
}

}  // namespace

std::string measure_text(Measure measure) {
  return say("measure." + std::string(wire_name(measure)));
}

std::string cases_link(std::string_view unit_id, Measure measure) {
  return "cases/" + std::string(unit_id) + "/" + std::string(wire_name(measure));
}

ReportDocument monthly_document(const Profile& profile, const MonthlyFigures& figures,
                                const MonthlyComparison& comparison) {
  ReportDocument document;
  document.name = wire_name(ReportName::monthly);
  document.month = month_code(figures.month);
  document.organisation = profile.name;
  document.title = report_title(ReportName::monthly);
  document.period = month_text(figures.month);
  document.lead = lead_of(profile, total_of(figures));
  document.tables = {
      comparison_table(figures, comparison),
      counts_table(profile, figures, table_of("flow", "monthly.flow", "monthly.flow_note"), kFlow),
      counts_table(profile, figures, table_of("kinds", "monthly.kinds", "monthly.kinds_note"), kKinds),
      counts_table(profile, figures, table_of("channels", "monthly.channels", "monthly.channels_note"), kChannels),
      speed_table(profile, figures),
      counts_table(profile, figures, table_of("ages", "monthly.ages", "monthly.ages_note"), kAges),
      care_table(profile, figures),
      mail_table(profile, figures)};
  for (ReportTable& table : document.tables) {
    if (table.id != "overview" && table.id != "flow") drop_empty_lines(table);
  }
  document.notes = {say("monthly.how_open"), say("monthly.how_days"), say("monthly.how_due"), say("monthly.how_unit")};
  return document;
}

ReportTable monthly_annex(const Profile& profile, const std::vector<CaseMonth>& cases) {
  ReportTable table{"annex", say("monthly.annex"), say("monthly.annex_note"), {}, {}};
  table.columns = {{say("monthly.code"), CellKind::text},        {say("monthly.unit"), CellKind::text},
                   {say("monthly.kind"), CellKind::text},        {say("monthly.channel"), CellKind::text},
                   {say("monthly.registered"), CellKind::date},  {say("monthly.due"), CellKind::date},
                   {say("monthly.answered_on"), CellKind::date}, {say("monthly.days"), CellKind::number},
                   {say("monthly.end"), CellKind::text}};
  table.rows.reserve(cases.size());
  for (const CaseMonth& month : cases) table.rows.push_back(annex_row(profile, month));
  return table;
}

}  // namespace hamandish
