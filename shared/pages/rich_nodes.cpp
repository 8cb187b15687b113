#include "shared/pages/rich_nodes.h"

#include <algorithm>
#include <string>
#include <vector>

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;

bool is_plain(const std::vector<RichWords>& words) {
  return words.size() == 1 && words[0].address.empty() && !words[0].strong;
}

Node prose(const std::vector<RichWords>& words) {
  Node result = view::node(Kind::prose, {}, {});
  for (const RichWords& part : words) {
    if (part.address.empty()) {
      result.children.push_back(view::paragraph(part.text, part.strong ? view::Tone::primary : view::Tone::neutral));
    } else {
      result.children.push_back(view::link(part.text, part.address));
    }
  }
  return result;
}

// Each line is a paragraph of its own.
void add_lines(view::Nodes& nodes, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::vector<RichWords> words = rich_words(text.substr(0, end));
    if (is_plain(words)) {
      nodes.push_back(view::paragraph(words[0].text));
    } else if (!words.empty()) {
      nodes.push_back(prose(words));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

Node list(const RichBlock& block) {
  Node result = view::node(Kind::list, {}, {});
  result.ordered = block.kind == RichBlock::Kind::numbers;
  for (const std::string& item : block.items) {
    const std::vector<RichWords> words = rich_words(item);
    const bool plain = is_plain(words);
    result.children.push_back(view::node(Kind::item, plain ? item : std::string(), {}));
    if (!plain) result.children.back().children.push_back(prose(words));
  }
  return result;
}

}  // namespace

void add_rich_block(view::Nodes& nodes, const RichBlock& block, int level) {
  switch (block.kind) {
    case RichBlock::Kind::paragraph:
      return add_lines(nodes, block.text);
    case RichBlock::Kind::heading:
      nodes.push_back(view::heading(level, block.text));
      return;
    case RichBlock::Kind::small_heading:
      nodes.push_back(view::heading(level + 1, block.text));
      return;
    case RichBlock::Kind::link:
      nodes.push_back(view::actions({view::link(block.text, block.address)}));
      return;
    case RichBlock::Kind::quote:
      nodes.push_back(view::node(Kind::quote, {}, {}));
      return add_lines(nodes.back().children, block.text);
    case RichBlock::Kind::list:
    case RichBlock::Kind::numbers:
      nodes.push_back(list(block));
      return;
    case RichBlock::Kind::picture:
      return;
  }
}

void add_rich_text(view::Nodes& nodes, std::string_view text, int level) {
  for (const RichBlock& block : rich_blocks(text)) add_rich_block(nodes, block, level);
}

}  // namespace hamandish::pages
