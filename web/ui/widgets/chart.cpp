#include "shared/view/chart.h"

#include <algorithm>

#include "shared/text/digits.h"
#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Chart;
using view::ChartRow;
using view::ChartShape;
using view::ChartStyle;
using view::Node;
using view::Texture;
namespace tokens = view::tokens;

namespace {

constexpr float padding = 16;
constexpr float gap = 12;
constexpr float key_indent = 24;
constexpr float key_gap = 16;
constexpr float thickness = 16;
constexpr float axis_width = 56;
constexpr float plot_height = 200;
constexpr float ring_size = 160;
constexpr float ring_radius = 64;
constexpr float ring_gap = 24;
constexpr Setting small{tokens::small, Ink::text};

// Shapes: the ground, what is drawn, and from `keys` on the stroke beside a key.
enum Part { ground, drawing, keys };

std::uint32_t colour_of(const Painter& painter, ChartStyle style) {
  const Palette& colours = painter.colours();
  return style.tone == view::Tone::neutral ? colours.muted : colour_of(ink_of(style.tone), colours);
}

// As the style sheet does it: the stroke from 0 to `length`, and over it in the colour of the ground what makes its texture.
// band(from, to, thickness, colour) draws a piece of it.
template <class Band>
void paint_part(const Painter& painter, ChartStyle style, float length, Band band) {
  const std::uint32_t over = painter.colours().surface;
  band(0.0F, length, thickness, colour_of(painter, style));
  if (style.texture == Texture::rail) band(0.0F, length, 4.0F, over);
  if (style.texture == Texture::tube) band(0.0F, length, 12.0F, over);
  if (style.texture != Texture::hatch) return;
  for (float at = 4; at < length; at += 8) band(at, std::min(at + 3, length), thickness, over);
}

void paint_bar(Painter& painter, const Rect& box, ChartStyle style, float start, float end) {
  const Area area{box.x, box.y, box.width};
  paint_part(painter, style, end - start, [&](float from, float to, float thick, std::uint32_t colour) {
    const float x = painter.flow.x(area, start + from, to - from);
    painter.fill({x, box.y + (thickness - thick) / 2, to - from, thick}, colour);
  });
}

void paint_mark(Painter& painter, float x, float y, std::size_t series, std::uint32_t colour) {
  if (series % 2 == 0) painter.disc(x, y, 6, colour);
  if (series % 2 == 1) painter.fill({x - 6, y - 6, 12, 12}, colour);
}

void paint_key(Painter& painter, const Piece& piece) {
  const std::size_t index = static_cast<std::size_t>(piece.part - keys);
  if (view::chart_shape(*piece.node) == ChartShape::line) {
    const Rect& r = piece.rect;
    const std::uint32_t colour = colour_of(painter, view::chart_style(*piece.node, index));
    return paint_mark(painter, r.x + r.width / 2, r.y + r.height / 2, index, colour);
  }
  paint_bar(painter, piece.rect, view::chart_style(*piece.node, index), 0, thickness);
}

// part: the number of the row after `drawing`.
void paint_row(Painter& painter, const Piece& piece) {
  const Node& node = *piece.node;
  const Chart chart = view::read_chart(node);
  const ChartRow& row = chart.rows[static_cast<std::size_t>(piece.part - drawing)];
  const float unit = piece.rect.width / 1000;
  painter.fill({piece.rect.x, piece.rect.y + 7.5F, piece.rect.width, 1}, painter.colours().line);
  std::int64_t from = 0;
  for (std::size_t i = 0; i < row.values.size(); ++i) {
    const float start = static_cast<float>(view::thousandths(from, chart.most)) * unit;
    from += row.values[i];
    const float end = static_cast<float>(view::thousandths(from, chart.most)) * unit;
    if (row.values[i] == 0) continue;
    paint_bar(painter, piece.rect, view::chart_style(node, i), start, end);
    const Rect& r = piece.rect;
    painter.fill({painter.flow.x({r.x, r.y, r.width}, end - 1, 2), r.y, 2, r.height}, painter.colours().surface);
  }
}

void paint_series(Painter& painter, const Piece& piece, const Chart& chart, std::size_t series) {
  const Rect& r = piece.rect;
  const std::uint32_t colour = colour_of(painter, view::chart_style(*piece.node, series));
  const std::int64_t top = 2 * view::half_axis(chart.most);
  float x = 0;
  float y = 0;
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const std::int64_t value = series < chart.rows[i].values.size() ? chart.rows[i].values[series] : 0;
    const int along = view::thousandths(static_cast<std::int64_t>(i), static_cast<std::int64_t>(chart.rows.size()) - 1);
    const float next_x = painter.flow.x({r.x, r.y, r.width}, r.width * static_cast<float>(along) / 1000, 0);
    const float next_y = r.y + r.height * static_cast<float>(1000 - view::thousandths(value, top)) / 1000;
    if (i > 0) painter.stroke({{x, y}, {next_x, next_y}}, colour, 2);
    x = next_x;
    y = next_y;
    paint_mark(painter, x, y, series, colour);
  }
}

