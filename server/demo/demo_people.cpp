#include "server/demo/demo_people.h"

#include <algorithm>
#include <array>

#include "shared/directory/profile.h"

namespace hamandish::server {
namespace {

// The ways in which people write a mobile.
std::string typed_mobile(const std::string& mobile, Dice& dice) {
  std::string tail = mobile.substr(1);
  switch (dice.between(0, 9)) {
    case 0:
      return "+98" + tail;
    case 1:
      return tail;
    case 2:
      return mobile.substr(0, 4) + " " + mobile.substr(4, 3) + " " + mobile.substr(7);
    default:
      return mobile;
  }
}

std::string typed_value(const Field& field, const DemoCorpus& corpus, const Habits& habits, Dice& dice) {
  switch (field.kind) {
    case FieldKind::name:
      return as_typed(dice.pick(field.id == "first_name" ? corpus.first_names : corpus.last_names), habits, dice);
    case FieldKind::national_id:
      return with_digits(make_national_id(dice), habits.digits, dice);
    case FieldKind::mobile:
      return with_digits(typed_mobile(make_mobile(dice), dice), habits.digits, dice);
    case FieldKind::email:
      return "user" + dice.digits(4) + "@mail.example";
    default:
      return {};
  }
}

}  // namespace

std::string make_national_id(Dice& dice) {
  // None begins with two equal digits, so that the whole cannot be ten equal ones (domain.md 2.1).
  constexpr std::array<std::string_view, 6> kBeginnings = {"06", "08", "09", "12", "32", "65"};
  std::string id(kBeginnings.at(static_cast<std::size_t>(dice.between(0, 5))));
  id += dice.digits(7);
  int sum = 0;
  for (std::size_t i = 0; i < 9; ++i) sum += (id[i] - '0') * (10 - static_cast<int>(i));
  const int rest = sum % 11;
  id += static_cast<char>('0' + (rest < 2 ? rest : 11 - rest));
  return id;
}

std::string make_mobile(Dice& dice) {
  // One draw a statement: the order in which the operands of + are evaluated is the compiler's own.
  const std::string operator_code = std::to_string(dice.between(10, 39));
  return "09" + operator_code + dice.digits(7);
}

// People of the demo are natural persons, and write no more of themselves than they must.
bool is_of_demo(const Field& field) {
  if (field.id == "address" || field.id == "postal_code" || field.id == "city") return field.required;
  return field.persons.empty() ||
         std::find(field.persons.begin(), field.persons.end(), PersonKind::natural) != field.persons.end();
}

Answers make_person(const DemoCorpus& corpus, const KindForm& form, const Habits& habits, Dice& dice) {
  Answers answers;
  for (const Field& field : form.fields) {
    if (!is_person_field(field.id) || !is_of_demo(field)) continue;
    const int left_out = field.kind == FieldKind::email ? 65 : 30;
    if (!field.required && dice.chance(left_out)) continue;
    answers.push_back({field.id, typed_value(field, corpus, habits, dice)});
  }
  return answers;
}

}  // namespace hamandish::server
