#include "shared/view/escape.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

namespace {

std::string sources(const Node& node) {
  std::string all;
  for (const Option& option : node.options) {
    if (!all.empty()) all += ", ";
    all.append(safe_address(option.value)).append(" ").append(option.text);
  }
  return all;
}

}  // namespace

void write_picture(Html& html, const Node& node) {
  const std::size_t cross = node.value.find('x');
  const bool wide = cross != std::string::npos;
  html.open("figure").id(node.id, "-figure").style(wide ? "picture wide" : "picture");
  html.open("img").id(node.id).attribute("src", safe_address(node.target)).attribute("alt", node.text);
  if (!node.options.empty()) {
    html.attribute("srcset", sources(node)).attribute("sizes", "(min-width:680px) 640px, 94vw");
  }
  if (wide) html.attribute("width", node.value.substr(0, cross)).attribute("height", node.value.substr(cross + 1));
  html.attribute("loading", "lazy").attribute("decoding", "async").close_empty();
  html.leaf_if_text("figcaption", node.id, "-note", node.note).close();
}

}  // namespace hamandish::view::kinds
