// "1" or nothing. "on" is what a browser sends for a checkbox without a value (WHATWG HTML 4.10.5.3.5).
#include "shared/forms/kinds/kinds.h"

namespace hamandish {
namespace {

Checked check(const Field& /*field*/, std::string value) {
  if (value == "1" || value == "on") return {"1", {}, {}};
  return {std::move(value), "form.checkbox", {}};
}

}  // namespace

constinit const KindRule kCheckboxRule = {FieldKind::checkbox, "form.tick", 0, 0, check};

}  // namespace hamandish
