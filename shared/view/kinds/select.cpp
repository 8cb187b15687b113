#include "shared/view/kinds/field_parts.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

void write_select(Html& html, const Node& node) {
  open_field(html, node);
  write_label(html, node);
  write_help(html, node);
  open_tooled(html, node);
  html.open("select").id(node.id).attribute("name", node.id);
  html.attribute_if(!node.input.autocomplete.empty(), "autocomplete", node.input.autocomplete);
  field_attributes(html, node);
  for (const Option& option : node.options) {
    html.open("option").attribute("value", option.value).flag_if(option.value == node.value, "selected");
    html.text(option.text).close();
  }
  html.close();
  write_tool(html, node);
  write_error(html, node);
  html.close();
}

}  // namespace hamandish::view::kinds
