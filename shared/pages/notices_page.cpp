#include "shared/pages/notices_page.h"

#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/remote_nodes.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;

Node way_field(const NoticesState& state) {
  Node group = view::node(Kind::radio_group, say("notices.way"), {}, "way");
  group.value = answer(state.answers, "way");
  group.required = true;
  group.error = error_text(state.errors, "way");
  for (const char* way : {"sms", "email", "none"}) {
    group.options.push_back({way, say("notices_way." + std::string(way))});
  }
  return group;
}

}  // namespace

std::vector<Field> notice_fields() {
  const auto made = [](const char* id, FieldKind kind, std::string_view label) {
    Field field;
    field.id = id;
    field.kind = kind;
    field.label = say(label);
    return field;
  };
  std::vector<Field> fields = {
      made("tracking_code", FieldKind::line, "receipt.code"), made("mobile_last4", FieldKind::line, "notices.last4"),
      made("way", FieldKind::choice, "notices.way"), made("email", FieldKind::email, "notices.email")};
  fields[0].required = true;
  fields[1].help = say("notices.last4_help");
  fields[2].required = true;
  for (const char* way : {"sms", "email", "none"}) {
    fields[2].choices.push_back({way, say("notices_way." + std::string(way))});
  }
  fields[3].help = say("notices.email_help");
  return fields;
}

Node notices_view(const Site& site, const NoticesState& state) {
  Nodes content = {title_heading(say("notices.heading")), view::paragraph(say("notices.lead"))};
  add_failures(content, state.errors, state.failure);
  if (state.done) content.push_back(view::notice(say("notices.done"), view::Tone::success, "done"));
  Nodes fields;
  for (const Field& field : notice_fields()) {
    if (field.id == "way") {
      fields.push_back(way_field(state));
      continue;
    }
    fields.push_back(field_node(field, answer(state.answers, field.id), state.errors));
    if (field.id == "email") continue;
    fields.back().input.keyboard = view::Keyboard::numeric;
    fields.back().input.ltr = true;
  }
  fields.push_back(submit("notices-send", say("notices.send"), view::Tone::primary));
  Node form = view::node(Kind::form, say("notices.heading"), std::move(fields), "notices-form");
  form.target = kNoticesPath;
  form.intent = "send:notices-form";
  content.push_back(std::move(form));
  content.push_back(view::actions({view::link(say("notices.track"), "/track")}));
  return frame(site, say("notices.heading"), std::move(content));
}

}  // namespace hamandish::pages