void paint_line(Painter& painter, const Piece& piece) {
  const Rect& r = piece.rect;
  for (const float at : {0.0F, 0.5F, 1.0F}) {
    painter.fill({r.x, r.y + r.height * at - 0.5F, r.width, 1}, painter.colours().line);
  }
  const Chart chart = view::read_chart(*piece.node);
  for (std::size_t i = piece.node->options.size(); i-- > 0;) paint_series(painter, piece, chart, i);
}

void paint_ring(Painter& painter, const Piece& piece) {
  constexpr float around = 6.2831853F * ring_radius;
  const Rect& r = piece.rect;
  const Chart chart = view::read_chart(*piece.node);
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const float start = static_cast<float>(view::thousandths(sum, chart.total)) / 1000;
    sum += chart.rows[i].sum;
    const float end = static_cast<float>(view::thousandths(sum, chart.total)) / 1000;
    if (end <= start) continue;
    const auto band = [&](float from, float to, float thick, std::uint32_t colour) {
      painter.arc(r.x + r.width / 2, r.y + r.height / 2, ring_radius, start + from / around, start + to / around,
                  colour, thick);
    };
    paint_part(painter, view::chart_style(*piece.node, i), (end - start) * around, band);
    const float length = (end - start) * around;
    if (chart.rows.size() > 1) band(length - 1, length + 1, thickness, painter.colours().surface);
  }
}

void paint_ground(Painter& painter, const Piece& piece) {
  painter.fill(piece.rect, painter.colours().surface, tokens::radius_card);
  painter.border(piece.rect, painter.colours().line, 1, tokens::radius_card);
}

float arrange_key(Composer& to, const Node& node, const std::string& id, const std::string& name, std::size_t index,
                  Area area) {
  to.shape(node, paint_key, keys + static_cast<int>(index),
           {to.flow.x(area, 0, thickness), area.y + 5, thickness, thickness});
  return to.words(node, id, name, small, to.flow.inset(area, key_indent, 0));
}

// The names of the series in rows, each as wide as it is. Gives the height with the gap below.
float arrange_keys(Composer& to, const Node& node, Area area) {
  if (node.options.size() < 2) return 0;
  const float top = area.y;
  float offset = 0;
  float tallest = 0;
  for (std::size_t i = 0; i < node.options.size(); ++i) {
    const std::string& name = node.options[i].text;
    const float wanted = key_indent + to.words_width(name, small, area.width - key_indent);
    if (offset > 0 && offset + wanted > area.width + 1.0F / 1024) {
      area.y += tallest;
      offset = tallest = 0;
    }
    const Area own = to.flow.part(area, offset, wanted);
    tallest = std::max(tallest, arrange_key(to, node, node.id + "-k" + std::to_string(i), name, i, own));
    offset += wanted + key_gap;
  }
  return area.y + tallest + gap - top;
}

float arrange_bars(Composer& to, const Node& node, const Chart& chart, Area area) {
  const float top = area.y;
  area.y += arrange_keys(to, node, area);
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    if (i > 0) area.y += gap;
    const Node& row = *chart.rows[i].row;
    const std::string words = view::chart_row_words(chart.rows[i]);
    const float end = to.words_width(words, small, area.width);
    const Area name = to.flow.inset(area, 0, end + key_gap);
    const float lines = to.words(node, row.id + "-name", view::chart_row_name(row), small, name);
    const Area value = to.flow.part(area, area.width - end, end);
    area.y += std::max(lines, to.words(node, row.id + "-value", words, small, value));
    to.shape(node, paint_row, drawing + static_cast<int>(i), {area.x, area.y, area.width, thickness});
    area.y += thickness;
  }
  return area.y - top;
}

