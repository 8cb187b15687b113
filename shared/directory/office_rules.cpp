#include "shared/directory/office_rules.h"

#include <algorithm>

#include "shared/json/json.h"
#include "shared/json/reader.h"

namespace hamandish {
namespace {

constexpr int kWhole = 100;

template <class Enum>
Json names_json(const std::vector<Enum>& values) {
  Json names = Json::array();
  for (const Enum value : values) names.push(wire_name(value));
  return names;
}

int percent(Reader& reader, std::string_view name, int fallback) {
  const std::int64_t value = reader.integer_or(name, fallback);
  if (value >= 1 && value <= kWhole) return static_cast<int>(value);
  reader.refuse(std::string(name), "json.unknown_value");
  return fallback;
}

}  // namespace

bool needs_approval(const OfficeRules& rules, CaseKind kind) {
  return std::find(rules.approved_kinds.begin(), rules.approved_kinds.end(), kind) != rules.approved_kinds.end();
}

std::string fill_placeholders(std::string_view text, const Params& params) {
  std::string filled;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    filled += text.substr(0, open);
    text.remove_prefix(open);
    const std::size_t close = text.find('}');
    if (text.empty() || close == std::string_view::npos) break;
    const std::string_view name = text.substr(1, close - 1);
    const auto found =
        std::find_if(params.begin(), params.end(), [&](const auto& param) { return param.name == name; });
    filled += found != params.end() ? std::string_view(found->value) : text.substr(0, close + 1);
    text.remove_prefix(close + 1);
  }
  filled += text;
  return filled;
}

OfficeRules read_office_rules(Reader& reader) {
  OfficeRules rules;
  rules.approved_kinds = reader.words<CaseKind>("approved_kinds", case_kind_from);
  rules.yellow_percent = percent(reader, "yellow_percent", rules.yellow_percent);
  rules.red_percent = percent(reader, "red_percent", rules.red_percent);
  rules.tags = reader.texts("tags");
  return rules;
}

Json office_rules_json(const OfficeRules& rules) {
  return Json::object({{"approved_kinds", names_json(rules.approved_kinds)},
                       {"yellow_percent", rules.yellow_percent},
                       {"red_percent", rules.red_percent},
                       {"tags", Json::array(rules.tags)}});
}

void check_office_rules(const OfficeRules& rules, std::vector<FieldError>& errors) {
  if (rules.red_percent < rules.yellow_percent) errors.push_back({"office.red_percent", "profile.bad_value", {}});
}

}  // namespace hamandish
