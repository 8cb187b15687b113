#include "shared/pages/text_nodes.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace hamandish::pages {

void add_paragraphs(view::Nodes& nodes, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) nodes.push_back(view::paragraph(std::string(text.substr(0, end))));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace hamandish::pages
