// The form's part of the gallery: every field empty, filled, wrong, disabled, with long and mixed text.
#include "shared/messages/messages.h"
#include "shared/pages/gallery_page.h"
#include "shared/view/builder.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;

Node field(Kind kind, const char* id, const char* label) {
  return view::node(kind, say(label), {}, id);
}

Node text_field(const char* id, const char* label, std::string value) {
  Node result = field(Kind::text_field, id, label);
  result.value = std::move(value);
  return result;
}

Nodes text_fields() {
  Node wrong = text_field("g-wrong", "gallery.field_wrong", say("gallery.mixed"));
  wrong.required = true;
  wrong.help = say("gallery.help");
  wrong.error = say("gallery.error");
  Node disabled = text_field("g-disabled", "gallery.field_disabled", say("gallery.short"));
  disabled.disabled = true;
  Node email = text_field("g-email", "contact.email", "reza@example.ir");
  email.input.keyboard = view::Keyboard::email;
  email.input.ltr = true;
  Node password = field(Kind::text_field, "g-password", "login.password");
  password.input.keyboard = view::Keyboard::password;
  Node search = field(Kind::text_field, "g-search", "inbox.search");
  search.input.keyboard = view::Keyboard::search;
  Node date = view::date_field("g-date", say("gallery.date"));
  date.value = say("gallery.day");
  date.help = say("gallery.date_help");
  Node number = view::number_field("g-number", say("gallery.number"));
  Node code = view::one_time_code_field("g-otp", say("gallery.otp"));
  Node area = field(Kind::text_area, "g-area", "gallery.area");
  area.value = say("gallery.long");
  area.input.rows = 4;
  Node empty_area = field(Kind::text_area, "g-area-empty", "gallery.area_empty");
  empty_area.input.rows = 2;
  empty_area.error = say("gallery.error");
  return {text_field("g-empty", "gallery.field", {}),
          text_field("g-long", "gallery.field_long", say("gallery.long")),
          std::move(wrong),
          std::move(disabled),
          std::move(email),
          std::move(password),
          std::move(search),
          std::move(date),
          std::move(number),
          std::move(code),
          std::move(area),
          std::move(empty_area)};
}

Node files() {
  Node result = field(Kind::file_field, "g-files", "gallery.files");
  result.multiple = true;
  result.help = say("gallery.help");
  Node ready = view::node(
      Kind::item, {},
      {view::paragraph(say("gallery.file")), view::button(say("gallery.remove_file"), view::Tone::neutral, "nothing")});
  Node failed = view::node(Kind::item, {}, {});
  failed.text = say("gallery.file_failed");
  failed.error = say("gallery.error");
  result.children = {std::move(ready), std::move(failed)};
  return result;
}

Node choice(Kind kind, const char* id, const char* label, const char* value) {
  Node result = field(kind, id, label);
  result.options = {{"", say("form.choose_one")}, {"short", say("gallery.short")}, {"long", say("gallery.long")}};
  if (kind == Kind::radio_group) result.options.erase(result.options.begin());
  result.value = value;
  return result;
}

Node long_list() {
  Node result = field(Kind::select, "g-long-list", "gallery.long_list");
  result.options = {{"", say("form.choose_one")}};
  for (int i = 1; i <= 9; ++i) {
    const std::string number = std::to_string(i);
    result.options.push_back({"row-" + number, say("gallery.row", {{"number", number}})});
  }
  for (const char* key : {"gallery.list_yazd", "gallery.list_kashan", "gallery.list_niloofar", "gallery.list_qaen"}) {
    result.options.push_back({key, say(key)});
  }
  return result;
}

Node ticked(const char* id, const char* label, bool checked) {
  Node result = field(Kind::checkbox, id, label);
  result.checked = checked;
  return result;
}

Node switched(const char* id, const char* label, bool on, bool disabled) {
  Node result = field(Kind::toggle, id, label);
  result.checked = on;
  result.disabled = disabled;
  return result;
}

Node form(const char* id, const char* name, Nodes children) {
  Node result = view::node(Kind::form, say(name), std::move(children), id);
  result.target = "/gallery";
  result.intent = "nothing";
  return result;
}

}  // namespace

Node gallery_fields() {
  return view::section(say("gallery.fields"),
                       {view::heading(2, say("gallery.fields")), form("g-form", "gallery.fields", text_fields())});
}

Node gallery_choices() {
  Node wrong = choice(Kind::radio_group, "g-radio-wrong", "gallery.radio_wrong", "");
  wrong.required = true;
  wrong.error = say("gallery.error");
  Node disabled = choice(Kind::radio_group, "g-radio-disabled", "gallery.radio_disabled", "short");
  disabled.disabled = true;
  Node bad_select = choice(Kind::select, "g-select-wrong", "gallery.select_wrong", "");
  bad_select.error = say("gallery.error");
  Node bad_tick = ticked("g-tick-wrong", "gallery.tick_wrong", false);
  bad_tick.help = say("gallery.help");
  bad_tick.error = say("gallery.error");
  Node off = ticked("g-tick-disabled", "gallery.tick_disabled", true);
  off.disabled = true;
  Node group =
      view::node(Kind::checkbox_group, say("gallery.group"),
                 {ticked("g-one", "gallery.tick_one", true), ticked("g-two", "gallery.tick_two", false)}, "g-group");
  group.help = say("gallery.help");
  return view::section(say("gallery.choices"),
                       {view::heading(2, say("gallery.choices")),
                        form("g-choices", "gallery.choices",
                             {choice(Kind::select, "g-select", "gallery.select", "short"), std::move(bad_select),
                              long_list(), switched("g-switch", "gallery.switch", false, false),
                              switched("g-switch-on", "gallery.switch_on", true, false),
                              switched("g-switch-off", "gallery.switch_off", true, true),
                              choice(Kind::radio_group, "g-radio", "gallery.radio", "long"), std::move(wrong),
                              std::move(disabled), std::move(group), std::move(bad_tick), std::move(off), files()})});
}

}  // namespace hamandish::pages
