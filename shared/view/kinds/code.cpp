#include "shared/view/code_groups.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// Two texts: the value in ASCII for screen readers, tests and programs, and what is seen, in Persian digits and groups.
void write_code(Html& html, const Node& node) {
  html.open("div").id(node.id, "-code").style("code").attribute("role", "group");
  html.attribute("aria-labelledby", node.id + "-label");
  html.open("span").id(node.id, "-label").text(node.text).close();
  html.open("span").id(node.id).attribute("data-testid", node.id).attribute("dir", "ltr").text(node.value).close();
  html.open("span").id(node.id, "-shown").attribute("dir", "ltr").attribute("aria-hidden", "true");
  html.text(code_groups(node.value)).close();
  html.close();
}

}  // namespace hamandish::view::kinds
