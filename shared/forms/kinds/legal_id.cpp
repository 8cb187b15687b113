// domain.md 2.2.
#include "shared/identity/legal_id.h"

#include "shared/forms/kinds/kinds.h"

namespace hamandish {
namespace {

std::string problem(LegalIdCheck check) {
  switch (check) {
    case LegalIdCheck::ok:
      return {};
    case LegalIdCheck::repeated_digit:
    case LegalIdCheck::wrong_check_digit:
      return "form.legal_id_wrong";
    default:
      return "form.legal_id_length";
  }
}

// NOLINTNEXTLINE(performance-unnecessary-value-param): the type of KindRule::check
Checked check(const Field& /*field*/, std::string value) {
  const std::optional<std::string> parsed = parse_legal_id(value);
  std::string found = problem(check_legal_id(value));
  return {parsed ? *parsed : value, std::move(found), {}};
}

}  // namespace

constinit const KindRule kLegalIdRule = {FieldKind::legal_id, "form.write", 0, 0, check};

}  // namespace hamandish
