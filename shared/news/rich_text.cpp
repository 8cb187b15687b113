#include "shared/news/rich_text.h"

#include <algorithm>
#include <optional>

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

std::optional<RichBlock> link(std::string_view line) {
  const std::size_t middle = line.find("](");
  if (!line.starts_with('[') || !line.ends_with(')') || middle == std::string_view::npos) return std::nullopt;
  const std::string_view words = trimmed(line.substr(1, middle - 1));
  const std::string_view address = line.substr(middle + 2, line.size() - middle - 3);
  if (words.empty() || view::safe_address(address) != address || address.starts_with('#')) return std::nullopt;
  return RichBlock{Kind::link, std::string(words), std::string(address), {}, 0};
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
    if (!open_ || blocks_.back().kind != Kind::paragraph) blocks_.push_back({Kind::paragraph, {}, {}, {}, 0});
    std::string& text = blocks_.back().text;
    if (!text.empty()) text += '\n';
    text += line;
    open_ = true;
  }
  std::vector<RichBlock> take() { return std::move(blocks_); }

 private:
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

}  // namespace hamandish
