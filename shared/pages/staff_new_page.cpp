#include "shared/pages/staff_new_page.h"

#include "shared/calendar/jalali_text.h"
#include "shared/cases/case_text.h"
#include "shared/cases/names.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/new_case_page.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

Node channel_field(const StaffNewState& state) {
  Node group = view::node(Kind::radio_group, say("staff_new.channel"), {}, "channel");
  group.value = wire_name(state.channel);
  for (const Intake channel : kIntakes) {
    if (channel != Intake::web) group.options.push_back({std::string(wire_name(channel)), say(message_key(channel))});
  }
  return group;
}

Node kind_field(const Site& site, const StaffNewState& state) {
  Node select = view::node(Kind::select, say("staff_new.kind"), {}, "kind");
  select.value = wire_name(state.form.kind);
  for (const KindForm& form : site.profile->kinds) {
    select.options.push_back({std::string(wire_name(form.kind)), form.name});
  }
  return select;
}

Node anonymous_field(const NewCaseState& state) {
  Node box = view::node(Kind::checkbox, say("form.anonymous"), {}, "anonymous");
  box.value = "1";
  box.checked = state.anonymous;
  return box;
}

Node form_node(const Site& site, const StaffNewState& state) {
  Node form = view::node(Kind::form, say("staff_new.heading"), {}, "staff-new");
  form.target = "/staff/new";
  form.intent = "register";
  form.children = {channel_field(state), kind_field(site, state)};
  const KindForm* kind = site.profile->kind(state.form.kind);
  if (kind == nullptr) return form;
  if (kind->anonymous_allowed) form.children.push_back(anonymous_field(state.form));
  for (const Field& field : fields_to_fill(*kind, state.form.anonymous, person_kind_of(*kind, state.form.answers))) {
    if (field.id == "anonymous") continue;
    form.children.push_back(field.kind == FieldKind::attachments
                                ? attachments_field(field, state.form)
                                : field_node(field, answer(state.form.answers, field.id), state.form.errors));
  }
  Node send = view::button(say("staff_new.submit"), Tone::primary);
  send.id = "register-submit";
  send.busy = state.form.sending;
  send.disabled = state.form.sending;
  form.children.push_back(view::actions({std::move(send)}));
  return form;
}

Nodes receipt_content(const api::Receipt& receipt) {
  Node code = view::node(Kind::code, say("receipt.code"), {}, "tracking-code");
  code.value = receipt.tracking_code;
  Node another = view::button(say("staff_new.another"), Tone::primary, "another");
  another.id = "another";
  return {view::notice(say("staff_new.done"), Tone::success, "done"), std::move(code),
          view::paragraph(say("staff_new.due", {{"due", long_date(receipt.due_on)}, {"unit", receipt.unit_name}})),
          view::actions({std::move(another)})};
}

}  // namespace

Node staff_new_view(const Site& site, const StaffNewState& state) {
  Nodes content;
  content.push_back(view::actions({view::link(say("case.back"), "/staff")}));
  content.push_back(title_heading(say("staff_new.heading")));
  if (state.receipt) {
    for (Node& node : receipt_content(*state.receipt)) content.push_back(std::move(node));
    return frame(site, say("staff_new.heading"), std::move(content));
  }
  content.push_back(view::paragraph(say("staff_new.intro")));
  if (!state.form.errors.empty()) content.push_back(error_list(state.form.errors));
  if (!state.form.failure.empty()) content.push_back(view::notice(say(state.form.failure), Tone::danger, "failure"));
  content.push_back(form_node(site, state));
  return frame(site, say("staff_new.heading"), std::move(content));
}

}  // namespace hamandish::pages
