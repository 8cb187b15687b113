// How an organisation works on cases: which answers a manager approves, when the inbox marks a case.
// A section of the profile («office»).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/cases/kinds.h"
#include "shared/cases/urgency.h"

namespace hamandish {

class Json;
class Reader;

struct OfficeRules {
  std::vector<CaseKind> approved_kinds;  // answers to them go through the manager
  int yellow_percent = 50;               // of the time for the answer
  int red_percent = 75;
  std::vector<std::string> tags;  // offered; others may be typed
  bool operator==(const OfficeRules&) const = default;
};

inline UrgencyRule urgency_rule(const OfficeRules& rules) {
  return {rules.yellow_percent, rules.red_percent};
}
bool needs_approval(const OfficeRules& rules, CaseKind kind);

// Of a canned answer: {name} is replaced by the parameter `name`; a placeholder without one stays and is seen.
std::string fill_placeholders(std::string_view text, const Params& params);

OfficeRules read_office_rules(Reader& reader);
Json office_rules_json(const OfficeRules& rules);
void check_office_rules(const OfficeRules& rules, std::vector<FieldError>& errors);

}  // namespace hamandish
