// Many lines of free text. Line ends are \n after normalisation.
#include "shared/forms/kinds/kinds.h"
#include "shared/forms/limits.h"

namespace hamandish {
namespace {

Checked check(const Field& /*field*/, std::string value) {
  return {std::move(value), {}, {}};
}

}  // namespace

constinit const KindRule kTextRule = {FieldKind::text, "form.write", 0, kTextMax, check};

}  // namespace hamandish
