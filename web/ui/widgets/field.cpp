#include "web/ui/widgets/field.h"

#include "web/text/bidi.h"

namespace hamandish::web {

using view::Node;
namespace tokens = view::tokens;

Area arrange_field_head(Composer& to, const Node& field, Area area, std::string_view name_part) {
  const Setting label{tokens::body, field.error.empty() ? Ink::text : Ink::danger};
  const float lines = to.words(field, field.id + std::string(name_part), field.text, label, area);
  if (field.required) {
    // The star follows the label; it is decoration, `required` says it to a screen reader.
    const float width = to.words_width(field.text, label, area.width);
    to.words(field, {}, "*", {tokens::body, Ink::danger}, to.flow.inset(area, width + 4, 0));
  }
  area.y += lines + tokens::field_gap;
  if (!field.help.empty()) {
    area.y += to.words(field, field.id + "-help", field.help, {tokens::small, Ink::muted}, area) + tokens::field_gap;
  }
  return area;
}

Area arrange_field_error(Composer& to, const Node& field, Area area) {
  if (field.error.empty()) return area;
  area.y += tokens::field_gap;
  area.y += to.words(field, field.id + "-error", field.error, {tokens::small, Ink::danger}, area);
  return area;
}

void paint_frame(Painter& painter, const Piece& piece) {
  const Palette& colours = painter.colours();
  const Node& field = *piece.node;
  painter.fill(piece.rect, field.disabled ? colours.background : colours.surface, tokens::radius_control);
  const bool focused = painter.focused(field);
  const bool wrong = !field.error.empty();
  const std::uint32_t line = wrong                    ? colours.danger
                             : focused                ? colours.accent
                             : painter.hovered(field) ? colours.text
                                                      : colours.control;
  painter.border(piece.rect, line, wrong || focused ? 2 : 1, tokens::radius_control);
}

void paint_value(Painter& painter, const Piece& piece, bool one_line) {
  const Node& field = *piece.node;
  if (painter.focused(field) && painter.state().focus_is_input) return;
  const std::string& value = painter.value_of(field);
  const float block = one_line ? (piece.rect.height - painter.scaled(tokens::body).line) / 2 : 8.5F;
  const Rect inner{piece.rect.x + tokens::control_padding, piece.rect.y + block,
                   piece.rect.width - 2 * tokens::control_padding, piece.rect.height - 2 * block};
  const bool ltr = field.input.ltr || text::first_direction(value, text::Direction::rtl) == text::Direction::ltr;
  const std::uint32_t colour = field.disabled ? painter.colours().muted : painter.colours().text;
  const view::Keyboard keyboard = field.input.keyboard;
  const bool number = field.input.ltr && (keyboard == view::Keyboard::numeric || keyboard == view::Keyboard::telephone);
  if (number && !value.empty()) {
    // UAX #9 N1: groups of Arabic digits (AN) change places even from left to right; style.css overrides likewise.
    constexpr const char* kOverride = "\xE2\x80\xAD";     // LRO
    constexpr const char* kEndOverride = "\xE2\x80\xAC";  // PDF
    painter.text(kOverride + value + kEndOverride, inner, tokens::body, colour, ltr, one_line);
    return;
  }
  if (keyboard != view::Keyboard::password) {
    painter.text(value, inner, tokens::body, colour, ltr, one_line);
    return;
  }
  std::string dots;
  for (const char c : value) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) dots += "\u2022";
  }
  painter.text(dots, inner, tokens::body, colour, ltr, one_line);
}

}  // namespace hamandish::web
