#include "shared/news/rich_text.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "shared/text/digits.h"
#include "shared/text/utf8.h"
#include "shared/view/escape.h"

namespace hamandish {
namespace {

using Kind = RichBlock::Kind;

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::optional<std::string_view> after(std::string_view line, std::string_view mark) {
  if (!line.starts_with(mark)) return std::nullopt;
  return trimmed(line.substr(mark.size()));
}

std::optional<std::string_view> bullet(std::string_view line) {
  for (const std::string_view mark : {"- ", "* ", "\xE2\x80\xA2 "}) {
    if (const auto rest = after(line, mark)) return rest;
  }
  return std::nullopt;
}

// «12. words» and «۱۲- words»: digits of any set.
std::optional<std::string_view> numbered(std::string_view line) {
  std::size_t at = 0;
  int digits = 0;
  while (at < line.size()) {
    const text::Decoded one = text::decode(line, at);
    if (text::digit_value(one.scalar) < 0) break;
    at += static_cast<std::size_t>(one.bytes);
    ++digits;
  }
  constexpr int kMostDigits = 2;  // a year at the beginning of a line is no number of a list
  if (digits == 0 || digits > kMostDigits) return std::nullopt;
  for (const std::string_view mark : {". ", "- "}) {
    if (const auto rest = after(line.substr(at), mark)) return rest;
  }
  return std::nullopt;
}

struct Link {
  std::string_view words;
  std::string_view address;
  std::size_t size = 0;  // of all of it
};

// «[words](address)» at the beginning of a text.
std::optional<Link> link_at(std::string_view text) {
  if (!text.starts_with('[')) return std::nullopt;
  const std::size_t middle = text.find("](");
  const std::size_t end = text.find(')', std::min(middle, text.size()));
  if (middle == std::string_view::npos || end == std::string_view::npos) return std::nullopt;
  const Link found{trimmed(text.substr(1, middle - 1)), text.substr(middle + 2, end - middle - 2), end + 1};
  const bool is_one = !found.words.empty() && found.words.find('[') == std::string_view::npos &&
                      !found.address.empty() && !found.address.starts_with('#');
  if (!is_one || view::safe_address(found.address) != found.address) return std::nullopt;
  return found;
}

std::optional<RichBlock> link(std::string_view line) {
  const std::optional<Link> found = link_at(line);
  if (!found || found->size != line.size()) return std::nullopt;
  return RichBlock{Kind::link, std::string(found->words), std::string(found->address), {}, 0};
}

// «**words**» at the beginning of a text: the words.
std::optional<std::string_view> strong_at(std::string_view text) {
  constexpr std::string_view mark = "**";
  if (!text.starts_with(mark)) return std::nullopt;
  const std::size_t end = text.find(mark, mark.size());
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view words = text.substr(mark.size(), end - mark.size());
  if (words.empty() || words.starts_with(' ') || words.ends_with(' ')) return std::nullopt;
  return words;
}

// «![2]»
std::optional<RichBlock> picture(std::string_view line) {
  if (!line.starts_with("![") || !line.ends_with(']')) return std::nullopt;
  const std::optional<std::int64_t> number =
      text::parse_integer(text::ascii_digits(trimmed(line.substr(2, line.size() - 3))));
  if (!number || *number < 1) return std::nullopt;
  return RichBlock{Kind::picture, {}, {}, {}, *number};
}

class Blocks {
 public:
  void line(std::string_view line) {
    if (line.empty()) {
      open_ = false;
      return;
    }
    if (const auto small = after(line, "### ")) return alone({Kind::small_heading, std::string(*small), {}, {}, 0});
    if (const auto heading = after(line, "## ")) return alone({Kind::heading, std::string(*heading), {}, {}, 0});
    if (std::optional<RichBlock> found = link(line)) return alone(std::move(*found));
    if (std::optional<RichBlock> found = picture(line)) return alone(std::move(*found));
    if (const auto entry = bullet(line)) return item(Kind::list, *entry);
    if (const auto entry = numbered(line)) return item(Kind::numbers, *entry);
    if (const auto words = after(line, "> ")) return more(Kind::quote, *words);
    more(Kind::paragraph, line);
  }
  std::vector<RichBlock> take() { return std::move(blocks_); }

 private:
  // A line of a block that may have several.
  void more(Kind kind, std::string_view line) {
    if (!open_ || blocks_.back().kind != kind) blocks_.push_back({kind, {}, {}, {}, 0});
    std::string& text = blocks_.back().text;
    if (!text.empty()) text += '\n';
    text += line;
    open_ = true;
  }
  void alone(RichBlock block) {
    blocks_.push_back(std::move(block));
    open_ = false;
  }
  void item(Kind kind, std::string_view text) {
    if (!open_ || blocks_.back().kind != kind) blocks_.push_back({kind, {}, {}, {}, 0});
    blocks_.back().items.emplace_back(text);
    open_ = true;
  }

  std::vector<RichBlock> blocks_;
  bool open_ = false;  // the last block takes further lines
};

}  // namespace

std::vector<RichBlock> rich_blocks(std::string_view text) {
  Blocks blocks;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    blocks.line(trimmed(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return blocks.take();
}

std::vector<RichWords> rich_words(std::string_view text) {
  std::vector<RichWords> parts;
  std::string plain;
  const auto add = [&](std::string_view words, std::string_view address, bool strong) {
    if (!plain.empty()) parts.push_back({std::exchange(plain, {}), {}, false});
    parts.push_back({std::string(words), std::string(address), strong});
  };
  while (!text.empty()) {
    if (const auto words = strong_at(text)) {
      add(*words, {}, true);
      text.remove_prefix(words->size() + 4);
    } else if (const auto link = link_at(text)) {
      add(link->words, link->address, false);
      text.remove_prefix(link->size);
    } else {
      plain += text.front();
      text.remove_prefix(1);
    }
  }
  if (!plain.empty()) parts.push_back({std::move(plain), {}, false});
  return parts;
}

}  // namespace hamandish
