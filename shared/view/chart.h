// What a chart draws, read from its node: shared by the HTML (an SVG) and the canvas, so that both draw the same. The
// figures stand in the rows of the table that goes with it; whoever cannot see the picture reads the table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "shared/view/node.h"

namespace hamandish::view {

// How a part is filled. Colour alone says nothing to some, so every part of a chart differs by its texture too.
enum class Texture : std::uint8_t { solid, hatch, rail, tube };

// The colour is that of a text in this tone; neutral: of a second-rank text.
struct ChartStyle {
  Tone tone = Tone::primary;
  Texture texture = Texture::solid;
};

struct ChartRow {
  const Node* row = nullptr;
  std::vector<std::int64_t> values{};  // one for each series, none below zero
  std::int64_t sum = 0;
};

struct Chart {
  std::vector<ChartRow> rows;  // in the order of the drawing: of a line chart in the order of time
  std::int64_t most = 0;       // largest sum of a row; of a line chart the largest value
  std::int64_t total = 0;
};

enum class ChartShape : std::uint8_t { bar, line, donut };
ChartShape chart_shape(const Node& node);
Chart read_chart(const Node& node);
// Of a series (bar, line) or a row (donut), counted from 0.
ChartStyle chart_style(const Node& node, std::size_t index);

const std::string& chart_row_name(const Node& row);
// What stands at the end of a row: its note, or its sum.
std::string chart_row_words(const ChartRow& row);

// The rows that are named under a line chart: the first, the one in the middle (not on phones), the last.
std::vector<std::size_t> chart_days(const Chart& chart);
// Half of the axis of a line chart: round, and twice it holds `most`.
std::int64_t half_axis(std::int64_t most);
// In thousandths, rounded; 0 of nothing.
int thousandths(std::int64_t part, std::int64_t whole);

}  // namespace hamandish::view
