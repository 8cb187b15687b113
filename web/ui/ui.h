// Lays out and paints a view (shared/view/node.h) on the canvas. The facade of web/ui and web/text: nothing outside
// knows ImGui, HarfBuzz or the GPU. It never touches the DOM and calls nobody back: web/mirror asks for placements,
// moves the DOM nodes there, and tells back what the browser knows (hover, focus, typed values, selection).
//
// Order of use: set_font once, set_theme, set_view + set_width, layout(), placements(), then paint() whenever
// needs_paint(). Units: CSS pixels, origin at the page's top left corner, x to the right, y down, whatever the
// direction of the text. Ownership: strings and values are copied; the view is borrowed until the next set_view.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/view/node.h"

namespace hamandish::web {

struct Theme {
  bool dark = false;
  bool contrast = false;     // high
  std::uint32_t accent = 0;  // 0xRRGGBB from the profile, as given; made readable here. 0: the default
  bool operator==(const Theme&) const = default;
};

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  bool operator==(const Rect&) const = default;
};

// Where a DOM element belongs. Ids as in shared/view/html_writer.h. An element without a placement is not on the
// picture (hidden fields, the skip link, <th> when the table is cards) or only holds others (form, ul, dl).
struct Placement {
  std::string element_id;
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  // For elements that hold text: font size and line height in CSS pixels, the text's own rectangle inside the element
  // (its start edge and first line), and the UTF-16 offsets into the element's text at which our lines begin (without
  // the first).
  float font_size = 0;
  float line_height = 0;
  float text_x = 0;
  float text_y = 0;
  float text_width = 0;
  bool centred = false;
  bool in_text = false;  // a part of a text: the browser has set it there, and it stays
  std::vector<std::uint32_t> line_breaks;
};

// Where the rows stand of a table of which the view has only some (view::Kind::table with a value): the first of all, and
// how far the next one is from it.
struct RowPlaces {
  // A row that the view has, by its number (Node::level), and what of the placements belongs to it.
  struct Row {
    int number = 0;
    std::size_t first_placement = 0;
    std::size_t placements = 0;
  };
  std::string table_id;
  float top = 0;
  float pitch = 0;
  std::vector<Row> rows;
};

class Ui {
 public:
  Ui();
  ~Ui();
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  // TrueType bytes, copied. False if they are no usable font: then nothing can be painted and the page stays the
  // browser's.
  [[nodiscard]] bool set_font(std::span<const std::uint8_t> ttf);
  void set_theme(Theme theme);
  // The browser's setting for the size of text: 1 at a root font size of 16 px. Changes the layout.
  void set_text_scale(float scale);
  void set_view(const view::Node* page);  // nullptr: empty page
  void set_width(float css_px);
  // Height of the window in CSS pixels: a page is at least as high (100vh), its footer at the bottom.
  void set_least_height(float css_px);
  // Computes positions if view or width changed; otherwise does nothing.
  void layout();
  [[nodiscard]] float document_height() const;
  [[nodiscard]] const std::vector<Placement>& placements() const;
  [[nodiscard]] const std::vector<RowPlaces>& row_places() const;

  // What the browser knows. Ids of DOM elements; empty: none. Unknown ids are ignored.
  void set_hover(std::string_view id);
  void set_focus(std::string_view id, bool visible_ring, bool is_input);
  // The live value of a field when it differs from the view's: text, or for a select the value of the option. Kept
  // until clear_values() or the next value; layout does not depend on it.
  void set_value(std::string_view field_id, std::string_view text);
  void set_checked(std::string_view field_id, bool checked);
  void clear_values();
  // Height of a text area that the browser has grown, in CSS pixels; 0: its own. Changes the layout.
  void set_field_height(std::string_view field_id, float height);
  // The disclosures that are open, ids joined by newlines; until it is called they are as the view says. Changes the
  // layout; clear_values() leaves it.
  void set_open(std::string_view ids);
  // Top of the window when the view's dialog appeared: there it stays. Changes the layout.
  void set_dialog_top(float css_px);
  void set_selection(std::span<const Rect> rects);

  // True after anything above changed the picture, until the next paint().
  [[nodiscard]] bool needs_paint() const;
  // Paints the part scroll_y .. scroll_y + viewport_h of the page onto the whole canvas. dpr: device pixels per CSS
  // pixel.
  void paint(float scroll_y, float viewport_h, float dpr);
  // The GPU has forgotten everything (webglcontextrestored): upload the atlas again with the next paint.
  void context_restored();

  // How often a text was shaped so far: scrolling must not.
  [[nodiscard]] std::uint64_t shape_calls() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hamandish::web
