#include "shared/view/chart.h"

#include <array>
#include <cmath>

#include "shared/text/digits.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {
namespace {

constexpr std::array<std::string_view, 4> kTextures = {"", "hatch", "rail", "tube"};

std::string percent(int thousandths) {
  return std::to_string(thousandths / 10) + "." + std::to_string(thousandths % 10) + "%";
}

// A part as its stroke, and over it in the colour of the ground what makes its texture. `draw` opens the element and gives
// it its place.
template <class Shape>
void write_part(Html& html, ChartStyle style, Shape draw) {
  html.open("g").style("", style.tone);
  draw().attribute("class", "solid").close();
  const std::string_view texture = kTextures[static_cast<std::size_t>(style.texture)];
  if (!texture.empty()) draw().attribute("class", texture).close();
  html.close();
}

// From the start edge: the style sheet turns the drawing round, as Persian is read.
Html& line(Html& html, std::string_view x1, std::string_view y1, std::string_view x2, std::string_view y2) {
  return html.open("line").attribute("x1", x1).attribute("y1", y1).attribute("x2", x2).attribute("y2", y2);
}

void write_mark(Html& html, std::size_t series, const std::string& x, const std::string& y) {
  if (series % 2 == 1) {
    html.open("rect").attribute("x", x).attribute("y", y).attribute("width", "10").attribute("height", "10");
    html.attribute("transform", "translate(-5 -5)").close();
  } else {
    html.open("circle").attribute("cx", x).attribute("cy", y).attribute("r", "5").close();
  }
}

void write_key(Html& html, const std::string& id, const std::string& name, ChartStyle style) {
  html.open("span").id(id, "-key").style("key").open("svg");
  write_part(html, style, [&]() -> Html& { return line(html, "0", "8", "16", "8"); });
  html.close().open("span").id(id).text(name).close().close();
}

void write_keys(Html& html, const Node& node) {
  if (node.options.size() < 2) return;
  html.open("div").style("keys");
  for (std::size_t i = 0; i < node.options.size(); ++i) {
    const std::string id = node.id + "-k" + std::to_string(i);
    if (chart_shape(node) != ChartShape::line) {
      write_key(html, id, node.options[i].text, chart_style(node, i));
      continue;
    }
    html.open("span").id(id, "-key").style("key").open("svg").open("g").style("", chart_style(node, i).tone);
    write_mark(html, i, "8", "8");
    html.close().close().open("span").id(id).text(node.options[i].text).close().close();
  }
  html.close();
}

void write_bars(Html& html, const Node& node, const Chart& chart) {
  write_keys(html, node);
  for (const ChartRow& row : chart.rows) {
    html.open("div").style("row");
    html.open("span").id(row.row->id, "-name").text(chart_row_name(*row.row)).close();
    html.open("span").id(row.row->id, "-value").text(chart_row_words(row)).close();
    html.open("svg");
    line(html, "0", "8", "100%", "8").attribute("class", "track").close();
    std::int64_t from = 0;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      const std::string x1 = percent(thousandths(from, chart.most));
      from += row.values[i];
      const std::string x2 = percent(thousandths(from, chart.most));
      if (row.values[i] == 0) continue;
      write_part(html, chart_style(node, i), [&]() -> Html& { return line(html, x1, "8", x2, "8"); });
      line(html, x2, "0", x2, "16").attribute("class", "cut").close();
    }
    html.close().close();
  }
}

void write_series(Html& html, const Chart& chart, std::size_t series, ChartStyle style) {
  const std::int64_t top = 2 * half_axis(chart.most);
  std::string x;
  std::string y;
  html.open("g").style("", style.tone);
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const std::int64_t value = series < chart.rows[i].values.size() ? chart.rows[i].values[series] : 0;
    const std::string next_x =
        percent(thousandths(static_cast<std::int64_t>(i), static_cast<std::int64_t>(chart.rows.size()) - 1));
    const std::string next_y = percent(1000 - thousandths(value, top));
    if (i > 0) line(html, x, y, next_x, next_y).close();
    x = next_x;
    y = next_y;
    write_mark(html, series, x, y);
  }
  html.close();
}

void write_line(Html& html, const Node& node, const Chart& chart) {
  write_keys(html, node);
  if (chart.rows.empty()) return;
  html.open("div").style("axes").open("div");
  const std::int64_t half = half_axis(chart.most);
  for (int i = 0; i < 3; ++i) {
    html.open("span").id(node.id, "-y" + std::to_string(i)).text(text::persian_number(half * (2 - i))).close();
  }
  html.close().open("svg");
  for (const char* y : {"0", "50%", "100%"}) line(html, "0", y, "100%", y).attribute("class", "track").close();
  for (std::size_t i = node.options.size(); i-- > 0;) write_series(html, chart, i, chart_style(node, i));
  html.close().open("div");
  for (const std::size_t i : chart_days(chart)) {
    html.open("span").id(chart.rows[i].row->id, "-name").text(chart_row_name(*chart.rows[i].row)).close();
  }
  html.close().close();
}

// A point of the ring, counted from the top, in tenths of a CSS pixel.
std::string ring_point(int at) {
  constexpr double kTurn = 6.283185307179586;
  constexpr double kRadius = 640;
  const double angle = kTurn * at / 1000;
  return std::to_string(std::lround(800 + kRadius * std::sin(angle))) + " " +
         std::to_string(std::lround(800 - kRadius * std::cos(angle)));
}

void write_arc(Html& html, ChartStyle style, int from, int to) {
  // An arc of a whole turn would be none.
  const std::string path = "M" + ring_point(from) + "A640 640 0 " + (to - from > 500 ? "1" : "0") + " 1 " +
                           ring_point(to - from >= 1000 ? from + 999 : to);
  write_part(html, style, [&]() -> Html& { return html.open("path").attribute("d", path); });
}

void write_donut(Html& html, const Node& node, const Chart& chart) {
  html.open("div").style("ring").open("svg").attribute("viewBox", "0 0 1600 1600");
  std::int64_t from = 0;
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const int at = thousandths(from, chart.total);
    from += chart.rows[i].sum;
    const int to = thousandths(from, chart.total);
    if (to > at) write_arc(html, chart_style(node, i), at, to);
  }
  html.close().open("div");
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const ChartRow& row = chart.rows[i];
    write_key(html, row.row->id + "-name", chart_row_name(*row.row) + ": " + chart_row_words(row),
              chart_style(node, i));
  }
  html.close().close();
}

}  // namespace

// The picture is one image with the main fact as its name; the table after it says everything.
void write_chart(Html& html, const Node& node) {
  const Chart chart = read_chart(node);
  html.open("div").id(node.id, "-chart").style("chart");
  html.open("div").id(node.id).style("plot").attribute("role", "img").attribute("aria-labelledby", node.id + "-text");
  html.open("p").id(node.id, "-text").text(node.text).close();
  switch (chart_shape(node)) {
    case ChartShape::bar:
      write_bars(html, node, chart);
      break;
    case ChartShape::line:
      write_line(html, node, chart);
      break;
    case ChartShape::donut:
      write_donut(html, node, chart);
      break;
  }
  html.close().children(node).close();
}

}  // namespace hamandish::view::kinds
