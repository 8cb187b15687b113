// Turns a field of a form (shared/forms) into a node of a view: keyboard, autofill, direction and limits by its kind.
#pragma once

#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/forms/field.h"
#include "shared/view/node.h"

namespace hamandish::pages {

// `value` as typed. The error of this field, if any, is taken from `errors`.
view::Node field_node(const Field& field, std::string_view value, const std::vector<FieldError>& errors);

// Whether a text has taken four fifths of its room: from then on its field says how much is left.
bool is_nearly_full(const Field& field, std::string_view value);

// The list of all errors above a form, each a link to its field; gets the focus. `labels` are the fields of the form.
view::Node error_list(const std::vector<FieldError>& errors);

// The message of a field's first error, or empty.
std::string error_text(const std::vector<FieldError>& errors, std::string_view field);

}  // namespace hamandish::pages
