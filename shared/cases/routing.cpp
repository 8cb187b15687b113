#include "shared/cases/routing.h"

#include <algorithm>

#include "shared/base/check.h"

namespace hamandish {

std::string route(const Profile& profile, CaseKind kind, std::string_view category_id) {
  const Category* category = profile.category(category_id);
  const bool offered =
      category != nullptr && std::find(category->kinds.begin(), category->kinds.end(), kind) != category->kinds.end();
  if (offered) return category->unit_id;
  const KindForm* form = profile.kind(kind);
  HAMANDISH_CHECK(form != nullptr);
  return form->default_unit_id;
}

}  // namespace hamandish
