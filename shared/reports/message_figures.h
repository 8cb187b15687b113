// Figures of the reports about messages, so that each can lead to the cases that it counts: the same functions make the tables
// (message_reports.cpp, promises.cpp) and choose the cases of one figure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/cases/kinds.h"
#include "shared/directory/profile.h"
#include "shared/reports/report_names.h"
#include "shared/reports/statistics.h"

namespace hamandish {

// One message as it arrived. sender: what its sender is recognised by, never shown; empty for a nameless one.
struct ReceivedMessage {
  CaseKind kind = CaseKind::complaint;
  Intake channel = Intake::web;
  std::string unit_id;
  std::string category_id;
  Instant at;
  std::string sender{};
  std::string place{};  // as written; empty if not asked or not given
  std::int64_t id = 0;
};

// A cell of a table of one report, in names that an address can hold. row: an id, a month, a number, kAllRows; column: a month
// (complaints), a way in or kAllRows (channels), a part of the tally (promises).
struct MessageFigure {
  ReportName report = ReportName::complaints;
  JalaliMonth month;
  std::string table;
  std::string row;
  std::string column;
};
inline constexpr std::string_view kAllRows = "all";
inline constexpr std::string_view kNoName = "-";  // of messages without a theme, place, …

// «cases/themes/roads/1405-08», below the address of the report.
std::string figure_link(std::string_view table, std::string_view row, std::string_view column);
// «راه روستایی، آبان ۱۴۰۵»; nothing if the report has no such figure.
std::optional<std::string> figure_name(const Profile& profile, const MessageFigure& figure);

// Of the tables of complaints (themes, units, places) and channels (months, weekdays, hours): in which row a message stands, and
// what that row is called.
std::string row_of(const Profile& profile, std::string_view table, const ReceivedMessage& message);
std::string row_name(const Profile& profile, std::string_view table, std::string_view row);
// Whether the figure counts the message; of the tags (a table whose rows are tags in hexadecimal digits) only its month is asked.
bool counts(const Profile& profile, const MessageFigure& figure, const ReceivedMessage& message);

// Figures of the promises: tables «kinds» (rows: kinds) and «promises» (rows: ids of promises).
bool counts(const MessageFigure& figure, const CaseFact& fact, Day today);
// Whether a promise is about messages of that kind and way; nothing if it is about something else.
std::optional<bool> concerns(std::string_view promise, CaseKind kind, Intake channel);

// Text as hexadecimal digits, and back; empty for what is none.
std::string to_hex(std::string_view text);
std::string from_hex(std::string_view hex);

inline constexpr int kChannelMonths = 6;  // of the report about channels
inline constexpr int kBandHours = 3;      // of its table of hours

}  // namespace hamandish
