// Lays out a page: walks the view, asks each kind's widget to arrange itself (web/ui/widgets) and collects pieces for
// the painter and placements for the mirror. The rules are those of shared/view/tokens.h.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/view/node.h"
#include "shared/view/tokens.h"
#include "web/text/layout_cache.h"
#include "web/ui/flow.h"
#include "web/ui/piece.h"

namespace hamandish::web {

// How a text is to be set.
struct Setting {
  view::tokens::TextStyle style = view::tokens::body;
  Ink ink = Ink::text;
  Align align = Align::start;
  bool ltr = false;
  bool underline = false;
};

// A link looks and measures differently in each of its places.
enum class LinkPlace { stack, navigation, actions, cell, error_list, crumb, page, chip };

// What only the browser knows and the layout depends on, by id.
struct Known {
  std::map<std::string, float, std::less<>> heights;  // of text areas that it has grown
  // Disclosures that are open; nullopt: as the view says.
  std::optional<std::set<std::string, std::less<>>> open;
};

class Composer {
 public:
  Composer(text::LayoutCache& texts, const Known& known, float text_scale, float page_width, float least_height);

  const Flow flow{true};
  LinkPlace link_place = LinkPlace::stack;
  const view::Node* edge_link = nullptr;  // a link whose first letter stands on the column's edge
  float paragraph_padding = 0;            // above and below, where paragraphs stand beside buttons
  view::tokens::TextStyle paragraph_style = view::tokens::body;
  std::uint32_t most_lines = text::any_number_of_lines;  // of a text; more end with an ellipsis
  const view::Node* dialog = nullptr;                    // met on the way; it is arranged last, over the page
  std::uint8_t layer = 0;                                // of the pieces made from now on

  // A control as high as `lines` of body text need, at least 48.
  [[nodiscard]] float control_height(int lines = 1) const;
  [[nodiscard]] float page_width() const { return page_width_; }
  [[nodiscard]] float least_height() const { return least_height_; }
  [[nodiscard]] bool phone() const { return page_width_ < view::tokens::phone_below; }
  // The column in the middle of the page that holds everything.
  [[nodiscard]] Area container(float y) const;
  // Height of a text area if the browser has grown it, else `own`.
  [[nodiscard]] float field_height(const std::string& id, float own) const;
  // Whether a disclosure is open.
  [[nodiscard]] bool is_open(const view::Node& disclosure) const;

  // Each gives the height it took. Children that are not in the flow (hidden, skip_link, dialog) take no part.
  float block(const view::Node& node, Area area);
  float stack(std::span<const view::Node> children, Area area, float gap);
  float row(std::span<const view::Node> children, Area area, float gap);
  // Width that the node would like to have, at most `most`. For kinds that stand in rows.
  float width(const view::Node& node, float most);

  // Sets a text into the area: a piece and, with an id, a placement. Gives its height; an empty text has none.
  float words(const view::Node& node, std::string_view id, std::string_view text, const Setting& setting, Area area);
  // The same inside a box whose placement is the box (link, button): the text begins at area.y.
  float words_in(const view::Node& node, std::string_view id, std::string_view text, const Setting& setting, Area area,
                 const Rect& box);
  float words_height(std::string_view text, const Setting& setting, float width);
  float words_width(std::string_view text, const Setting& setting, float most);

  // A shape for the widget's painter; its rect may be set later, when the height is known.
  std::size_t shape(const view::Node& node, Paint paint, int part, const Rect& rect);
  void set_rect(std::size_t shape, const Rect& rect);
  // The ring round this element's focus, when it is not round its placement.
  void ring(std::string_view id, const Rect& rect);
  // Moves everything from these on down.
  void shift(std::size_t from_piece, std::size_t from_placement, float distance);
  void place(std::string_view id, const Rect& rect);
  void set_placement(std::size_t placement, const Rect& rect);

  std::vector<Piece> pieces;
  std::vector<Placement> placements;
  std::vector<RowPlaces> row_places;
  std::map<std::string, Rect, std::less<>> rings;

 private:
  [[nodiscard]] view::tokens::TextStyle scaled(view::tokens::TextStyle style) const {
    return {style.size * text_scale_, style.line * text_scale_, style.heft};
  }
  const text::Layout& layout(std::string_view text, const Setting& setting, float width);
  text::LayoutCache& texts_;
  const Known& known_;
  float text_scale_;
  float page_width_;
  float least_height_;
};

}  // namespace hamandish::web
