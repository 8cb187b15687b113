// What is particular to one kind of field. A new kind: a name in FieldKind, a file here with its rule, a line in
// kinds.h, a line in the list of check_answers.cpp, a test in tests/shared/forms.
#pragma once

#include <string>
#include <string_view>

#include "shared/forms/field.h"

namespace hamandish {

// The outcome for one value that is not empty.
struct Checked {
  std::string value;    // as it is stored; if it does not hold, as typed but tidied
  std::string problem;  // message key, empty: holds. {label} is put in by the caller
  Params params;        // further parameters of the message
};

struct KindRule {
  FieldKind kind = FieldKind::line;
  std::string_view required_key;  // what to say if nothing was given
  // Where the field says nothing else, in scalar values; 0: no limit of its own, `check` knows the length.
  int min_length = 0;
  int max_length = 0;
  // `value` is normalised (shared/text/normalize.h, one line unless the kind is `text`) and not blank.
  Checked (*check)(const Field& field, std::string value) = nullptr;
};

}  // namespace hamandish
