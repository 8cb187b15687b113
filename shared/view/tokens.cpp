#include "shared/view/tokens.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

#include "shared/view/node.h"

namespace hamandish::view {
namespace tokens {
namespace {

// WCAG 2.2, relative luminance.
double channel(std::uint32_t byte) {
  const double c = static_cast<double>(byte) / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(std::uint32_t colour) {
  return 0.2126 * channel(colour >> 16 & 255) + 0.7152 * channel(colour >> 8 & 255) + 0.0722 * channel(colour & 255);
}

// part of 256 of b in a.
std::uint32_t mix(std::uint32_t a, std::uint32_t b, std::uint32_t part) {
  std::uint32_t mixed = 0;
  for (const std::uint32_t shift : {16U, 8U, 0U}) {
    const std::uint32_t value = ((a >> shift & 255) * (256 - part) + (b >> shift & 255) * part) / 256;
    mixed |= value << shift;
  }
  return mixed;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

double contrast(std::uint32_t a, std::uint32_t b) {
  const double first = luminance(a) + 0.05;
  const double second = luminance(b) + 0.05;
  return std::max(first, second) / std::min(first, second);
}

const Colours& colours_of(Scheme scheme) {
  if (scheme.contrast) return scheme.dark ? dark_contrast : light_contrast;
  return scheme.dark ? dark : light;
}

std::uint32_t accent_tint(std::uint32_t accent, Scheme scheme) {
  return mix(colours_of(scheme).surface, accent, 26);
}

std::uint32_t readable_accent(std::uint32_t accent, Scheme scheme) {
  const Colours& colours = colours_of(scheme);
  const double wanted = scheme.contrast ? 7 : 4.5;
  for (std::uint32_t part = 0; part < 256; part += 8) {
    const std::uint32_t tried = mix(accent, scheme.dark ? 0xffffff : 0x000000, part);
    const double worst = std::min({contrast(tried, colours.background), contrast(tried, colours.surface),
                                   contrast(tried, accent_tint(tried, scheme)), contrast(text_on(tried), tried)});
    if (worst >= wanted) return tried;
  }
  return colours.text;
}

std::uint32_t text_on(std::uint32_t fill) {
  return contrast(fill, 0xffffff) >= contrast(fill, dark.background) ? 0xffffff : dark.background;
}

std::uint32_t parse_colour(const char* text, std::size_t size) {
  if (size != 7 || text[0] != '#') return default_accent;
  std::uint32_t colour = 0;
  for (std::size_t i = 1; i < size; ++i) {
    const int digit = hex_digit(text[i]);
    if (digit < 0) return default_accent;
    colour = colour << 4 | static_cast<std::uint32_t>(digit);
  }
  return colour;
}

}  // namespace tokens

namespace {

constexpr int shortest = 6;  // characters: a narrow column still shows a word
constexpr int longest = 26;  // a long text wraps; it may not starve the other columns
constexpr int step = 2;      // percent
constexpr int all_steps = 100 / step;

int length(std::string_view text) {
  const auto continuation = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  return static_cast<int>(text.size()) - static_cast<int>(std::count_if(text.begin(), text.end(), continuation));
}

int longest_word(std::string_view text) {
  int most = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    most = std::max(most, length(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return most;
}

// U+06F0 to U+06F9.
bool has_digit(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto next = static_cast<unsigned char>(text[i + 1]);
    if (text[i] == '\xDB' && next >= 0xB0 && next <= 0xB9) return true;
  }
  return false;
}

// Room that a cell asks for, in characters. What cannot be broken needs room for its padding too: a word some, a date
// more, for it is wide and ugly when parted. A badge is small but has a padding of its own.
int weight(const Node& cell) {
  int most = 0;
  for (const Node& child : cell.children) most = std::max(most, weight(child));  // chips
  if (cell.kind == Kind::badge) return std::max(most, std::min(longest, length(cell.text)) + 7);
  const int padding = has_digit(cell.text) ? 9 : 4;
  return std::max({most, std::min(longest, length(cell.text)), std::min(longest, longest_word(cell.text) + padding)});
}

// Rounds to steps with the sum 100: every column gets its floor, the largest remainders get the rest.
std::vector<int> rounded_shares(const std::vector<int>& weights, int sum) {
  std::vector<int> shares(weights.size());
  sum = std::max(1, sum);  // columns of nothing but empty texts
  int left = all_steps;
  for (std::size_t i = 0; i < weights.size(); ++i) left -= shares[i] = std::max(1, weights[i] * all_steps / sum);
  while (left != 0) {
    const int sign = left > 0 ? 1 : -1;
    std::size_t best = 0;
    for (std::size_t i = 1; i < weights.size(); ++i) {
      const int here = (weights[i] * all_steps - shares[i] * sum) * sign;
      if (here > (weights[best] * all_steps - shares[best] * sum) * sign) best = i;
    }
    shares[best] += sign;
    left -= sign;
  }
  for (int& share : shares) share *= step;
  return shares;
}

}  // namespace

bool is_roomy(const Node& list) {
  return std::any_of(list.children.begin(), list.children.end(), [](const Node& item) {
    if (item.kind != Kind::item) return false;
    std::size_t parts = item.children.size();
    for (const std::string* words : {&item.text, &item.note, &item.value}) parts += words->empty() ? 0U : 1U;
    return parts > 1;
  });
}

std::vector<int> column_shares(const Node& table) {
  // Some rows of many: of all of them.
  if (!table.options.empty()) {
    std::vector<int> shares;
    shares.reserve(table.options.size());
    for (const Option& share : table.options)
      shares.push_back(static_cast<int>(std::strtol(share.value.c_str(), nullptr, 10)));
    return shares;
  }
  std::vector<int> weights;
  for (const std::string& name : table.columns) weights.push_back(std::clamp(length(name), shortest, longest));
  const Node* before = nullptr;
  for (const Node& row : table.children) {
    for (std::size_t i = 0; i < std::min(weights.size(), row.children.size()); ++i) {
      const Node& cell = row.children[i];
      // Long tables repeat themselves.
      const bool again = before != nullptr && i < before->children.size() && cell.children.empty() &&
                         before->children[i].kind == cell.kind && before->children[i].text == cell.text;
      const bool enough = weights[i] >= longest && cell.kind != Kind::badge && cell.children.empty();
      if (!again && !enough) weights[i] = std::max(weights[i], weight(cell));
    }
    before = &row;
  }
  if (weights.empty()) return {};
  int sum = 0;
  for (const int weight : weights) sum += weight;
  return rounded_shares(weights, sum);
}

}  // namespace hamandish::view
