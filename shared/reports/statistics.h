// The public statistics of messages: what came, and whether it was answered in time, by kind and by Jalali month of the
// registration. Every message is in exactly one of the five parts of its tally.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/base/time.h"
#include "shared/cases/kinds.h"

namespace hamandish {

struct JalaliMonth {
  int year = 0;   // 1405
  int month = 0;  // 1..12
  auto operator<=>(const JalaliMonth&) const = default;
};

JalaliMonth month_of(Day day);
JalaliMonth month_before(JalaliMonth month, int months);
Day first_day(JalaliMonth month);

// Who sent a message, as far as the statistics go: a message that was joined to an earlier one of the same matter is counted
// as repeated and as nothing else.
enum class SenderMark { named, nameless, repeated };
inline constexpr std::array kSenderMarks = {SenderMark::named, SenderMark::nameless, SenderMark::repeated};
std::string_view wire_name(SenderMark mark);

// One message, days as in Tehran.
struct CaseFact {
  CaseKind kind = CaseKind::complaint;
  Day registered_on;
  Day due_on;
  std::optional<Day> answered_on;  // the first answer or refusal, or the closing by a person without one
  bool withdrawn = false;          // by the citizen, before any answer
  Intake channel = Intake::web;
  SenderMark sender = SenderMark::named;
};

struct Tally {
  std::int64_t received = 0;
  std::int64_t on_time = 0;    // answered on or before the day that was promised
  std::int64_t late = 0;       // answered after it
  std::int64_t overdue = 0;    // not answered, and the day has passed
  std::int64_t open = 0;       // not answered yet, the day has not passed
  std::int64_t withdrawn = 0;  // taken back before an answer
  Tally& operator+=(const Tally& other);
  bool operator==(const Tally&) const = default;
};

// Of those for which the answer was due or given: how many in a hundred in time, rounded down. None if there are none.
std::optional<int> percent_on_time(const Tally& tally);

struct MonthStatistics {
  JalaliMonth month;
  std::array<Tally, kCaseKinds.size()> by_kind{};  // in the order of kCaseKinds
  std::vector<int> days_to_answer;                 // calendar days from registration to the first answer, in any order
  std::array<Tally, kSenderMarks.size()> by_sender{};  // the same messages, in the order of kSenderMarks
  [[nodiscard]] Tally total() const;
};

// Puts a message into the part of the tally that fits it.
void count_fact(Tally& tally, const CaseFact& fact, Day today);

// The middle of the days, the lower one of two; none without an answer.
std::optional<int> median_days(std::vector<int> days);

// `month` is that of the registration; `today` decides between open and overdue.
void add_case(MonthStatistics& month, const CaseFact& fact, Day today);

}  // namespace hamandish
