// One line of free text: a subject, a licence number, an address. Letters and numbers of any script.
#include "shared/forms/kinds/kinds.h"
#include "shared/forms/limits.h"

namespace hamandish {
namespace {

Checked check(const Field& /*field*/, std::string value) {
  return {std::move(value), {}, {}};
}

}  // namespace

constinit const KindRule kLineRule = {FieldKind::line, "form.write", 0, kLineMax, check};

}  // namespace hamandish
