// One of the choices of the field, by id.
#include <algorithm>

#include "shared/forms/kinds/kinds.h"

namespace hamandish {
namespace {

Checked check(const Field& field, std::string value) {
  const bool offered =
      std::any_of(field.choices.begin(), field.choices.end(), [&](const Choice& choice) { return choice.id == value; });
  return {std::move(value), offered ? "" : "form.not_a_choice", {}};
}

}  // namespace

constinit const KindRule kChoiceRule = {FieldKind::choice, "form.choose", 0, 0, check};

}  // namespace hamandish
