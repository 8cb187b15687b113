#include "shared/view/kinds/field_parts.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

namespace {

std::string_view input_type(Keyboard keyboard) {
  switch (keyboard) {
    case Keyboard::telephone:
      return "tel";
    case Keyboard::email:
      return "email";
    case Keyboard::password:
      return "password";
    case Keyboard::search:
      return "search";
    case Keyboard::text:
    case Keyboard::date:
    case Keyboard::numeric:  // type=number refuses Persian digits, drops leading zeros and has arrows
      return "text";
  }
  return "text";
}

}  // namespace

void write_text_field(Html& html, const Node& node) {
  open_field(html, node);
  write_label(html, node);
  write_help(html, node);
  open_tooled(html, node);
  html.open("input").id(node.id).attribute("name", node.id).attribute("type", input_type(node.input.keyboard));
  input_attributes(html, node);
  field_attributes(html, node);
  // A password that was typed never travels back.
  const bool shows_value = !node.value.empty() && node.input.keyboard != Keyboard::password;
  html.attribute_if(shows_value, "value", node.value).close_empty();
  write_tool(html, node);
  write_error(html, node);
  html.close();
}

}  // namespace hamandish::view::kinds
