// domain.md 2.3; stored as 09XXXXXXXXX.
#include "shared/forms/kinds/kinds.h"
#include "shared/identity/phone.h"

namespace hamandish {
namespace {

Checked check(const Field& /*field*/, std::string value) {
  const std::optional<std::string> parsed = parse_mobile(value);
  if (!parsed) return {std::move(value), "form.mobile", {}};
  return {*parsed, {}, {}};
}

}  // namespace

constinit const KindRule kMobileRule = {FieldKind::mobile, "form.write", 0, 0, check};

}  // namespace hamandish