// The names below a line chart, each in its share of the width: at the start, in the middle, at the end.
float arrange_days(Composer& to, const Node& node, const Chart& chart, Area area) {
  std::vector<std::size_t> days = view::chart_days(chart);
  if (to.phone() && days.size() == 3) days.erase(days.begin() + 1);
  const float share = area.width / static_cast<float>(days.size());
  float tallest = 0;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const Node& row = *chart.rows[days[i]].row;
    const std::string& name = view::chart_row_name(row);
    Setting setting = small;
    Area own = to.flow.part(area, share * static_cast<float>(i), share);
    if (i == 1 && days.size() == 3) setting.align = Align::centre;
    if (i > 0 && i + 1 == days.size()) own = to.flow.inset(own, share - to.words_width(name, small, share), 0);
    tallest = std::max(tallest, to.words(node, row.id + "-name", name, setting, own));
  }
  return tallest;
}

float arrange_line(Composer& to, const Node& node, const Chart& chart, Area area) {
  const float top = area.y;
  area.y += arrange_keys(to, node, area);
  if (chart.rows.empty()) return area.y - top;
  const float line = to.words_height("0", small, area.width);
  const std::int64_t half = view::half_axis(chart.most);
  for (int i = 0; i < 3; ++i) {
    Area at = to.flow.part(area, 0, axis_width);
    at.y += plot_height / 2 * static_cast<float>(i);
    to.words(node, node.id + "-y" + std::to_string(i), text::persian_number(half * (2 - i)), small, at);
  }
  area = to.flow.inset(area, axis_width, 0);
  to.shape(node, paint_line, drawing, {area.x, area.y + line / 2, area.width, plot_height});
  area.y += plot_height + line;
  return area.y + arrange_days(to, node, chart, area) - top;
}

float arrange_donut(Composer& to, const Node& node, const Chart& chart, Area area) {
  const bool phone = to.phone();
  const Rect ring{to.flow.x(area, 0, ring_size), area.y, ring_size, ring_size};
  const std::size_t drawn = to.shape(node, paint_ring, drawing, ring);
  Area list = phone ? area : to.flow.inset(area, ring_size + ring_gap, 0);
  if (phone) list.y += ring_size + gap;
  const float top = list.y;
  const std::size_t first_piece = to.pieces.size();
  const std::size_t first_placement = to.placements.size();
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    if (i > 0) list.y += 4;
    const ChartRow& row = chart.rows[i];
    const std::string words = view::chart_row_name(*row.row) + ": " + view::chart_row_words(row);
    list.y += arrange_key(to, node, row.row->id + "-name", words, i, list);
  }
  const float height = list.y - top;
  if (phone) return ring_size + gap + height;
  // The lower one of ring and keys stands in the middle of the other.
  const float whole = std::max(height, ring_size);
  to.shift(first_piece, first_placement, (whole - height) / 2);
  to.set_rect(drawn, {ring.x, ring.y + (whole - ring_size) / 2, ring_size, ring_size});
  return whole;
}

}  // namespace

float arrange_chart(Composer& to, const Node& node, Area area) {
  const Chart chart = view::read_chart(node);
  const Area picture = to.flow.part(area, 0, std::min(area.width, tokens::column_max));
  const std::size_t box = to.shape(node, paint_ground, ground, {});
  const std::size_t placed = to.placements.size();
  to.place(node.id, {});
  Area inner = to.flow.inset({picture.x, picture.y + padding, picture.width}, padding, padding);
  inner.y += to.words(node, node.id + "-text", node.text, {tokens::body, Ink::text}, inner) + gap;
  const auto arrange = view::chart_shape(node) == ChartShape::line    ? arrange_line
                       : view::chart_shape(node) == ChartShape::donut ? arrange_donut
                                                                      : arrange_bars;
  inner.y += arrange(to, node, chart, inner) + padding;
  const Rect rect{picture.x, picture.y, picture.width, inner.y - picture.y};
  to.set_rect(box, rect);
  to.set_placement(placed, rect);
  if (node.children.empty()) return rect.height;
  area.y = rect.y + rect.height + gap;
  return rect.height + gap + to.stack(node.children, area, gap);
}

}  // namespace hamandish::web
