#include "shared/view/escape.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// novalidate: the server and the client check with one function and one set of Persian messages, all errors at once.
void write_form(Html& html, const Node& node) {
  html.open("form").id(node.id).attribute("method", "post");
  html.attribute_if(!node.target.empty(), "action", safe_address(node.target));
  html.attribute_if(node.multipart, "enctype", "multipart/form-data").flag_if(true, "novalidate");
  html.attribute_if(!node.text.empty(), "aria-label", node.text);
  html.attribute_if(node.busy, "aria-busy", "true").attribute_if(!node.intent.empty(), "data-intent", node.intent);
  html.children(node).close();
}

}  // namespace hamandish::view::kinds
