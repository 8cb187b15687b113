#include "shared/view/kinds/field_parts.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// The list is always open and the focus stays in the field; aria-activedescendant says which option Enter would take.
void write_combobox(Html& html, const Node& node) {
  const std::string list = node.id + "-list";
  open_field(html, node);
  write_label(html, node);
  write_help(html, node);
  html.open("input").id(node.id).attribute("name", node.id).attribute("type", "text").attribute("role", "combobox");
  html.attribute("autocomplete", "off").attribute("aria-autocomplete", "list").attribute("dir", "auto");
  html.attribute("aria-expanded", node.options.empty() ? "false" : "true").attribute("aria-controls", list);
  html.attribute_if(!node.options.empty(), "aria-activedescendant", node.id + "-o" + std::to_string(node.level));
  html.attribute_if(!node.value.empty(), "value", node.value).close_empty();
  html.open("ul")
      .id(list)
      .style("options")
      .attribute("role", "listbox")
      .attribute("aria-labelledby", node.id + "-label");
  html.attribute("data-for", node.target);
  for (std::size_t i = 0; i < node.options.size(); ++i) {
    html.open("li").id(node.id, "-o" + std::to_string(i)).attribute("role", "option");
    html.attribute("aria-selected", static_cast<int>(i) == node.level ? "true" : "false");
    html.attribute("data-value", node.options[i].value).text(node.options[i].text).close();
  }
  html.close().close();
}

}  // namespace hamandish::view::kinds
