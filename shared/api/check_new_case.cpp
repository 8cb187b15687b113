#include "shared/api/check_new_case.h"

#include "shared/json/reader.h"

namespace hamandish::api {

Result<NewCase> check_new_case(const Profile& profile, const NewCase& new_case) {
  const KindForm* form = profile.kind(new_case.kind);
  if (form == nullptr) return invalid({{"kind", "form.unknown_kind", {}}});
  if (new_case.anonymous && !form->anonymous_allowed) return invalid({{"anonymous", "form.name_needed", {}}});
  // Without copying the form where all of it counts: this is asked for every submission.
  CheckedAnswers checked = new_case.anonymous ? check_answers(fields_to_fill(*form, true), new_case.answers)
                                              : check_answers(form->fields, new_case.answers);
  if (!checked.errors.empty()) return invalid(std::move(checked.errors));
  return NewCase{new_case.kind, new_case.anonymous, std::move(checked.answers)};
}

}  // namespace hamandish::api
