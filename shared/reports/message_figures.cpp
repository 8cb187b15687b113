#include "shared/reports/message_figures.h"

#include <algorithm>
#include <array>

#include "shared/calendar/jalali.h"
#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/case_text.h"
#include "shared/cases/names.h"
#include "shared/messages/messages.h"
#include "shared/reports/case_month.h"
#include "shared/text/digits.h"
#include "shared/text/utf8.h"

namespace hamandish {
namespace {

constexpr int kMonthsOfYear = 12;
constexpr int kSecondsOfHour = 3600;
constexpr int kWeek = 7;
constexpr int kBands = 24 / kBandHours;

constexpr std::array kComplaintTables = {"themes", "units", "places", "tags"};
constexpr std::array kChannelTables = {"months", "weekdays", "hours"};
constexpr std::array kPromiseTables = {"kinds", "promises"};
// Parts of a tally, and what they are called.
struct Part {
  std::string_view name;
  const char* word;
  std::int64_t Tally::*count;
};
constexpr std::array kParts = {
    Part{"received", "statistics.received", &Tally::received}, Part{"on_time", "statistics.on_time", &Tally::on_time},
    Part{"late", "statistics.late", &Tally::late}, Part{"overdue", "statistics.overdue", &Tally::overdue}};

template <class List>
bool holds(const List& list, std::string_view name) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view one) { return one == name; });
}

bool lies_in(const ReceivedMessage& message, const MonthSpan& span) {
  return message.at >= span.from && message.at < span.to;
}

const Category* category_of(const Profile& profile, std::string_view id) {
  for (const Category& category : profile.categories) {
    if (category.id == id) return &category;
  }
  return nullptr;
}

const Promise* promise_of(const Profile& profile, std::string_view id) {
  for (const Promise& promise : profile.promises) {
    if (promise.id == id) return &promise;
  }
  return nullptr;
}

std::string or_no_name(const std::string& text) {
  return text.empty() ? std::string(kNoName) : text;
}

std::optional<int> number_below(std::string_view row, int most) {
  const std::optional<std::int64_t> number = text::parse_integer(row);
  return number && *number >= 0 && *number < most ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

// Whether the table can have such a row.
bool is_row(const Profile& profile, const MessageFigure& figure) {
  const std::string& row = figure.row;
  const std::string& table = figure.table;
  if (table == "promises") return promise_of(profile, row) != nullptr;
  if (table == "tags") return !from_hex(row).empty();
  if (row == kAllRows) return table != "places";
  if (table == "kinds") return case_kind_from(row).has_value();
  if (table == "themes") return row == kNoName || category_of(profile, row) != nullptr;
  if (table == "places") return row == kNoName || !from_hex(row).empty();
  if (table == "months") {
    const std::optional<JalaliMonth> month = parse_month(row);
    return month && *month <= figure.month && *month > month_before(figure.month, kChannelMonths);
  }
  if (table == "weekdays") return number_below(row, kWeek).has_value();
  if (table == "hours") return number_below(row, kBands).has_value();
  return true;
}

const Part* part_of(std::string_view name) {
  const auto* found = std::find_if(kParts.begin(), kParts.end(), [&](const Part& one) { return one.name == name; });
  return found == kParts.end() ? nullptr : found;
}

// What the column is called; nothing if there is none.
std::optional<std::string> column_name(const MessageFigure& figure) {
  if (figure.report == ReportName::channels) {
    const std::optional<Intake> channel = intake_from(figure.column);
    if (channel) return say(message_key(*channel));
    return figure.column == kAllRows ? std::optional(say("reports.all_channels")) : std::nullopt;
  }
  if (figure.report == ReportName::promises) {
    const Part* part = part_of(figure.column);
    return part != nullptr ? std::optional(say(part->word)) : std::nullopt;
  }
  const std::optional<JalaliMonth> month = parse_month(figure.column);
  const bool compared = figure.table == "themes" || figure.table == "units";
  const bool known =
      month && (*month == figure.month || (compared && (*month == month_before(figure.month, 1) ||
                                                        *month == month_before(figure.month, kMonthsOfYear))));
  return known ? std::optional(month_text(*month)) : std::nullopt;
}

bool has_table(const MessageFigure& figure) {
  switch (figure.report) {
    case ReportName::complaints:
      return holds(kComplaintTables, figure.table);
    case ReportName::channels:
      return holds(kChannelTables, figure.table);
    case ReportName::promises:
      return holds(kPromiseTables, figure.table);
    default:
      return false;
  }
}

}  // namespace

std::string figure_link(std::string_view table, std::string_view row, std::string_view column) {
  std::string link = "cases/";
  return link.append(table).append("/").append(row).append("/").append(column);
}

