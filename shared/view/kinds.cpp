#include "shared/view/kinds.h"

#include <array>

#include "shared/base/check.h"
#include "shared/view/kinds/kinds.h"

namespace hamandish::view {

namespace {

using namespace kinds;

// In the order of enum Kind.
constexpr std::array<KindEntry, kKindCount> kKinds{{
    {Kind::page, "page", write_page},
    {Kind::skip_link, "skip_link", write_skip_link},
    {Kind::banner, "banner", write_banner},
    {Kind::navigation, "navigation", write_navigation},
    {Kind::main, "main", write_main},
    {Kind::footer, "footer", write_footer},
    {Kind::section, "section", write_section},
    {Kind::columns, "columns", write_columns},
    {Kind::card, "card", write_card},
    {Kind::heading, "heading", write_heading},
    {Kind::paragraph, "paragraph", write_paragraph},
    {Kind::revision, "revision", write_revision},
    {Kind::prose, "prose", write_prose},
    {Kind::quote, "quote", write_quote},
    {Kind::list, "list", write_list},
    {Kind::item, "item", write_item},
    {Kind::link, "link", write_link},
    {Kind::link_grid, "link_grid", write_link_grid},
    {Kind::facts, "facts", write_facts},
    {Kind::fact, "fact", write_fact},
    {Kind::table, "table", write_table},
    {Kind::row, "row", write_row},
    {Kind::timeline, "timeline", write_timeline},
    {Kind::code, "code", write_code},
    {Kind::badge, "badge", write_badge},
    {Kind::notice, "notice", write_notice},
    {Kind::error_list, "error_list", write_error_list},
    {Kind::empty_state, "empty_state", write_empty_state},
    {Kind::progress, "progress", write_progress},
    {Kind::meter, "meter", write_progress},
    {Kind::breadcrumb, "breadcrumb", write_breadcrumb},
    {Kind::pagination, "pagination", write_pagination},
    {Kind::tabs, "tabs", write_tabs},
    {Kind::disclosure, "disclosure", write_disclosure},
    {Kind::chips, "chips", write_chips},
    {Kind::live_region, "live_region", write_live_region},
    {Kind::dialog, "dialog", write_dialog},
    {Kind::picture, "picture", write_picture},
    {Kind::audio, "audio", write_audio},
    {Kind::chart, "chart", write_chart},
    {Kind::skeleton, "skeleton", write_skeleton},
    {Kind::stepper, "stepper", write_stepper},
    {Kind::menu, "menu", write_menu},
    {Kind::calendar, "calendar", write_calendar},
    {Kind::combobox, "combobox", write_combobox},
    {Kind::form, "form", write_form},
    {Kind::group, "group", write_group},
    {Kind::text_field, "text_field", write_text_field},
    {Kind::text_area, "text_area", write_text_area},
    {Kind::select, "select", write_select},
    {Kind::toggle, "toggle", write_checkbox},
    {Kind::checkbox, "checkbox", write_checkbox},
    {Kind::pick, "pick", write_pick},
    {Kind::radio_group, "radio_group", write_radio_group},
    {Kind::checkbox_group, "checkbox_group", write_checkbox_group},
    {Kind::file_field, "file_field", write_file_field},
    {Kind::hidden, "hidden", write_hidden},
    {Kind::actions, "actions", write_actions},
    {Kind::button, "button", write_button},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if (kKinds[i].kind != static_cast<Kind>(i)) return false;
  }
  return true;
}
static_assert(in_order(), "kKinds lists every kind once, in the order of enum Kind");

}  // namespace

const KindEntry& kind_entry(Kind kind) {
  const auto index = static_cast<std::size_t>(kind);
  HAMANDISH_CHECK(index < kKinds.size());
  return kKinds[index];
}

}  // namespace hamandish::view
