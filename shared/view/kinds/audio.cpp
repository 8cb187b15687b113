#include "shared/view/escape.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

// preload=none: a list of recordings costs nothing until one is played.
void write_audio(Html& html, const Node& node) {
  html.open("figure").id(node.id, "-figure").style("audio");
  html.open("figcaption").id(node.id, "-text").text(node.text).close();
  // For the eye alone: what it shows can be heard.
  if (!node.value.empty()) {
    html.open("img").id(node.id, "-wave").attribute("src", safe_address(node.value)).attribute("alt", "").close_empty();
  }
  html.open("audio").id(node.id).attribute("src", safe_address(node.target)).attribute("preload", "none");
  html.attribute("aria-labelledby", node.id + "-text").flag_if(true, "controls").close().close();
}

}  // namespace hamandish::view::kinds
