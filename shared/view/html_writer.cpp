#include "shared/view/html_writer.h"

#include <utility>

#include "shared/view/html.h"

namespace hamandish::view {

std::string write_html(const Node& node) {
  Html html;
  html.child(node);
  return std::move(html).take();
}

std::string write_html(const Node& node, std::vector<HtmlPart>& parts) {
  Html html(&parts);
  html.child(node);
  return std::move(html).take();
}

}  // namespace hamandish::view
