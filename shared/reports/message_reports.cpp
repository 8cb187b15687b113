#include "shared/reports/message_reports.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <utility>

#include "shared/calendar/jalali.h"
#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/names.h"
#include "shared/messages/messages.h"
#include "shared/reports/report_names.h"
#include "shared/text/digits.h"

namespace hamandish {
namespace {

constexpr int kMonthsOfYear = 12;
constexpr std::size_t kMostPlaces = 20;
constexpr std::size_t kTimes = 4;
constexpr int kWeek = 7;
constexpr int kHour24 = 24;
constexpr int kBand = 3;  // hours
constexpr int kSecondsOfHour = 3600;

using Counted = std::map<std::string, std::array<std::int64_t, 3>>;

bool lies_in(const ReceivedMessage& message, const MonthSpan& span) {
  return message.at >= span.from && message.at < span.to;
}

// This month, the month before, the same month last year, by whatever `key` says of a message.
Counted count_by(const std::vector<ReceivedMessage>& messages, JalaliMonth month,
                 const std::function<std::string(const ReceivedMessage&)>& key) {
  const std::array spans = {span_of(month), span_of(month_before(month, 1)),
                            span_of(month_before(month, kMonthsOfYear))};
  Counted counted;
  for (const ReceivedMessage& message : messages) {
    for (std::size_t i = 0; i < spans.size(); ++i) {
      if (lies_in(message, spans.at(i))) ++counted[key(message)].at(i);
    }
  }
  return counted;
}

// The most frequent of this month first; a last row with the sum.
ReportTable compared_table(std::string id, std::string title, std::string head, JalaliMonth month,
                           const Counted& counted) {
  ReportTable table{std::move(id), std::move(title), {}, {}, {}};
  table.columns = {{std::move(head), CellKind::text},
                   {month_text(month), CellKind::number},
                   {month_text(month_before(month, 1)), CellKind::number},
                   {say("monthly.change"), CellKind::number},
                   {month_text(month_before(month, kMonthsOfYear)), CellKind::number}};
  std::vector<std::pair<std::string, std::array<std::int64_t, 3>>> sorted(counted.begin(), counted.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second[0] > b.second[0]; });
  const auto row = [](std::string name, const std::array<std::int64_t, 3>& counts, bool total) {
    return ReportRow{{text_cell(std::move(name)), number_cell(counts[0]), number_cell(counts[1]),
                      number_cell(counts[0] - counts[1]), number_cell(counts[2])},
                     total};
  };
  std::array<std::int64_t, 3> sum{};
  for (const auto& one : sorted) {
    table.rows.push_back(row(one.first, one.second, false));
    for (std::size_t i = 0; i < sum.size(); ++i) sum.at(i) += one.second.at(i);
  }
  table.rows.push_back(row(say("statistics.sum"), sum, true));
  return table;
}

std::string unit_word(const Profile& profile, const std::string& id) {
  const Unit* unit = profile.unit(id);
  return unit != nullptr ? unit->name : id;
}

std::string category_word(const Profile& profile, const std::string& id) {
  for (const Category& category : profile.categories) {
    if (category.id == id) return category.name;
  }
  return say("complaints.no_category");
}

// Name and number, the greatest first, at most so many; what is left over stands in a last row.
ReportTable counts_table(std::string id, std::string title, std::string head,
                         const std::map<std::string, std::int64_t>& counts) {
  ReportTable table{std::move(id), std::move(title), {}, {}, {}};
  table.columns = {{std::move(head), CellKind::text}, {say("complaints.count"), CellKind::number}};
  std::vector<std::pair<std::string, std::int64_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::int64_t others = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i < kMostPlaces) {
      table.rows.push_back({{text_cell(sorted[i].first), number_cell(sorted[i].second)}, false});
    } else {
      others += sorted[i].second;
    }
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

// One row for each name, one column for each way in, and the sum of each row and column.
struct Grid {
  std::vector<std::string> names;
  std::vector<std::array<std::int64_t, kIntakes.size()>> counts;
};

ReportTable grid_table(std::string id, std::string title, std::string head, const Grid& grid) {
  ReportTable table{std::move(id), std::move(title), {}, {{std::move(head), CellKind::text}}, {}};
  for (const Intake channel : kIntakes) table.columns.push_back({say(message_key(channel)), CellKind::number});
  table.columns.push_back({say("statistics.sum"), CellKind::number});
  std::array<std::int64_t, kIntakes.size()> sums{};
  const auto row = [&table](std::string name, const std::array<std::int64_t, kIntakes.size()>& counts, bool total) {
    ReportRow made{{text_cell(std::move(name))}, total};
    std::int64_t all = 0;
    for (const std::int64_t count : counts) {
      made.cells.push_back(number_cell(count));
      all += count;
    }
    made.cells.push_back(number_cell(all));
    table.rows.push_back(std::move(made));
  };
  for (std::size_t i = 0; i < grid.names.size(); ++i) {
    row(grid.names[i], grid.counts[i], false);
    for (std::size_t c = 0; c < sums.size(); ++c) sums.at(c) += grid.counts[i].at(c);
  }
  row(say("statistics.sum"), sums, true);
  return table;
}

Grid empty_grid(std::vector<std::string> names) {
  const std::size_t rows = names.size();
  return {std::move(names), std::vector<std::array<std::int64_t, kIntakes.size()>>(rows)};
}

Grid months_grid(JalaliMonth month, const std::vector<ReceivedMessage>& messages) {
  std::vector<std::string> names;
  for (int back = kChannelMonths - 1; back >= 0; --back) names.push_back(month_text(month_before(month, back)));
  Grid grid = empty_grid(std::move(names));
  for (int back = 0; back < kChannelMonths; ++back) {
    const MonthSpan span = span_of(month_before(month, back));
    auto& counts = grid.counts[static_cast<std::size_t>(kChannelMonths - 1 - back)];
    for (const ReceivedMessage& message : messages) {
      if (lies_in(message, span)) ++counts.at(static_cast<std::size_t>(message.channel));
    }
  }
  return grid;
}

// Of the messages of the month alone: the row that `row_of` says.
Grid month_grid(JalaliMonth month, const std::vector<ReceivedMessage>& messages, std::vector<std::string> names,
                const std::function<int(const TehranTime&)>& row_of) {
  Grid grid = empty_grid(std::move(names));
  const MonthSpan span = span_of(month);
  for (const ReceivedMessage& message : messages) {
    if (!lies_in(message, span)) continue;
    const auto row = static_cast<std::size_t>(row_of(to_tehran(message.at)));
    ++grid.counts[row].at(static_cast<std::size_t>(message.channel));
  }
  return grid;
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
  const auto by_category = count_by(facts.complaints, month, [&profile](const ReceivedMessage& message) {
    return category_word(profile, message.category_id);
  });
  const auto by_unit = count_by(facts.complaints, month, [&profile](const ReceivedMessage& message) {
    return unit_word(profile, message.unit_id);
  });
  std::map<std::string, std::int64_t> places;
  std::vector<ReceivedMessage> of_year;
  const MonthSpan span = span_of(month);
  const Instant year_begins = span_of(month_before(month, kMonthsOfYear - 1)).from;
  for (const ReceivedMessage& message : facts.complaints) {
    if (message.at >= year_begins && message.at < span.to) of_year.push_back(message);
    if (lies_in(message, span)) ++places[message.place.empty() ? say("complaints.no_place") : message.place];
  }
  document.tables = {compared_table("themes", say("complaints.themes"), say("complaints.theme"), month, by_category),
                     compared_table("units", say("complaints.units"), say("monthly.unit"), month, by_unit),
                     counts_table("places", say("complaints.places"), say("complaints.place"), places),
                     counts_table("tags", say("complaints.tags"), say("complaints.tag"), facts.tags),
                     repeated_table(of_year)};
  std::erase_if(document.tables, [](const ReportTable& table) { return table.rows.empty(); });
  document.notes = {say("complaints.how")};
  return document;
}

ReportDocument channels_document(const Profile& profile, JalaliMonth month,
                                 const std::vector<ReceivedMessage>& messages) {
  ReportDocument document = start_document(profile, wire_name(ReportName::channels), month);
  std::vector<std::string> days;
  days.reserve(kWeek);
  for (int day = 0; day < kWeek; ++day) days.emplace_back(weekday_name(day));
  std::vector<std::string> hours;
  hours.reserve(kHour24 / kBand);
  for (int hour = 0; hour < kHour24; hour += kBand) {
    hours.push_back(say("channels.band", {{"from", text::persian_digits(std::to_string(hour))},
                                          {"to", text::persian_digits(std::to_string(hour + kBand))}}));
  }
  document.tables = {
      grid_table("months", say("channels.months"), say("statistics.month"), months_grid(month, messages)),
      grid_table("weekdays", say("channels.weekdays"), say("channels.weekday"),
                 month_grid(month, messages, std::move(days), [](const TehranTime& at) { return weekday(at.day); })),
      grid_table("hours", say("channels.hours"), say("channels.hour"),
                 month_grid(month, messages, std::move(hours),
                            [](const TehranTime& at) { return at.second_of_day / (kBand * kSecondsOfHour); }))};
  document.notes = {say("channels.how")};
  return document;
}

}  // namespace hamandish
