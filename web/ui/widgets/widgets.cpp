#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

using view::Kind;

namespace {

constexpr bool full = true;

struct Line {
  Kind kind;
  Widget widget;
};

constexpr Line list[] = {
    {Kind::page, {arrange_page, nullptr, full}},
    {Kind::banner, {arrange_banner, nullptr, full}},
    {Kind::navigation, {arrange_navigation, nullptr, full}},
    {Kind::main, {arrange_main, nullptr, full}},
    {Kind::footer, {arrange_footer, nullptr, full}},
    {Kind::section, {arrange_section, nullptr, full}},
    {Kind::columns, {arrange_columns, nullptr, full}},
    {Kind::card, {arrange_card, nullptr}},
    {Kind::heading, {arrange_heading, nullptr}},
    {Kind::paragraph, {arrange_paragraph, width_paragraph}},
    {Kind::revision, {arrange_revision, nullptr}},
    {Kind::prose, {arrange_prose, nullptr}},
    {Kind::quote, {arrange_quote, nullptr}},
    {Kind::list, {arrange_list, nullptr}},
    {Kind::item, {arrange_item, nullptr}},
    {Kind::link, {arrange_link, width_link}},
    {Kind::link_grid, {arrange_link_grid, nullptr, full}},
    {Kind::facts, {arrange_facts, nullptr}},
    {Kind::fact, {arrange_fact, nullptr}},
    {Kind::table, {arrange_table, nullptr, full}},
    {Kind::timeline, {arrange_timeline, nullptr}},
    {Kind::code, {arrange_code, nullptr}},
    {Kind::badge, {arrange_badge, width_badge}},
    {Kind::notice, {arrange_notice, nullptr}},
    {Kind::error_list, {arrange_error_list, nullptr}},
    {Kind::empty_state, {arrange_empty_state, nullptr}},
    {Kind::progress, {arrange_progress, nullptr}},
    {Kind::meter, {arrange_progress, nullptr}},
    {Kind::breadcrumb, {arrange_breadcrumb, nullptr, full}},
    {Kind::pagination, {arrange_pagination, nullptr, full}},
    {Kind::tabs, {arrange_tabs, nullptr, full}},
    {Kind::disclosure, {arrange_disclosure, nullptr}},
    {Kind::chips, {arrange_chips, nullptr, full}},
    {Kind::live_region, {arrange_live_region, nullptr}},
    {Kind::picture, {arrange_picture, nullptr}},
    {Kind::audio, {arrange_audio, nullptr}},
    {Kind::chart, {arrange_chart, nullptr, full}},
    {Kind::skeleton, {arrange_skeleton, nullptr}},
    {Kind::stepper, {arrange_stepper, nullptr}},
    {Kind::menu, {arrange_menu, width_menu}},
    {Kind::calendar, {arrange_calendar, nullptr}},
    {Kind::combobox, {arrange_combobox, nullptr}},
    {Kind::form, {arrange_form, nullptr}},
    {Kind::group, {arrange_group, nullptr}},
    {Kind::text_field, {arrange_text_field, nullptr}},
    {Kind::text_area, {arrange_text_area, nullptr}},
    {Kind::select, {arrange_select, nullptr}},
    {Kind::toggle, {arrange_checkbox, nullptr}},
    {Kind::checkbox, {arrange_checkbox, nullptr}},
    {Kind::pick, {arrange_pick, width_pick}},
    {Kind::radio_group, {arrange_radio_group, nullptr}},
    {Kind::checkbox_group, {arrange_checkbox_group, nullptr}},
    {Kind::file_field, {arrange_file_field, nullptr}},
    {Kind::actions, {arrange_actions, nullptr, full}},
    {Kind::button, {arrange_button, width_button}},
};

}  // namespace

const Widget& widget_of(Kind kind) {
  static constexpr Widget none;
  for (const Line& line : list) {
    if (line.kind == kind) return line.widget;
  }
  return none;
}

}  // namespace hamandish::web
