#include "shared/reports/statistics.h"

#include <algorithm>
#include <cstddef>

#include "shared/base/wire_names.h"
#include "shared/calendar/jalali.h"

namespace hamandish {
namespace {

constexpr int kMonths = 12;
constexpr int kHundred = 100;

std::int64_t& part_of(Tally& tally, const CaseFact& fact, Day today) {
  if (fact.answered_on) return *fact.answered_on <= fact.due_on ? tally.on_time : tally.late;
  if (fact.withdrawn) return tally.withdrawn;
  return today > fact.due_on ? tally.overdue : tally.open;
}

}  // namespace

std::string_view wire_name(SenderMark mark) {
  constexpr std::array<std::string_view, kSenderMarks.size()> kNames = {"named", "nameless", "repeated"};
  return name_in(kNames, mark);
}

JalaliMonth month_of(Day day) {
  const JalaliDate date = to_jalali(day);
  return {date.year, date.month};
}

JalaliMonth month_before(JalaliMonth month, int months) {
  const int count = month.year * kMonths + month.month - 1 - months;
  return {count / kMonths, count % kMonths + 1};
}

Day first_day(JalaliMonth month) {
  return to_day({month.year, month.month, 1});
}

Tally& Tally::operator+=(const Tally& other) {
  received += other.received;
  on_time += other.on_time;
  late += other.late;
  overdue += other.overdue;
  open += other.open;
  withdrawn += other.withdrawn;
  return *this;
}

std::optional<int> percent_on_time(const Tally& tally) {
  const std::int64_t due = tally.on_time + tally.late + tally.overdue;
  if (due == 0) return std::nullopt;
  return static_cast<int>(tally.on_time * kHundred / due);
}

Tally MonthStatistics::total() const {
  Tally sum;
  for (const Tally& tally : by_kind) sum += tally;
  return sum;
}

std::optional<int> median_days(std::vector<int> days) {
  if (days.empty()) return std::nullopt;
  const auto middle = days.begin() + static_cast<std::ptrdiff_t>((days.size() - 1) / 2);
  std::nth_element(days.begin(), middle, days.end());
  return *middle;
}

void count_fact(Tally& tally, const CaseFact& fact, Day today) {
  ++tally.received;
  ++part_of(tally, fact, today);
}

void add_case(MonthStatistics& month, const CaseFact& fact, Day today) {
  count_fact(month.by_kind[static_cast<std::size_t>(fact.kind)], fact, today);
  count_fact(month.by_sender[static_cast<std::size_t>(fact.sender)], fact, today);
  if (fact.answered_on) month.days_to_answer.push_back(fact.answered_on->number - fact.registered_on.number);
}

}  // namespace hamandish
