#include "shared/pages/text_nodes.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace hamandish::pages {

void add_paragraphs(view::Nodes& nodes, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) nodes.push_back(view::paragraph(std::string(text.substr(0, end))));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

view::Node sentence_with_link(std::string_view sentence, std::string_view part, std::string target) {
  view::Node prose = view::node(view::Kind::prose, {}, {});
  const std::size_t at = std::min(sentence.find(part), sentence.size());
  const std::string_view after = sentence.substr(std::min(at + part.size(), sentence.size()));
  if (at > 0) prose.children.push_back(view::paragraph(std::string(sentence.substr(0, at))));
  if (at < sentence.size()) prose.children.push_back(view::link(std::string(part), std::move(target)));
  if (!after.empty()) prose.children.push_back(view::paragraph(std::string(after)));
  return prose;
}

}  // namespace hamandish::pages
