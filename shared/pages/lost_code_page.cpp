#include "shared/pages/lost_code_page.h"

#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"

namespace hamandish::pages {
namespace {

using view::Node;
using view::Nodes;

Node lost_form(const LostCodeState& state) {
  Node form = view::node(view::Kind::form, say("lost.heading"), {}, "lost");
  form.target = "/track/lost";
  form.intent = "lost-code";
  Field mobile;
  mobile.id = "mobile";
  mobile.kind = FieldKind::mobile;
  mobile.label = say("lost.mobile");
  mobile.help = say("lost.mobile_help");
  mobile.required = true;
  Node submit = view::button(say(state.sending ? "lost.sending" : "lost.submit"), view::Tone::primary);
  submit.busy = state.sending;
  submit.id = "lost-submit";
  form.children = {field_node(mobile, state.mobile, state.errors), view::actions({std::move(submit)})};
  return form;
}

}  // namespace

Node lost_code_view(const Site& site, const LostCodeState& state) {
  Nodes content;
  content.push_back(title_heading(say("lost.heading")));
  content.push_back(view::paragraph(say("lost.lead")));
  if (!state.errors.empty()) content.push_back(error_list(state.errors));
  if (!state.failure.empty()) content.push_back(view::notice(say(state.failure), view::Tone::danger, "failure"));
  if (state.done) content.push_back(view::notice(say("lost.done"), view::Tone::success, "done"));
  content.push_back(lost_form(state));
  content.push_back(view::paragraph(say("lost.no_mobile")));
  content.push_back(view::actions({view::link(say("track.another"), "/track")}));
  return frame(site, say("lost.heading"), std::move(content));
}

}  // namespace hamandish::pages
