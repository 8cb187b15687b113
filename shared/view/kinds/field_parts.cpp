#include "shared/view/kinds/field_parts.h"

#include <string>

#include "shared/view/builder.h"

namespace hamandish::view::kinds {

void open_field(Html& html, const Node& field, std::string_view extra_class) {
  std::string classes = "field";
  if (!extra_class.empty()) classes.append(" ").append(extra_class);
  if (!field.error.empty()) classes += " invalid";
  html.open("div").id(field.id, "-field").style(classes);
}

namespace {

void write_star(Html& html, const Node& field) {
  if (field.required) html.open("span").style("star").attribute("aria-hidden", "true").text("*").close();
}

std::string descriptions(const Node& field) {
  std::string described;
  if (!field.help.empty()) described = field.id + "-help";
  if (!field.error.empty()) described += (described.empty() ? "" : " ") + field.id + "-error";
  return described;
}

}  // namespace

void open_choices(Html& html, const Node& group, std::string_view part, std::string_view role) {
  html.open("div").id(group.id, part).style(group.error.empty() ? "field" : "field invalid").attribute("role", role);
  html.attribute("aria-labelledby", group.id + "-legend");
  const std::string described = descriptions(group);
  html.attribute_if(!described.empty(), "aria-describedby", described);
}

void write_legend(Html& html, const Node& group) {
  html.open("span").id(group.id, "-legend").text(group.text).close();
  write_star(html, group);
  write_help(html, group);
}

void write_label(Html& html, const Node& field) {
  html.open("label").id(field.id, "-label").attribute("for", field.id).text(field.text).close();
  write_star(html, field);
}

void write_help(Html& html, const Node& field) {
  if (!field.help.empty()) html.open("p").id(field.id, "-help").style("help").text(field.help).close();
}

void write_error(Html& html, const Node& field) {
  if (!field.error.empty()) html.open("p").id(field.id, "-error").style("error").text(field.error).close();
}

void open_tooled(Html& html, const Node& field) {
  if (has_tool(field)) html.open("div").style(field.kind == Kind::select ? "tooled" : "tooled short");
}

void write_tool(Html& html, const Node& field) {
  if (!has_tool(field)) return;
  html.open("button").id(field.id, "-tool").style("tool").attribute("type", "button");
  html.attribute("data-intent", "pick:open:" + field.id).attribute("aria-haspopup", "dialog");
  html.attribute("aria-label", field.note).close().close();
}

void field_attributes(Html& html, const Node& field) {
  const std::string described = descriptions(field);
  html.attribute_if(!described.empty(), "aria-describedby", described);
  html.attribute_if(!field.error.empty(), "aria-invalid", "true");
  html.flag_if(field.required, "required").attribute_if(field.required, "aria-required", "true");
  html.flag_if(field.disabled, "disabled");
}

void input_attributes(Html& html, const Node& field) {
  const Input& input = field.input;
  html.attribute("dir", input.ltr ? "ltr" : "auto");
  html.attribute_if(input.keyboard == Keyboard::numeric || input.keyboard == Keyboard::date, "inputmode", "numeric");
  html.attribute_if(!input.autocomplete.empty(), "autocomplete", input.autocomplete);
  // A code or an address is no prose: phones must not capitalise or correct it.
  html.attribute_if(input.ltr, "autocapitalize", "none").attribute_if(input.ltr, "spellcheck", "false");
  // Not maxlength: it counts UTF-16 units and cuts off a paste without a word. The check says it when the form is sent.
  html.attribute_if(input.max_length > 0, "data-max", std::to_string(input.max_length));
}

}  // namespace hamandish::view::kinds
