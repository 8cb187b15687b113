#include "shared/view/chart.h"

#include <algorithm>

#include "shared/text/digits.h"
#include "shared/view/html.h"

namespace hamandish::view {
namespace {

// «12 40»; what is no digit separates.
std::vector<std::int64_t> numbers_of(const std::string& text) {
  constexpr std::int64_t kMost = 1'000'000'000'000;
  std::vector<std::int64_t> numbers;
  bool inside = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !inside) numbers.push_back(0);
    if (digit) numbers.back() = std::min(kMost, numbers.back() * 10 + (c - '0'));
    inside = digit;
  }
  return numbers;
}

// The table stands behind a disclosure, or openly.
const Node* table_of(const Node& chart) {
  const Node* node = chart.children.empty() ? nullptr : chart.children.data();
  while (node != nullptr && node->kind != Kind::table) node = node->children.empty() ? nullptr : node->children.data();
  return node;
}

}  // namespace

ChartShape chart_shape(const Node& node) {
  if (node.value == "line") return ChartShape::line;
  return node.value == "donut" ? ChartShape::donut : ChartShape::bar;
}

Chart read_chart(const Node& node) {
  Chart chart;
  const Node* table = table_of(node);
  if (table == nullptr) return chart;
  const bool line = chart_shape(node) == ChartShape::line;
  for (const Node& row : table->children) {
    ChartRow one{&row, numbers_of(row.value)};
    if (one.values.empty()) continue;  // the line of sums
    for (const std::int64_t value : one.values) {
      one.sum += value;
      if (line) chart.most = std::max(chart.most, value);
    }
    if (!line) chart.most = std::max(chart.most, one.sum);
    chart.total += one.sum;
    chart.rows.push_back(std::move(one));
  }
  if (node.ordered) std::reverse(chart.rows.begin(), chart.rows.end());
  return chart;
}

ChartStyle chart_style(const Node& node, std::size_t index) {
  constexpr Texture kTextures[] = {Texture::solid, Texture::hatch, Texture::rail, Texture::tube};
  const bool own = chart_shape(node) != ChartShape::donut && index < node.options.size();
  if (own) {
    // «success.tube»: a second part in the same colour.
    const std::string& value = node.options[index].value;
    for (const Tone tone : {Tone::primary, Tone::success, Tone::warning, Tone::danger}) {
      const std::string_view name = tone_name(tone);
      if (value.size() > name.size() && value.starts_with(name) && value.substr(name.size()) == ".tube") {
        return {tone, Texture::tube};
      }
    }
    for (const Tone tone : {Tone::primary, Tone::success, Tone::warning, Tone::danger}) {
      if (node.options[index].value != tone_name(tone)) continue;
      const Texture texture = tone == Tone::warning  ? Texture::hatch
                              : tone == Tone::danger ? Texture::rail
                                                     : Texture::solid;
      return {tone, texture};
    }
    if (node.options[index].value == "neutral") return {Tone::neutral, Texture::tube};
    if (node.options[index].value == "muted") return {Tone::neutral, Texture::solid};
  }
  return {index % 2 == 0 ? Tone::primary : Tone::neutral, kTextures[index / 2 % 4]};
}

const std::string& chart_row_name(const Node& row) {
  static const std::string kNothing;
  return row.children.empty() ? kNothing : row.children.front().text;
}

std::string chart_row_words(const ChartRow& row) {
  return row.row->note.empty() ? text::persian_number(row.sum) : row.row->note;
}

std::vector<std::size_t> chart_days(const Chart& chart) {
  const std::size_t last = chart.rows.size() - 1;
  if (last == 0) return {0};
  if (last % 2 == 1) return {0, last};
  return {0, last / 2, last};
}

std::int64_t half_axis(std::int64_t most) {
  for (std::int64_t ten = 1;; ten *= 10) {
    for (const int step : {1, 2, 3, 4, 5}) {
      if (2 * ten * step >= most) return ten * step;
    }
  }
}

int thousandths(std::int64_t part, std::int64_t whole) {
  return whole <= 0 ? 0 : static_cast<int>((part * 1000 + whole / 2) / whole);
}

}  // namespace hamandish::view
