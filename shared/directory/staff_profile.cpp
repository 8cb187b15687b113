#include "shared/directory/staff_profile.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "shared/text/digits.h"

namespace hamandish {
namespace {

constexpr std::string_view kUnknownUnit = "profile.unknown_unit";
constexpr std::string_view kBadValue = "profile.bad_value";
constexpr std::string_view kDuplicate = "profile.duplicate";
constexpr int kMinutesOfDay = 24 * 60;
constexpr std::size_t kMostShifts = 2;
constexpr int kLongestFirstReply = 60 * 24 * 30;

// «07:30»; nothing if it is none.
std::optional<int> minute_of(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon + 3 != text.size()) return std::nullopt;
  int hour = 0;
  int minute = 0;
  const char* middle = text.data() + colon;
  const char* end = text.data() + text.size();
  const bool fits = std::from_chars(text.data(), middle, hour).ptr == middle &&
                    std::from_chars(middle + 1, end, minute).ptr == end && hour >= 0 && hour <= 24 && minute >= 0 &&
                    minute < 60;
  if (!fits || hour * 60 + minute > kMinutesOfDay) return std::nullopt;
  return hour * 60 + minute;
}

std::optional<Shift> shift_of(const std::string& typed) {
  const std::string text = text::ascii_digits(typed);
  const std::size_t dash = text.find('-');
  if (dash == std::string::npos) return std::nullopt;
  const std::optional<int> from = minute_of(std::string_view(text).substr(0, dash));
  const std::optional<int> to = minute_of(std::string_view(text).substr(dash + 1));
  if (!from || !to) return std::nullopt;
  return Shift{*from, *to};
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string clock_text(int minute) {
  return two_digits(minute / 60) + ":" + two_digits(minute % 60);
}

RoutingRule read_rule(Reader& reader) {
  RoutingRule rule;
  rule.id = reader.text("id");
  rule.name = reader.text("name");
  rule.enabled = reader.boolean_or("enabled", true);
  rule.kinds = reader.words<CaseKind>("kinds", case_kind_from);
  rule.categories = reader.texts("categories");
  rule.places = reader.texts("places");
  rule.words = reader.texts("words");
  rule.unit_id = reader.text("unit_id");
  return rule;
}

CannedAnswer read_canned(Reader& reader) {
  CannedAnswer answer;
  answer.id = reader.text("id");
  answer.title = reader.text("title");
  answer.text = reader.text("text");
  answer.kinds = reader.words<CaseKind>("kinds", case_kind_from);
  answer.states = reader.words<CaseState>("states", case_state_from);
  return answer;
}

ClockRules read_clocks(Reader& reader) {
  ClockRules rules;
  const Json* member = reader.member("clocks");
  if (member == nullptr) return rules;
  std::vector<FieldError> errors;
  Reader inner(*member, errors, "clocks");
  const auto small = [&](std::string_view name, int fallback, int most) {
    const std::int64_t value = inner.integer_or(name, fallback);
    if (value < 0 || value > most) inner.refuse(name, "json.unknown_value");
    return static_cast<int>(std::clamp<std::int64_t>(value, 0, most));
  };
  rules.first_reply_minutes = small("first_reply_minutes", rules.first_reply_minutes, kLongestFirstReply);
  rules.warn_days = small("warn_days", rules.warn_days, 60);
  rules.legal_warn_days = small("legal_warn_days", rules.legal_warn_days, 60);
  for (const FieldError& error : errors) reader.refuse(error.field, error.key);
  return rules;
}

// 0 days: as it is by default.
WindowRule read_consultation(Reader& reader) {
  WindowRule rule;
  const Json* member = reader.member("consultation");
  if (member == nullptr) return rule;
  constexpr int kMostDays = 365;
  std::vector<FieldError> errors;
  Reader inner(*member, errors, "consultation");
  const auto days = [&](std::string_view name, int fallback) {
    const std::int64_t value = inner.integer_or(name, fallback);
    if (value < 0 || value > kMostDays) inner.refuse(name, "json.unknown_value");
    return value == 0 ? fallback : static_cast<int>(std::clamp<std::int64_t>(value, 1, kMostDays));
  };
  rule.own_days = days("own_days", rule.own_days);
  rule.higher_authority_days = days("higher_authority_days", rule.higher_authority_days);
  rule.first_day_counts = inner.boolean_or("first_day_counts", rule.first_day_counts);
  rule.ends_on_working_day = !inner.boolean_or("may_end_on_holiday", !rule.ends_on_working_day);
  for (const FieldError& error : errors) reader.refuse(error.field, error.key);
  return rule;
}

template <class Enum>
Json words_json(const std::vector<Enum>& values) {
  Json words = Json::array();
  for (const Enum value : values) words.push(wire_name(value));
  return words;
}

Json rule_json(const RoutingRule& rule) {
  return Json::object({{"id", rule.id},
                       {"name", rule.name},
                       {"enabled", rule.enabled},
                       {"kinds", words_json(rule.kinds)},
                       {"categories", Json::array(rule.categories)},
                       {"places", Json::array(rule.places)},
                       {"words", Json::array(rule.words)},
                       {"unit_id", rule.unit_id}});
}

Json canned_json(const CannedAnswer& answer) {
  return Json::object({{"id", answer.id},
                       {"title", answer.title},
                       {"text", answer.text},
                       {"kinds", words_json(answer.kinds)},
                       {"states", words_json(answer.states)}});
}

void check_shifts(std::vector<FieldError>& errors, const std::vector<Shift>& shifts) {
  bool good = shifts.size() <= kMostShifts;
  int last = 0;
  for (const Shift& shift : shifts) {
    good = good && shift.from_minute >= last && shift.from_minute < shift.to_minute;
    last = shift.to_minute;
  }
  if (!good) errors.push_back({"shifts", std::string(kBadValue), {}});
}

template <class Item>
void check_unique(std::vector<FieldError>& errors, std::string_view list, const std::vector<Item>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto before = items.begin() + static_cast<std::ptrdiff_t>(i);
    const bool seen = std::any_of(items.begin(), before, [&](const Item& item) { return item.id == items[i].id; });
    const std::string place = std::string(list) + "[" + std::to_string(i) + "].id";
    if (seen) errors.push_back({place, std::string(kDuplicate), {}});
    if (items[i].id.empty()) errors.push_back({place, std::string(kBadValue), {}});
  }
}

}  // namespace

