#include "shared/forms/person.h"

#include <doctest/doctest.h>

#include "shared/api/check_new_case.h"
#include "shared/directory/profile.h"
#include "shared/messages/messages.h"

using namespace hamandish;

namespace {

Field field(const char* id, FieldKind kind, bool required, std::vector<PersonKind> persons) {
  Field made;
  made.id = id;
  made.kind = kind;
  made.label = id;
  made.required = required;
  made.persons = std::move(persons);
  return made;
}

Profile with_form() {
  Profile profile;
  KindForm form;
  form.kind = CaseKind::complaint;
  form.anonymous_allowed = true;
  form.person_kinds = {PersonKind::natural, PersonKind::legal, PersonKind::foreign};
  form.fields = {field("company_name", FieldKind::line, true, {PersonKind::legal}),
                 field("legal_id", FieldKind::legal_id, true, {PersonKind::legal}),
                 field("national_id", FieldKind::national_id, true, {PersonKind::natural}),
                 field("foreign_id", FieldKind::foreign_id, true, {PersonKind::foreign}),
                 field("subject", FieldKind::line, true, {})};
  profile.kinds.push_back(std::move(form));
  return profile;
}

std::vector<std::string> wrong(const Profile& profile, bool anonymous, Answers answers) {
  const Result<api::NewCase> checked =
      api::check_new_case(profile, {CaseKind::complaint, anonymous, std::move(answers)});
  std::vector<std::string> fields;
  if (!checked.ok()) {
    for (const FieldError& error : checked.error().fields) fields.push_back(error.field);
  }
  return fields;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("kinds of persons have names that lead back, and words") {
  for (const PersonKind kind : kPersonKinds) {
    CHECK(person_kind_from(wire_name(kind)) == kind);
    CHECK(message_exists(std::string(message_key(kind))));
  }
  CHECK_FALSE(person_kind_from("robot").has_value());
}

TEST_CASE("each kind of person is asked for its own number, and for no other's") {
  const Profile profile = with_form();
  CHECK(wrong(profile, false, {{"national_id", "0499370899"}, {"subject", "آب"}}).empty());
  CHECK(wrong(profile, false, {{"subject", "آب"}}) == Names{"national_id"});
  CHECK(wrong(profile, false, {{"person_kind", "legal"}, {"subject", "آب"}}) == Names{"company_name", "legal_id"});
  CHECK(wrong(profile, false,
              {{"person_kind", "legal"}, {"company_name", "تعاونی"}, {"legal_id", "۱۰۳۸۰۲۸۴۷۹۰"}, {"subject", "آب"}})
            .empty());
  CHECK(wrong(profile, false, {{"person_kind", "foreign"}, {"foreign_id", "۱۲۳۴۵۶۷۸"}, {"subject", "آب"}}).empty());
  CHECK(wrong(profile, false, {{"person_kind", "foreign"}, {"foreign_id", "p 1234567"}, {"subject", "آب"}}).empty());
  CHECK(wrong(profile, false, {{"person_kind", "foreign"}, {"foreign_id", "abcdefg"}, {"subject", "آب"}}) ==
        Names{"foreign_id"});
  CHECK(
      wrong(
          profile, false,
          {{"person_kind", "foreign"}, {"foreign_id", "12345678"}, {"national_id", "0499370899"}, {"subject", "آب"}}) ==
      Names{"national_id"});
}

TEST_CASE("without a name nothing is asked or taken that says who writes") {
  const Profile profile = with_form();
  CHECK(wrong(profile, true, {{"subject", "آب"}}).empty());
  CHECK(wrong(profile, true, {{"subject", "آب"}, {"person_kind", "legal"}}) == Names{"person_kind"});
}

TEST_CASE("an unknown kind of person is a mistake in that field, and the form is that of a natural person") {
  const Profile profile = with_form();
  CHECK(wrong(profile, false, {{"person_kind", "robot"}, {"national_id", "0499370899"}, {"subject", "آب"}}) ==
        Names{"person_kind"});
}
