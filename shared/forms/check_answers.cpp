#include <algorithm>
#include <array>

#include "shared/forms/field.h"
#include "shared/forms/kinds/kinds.h"
#include "shared/messages/messages.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish {
namespace {

// Every kind there is.
constexpr std::array kRules = {
    &kNameRule, &kNationalIdRule, &kLegalIdRule, &kMobileRule,   &kLandlineRule,    &kEmailRule,     &kPostalCodeRule,
    &kLineRule, &kTextRule,       &kChoiceRule,  &kCheckboxRule, &kAttachmentsRule, &kForeignIdRule, &kTrackingCodeRule,
};

// A form of ours has fewer fields; a hostile one with thousands of answers is not worth a list of them.
constexpr std::size_t kMostErrors = 50;

const KindRule& rule_of(FieldKind kind) {
  const auto at = std::find_if(kRules.begin(), kRules.end(), [&](const KindRule* rule) { return rule->kind == kind; });
  HAMANDISH_CHECK(at != kRules.end());
  return **at;
}

Checked check_length(const Field& field, const KindRule& rule, std::string value) {
  const bool by_length = rule.max_length > 0;  // the others know their length themselves
  const int min = field.min_length > 0 ? field.min_length : rule.min_length;
  const int max = field.max_length > 0 ? field.max_length : rule.max_length;
  const std::size_t count = text::count_scalars(value);
  if (by_length && count > static_cast<std::size_t>(max)) {
    return {std::move(value), "form.too_long", {{"max", std::to_string(max)}, {"count", std::to_string(count)}}};
  }
  if (by_length && count < static_cast<std::size_t>(min)) {
    return {std::move(value), "form.too_short", {{"min", std::to_string(min)}, {"count", std::to_string(count)}}};
  }
  return rule.check(field, std::move(value));
}

Checked check_field(const Field& field, std::string_view typed) {
  const KindRule& rule = rule_of(field.kind);
  std::string value = field.kind == FieldKind::text ? text::for_storage(typed) : text::for_storage_one_line(typed);
  if (!value.empty()) return check_length(field, rule, std::move(value));
  return {{}, field.required ? std::string(rule.required_key) : std::string(), {}};
}

// An answer that no field of the form takes, or a second one to the same field, is refused: whoever sent it believes
// that it counts.
void check_strangers(const std::vector<Field>& fields, const Answers& answers, std::vector<FieldError>& errors) {
  for (std::size_t i = 0; i < answers.size() && errors.size() < kMostErrors; ++i) {
    const std::string& id = answers[i].field;
    const auto same = [&](const Answer& other) { return other.field == id; };
    const auto here = answers.begin() + static_cast<std::ptrdiff_t>(i);
    const bool known = std::any_of(fields.begin(), fields.end(), [&](const Field& field) { return field.id == id; });
    if (!known) {
      errors.push_back({id, "form.unknown_field", {{"name", id}}});
    } else if (std::any_of(answers.begin(), here, same)) {
      errors.push_back({id, "form.sent_twice", {{"name", id}}});
    }
  }
}

}  // namespace

std::string_view answer(const Answers& answers, std::string_view field) {
  const auto at = std::find_if(answers.begin(), answers.end(), [&](const Answer& one) { return one.field == field; });
  return at != answers.end() ? std::string_view(at->value) : std::string_view();
}

void set_answer(Answers& answers, std::string_view field, std::string value) {
  const auto at = std::find_if(answers.begin(), answers.end(), [&](const Answer& one) { return one.field == field; });
  if (at != answers.end()) {
    at->value = std::move(value);
  } else {
    answers.push_back({std::string(field), std::move(value)});
  }
}

CheckedAnswers check_answers(const std::vector<Field>& fields, const Answers& answers) {
  CheckedAnswers result;
  for (const Field& field : fields) {
    Checked checked = check_field(field, answer(answers, field.id));
    if (!checked.problem.empty()) {
      const bool told = checked.problem == "form.write" || checked.problem == "form.choose";
      checked.params.push_back({"label", told ? as_object(field.label) : field.label});
      result.errors.push_back({field.id, std::move(checked.problem), std::move(checked.params)});
    }
    if (!checked.value.empty()) result.answers.push_back({field.id, std::move(checked.value)});
  }
  check_strangers(fields, answers, result.errors);
  return result;
}

}  // namespace hamandish
