// The code of another case, which a citizen copies from a receipt or a message. Form and check digit are looked at here,
// where a slip can still be mended; whether there is such a case is not said, for that would let anybody try codes out.
#include "shared/identity/tracking_code.h"

#include "shared/forms/kinds/kinds.h"

namespace hamandish {
namespace {

Checked check(const Field& /*field*/, std::string value) {
  ParsedCode parsed = parse_tracking_code(value);
  switch (parsed.check) {
    case CodeCheck::ok:
      return {std::move(parsed.code), {}, {}};
    case CodeCheck::wrong_characters:
      return {std::move(value), "form.other_code_characters", {}};
    case CodeCheck::typo:
      return {std::move(value), "form.other_code_typo", {}};
    case CodeCheck::wrong_length:
      break;
  }
  return {std::move(value), "form.other_code_length", {}};
}

}  // namespace

constinit const KindRule kTrackingCodeRule = {FieldKind::tracking_code, "form.write", 0, 0, check};

}  // namespace hamandish
