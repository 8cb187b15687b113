// One writer for each kind of node, each in the file of its name: it writes the node and its children as HTML. Which
// elements get which ids is told in shared/view/html_writer.h; they are a promise to web/ui and web/mirror.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/view/html.h"

namespace hamandish::view::kinds {

void write_page(Html& html, const Node& node);
void write_skip_link(Html& html, const Node& node);
void write_banner(Html& html, const Node& node);
void write_navigation(Html& html, const Node& node);
void write_main(Html& html, const Node& node);
void write_footer(Html& html, const Node& node);
void write_section(Html& html, const Node& node);
void write_columns(Html& html, const Node& node);
void write_card(Html& html, const Node& node);
void write_heading(Html& html, const Node& node);
void write_paragraph(Html& html, const Node& node);
void write_revision(Html& html, const Node& node);
void write_prose(Html& html, const Node& node);
void write_quote(Html& html, const Node& node);
void write_list(Html& html, const Node& node);
void write_item(Html& html, const Node& node);
void write_link(Html& html, const Node& node);
void write_link_grid(Html& html, const Node& node);
void write_facts(Html& html, const Node& node);
void write_fact(Html& html, const Node& node);
void write_table(Html& html, const Node& node);
void write_row(Html& html, const Node& node);
void write_timeline(Html& html, const Node& node);
void write_code(Html& html, const Node& node);
void write_badge(Html& html, const Node& node);
void write_notice(Html& html, const Node& node);
void write_error_list(Html& html, const Node& node);
void write_empty_state(Html& html, const Node& node);
void write_progress(Html& html, const Node& node);  // and meter
void write_breadcrumb(Html& html, const Node& node);
void write_pagination(Html& html, const Node& node);
void write_tabs(Html& html, const Node& node);
void write_disclosure(Html& html, const Node& node);
void write_chips(Html& html, const Node& node);
void write_live_region(Html& html, const Node& node);
void write_dialog(Html& html, const Node& node);
void write_picture(Html& html, const Node& node);
void write_audio(Html& html, const Node& node);
void write_chart(Html& html, const Node& node);
void write_skeleton(Html& html, const Node& node);
void write_stepper(Html& html, const Node& node);
void write_menu(Html& html, const Node& node);
void write_calendar(Html& html, const Node& node);
void write_combobox(Html& html, const Node& node);
void write_form(Html& html, const Node& node);
void write_group(Html& html, const Node& node);
void write_text_field(Html& html, const Node& node);
void write_text_area(Html& html, const Node& node);
void write_select(Html& html, const Node& node);
void write_checkbox(Html& html, const Node& node);  // and toggle
void write_pick(Html& html, const Node& node);
void write_radio_group(Html& html, const Node& node);
void write_checkbox_group(Html& html, const Node& node);
void write_file_field(Html& html, const Node& node);
void write_hidden(Html& html, const Node& node);
void write_actions(Html& html, const Node& node);
void write_button(Html& html, const Node& node);

// A row that knows the headers of its table: each cell says its own when the table has become cards.
void write_row_of(Html& html, const Node& row, const std::vector<std::string>& columns);

// <nav> with its links in a row: navigation, breadcrumb, pagination, and tabs that lead to pages. `name`: CSS class.
void write_link_row(Html& html, const Node& node, std::string_view name);

// <li> round a child that is no item, so that every list holds list items only.
void write_as_item(Html& html, const Node& child);

}  // namespace hamandish::view::kinds
