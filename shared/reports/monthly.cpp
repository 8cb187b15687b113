#include "shared/reports/monthly.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace hamandish {
namespace {

constexpr int kHundred = 100;
constexpr std::int64_t kTenths = 10;

// Reports have a few dozen units at most.
UnitFigures& unit_of(MonthlyFigures& figures, std::string_view unit_id) {
  const auto found = std::find_if(figures.units.begin(), figures.units.end(),
                                  [&](const UnitFigures& unit) { return unit.unit_id == unit_id; });
  if (found != figures.units.end()) return *found;
  figures.units.push_back({std::string(unit_id), {}, {}});
  return figures.units.back();
}

void count_answer(std::vector<std::int64_t>& answers_after, int days) {
  const auto at = static_cast<std::size_t>(days);
  if (answers_after.size() <= at) answers_after.resize(at + 1);
  ++answers_after[at];
}

std::vector<std::int64_t> integers(const Json* json) {
  std::vector<std::int64_t> numbers;
  if (json == nullptr) return numbers;
  numbers.reserve(json->items().size());
  for (const Json& item : json->items()) numbers.push_back(item.integer().value_or(0));
  return numbers;
}

std::string text_in(const Json& json, std::string_view name) {
  const Json* member = json.find(name);
  const std::string* text = member != nullptr ? member->text() : nullptr;
  return text != nullptr ? *text : std::string();
}

UnitFigures read_unit(const Json& json) {
  UnitFigures unit;
  unit.unit_id = text_in(json, "unit");
  unit.answers_after = integers(json.find("answers_after"));
  if (const Json* counts = json.find("counts")) {
    for (const Json::Member& member : counts->members()) {
      const std::optional<Measure> measure = measure_from(member.name);
      if (measure) unit.counts[*measure] = member.value.integer().value_or(0);
    }
  }
  return unit;
}

Json unit_json(const UnitFigures& unit) {
  Json counts = Json::object();
  for (std::size_t i = 0; i < kMeasures; ++i) {
    const auto measure = static_cast<Measure>(i);
    if (unit.counts[measure] != 0) counts.set(std::string(wire_name(measure)), unit.counts[measure]);
  }
  return Json::object(
      {{"unit", unit.unit_id}, {"counts", std::move(counts)}, {"answers_after", Json::array(unit.answers_after)}});
}

}  // namespace

MonthlyFigures start_figures(JalaliMonth month, const std::vector<std::string>& unit_ids) {
  MonthlyFigures figures;
  figures.month = month;
  figures.units.reserve(unit_ids.size());
  for (const std::string& id : unit_ids) figures.units.push_back({id, {}, {}});
  return figures;
}

void add_case(MonthlyFigures& figures, const CaseMonth& month) {
  if (is_empty(month)) return;
  UnitFigures& unit = unit_of(figures, month.unit_id);
  unit.counts += month.counts;
  for (const GivenAnswer& answer : month.answers) count_answer(unit.answers_after, answer.working_days);
  for (const UnitMove& move : month.moves) {
    ++unit_of(figures, move.from_unit).counts[move.returned ? Measure::returns : Measure::referrals];
  }
}

UnitFigures total_of(const MonthlyFigures& figures) {
  UnitFigures total;
  for (const UnitFigures& unit : figures.units) {
    total.counts += unit.counts;
    if (total.answers_after.size() < unit.answers_after.size()) total.answers_after.resize(unit.answers_after.size());
    for (std::size_t i = 0; i < unit.answers_after.size(); ++i) total.answers_after[i] += unit.answers_after[i];
  }
  return total;
}

std::int64_t answered(const Counts& counts) {
  return counts[Measure::on_time] + counts[Measure::late];
}

std::optional<int> percent_on_time(const Counts& counts) {
  if (answered(counts) == 0) return std::nullopt;
  return static_cast<int>(counts[Measure::on_time] * kHundred / answered(counts));
}

std::optional<int> days_within(const std::vector<std::int64_t>& answers_after, int percent) {
  std::int64_t all = 0;
  for (const std::int64_t count : answers_after) all += count;
  if (all == 0) return std::nullopt;
  const std::int64_t rank = (all * percent + kHundred - 1) / kHundred;
  std::int64_t seen = 0;
  for (std::size_t days = 0; days < answers_after.size(); ++days) {
    seen += answers_after[days];
    if (seen >= rank) return static_cast<int>(days);
  }
  return std::nullopt;
}

std::optional<std::int64_t> mean_score_tenths(const Counts& counts) {
  const std::int64_t rated = counts[Measure::rated];
  if (rated == 0) return std::nullopt;
  return (counts[Measure::score_sum] * kTenths * 2 + rated) / (rated * 2);
}

Json figures_json(const MonthlyFigures& figures) {
  Json units = Json::array();
  for (const UnitFigures& unit : figures.units) units.push(unit_json(unit));
  return Json::object({{"month", month_code(figures.month)}, {"units", std::move(units)}});
}

Result<MonthlyFigures> read_figures(const Json& json) {
  const std::optional<JalaliMonth> month = parse_month(text_in(json, "month"));
  const Json* units = json.find("units");
  if (!month || units == nullptr) return make_error(Code::internal, "error.internal", "figures of a report");
  MonthlyFigures figures;
  figures.month = *month;
  figures.units.reserve(units->items().size());
  for (const Json& unit : units->items()) figures.units.push_back(read_unit(unit));
  return figures;
}

}  // namespace hamandish
