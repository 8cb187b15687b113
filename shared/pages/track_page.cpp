#include "shared/pages/track_page.h"

#include "shared/calendar/jalali_text.h"
#include "shared/cases/case_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/own_case_nodes.h"
#include "shared/text/isolate.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;

Node digits_field(const TrackState& state, const char* id, const char* label, const char* help,
                  std::string_view value) {
  Node field = view::node(Kind::text_field, say(label), {}, id);
  field.value = value;
  field.help = say(help);
  field.error = error_text(state.errors, id);
  field.input.keyboard = view::Keyboard::numeric;
  field.input.autocomplete = "off";
  field.input.ltr = true;
  return field;
}

// What happened, who to whom: «ارجاع از حوزه ریاست به امور اراضی».
Node step_node(const api::TrailStep& step) {
  Node item = view::node(Kind::item, own_event_text(step.kind, step.from_unit, step.to_unit), {});
  item.note = date_and_time(step.at);
  const bool is_answer = step.kind == EventKind::replied;  // stands in its own region, in full
  if (!is_answer) item.value = step.text;
  return item;
}

Nodes answer_sections(const api::CitizenCase& found) {
  Nodes sections;
  for (const api::TrailStep& step : found.trail) {
    if (step.kind != EventKind::replied) continue;
    const bool first = sections.empty();
    Node section = view::section(say(first ? "track.answer" : "track.further_answer"), {}, {});
    section.children.push_back(view::heading(2, section.text));
    section.children.push_back(
        view::paragraph(say("track.answered_by", {{"unit", step.from_unit}, {"when", date_and_time(step.at)}})));
    section.children.push_back(view::card({view::paragraph(step.text)}));
    sections.push_back(std::move(section));
  }
  return sections;
}

// What arrived with the message: whoever sent it wants to know.
Node sent_files(const api::CitizenCase& found) {
  Node list = view::node(Kind::list, say("case.attachments"), {}, "sent-files");
  for (const api::AttachmentInfo& file : found.attachments) {
    list.children.push_back(view::node(Kind::item, text::file_name(file.file_name), {}));
  }
  return view::section({}, {view::heading(3, say("case.attachments")), std::move(list)});
}

void add(Nodes& content, Nodes more) {
  for (Node& node : more) content.push_back(std::move(node));
}

Nodes found_content(const Site& site, const TrackState& state) {
  const api::CitizenCase& found = *state.found;
  Nodes content;
  content.push_back(title_heading(found.subject));
  if (!state.done.empty()) content.push_back(view::notice(say(state.done), view::Tone::success, "done"));
  if (!state.errors.empty()) content.push_back(error_list(state.errors));
  if (!state.failure.empty()) content.push_back(view::notice(say(state.failure), view::Tone::danger, "failure"));
  // For the client that comes after the server's page: what to fetch, what was just done, and whether mistakes are shown
  // that only the server knows of.
  content.push_back(view::hidden("tracking_token", found.tracking_token));
  if (!state.done.empty()) content.push_back(view::hidden("done_key", state.done));
  if (!state.errors.empty() || !state.failure.empty()) content.push_back(view::hidden("own_errors", "1"));
  Node facts = view::node(Kind::facts, {}, {}, "facts");
  Node code = view::fact(say("receipt.code"), grouped_code(found.tracking_code), true);
  facts.children = {view::fact(say("case.state"), state_text(found.state)),
                    std::move(code),
                    view::fact(say("case.kind"), kind_text(*site.profile, found.kind)),
                    view::fact(say("case.unit"), found.unit_name),
                    view::fact(say("case.registered_at"), date_and_time(found.registered_at)),
                    view::fact(say("case.due_on"), long_date(found.due_on))};
  if (const int times = times_returned(found); times > 0) {
    facts.children.push_back(view::fact(say("track.returned"), say("track.times", {{"count", std::to_string(times)}})));
  }
  content.push_back(std::move(facts));
  add(content, own_case_form(state, CaseAction::supply));
  add(content, answer_sections(found));
  add(content, own_case_form(state, CaseAction::rate));
  const bool over = found.state == CaseState::closed || found.state == CaseState::answered;
  if (over && !found.tracking_token.empty()) {
    content.push_back(view::actions({view::link(say("track.survey"), "/surveys/after/" + found.tracking_token)}));
  }
  add(content, own_case_form(state, CaseAction::object));
  add(content, follow_up(site, found));
  Node timeline = view::node(Kind::timeline, say("track.trail"), {}, "trail");
  for (const api::TrailStep& step : found.trail) timeline.children.push_back(step_node(step));
  content.push_back(view::section({}, {view::heading(2, say("track.trail")), std::move(timeline)}));
  Node written =
      view::section({}, {view::heading(2, say("track.your_text")), view::card({view::paragraph(found.body)})});
  if (!found.attachments.empty()) written.children.push_back(sent_files(found));
  content.push_back(std::move(written));
  add(content, own_case_form(state, CaseAction::withdraw));
  content.push_back(
      view::actions({view::link(say("notices.link"), "/notices"), view::link(say("track.another"), "/track")}));
  return content;
}

}  // namespace

Node track_form(const TrackState& state) {
  Node form = view::node(Kind::form, say("track.form"), {}, "track");
  form.target = "/track";
  form.intent = "track";
  Node code = digits_field(state, "tracking_code", "track.code", "track.code_help", state.tracking_code);
  code.required = true;
  Node factor = digits_field(state, "mobile_last4", "track.last4", "track.last4_help", state.mobile_last4);
  Node submit = view::button(say(state.searching ? "track.searching" : "nav.track"), view::Tone::primary);
  submit.busy = state.searching;
  submit.id = "track-submit";
  form.children = {std::move(code), std::move(factor), view::actions({std::move(submit)})};
  return form;
}

Node track_view(const Site& site, const TrackState& state) {
  if (state.found) return frame(site, state.found->subject, found_content(site, state));
  Nodes content;
  content.push_back(title_heading(say("track.heading")));
  content.push_back(view::paragraph(say("track.lead")));
  if (!state.errors.empty()) content.push_back(error_list(state.errors));
  if (!state.failure.empty()) content.push_back(view::notice(say(state.failure), view::Tone::danger, "failure"));
  // What was written under a case whose token is over is not lost: it can be copied from here.
  for (const Answer& typed : state.typed) {
    const bool text = typed.field.ends_with("_text") && !typed.value.empty();
    if (text) content.push_back(view::section(say("mine.kept"), {view::card({view::paragraph(typed.value)})}));
  }
  content.push_back(track_form(state));
  content.push_back(
      view::actions({view::link(say("track.lost"), "/track/lost"), view::link(say("notices.link"), "/notices")}));
  return frame(site, say("nav.track"), std::move(content));
}

}  // namespace hamandish::pages