void read_staff_part(Reader& reader, Profile& profile) {
  for (const std::string& text : reader.texts("shifts")) {
    const std::optional<Shift> shift = shift_of(text);
    if (shift) profile.shifts.push_back(*shift);
    if (!shift) reader.refuse("shifts", "json.unknown_value");
  }
  profile.clocks = read_clocks(reader);
  profile.consultation = read_consultation(reader);
  profile.rules = reader.list<RoutingRule>("rules", read_rule);
  profile.canned_answers = reader.list<CannedAnswer>("canned_answers", read_canned);
}

void add_staff_part(Json& json, const Profile& profile) {
  Json shifts = Json::array();
  for (const Shift& shift : profile.shifts) {
    shifts.push(clock_text(shift.from_minute) + "-" + clock_text(shift.to_minute));
  }
  json.set("shifts", std::move(shifts));
  json.set("clocks", Json::object({{"first_reply_minutes", profile.clocks.first_reply_minutes},
                                   {"warn_days", profile.clocks.warn_days},
                                   {"legal_warn_days", profile.clocks.legal_warn_days}}));
  const WindowRule& window = profile.consultation;
  json.set("consultation", Json::object({{"own_days", window.own_days},
                                         {"higher_authority_days", window.higher_authority_days},
                                         {"first_day_counts", window.first_day_counts},
                                         {"may_end_on_holiday", !window.ends_on_working_day}}));
  Json rules = Json::array();
  for (const RoutingRule& rule : profile.rules) rules.push(rule_json(rule));
  json.set("rules", std::move(rules));
  Json answers = Json::array();
  for (const CannedAnswer& answer : profile.canned_answers) answers.push(canned_json(answer));
  json.set("canned_answers", std::move(answers));
}

void check_staff_part(std::vector<FieldError>& errors, const Profile& profile) {
  check_shifts(errors, profile.shifts);
  check_unique(errors, "rules", profile.rules);
  check_unique(errors, "canned_answers", profile.canned_answers);
  for (std::size_t i = 0; i < profile.rules.size(); ++i) {
    const std::string place = "rules[" + std::to_string(i) + "].";
    if (profile.unit(profile.rules[i].unit_id) == nullptr) {
      errors.push_back({place + "unit_id", std::string(kUnknownUnit), {}});
    }
    for (const std::string& category : profile.rules[i].categories) {
      if (profile.category(category) == nullptr) errors.push_back({place + "categories", std::string(kBadValue), {}});
    }
  }
}

}  // namespace hamandish
