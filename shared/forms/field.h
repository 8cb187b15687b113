// A field of a form and what a person put in it. The profile declares fields; pages draw them; server and client check
// them with the same function, so the two cannot disagree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/forms/person.h"

namespace hamandish {

// One kind = one file in shared/forms/kinds, one line in the list there, one test.
enum class FieldKind {
  name,         // letters, half-space, space, hyphen; at least 2
  national_id,  // domain.md 2.1
  legal_id,     // domain.md 2.2
  mobile,       // domain.md 2.3, kept as 09XXXXXXXXX
  landline,
  email,
  postal_code,
  line,           // one line of text
  text,           // many lines
  choice,         // one of `choices`
  checkbox,       // "1" or ""
  attachments,    // files; the value is a list of upload tokens separated by spaces
  foreign_id,     // of residents without a national number
  tracking_code,  // of another case, kept as its digits
};

struct Choice {
  std::string id;
  std::string name;
  bool operator==(const Choice&) const = default;
};

struct Field {
  std::string id;  // ASCII, the name on the wire and the DOM id
  FieldKind kind = FieldKind::line;
  std::string label;  // accessible name, without a star
  std::string help;
  bool required = false;
  int min_length = 0;  // in Unicode scalar values after normalisation
  int max_length = 0;  // 0: the kind's own limit
  std::vector<Choice> choices;
  std::vector<PersonKind> persons;  // whom it is asked of; empty: everyone
  bool operator==(const Field&) const = default;
};

// What was typed, by field id; fields that were not sent are absent.
struct Answer {
  std::string field;
  std::string value;
  bool operator==(const Answer&) const = default;
};
using Answers = std::vector<Answer>;

// "" if there is none.
std::string_view answer(const Answers& answers, std::string_view field);
void set_answer(Answers& answers, std::string_view field, std::string value);

// Normalises every answer to the form that is stored (domain.md 2.5 level A; digits of identifiers to ASCII) and checks
// it. All errors at once, in the order of `fields`. Answers to fields that are not in `fields` give
// «form.unknown_field».
struct CheckedAnswers {
  Answers answers;                 // normalised, in the order of `fields`
  std::vector<FieldError> errors;  // empty: all hold
};
CheckedAnswers check_answers(const std::vector<Field>& fields, const Answers& answers);

}  // namespace hamandish