std::optional<std::string> figure_name(const Profile& profile, const MessageFigure& figure) {
  if (!has_table(figure) || !is_row(profile, figure)) return std::nullopt;
  const std::optional<std::string> column = column_name(figure);
  if (!column) return std::nullopt;
  return say("reports.counted", {{"measure", row_name(profile, figure.table, figure.row)}, {"unit", *column}});
}

std::string row_of(const Profile& profile, std::string_view table, const ReceivedMessage& message) {
  if (table == "themes") {
    return category_of(profile, message.category_id) != nullptr ? message.category_id : std::string(kNoName);
  }
  if (table == "units") return or_no_name(message.unit_id);
  if (table == "places") return or_no_name(to_hex(message.place));
  const TehranTime at = to_tehran(message.at);
  if (table == "months") return month_code(month_of(at.day));
  if (table == "weekdays") return std::to_string(weekday(at.day));
  if (table == "hours") return std::to_string(at.second_of_day / (kBandHours * kSecondsOfHour));
  return std::string(kNoName);
}

std::string row_name(const Profile& profile, std::string_view table, std::string_view row) {
  if (row == kAllRows) return say("statistics.sum");
  if (table == "themes") {
    const Category* category = category_of(profile, row);
    return category != nullptr ? category->name : say("complaints.no_category");
  }
  if (table == "units") {
    const Unit* unit = profile.unit(row);
    return unit != nullptr ? unit->name : std::string(row);
  }
  if (table == "places") return row == kNoName ? say("complaints.no_place") : from_hex(row);
  if (table == "tags") return from_hex(row);
  if (table == "months") return month_text(parse_month(row).value_or(JalaliMonth{}));
  if (table == "weekdays") return std::string(weekday_name(number_below(row, kWeek).value_or(0)));
  if (table == "kinds") return kind_text(profile, case_kind_from(row).value_or(CaseKind::complaint));
  if (table == "promises") {
    const Promise* promise = promise_of(profile, row);
    return promise != nullptr ? promise->title : std::string(row);
  }
  const int from = number_below(row, kBands).value_or(0) * kBandHours;
  return say("channels.band", {{"from", text::persian_digits(std::to_string(from))},
                               {"to", text::persian_digits(std::to_string(from + kBandHours))}});
}

bool counts(const Profile& profile, const MessageFigure& figure, const ReceivedMessage& message) {
  if (figure.report == ReportName::channels) {
    if (figure.column != kAllRows && intake_from(figure.column) != message.channel) return false;
    const int back = figure.table == "months" ? kChannelMonths - 1 : 0;
    const bool inside =
        message.at >= span_of(month_before(figure.month, back)).from && message.at < span_of(figure.month).to;
    return inside && (figure.row == kAllRows || row_of(profile, figure.table, message) == figure.row);
  }
  const std::optional<JalaliMonth> month = parse_month(figure.column);
  if (!month || !lies_in(message, span_of(*month))) return false;
  const bool every = figure.row == kAllRows || figure.table == "tags";
  return every || row_of(profile, figure.table, message) == figure.row;
}

bool counts(const MessageFigure& figure, const CaseFact& fact, Day today) {
  const Part* part = part_of(figure.column);
  if (part == nullptr) return false;
  if (figure.table == "promises") {
    if (!concerns(figure.row, fact.kind, fact.channel).value_or(false)) return false;
  } else if (figure.row != kAllRows && case_kind_from(figure.row) != fact.kind) {
    return false;
  }
  Tally tally;
  count_fact(tally, fact, today);
  return tally.*(part->count) > 0;
}

std::optional<bool> concerns(std::string_view promise, CaseKind kind, Intake channel) {
  using enum CaseKind;
  if (promise == "complaints") return kind == complaint || kind == request || kind == report;
  if (promise == "suggestions") return kind == suggestion || kind == criticism;
  if (promise == "head") return kind == head;
  if (promise == "tracking") return true;
  if (promise == "email") return channel == Intake::email;
  if (promise == "voice") return channel == Intake::phone;
  if (promise == "sms") return channel == Intake::sms;
  return std::nullopt;
}

std::string to_hex(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(text.size() * 2);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 15U];
  }
  return hex;
}

std::string from_hex(std::string_view hex) {
  const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
  std::string text;
  if (hex.size() % 2 != 0) return text;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    const int high = digit(hex[i]);
    const int low = digit(hex[i + 1]);
    if (high < 0 || low < 0) return {};
    text += static_cast<char>(high * 16 + low);
  }
  return text::valid_utf8(text) ? text : std::string();
}

}  // namespace hamandish
