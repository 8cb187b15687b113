#include "shared/pages/field_nodes.h"

#include "shared/forms/person.h"
#include "shared/messages/messages.h"
#include "shared/text/utf8.h"
#include "shared/view/builder.h"

namespace hamandish::pages {
namespace {

using view::Input;
using view::Keyboard;
using view::Kind;

Kind node_kind(FieldKind kind) {
  switch (kind) {
    case FieldKind::text:
      return Kind::text_area;
    case FieldKind::choice:
      return Kind::select;
    case FieldKind::checkbox:
      return Kind::checkbox;
    case FieldKind::attachments:
      return Kind::file_field;
    default:
      return Kind::text_field;
  }
}

// Autofill tokens: WHATWG HTML 4.10.18.7.
Input input_for(const Field& field) {
  Input input;
  input.max_length = field.max_length;
  switch (field.kind) {
    case FieldKind::name:
      input.autocomplete = field.id == "last_name" ? "family-name" : "given-name";
      break;
    case FieldKind::national_id:
    case FieldKind::legal_id:
    case FieldKind::postal_code:
    case FieldKind::tracking_code:
      input.keyboard = Keyboard::numeric;
      input.autocomplete = field.kind == FieldKind::postal_code ? "postal-code" : "off";
      input.ltr = true;
      break;
    case FieldKind::mobile:
    case FieldKind::landline:
      input.keyboard = Keyboard::telephone;
      input.autocomplete = "tel";
      input.ltr = true;
      break;
    case FieldKind::email:
      input.keyboard = Keyboard::email;
      input.autocomplete = "email";
      input.ltr = true;
      break;
    case FieldKind::attachments:
      input.accept = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.mp3,.wav,.ogg,.m4a";
      break;
    default:
      break;
  }
  return input;
}

// Near the end of the room it is said how much is left, in the help, which screen readers read with the field.
std::string help_of(const Field& field, std::string_view value) {
  const bool is_text = field.kind == FieldKind::text || field.kind == FieldKind::line;
  if (!is_text || field.max_length == 0) return field.help;
  const auto max = static_cast<std::size_t>(field.max_length);
  const std::size_t count = text::count_scalars(value);
  if (!is_nearly_full(field, value)) return field.help;
  const std::string counter = count <= max ? say("form.left", {{"left", std::to_string(max - count)}})
                                           : say("form.over", {{"over", std::to_string(count - max)}});
  return field.help.empty() ? counter : field.help + ' ' + counter;
}

}  // namespace

bool is_nearly_full(const Field& field, std::string_view value) {
  constexpr std::size_t kFullParts = 5;  // from four fifths on
  const auto max = static_cast<std::size_t>(field.max_length);
  // Bytes first: most texts are short, and counting is asked for at every key.
  return max > 0 && value.size() * kFullParts >= max * (kFullParts - 1) &&
         text::count_scalars(value) * kFullParts >= max * (kFullParts - 1);
}

std::string error_text(const std::vector<FieldError>& errors, std::string_view field) {
  for (const FieldError& error : errors) {
    if (error.field == field) return say(error.key, error.params);
  }
  return {};
}

view::Node field_node(const Field& field, std::string_view value, const std::vector<FieldError>& errors) {
  view::Node result = view::node(node_kind(field.kind), field.label, {}, field.id);
  result.value = value;
  result.help = help_of(field, value);
  result.required = field.required;
  result.error = error_text(errors, field.id);
  result.input = input_for(field);
  result.checked = field.kind == FieldKind::checkbox && value == "1";
  result.multiple = field.kind == FieldKind::attachments;
  if (field.kind == FieldKind::choice) {
    // Who says nothing is a natural person, and is asked as one: that stands there from the start.
    const bool has_default = field.id == kPersonKindField && !field.choices.empty();
    if (has_default && value.empty()) result.value = field.choices.front().id;
    if (!has_default) result.options.push_back({"", say("form.choose_one")});
    for (const Choice& choice : field.choices) result.options.push_back({choice.id, choice.name});
  }
  return result;
}

view::Node error_list(const std::vector<FieldError>& errors) {
  view::Node result = view::node(view::Kind::error_list, say("form.errors_heading"), {}, "errors");
  result.tone = view::Tone::danger;
  for (const FieldError& error : errors) {
    result.children.push_back(view::link(say(error.key, error.params), "#" + error.field));
  }
  return result;
}

}  // namespace hamandish::pages
