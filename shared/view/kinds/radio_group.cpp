#include "shared/view/builder.h"
#include "shared/view/kinds/field_parts.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

namespace {

void write_choice(Html& html, const Node& group, std::size_t index) {
  const Option& option = group.options[index];
  const std::string id = option_id(group, index);
  html.open("div").style("field check");
  html.open("input").id(id).attribute("name", group.id).attribute("type", "radio").attribute("value", option.value);
  html.flag_if(option.value == group.value, "checked").flag_if(group.disabled, "disabled").close_empty();
  html.open("label").id(id, "-label").attribute("for", id).text(option.text).close().close();
}

}  // namespace

// The group's own element is ID-field: ID is its first radio button, where a link of the list of errors leads.
void write_radio_group(Html& html, const Node& node) {
  open_choices(html, node, "-field", "radiogroup");
  html.attribute_if(node.required, "aria-required", "true").attribute_if(!node.error.empty(), "aria-invalid", "true");
  write_legend(html, node);
  for (std::size_t i = 0; i < node.options.size(); ++i) write_choice(html, node, i);
  write_error(html, node);
  html.close();
}

}  // namespace hamandish::view::kinds
