#include "shared/api/check_new_case.h"

#include "shared/json/reader.h"

namespace hamandish::api {

Result<NewCase> check_new_case(const Profile& profile, const NewCase& new_case) {
  const KindForm* form = profile.kind(new_case.kind);
  if (form == nullptr) return invalid({{"kind", "form.unknown_kind", {}}});
  if (new_case.anonymous && !form->anonymous_allowed) return invalid({{"anonymous", "form.name_needed", {}}});
  const PersonKind person = person_kind_of(*form, new_case.answers);
  CheckedAnswers checked = check_answers(fields_to_fill(*form, new_case.anonymous, person), new_case.answers);
  if (!checked.errors.empty()) return invalid(std::move(checked.errors));
  return NewCase{new_case.kind, new_case.anonymous, std::move(checked.answers)};
}

}  // namespace hamandish::api
