// domain.md 2.4. An unusual code (0 or 2 among the first five digits) is taken: stricter rules refuse real addresses.
#include "shared/identity/postal_code.h"

#include "shared/forms/kinds/kinds.h"

namespace hamandish {
namespace {

Checked check(const Field& /*field*/, std::string value) {
  const std::optional<std::string> parsed = parse_postal_code(value);
  if (!parsed) return {std::move(value), "form.postal_code", {}};
  return {*parsed, {}, {}};
}

}  // namespace

constinit const KindRule kPostalCodeRule = {FieldKind::postal_code, "form.write", 0, 0, check};

}  // namespace hamandish
