// The monthly performance report («گزارش عملکرد ماهانه»): what each unit and mailbox received, answered and still owes. Pure:
// made of what each case did in the month (case_month.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/json/json.h"
#include "shared/reports/case_month.h"

namespace hamandish {

struct UnitFigures {
  std::string unit_id;
  Counts counts;
  std::vector<std::int64_t> answers_after;  // [n]: answers given after n working days
  bool operator==(const UnitFigures&) const = default;
};

struct MonthlyFigures {
  JalaliMonth month;
  std::vector<UnitFigures> units;  // those of the profile in its order, then units that it does not know any more
  bool operator==(const MonthlyFigures&) const = default;
};

// Every unit of the list has its line, also with nothing to count.
MonthlyFigures start_figures(JalaliMonth month, const std::vector<std::string>& unit_ids);
void add_case(MonthlyFigures& figures, const CaseMonth& month);

UnitFigures total_of(const MonthlyFigures& figures);

std::int64_t answered(const Counts& counts);
// Of what was answered: how many in a hundred in time, rounded down.
std::optional<int> percent_on_time(const Counts& counts);
// The smallest number of working days within which so many in a hundred of the answers were given (nearest rank): 50 is the
// median.
std::optional<int> days_within(const std::vector<std::int64_t>& answers_after, int percent);
// Mean of the scores in tenths, rounded: 42 is 4.2.
std::optional<std::int64_t> mean_score_tenths(const Counts& counts);

// As it is stored, and back: equal.
Json figures_json(const MonthlyFigures& figures);
Result<MonthlyFigures> read_figures(const Json& json);

}  // namespace hamandish
