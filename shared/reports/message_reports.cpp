#include "shared/reports/message_reports.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <utility>

#include "shared/cases/names.h"
#include "shared/messages/messages.h"
#include "shared/reports/report_names.h"

namespace hamandish {
namespace {

constexpr int kMonthsOfYear = 12;
constexpr std::size_t kMostPlaces = 20;
constexpr std::size_t kTimes = 4;
constexpr int kWeek = 7;
constexpr int kHour24 = 24;

// By row of a table (row_of).
using Counted = std::map<std::string, std::array<std::int64_t, 3>>;

bool lies_in(const ReceivedMessage& message, const MonthSpan& span) {
  return message.at >= span.from && message.at < span.to;
}

// This month, the month before, the same month last year.
std::array<JalaliMonth, 3> compared_months(JalaliMonth month) {
  return {month, month_before(month, 1), month_before(month, kMonthsOfYear)};
}

Counted count_by(const Profile& profile, const char* table, JalaliMonth month,
                 const std::vector<ReceivedMessage>& messages) {
  const std::array months = compared_months(month);
  Counted counted;
  for (const ReceivedMessage& message : messages) {
    for (std::size_t i = 0; i < months.size(); ++i) {
      if (lies_in(message, span_of(months.at(i)))) ++counted[row_of(profile, table, message)].at(i);
    }
  }
  return counted;
}

struct NamedCounts {
  std::string row;
  std::string name;
  std::array<std::int64_t, 3> counts{};
};

// The most frequent of this month first, equal ones by name.
std::vector<NamedCounts> sorted_rows(const Profile& profile, const char* table, const Counted& counted) {
  std::vector<NamedCounts> rows;
  rows.reserve(counted.size());
  for (const auto& one : counted) rows.push_back({one.first, row_name(profile, table, one.first), one.second});
  std::stable_sort(rows.begin(), rows.end(), [](const NamedCounts& a, const NamedCounts& b) {
    return a.counts[0] != b.counts[0] ? a.counts[0] > b.counts[0] : a.name < b.name;
  });
  return rows;
}

// Figures lead to their messages; nothing leads nowhere.
ReportCell linked(std::int64_t count, const char* table, std::string_view row, std::string_view column) {
  return number_cell(count, count > 0 ? figure_link(table, row, column) : std::string());
}

// With a last row that holds the sum.
ReportTable compared_table(const Profile& profile, ReportTable table, JalaliMonth month, const Counted& counted) {
  const std::array months = compared_months(month);
  table.columns.push_back({month_text(months[0]), CellKind::number});
  table.columns.push_back({month_text(months[1]), CellKind::number});
  table.columns.push_back({say("monthly.change"), CellKind::number});
  table.columns.push_back({month_text(months[2]), CellKind::number});
  const char* id = table.id.c_str();
  const auto line = [&](const NamedCounts& row, bool total) {
    const auto cell = [&](std::size_t i) { return linked(row.counts.at(i), id, row.row, month_code(months.at(i))); };
    return ReportRow{{text_cell(row.name), cell(0), cell(1), number_cell(row.counts[0] - row.counts[1]), cell(2)},
                     total};
  };
  NamedCounts sum{std::string(kAllRows), say("statistics.sum"), {}};
  for (const NamedCounts& row : sorted_rows(profile, id, counted)) {
    table.rows.push_back(line(row, false));
    for (std::size_t i = 0; i < sum.counts.size(); ++i) sum.counts.at(i) += row.counts.at(i);
  }
  table.rows.push_back(line(sum, true));
  return table;
}

ReportTable start_table(const char* id, const char* title, const char* head) {
  return {id, say(title), {}, {{say(head), CellKind::text}}, {}};
}

// Name and number, the greatest first, at most so many; what is left over stands in a last row.
ReportTable counts_table(const Profile& profile, ReportTable table, JalaliMonth month, const Counted& counted) {
  table.columns.push_back({say("complaints.count"), CellKind::number});
  const std::vector<NamedCounts> rows = sorted_rows(profile, table.id.c_str(), counted);
  std::int64_t others = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::int64_t count = rows[i].counts[0];
    if (count == 0) continue;
    if (i >= kMostPlaces) {
      others += count;
      continue;
    }
    table.rows.push_back(
        {{text_cell(rows[i].name), linked(count, table.id.c_str(), rows[i].row, month_code(month))}, false});
  }
  if (others > 0) table.rows.push_back({{text_cell(say("complaints.others")), number_cell(others)}, false});
  return table;
}

ReportTable repeated_table(const std::vector<ReceivedMessage>& messages) {
  ReportTable table{"repeated", say("complaints.repeated"), say("complaints.repeated_note"), {}, {}};
  table.columns = {{say("complaints.times"), CellKind::text}, {say("complaints.people"), CellKind::number}};
  const std::vector<std::int64_t> people = senders_by_times(messages);
  constexpr std::array kWords = {"complaints.once", "complaints.twice", "complaints.three", "complaints.more"};
  for (std::size_t i = 0; i < kTimes; ++i) {
    table.rows.push_back({{text_cell(say(kWords.at(i))), number_cell(people[i])}, false});
  }
  return table;
}

// One row for each of `rows`, one column for each way in, and the sum of each row and column.
ReportTable grid_table(const Profile& profile, ReportTable table, const std::vector<std::string>& rows,
                       const std::vector<ReceivedMessage>& messages) {
  using Counts = std::array<std::int64_t, kIntakes.size()>;
  for (const Intake channel : kIntakes) table.columns.push_back({say(message_key(channel)), CellKind::number});
  table.columns.push_back({say("statistics.sum"), CellKind::number});
  std::map<std::string, Counts> counted;
  Counts sums{};
  for (const ReceivedMessage& message : messages) {
    const auto channel = static_cast<std::size_t>(message.channel);
    ++counted[row_of(profile, table.id, message)].at(channel);
    ++sums.at(channel);
  }
  const char* id = table.id.c_str();
  const auto line = [&](const std::string& row, const Counts& counts, bool total) {
    ReportRow made{{text_cell(row_name(profile, id, row))}, total};
    std::int64_t all = 0;
    for (const Intake channel : kIntakes) {
      const std::int64_t count = counts.at(static_cast<std::size_t>(channel));
      made.cells.push_back(linked(count, id, row, wire_name(channel)));
      all += count;
    }
    made.cells.push_back(linked(all, id, row, kAllRows));
    table.rows.push_back(std::move(made));
  };
  for (const std::string& row : rows) line(row, counted[row], false);
  line(std::string(kAllRows), sums, true);
  return table;
}

std::vector<std::string> numbers_below(int count) {
  std::vector<std::string> rows;
  rows.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) rows.push_back(std::to_string(i));
  return rows;
}

