// The list of all widgets: for each kind of node how it arranges itself. A widget is one file here; it gets an area,
// puts its pieces and placements into the composer, and says how high it became. What it paints itself it hands over as
// Paint functions.
#pragma once

#include <span>

#include "web/ui/composer.h"
#include "web/ui/painter.h"

namespace hamandish::web {

using Arrange = float (*)(Composer& to, const view::Node& node, Area area);
using Width = float (*)(Composer& to, const view::Node& node, float most);

struct Widget {
  Arrange arrange = nullptr;  // nullptr: takes no part in the picture (hidden, skip_link)
  Width width = nullptr;      // what it would like to have in a row; nullptr: all there is
  bool full_width = false;    // else at most one column
};

const Widget& widget_of(view::Kind kind);

// clang-format off
float arrange_page(Composer& to, const view::Node& node, Area area);
float arrange_banner(Composer& to, const view::Node& node, Area area);
float arrange_navigation(Composer& to, const view::Node& node, Area area);
float arrange_main(Composer& to, const view::Node& node, Area area);
float arrange_footer(Composer& to, const view::Node& node, Area area);
float arrange_section(Composer& to, const view::Node& node, Area area);
float arrange_columns(Composer& to, const view::Node& node, Area area);
float arrange_card(Composer& to, const view::Node& node, Area area);
float arrange_heading(Composer& to, const view::Node& node, Area area);
float arrange_paragraph(Composer& to, const view::Node& node, Area area);
float width_paragraph(Composer& to, const view::Node& node, float most);
float arrange_list(Composer& to, const view::Node& node, Area area);
float arrange_item(Composer& to, const view::Node& node, Area area);
float arrange_link(Composer& to, const view::Node& node, Area area);
float width_link(Composer& to, const view::Node& node, float most);
float arrange_link_grid(Composer& to, const view::Node& node, Area area);
float arrange_facts(Composer& to, const view::Node& node, Area area);
float arrange_fact(Composer& to, const view::Node& node, Area area);
float arrange_table(Composer& to, const view::Node& node, Area area);
float arrange_timeline(Composer& to, const view::Node& node, Area area);
float arrange_code(Composer& to, const view::Node& node, Area area);
float arrange_badge(Composer& to, const view::Node& node, Area area);
float width_badge(Composer& to, const view::Node& node, float most);
float arrange_notice(Composer& to, const view::Node& node, Area area);
float arrange_error_list(Composer& to, const view::Node& node, Area area);
float arrange_empty_state(Composer& to, const view::Node& node, Area area);
float arrange_progress(Composer& to, const view::Node& node, Area area);
float arrange_breadcrumb(Composer& to, const view::Node& node, Area area);
float arrange_pagination(Composer& to, const view::Node& node, Area area);
float arrange_tabs(Composer& to, const view::Node& node, Area area);
float arrange_disclosure(Composer& to, const view::Node& node, Area area);
float arrange_chips(Composer& to, const view::Node& node, Area area);
float arrange_live_region(Composer& to, const view::Node& node, Area area);
float arrange_revision(Composer& to, const view::Node& node, Area area);
float arrange_prose(Composer& to, const view::Node& node, Area area);
float arrange_quote(Composer& to, const view::Node& node, Area area);
float arrange_picture(Composer& to, const view::Node& node, Area area);
float arrange_audio(Composer& to, const view::Node& node, Area area);
float arrange_chart(Composer& to, const view::Node& node, Area area);
float arrange_skeleton(Composer& to, const view::Node& node, Area area);
float arrange_stepper(Composer& to, const view::Node& node, Area area);
float arrange_menu(Composer& to, const view::Node& node, Area area);
float width_menu(Composer& to, const view::Node& node, float most);
float arrange_calendar(Composer& to, const view::Node& node, Area area);
float arrange_combobox(Composer& to, const view::Node& node, Area area);
float arrange_form(Composer& to, const view::Node& node, Area area);
float arrange_group(Composer& to, const view::Node& node, Area area);
float arrange_text_field(Composer& to, const view::Node& node, Area area);
float arrange_text_area(Composer& to, const view::Node& node, Area area);
float arrange_select(Composer& to, const view::Node& node, Area area);
float arrange_checkbox(Composer& to, const view::Node& node, Area area);
float arrange_pick(Composer& to, const view::Node& node, Area area);
float width_pick(Composer& to, const view::Node& node, float most);
float arrange_radio_group(Composer& to, const view::Node& node, Area area);
float arrange_checkbox_group(Composer& to, const view::Node& node, Area area);
float arrange_file_field(Composer& to, const view::Node& node, Area area);
float arrange_actions(Composer& to, const view::Node& node, Area area);
float arrange_button(Composer& to, const view::Node& node, Area area);
float width_button(Composer& to, const view::Node& node, float most);
// clang-format on

// The links of the navigation and of tabs. Gives its height.
float arrange_link_bar(Composer& to, std::span<const view::Node> links, Area area);

// The ground of a chip, be it a link or a button.
void paint_chip(Painter& painter, const Piece& piece);

// The page's dialog over everything else, near the top of the window, which is at `window_top`. Gives the height of the
// document, which may have grown.
float arrange_dialog(Composer& to, float window_top, float document_height);

}  // namespace hamandish::web
