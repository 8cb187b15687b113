// domain.md 2.3; with the area: 11 digits.
#include "shared/forms/kinds/kinds.h"
#include "shared/identity/phone.h"

namespace hamandish {
namespace {

Checked check(const Field& /*field*/, std::string value) {
  const std::optional<std::string> parsed = parse_landline(value);
  if (!parsed) return {std::move(value), "form.landline", {}};
  return {*parsed, {}, {}};
}

}  // namespace

constinit const KindRule kLandlineRule = {FieldKind::landline, "form.write", 0, 0, check};

}  // namespace hamandish