std::vector<ReceivedMessage> between(const std::vector<ReceivedMessage>& messages, JalaliMonth first,
                                     JalaliMonth last) {
  std::vector<ReceivedMessage> some;
  std::copy_if(messages.begin(), messages.end(), std::back_inserter(some), [&](const ReceivedMessage& message) {
    return message.at >= span_of(first).from && message.at < span_of(last).to;
  });
  return some;
}

}  // namespace

std::vector<std::int64_t> senders_by_times(const std::vector<ReceivedMessage>& messages) {
  std::map<std::string, std::size_t> times;
  for (const ReceivedMessage& message : messages) {
    if (!message.sender.empty()) ++times[message.sender];
  }
  std::vector<std::int64_t> people(kTimes);
  for (const auto& sender : times) ++people[std::min(sender.second, kTimes) - 1];
  return people;
}

ReportDocument start_document(const Profile& profile, std::string_view name, JalaliMonth month) {
  ReportDocument document;
  document.name = name;
  document.month = month_code(month);
  document.organisation = profile.name;
  document.title = say("report_name." + std::string(name));
  document.period = month_text(month);
  document.lead = {say("report_note." + std::string(name))};
  return document;
}

ReportDocument complaints_document(const Profile& profile, JalaliMonth month, const ComplaintFacts& facts) {
  ReportDocument document = start_document(profile, wire_name(ReportName::complaints), month);
  const auto by = [&](const char* table) { return count_by(profile, table, month, facts.complaints); };
  Counted tags;
  for (const auto& tag : facts.tags) tags[to_hex(tag.first)] = {tag.second, 0, 0};
  const JalaliMonth year_begins = month_before(month, kMonthsOfYear - 1);
  document.tables = {
      compared_table(profile, start_table("themes", "complaints.themes", "complaints.theme"), month, by("themes")),
      compared_table(profile, start_table("units", "complaints.units", "monthly.unit"), month, by("units")),
      counts_table(profile, start_table("places", "complaints.places", "complaints.place"), month, by("places")),
      counts_table(profile, start_table("tags", "complaints.tags", "complaints.tag"), month, tags),
      repeated_table(between(facts.complaints, year_begins, month))};
  std::erase_if(document.tables, [](const ReportTable& table) { return table.rows.empty(); });
  document.notes = {say("complaints.how")};
  return document;
}

ReportDocument channels_document(const Profile& profile, JalaliMonth month,
                                 const std::vector<ReceivedMessage>& messages) {
  ReportDocument document = start_document(profile, wire_name(ReportName::channels), month);
  const JalaliMonth first = month_before(month, kChannelMonths - 1);
  const std::vector<ReceivedMessage> of_month = between(messages, month, month);
  std::vector<std::string> months;
  months.reserve(kChannelMonths);
  for (int back = kChannelMonths - 1; back >= 0; --back) months.push_back(month_code(month_before(month, back)));
  document.tables = {grid_table(profile, start_table("months", "channels.months", "statistics.month"), months,
                                between(messages, first, month)),
                     grid_table(profile, start_table("weekdays", "channels.weekdays", "channels.weekday"),
                                numbers_below(kWeek), of_month),
                     grid_table(profile, start_table("hours", "channels.hours", "channels.hour"),
                                numbers_below(kHour24 / kBandHours), of_month)};
  document.notes = {say("channels.how")};
  return document;
}

}  // namespace hamandish
