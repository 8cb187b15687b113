#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

namespace {

constexpr float cell_block = 10;
constexpr float cell_inline = 8;
constexpr float card_padding = 12;

enum Part { header_line, row_line, row_card };

void paint(Painter& painter, const Piece& piece) {
  const Palette& colours = painter.colours();
  const Rect& r = piece.rect;
  if (piece.part == header_line) {
    painter.fill({r.x, r.y + r.height - 1, r.width, 1}, colours.control);
    return;
  }
  const view::Tone tone = piece.node->tone;
  const bool marked = tone != view::Tone::neutral;
  if (piece.part == row_card) {
    painter.fill(r, colours.surface, tokens::radius_card);
    painter.border(r, colours.line, 1, tokens::radius_card);
  } else {
    painter.fill({r.x, r.y + r.height - 1, r.width, 1}, colours.line);
  }
  if (marked) painter.fill(painter.flow.start_strip(r, 4), colour_of(ink_of(tone), colours), 2);
}

// `least`: of the cells' heights.
float arrange_line(Composer& to, const Node& row, const std::vector<int>& shares, Area area, float least = 0) {
  const std::size_t ground = to.shape(row, paint, row_line, {});
  float offset = 0;
  float tallest = least;
  for (std::size_t i = 0; i < row.children.size() && i < shares.size(); ++i) {
    const float width = area.width * static_cast<float>(shares[i]) / 100;
    Area cell = to.flow.inset(to.flow.part(area, offset, width), cell_inline, cell_inline);
    cell.y += cell_block;
    tallest = std::max(tallest, to.block(row.children[i], cell));
    offset += width;
  }
  const float height = tallest + 2 * cell_block + 1;
  to.set_rect(ground, {area.x, area.y, area.width, height});
  return height;
}

constexpr float sort_mark = 16;  // room of the arrow after a sortable header

const view::Sort* sort_of(const Node& table, std::size_t column) {
  if (column >= table.sorts.size() || table.sorts[column].target.empty()) return nullptr;
  return &table.sorts[column];
}

// part: the number of the column. An arrow at the end of the link, up for ascending.
void paint_sort(Painter& painter, const Piece& piece) {
  const view::Sort* sort = sort_of(*piece.node, static_cast<std::size_t>(piece.part));
  if (sort == nullptr || sort->order == view::Sort::Order::none) return;
  const Rect& r = piece.rect;
  const float x = painter.flow.x({r.x, r.y, r.width}, r.width - 5, 0);
  const float y = r.y + r.height / 2;
  const float tip = sort->order == view::Sort::Order::ascending ? -3.5F : 3.5F;
  painter.stroke({{x - 5, y - tip}, {x, y + tip}, {x + 5, y - tip}}, painter.colours().accent, 2);
}

// The header's text, or its link. `padding`: above and below the link.
float arrange_column_name(Composer& to, const Node& table, std::size_t column, float padding, Area cell) {
  const std::string number = std::to_string(column);
  const std::string& name = table.columns[column];
  if (sort_of(table, column) == nullptr) {
    return to.words(table, table.id + "-c" + number, name, {tokens::small, Ink::muted}, cell);
  }
  Setting setting{tokens::small, Ink::accent};
  setting.underline = true;
  const float width = to.words_width(name, setting, cell.width - sort_mark);
  const float lines = to.words_height(name, setting, width);
  cell = to.flow.part(cell, 0, width + sort_mark);
  const Rect box{cell.x, cell.y, cell.width, lines + 2 * padding};
  to.shape(table, paint_sort, static_cast<int>(column), box);
  Area words = to.flow.inset(cell, 0, sort_mark);
  words.y += padding;
  to.words_in(table, table.id + "-s" + number, name, setting, words, box);
  return box.height;
}

// Where the rows are cards, what is left of the header: the links that sort, in a row.
float arrange_sorts(Composer& to, const Node& table, Area area) {
  constexpr float gap = 16;
  constexpr float padding = 9;
  const float top = area.y;
  float offset = 0;
  float tallest = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (sort_of(table, i) == nullptr) continue;
    const float wanted = to.words_width(table.columns[i], {tokens::small}, area.width - sort_mark) + sort_mark;
    if (offset > 0 && offset + wanted > area.width + 1.0F / 1024) {
      area.y += tallest;
      offset = tallest = 0;
    }
    tallest = std::max(tallest, arrange_column_name(to, table, i, padding, to.flow.part(area, offset, wanted)));
    offset += wanted + gap;
  }
  return tallest == 0 ? 0 : area.y + tallest + 8 - top;
}

