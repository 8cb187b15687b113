#include "shared/view/tokens.h"

#include <algorithm>
#include <cmath>

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

std::uint32_t accent_tint(std::uint32_t accent, bool dark_theme) {
  return mix(dark_theme ? dark.surface : light.surface, accent, 26);
}

std::uint32_t readable_accent(std::uint32_t accent, bool dark_theme) {
  const Colours& colours = dark_theme ? dark : light;
  for (std::uint32_t part = 0; part < 256; part += 8) {
    const std::uint32_t tried = mix(accent, dark_theme ? 0xffffff : 0x000000, part);
    const double worst = std::min({contrast(tried, colours.background), contrast(tried, colours.surface),
                                   contrast(tried, accent_tint(tried, dark_theme))});
    if (worst >= 4.5) return tried;
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
constexpr int longest = 32;  // a long text wraps; it may not starve the other columns

int length(const std::string& text) {
  const auto continuation = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  return static_cast<int>(text.size()) - static_cast<int>(std::count_if(text.begin(), text.end(), continuation));
}

// Rounds to multiples of 5 with the sum 100: every column gets its floor, the largest remainders get the rest.
std::vector<int> rounded_shares(const std::vector<int>& weights, int sum) {
  std::vector<int> shares(weights.size());
  int left = 20;
  for (std::size_t i = 0; i < weights.size(); ++i) left -= shares[i] = std::max(1, weights[i] * 20 / sum);
  while (left != 0) {
    const int step = left > 0 ? 1 : -1;
    std::size_t best = 0;
    for (std::size_t i = 1; i < weights.size(); ++i) {
      const int here = (weights[i] * 20 - shares[i] * sum) * step;
      if (here > (weights[best] * 20 - shares[best] * sum) * step) best = i;
    }
    shares[best] += step;
    left -= step;
  }
  for (int& share : shares) share *= 5;
  return shares;
}

}  // namespace

std::vector<int> column_shares(const Node& table) {
  std::vector<int> weights;
  for (const std::string& name : table.columns) weights.push_back(std::clamp(length(name), shortest, longest));
  for (const Node& row : table.children) {
    for (std::size_t i = 0; i < std::min(weights.size(), row.children.size()); ++i) {
      weights[i] = std::max(weights[i], std::min(longest, length(row.children[i].text)));
    }
  }
  if (weights.empty()) return {};
  int sum = 0;
  for (const int weight : weights) sum += weight;
  return rounded_shares(weights, sum);
}

}  // namespace hamandish::view
