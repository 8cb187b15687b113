#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// `checked`: pressed before, and still so. A busy button keeps the focus, so it is aria-disabled and not disabled. The intent
// «clear-form» empties the form by itself where there is no script; `note` is what is asked before. One of several buttons
// that send a form has a value: the form says which one was pressed («press»), with its intent or, without the application,
// by itself.
void write_button(Html& html, const Node& node) {
  const bool told = node.disabled && !node.help.empty();  // why: it must be reached to be heard
  const bool sends = !told && (node.intent.empty() || !node.value.empty());
  if (!node.help.empty()) html.open("span").id(node.id, "-tipped").style("tipped");
  html.open("button").id(node.id).attribute("type", sends                         ? "submit"
                                                    : node.intent == "clear-form" ? "reset"
                                                                                  : "button");
  html.style("", node.tone);
  if (!node.value.empty()) html.attribute("name", "press").attribute("value", node.value);
  html.attribute_if(!node.intent.empty(), "data-intent", node.intent);
  html.attribute_if(!node.note.empty(), "data-ask", node.note);
  html.attribute_if(node.checked, "aria-pressed", "true")
      .attribute_if(node.busy, "aria-busy", "true")
      .attribute_if(node.busy || told, "aria-disabled", "true");
  html.attribute_if(!node.help.empty(), "aria-describedby", node.id + "-tip");
  html.flag_if(node.disabled && !told, "disabled").text(node.text).close();
  if (node.help.empty()) return;
  html.open("span").id(node.id, "-tip").attribute("role", "tooltip").text(node.help).close().close();
}

}  // namespace hamandish::view::kinds
