#include <string>
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {

namespace {

// "0".."100"; anything else counts as nothing done.
std::string percent(const std::string& value) {
  if (value.empty() || value.size() > 3) return "0";
  int number = 0;
  for (const char c : value) {
    if (c < '0' || c > '9') return "0";
    number = number * 10 + (c - '0');
  }
  return std::to_string(number > 100 ? 100 : number);
}

}  // namespace

// The bar is a native <progress>: its length needs no inline style, which the content security policy forbids.
void write_progress(Html& html, const Node& node) {
  const std::string value = percent(node.value);
  html.open("div").id(node.id).style("progress");
  html.attribute("role", node.kind == Kind::meter ? "meter" : "progressbar");
  html.attribute("aria-labelledby", node.id + "-text");
  html.attribute("aria-valuemin", "0").attribute("aria-valuemax", "100").attribute("aria-valuenow", value);
  html.open("span").id(node.id, "-text").text(node.text).close();
  html.open("progress").id(node.id, "-bar").attribute("max", "100").attribute("value", value);
  html.attribute("aria-hidden", "true").close();
  html.close();
}

}  // namespace hamandish::view::kinds
