// domain.md 2.1. A wrong number of digits and a wrong check digit are told apart: the remedy differs.
#include "shared/identity/national_id.h"

#include "shared/forms/kinds/kinds.h"

namespace hamandish {
namespace {

std::string problem(NationalIdCheck check) {
  switch (check) {
    case NationalIdCheck::ok:
      return {};
    case NationalIdCheck::repeated_digit:
    case NationalIdCheck::wrong_check_digit:
      return "form.national_id_wrong";
    default:
      return "form.national_id_length";
  }
}

// NOLINTNEXTLINE(performance-unnecessary-value-param): the type of KindRule::check
Checked check(const Field& /*field*/, std::string value) {
  const std::optional<std::string> parsed = parse_national_id(value);
  std::string found = problem(check_national_id(value));
  return {parsed ? *parsed : value, std::move(found), {}};
}

}  // namespace

constinit const KindRule kNationalIdRule = {FieldKind::national_id, "form.write", 0, 0, check};

}  // namespace hamandish