float arrange_header(Composer& to, const Node& table, const std::vector<int>& shares, Area area) {
  const std::size_t ground = to.shape(table, paint, header_line, {});
  float offset = 0;
  float tallest = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const float width = area.width * static_cast<float>(shares[i]) / 100;
    Area cell = to.flow.inset(to.flow.part(area, offset, width), cell_inline, cell_inline);
    cell.y += cell_block;
    tallest = std::max(tallest, arrange_column_name(to, table, i, 0, cell));
    offset += width;
  }
  const float height = tallest + 2 * cell_block + 1;
  to.set_rect(ground, {area.x, area.y, area.width, height});
  return height;
}

// A row as a card: the first cell is its title; under it stand the others with their columns' names above them, as many in
// a line as have room for 120.
// `least`: of the cells' heights.
float arrange_row_card(Composer& to, const Node& table, const Node& row, Area area, float least_cell = 0) {
  constexpr float least = 120;
  constexpr float gap = 16;
  constexpr float line_gap = 8;
  const std::size_t ground = to.shape(row, paint, row_card, {});
  Area inner = to.flow.inset(area, card_padding, card_padding);
  inner.y += card_padding;
  if (!row.children.empty()) inner.y += std::max(least_cell, to.block(row.children[0], inner));
  const float in_line = std::max(1.0F, std::floor((inner.width + gap) / (least + gap)));
  const float width = (inner.width - gap * (in_line - 1)) / in_line;
  float place = in_line;  // the next cell begins a line
  float tallest = 0;
  for (std::size_t i = 1; i < row.children.size(); ++i) {
    if (place >= in_line) {
      inner.y += tallest + line_gap;
      place = tallest = 0;
    }
    Area cell = to.flow.part(inner, place * (width + gap), width);
    const float top = cell.y;
    if (i < table.columns.size()) cell.y += to.words(row, {}, table.columns[i], {tokens::small, Ink::muted}, cell);
    tallest = std::max(tallest, cell.y + std::max(least_cell, to.block(row.children[i], cell)) - top);
    place += 1;
  }
  const float height = inner.y + tallest + card_padding - area.y;
  to.set_rect(ground, {area.x, area.y, area.width, height});
  return height;
}

// The rows of a table of which the view has only some: all are as high as one line of text in each cell asks, so that each
// stands where it would among all. Gives the height of all of them.
float arrange_some(Composer& to, const Node& table, const std::vector<int>& shares, bool cards, Area area) {
  constexpr float card_gap = 8;
  constexpr float unlimited = 1e6F;
  const float line = to.words_height(table.text, {tokens::body}, unlimited);
  to.most_lines = 1;
  float pitch = line + 2 * cell_block + 1;
  // Cards of the same cells are as high as the first.
  if (cards && !table.children.empty()) {
    const std::size_t pieces = to.pieces.size();
    const std::size_t placements = to.placements.size();
    pitch = arrange_row_card(to, table, table.children.front(), area, line) + card_gap;
    to.pieces.resize(pieces);
    to.placements.resize(placements);
  }
  const float all = pitch * static_cast<float>(std::strtol(table.value.c_str(), nullptr, 10)) - (cards ? card_gap : 0);
  // What stands round the rows has its place whichever of them are there.
  to.place(table.id + "-body", {area.x, area.y, area.width, all});
  RowPlaces places{table.id, area.y, pitch, {}};
  places.rows.reserve(table.children.size());
  for (const Node& row : table.children) {
    Area place = area;
    place.y += static_cast<float>(row.level - 1) * pitch;
    const std::size_t first = to.placements.size();
    if (cards) {
      arrange_row_card(to, table, row, place, line);
    } else {
      arrange_line(to, row, shares, place, line);
    }
    places.rows.push_back({row.level, first, to.placements.size() - first});
  }
  to.row_places.push_back(std::move(places));
  to.most_lines = text::any_number_of_lines;
  return all;
}

}  // namespace

float arrange_table(Composer& to, const Node& node, Area area) {
  const float top = area.y;
  if (!node.quiet)
    area.y += to.words(node, node.id + "-caption", node.text, {tokens::headings[2], Ink::text}, area) + 8;
  const bool cards = to.page_width() < tokens::cards_below;
  const std::vector<int> shares = view::column_shares(node);
  to.link_place = LinkPlace::cell;
  area.y += cards ? arrange_sorts(to, node, area) : arrange_header(to, node, shares, area);
  if (!node.value.empty()) {
    area.y += arrange_some(to, node, shares, cards, area);
    to.link_place = LinkPlace::stack;
    return area.y - top;
  }
  for (const Node& row : node.children) {
    if (cards && &row != &node.children.front()) area.y += 8;
    area.y += cards ? arrange_row_card(to, node, row, area) : arrange_line(to, row, shares, area);
  }
  to.link_place = LinkPlace::stack;
  return area.y - top;
}

}  // namespace hamandish::web
