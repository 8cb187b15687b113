#include "shared/pages/new_case_page.h"

#include "shared/api/routes.h"
#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/case_text.h"
#include "shared/cases/deadlines.h"
#include "shared/cases/routing.h"
#include "shared/directory/likely_answers.h"
#include "shared/directory/profile.h"
#include "shared/messages/messages.h"
#include "shared/messages/size_text.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/text/isolate.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;

Node file_item(const NewCaseState::File& file) {
  std::string size = say("form.file_size", {{"name", text::file_name(file.name)}, {"size", size_text(file.bytes)}});
  Node item = view::node(Kind::item, {}, {view::paragraph(std::move(size))}, "file-" + file.id);
  if (!file.error.empty()) item.children.push_back(view::paragraph(say(file.error), view::Tone::danger));
  if (file.retry) {
    item.children.push_back(view::button(say("form.file_retry", {{"name", text::file_name(file.name)}}),
                                         view::Tone::neutral, "retry-file:" + file.id));
  }
  if (file.percent < 100) {
    item.children.push_back(view::paragraph(say("form.file_percent", {{"percent", std::to_string(file.percent)}})));
  }
  item.children.push_back(view::button(say("form.file_remove", {{"name", text::file_name(file.name)}}),
                                       view::Tone::neutral, "remove-file:" + file.id));
  return item;
}

}  // namespace

Node attachments_field(const Field& field, const NewCaseState& state) {
  Node result = field_node(field, {}, state.errors);
  for (const NewCaseState::File& file : state.files) result.children.push_back(file_item(file));
  return result;
}

namespace {

Node any_field(const Field& field, const NewCaseState& state) {
  if (field.kind == FieldKind::attachments) return attachments_field(field, state);
  return field_node(field, answer(state.answers, field.id), state.errors);
}

// The checkbox that leaves the person out, with what is lost by it. A part of every form that allows it.
Node anonymous_field(const KindForm& form, const NewCaseState& state) {
  Node result = view::node(Kind::checkbox, say("form.anonymous"), {}, "anonymous");
  result.value = "1";
  result.checked = state.anonymous;
  result.help = form.anonymous_warning;
  return result;
}

Node person_group(const KindForm& form, const NewCaseState& state) {
  Node group = view::node(Kind::group, say("form.person"), {}, "person");
  if (form.anonymous_allowed) group.children.push_back(anonymous_field(form, state));
  for (const Field& field : fields_to_fill(form, state.anonymous, person_kind_of(form, state.answers))) {
    if (is_person_field(field.id)) group.children.push_back(any_field(field, state));
  }
  return group;
}

// While the subject is being typed: questions that were answered already, and an own message with the same subject.
Nodes before_writing_on(const Profile& profile, const NewCaseState& state) {
  Nodes offers;
  if (!state.same_subject.empty()) {
    Node offer = view::notice(say("form.same_subject"), view::Tone::warning, "same-subject");
    offer.children.push_back(view::link(say("form.same_subject_go", {{"code", grouped_code(state.same_subject)}}),
                                        "/track/" + state.same_subject));
    offers.push_back(std::move(offer));
  }
  const std::vector<const FaqEntry*> likely =
      likely_answers(profile, answer(state.answers, "category"), answer(state.answers, "subject"));
  if (likely.empty()) return offers;
  Nodes answers = {view::heading(2, say("form.likely"))};
  for (const FaqEntry* entry : likely) {
    answers.push_back(
        view::node(Kind::disclosure, entry->question, {view::paragraph(entry->answer)}, "likely-" + entry->id));
  }
  answers.push_back(view::paragraph(say("form.likely_go_on")));
  offers.push_back(view::section(say("form.likely"), std::move(answers), "likely"));
  return offers;
}

Node message_group(const Profile& profile, const KindForm& form, const NewCaseState& state) {
  Node group = view::node(Kind::group, say("form.message"), {}, "message");
  for (const Field& field : form.fields) {
    // «anonymous» stands with the person, whom it leaves out.
    if (is_person_field(field.id) || field.id == "anonymous") continue;
    group.children.push_back(any_field(field, state));
    if (field.id != "subject") continue;
    for (Node& offer : before_writing_on(profile, state)) group.children.push_back(std::move(offer));
  }
  return group;
}

// Who will get it and until when it is answered, as registration itself would decide now.
Node expectation(const Site& site, const KindForm& form, const NewCaseState& state) {
  const std::string_view category = answer(state.answers, "category");
  const RouteQuery query{
      form.kind, std::string(category), std::string(answer(state.answers, "place")),
      std::string(answer(state.answers, "subject")) + '\n' + std::string(answer(state.answers, "body"))};
  const Unit* unit = site.profile->unit(decide_route(*site.profile, query).unit_id);
  const Day due = due_on(form, working_calendar(*site.profile), to_tehran(site.now).day);
  const bool answer_comes = answer_is_promised(form.kind, state.anonymous);
  const char* key = answer_comes ? "form.expectation" : "form.expectation_handled";
  if (category.empty()) key = answer_comes ? "form.expectation_place" : "form.expectation_place_handled";
  const std::string& name = unit != nullptr ? unit->name : site.profile->short_name;
  return view::notice(say(key, {{"unit", name}, {"date", long_date(due)}}), view::Tone::neutral, "who-and-when");
}

// A field that no person sees: what fills it in is a machine.
Node trap() {
  Node field = view::hidden("website", {});
  field.text = say("form.trap");
  return field;
}

// Without JavaScript the browser cannot keep chosen files over an answer with mistakes: the server keeps them and the
// form brings their ids back, «id:bytes:name» with the name percent-encoded.
Node uploaded_files(const NewCaseState& state) {
  std::string value;
  for (const NewCaseState::File& file : state.files) {
    if (!value.empty()) value += ' ';
    value += file.id + ':' + std::to_string(file.bytes) + ':' + api::percent_encode(file.name);
  }
  return view::hidden("uploaded", std::move(value));
}

Node form_node(const Site& site, const KindForm& form, const NewCaseState& state) {
  Node result = view::node(Kind::form, form.link_text, {}, "new-case");
  result.target = "/desk/new/" + std::string(wire_name(form.kind));
  result.multipart = true;
  result.intent = "send-case";
  if (!state.idempotency_key.empty()) result.children.push_back(view::hidden("idempotency_key", state.idempotency_key));
  if (!state.files.empty()) result.children.push_back(uploaded_files(state));
  result.children.push_back(person_group(form, state));
  result.children.push_back(message_group(*site.profile, form, state));
  result.children.push_back(trap());
  result.children.push_back(expectation(site, form, state));
  Node send = view::button(say(state.sending ? "form.sending" : "form.send"), view::Tone::primary);
  send.id = "send";
  send.busy = state.sending;
  send.disabled = state.sending;
  Node clear = view::button(say("form.clear"), view::Tone::neutral, "clear-form");
  clear.note = say("form.clear_ask");
  clear.disabled = state.sending;
  result.children.push_back(view::actions({std::move(send), std::move(clear)}));
  return result;
}

// Politely: what is closed, why, and every other way to reach the organisation.
Node closed_view(const Site& site, const KindForm& form) {
  const Profile& profile = *site.profile;
  const Channel* web = profile.channel("web");
  const bool whole_web = web != nullptr && !web->open;
  const std::string& why = whole_web && !web->closed_text.empty() ? web->closed_text : form.closed_text;
  const std::string heading = say("closed.heading", {{"kind", form.name}});
  Nodes content = {title_heading(heading),
                   view::notice(why.empty() ? say("closed.default") : why, view::Tone::warning, "closed")};
  Node others = view::node(Kind::facts, {}, {}, "channels");
  for (const Channel& channel : profile.channels) {
    if (channel.open && channel.id != "web") others.children.push_back(view::fact(channel.name, channel.address));
  }
  if (!others.children.empty()) {
    content.push_back(view::section({}, {view::heading(2, say("closed.others")), std::move(others)}));
  }
  content.push_back(
      view::actions({view::link(say("closed.desk"), "/desk"), view::link(say("closed.track"), "/track")}));
  return frame(site, form.link_text, std::move(content));
}

}  // namespace

std::vector<FieldError> refused_files(const NewCaseState& state) {
  std::vector<FieldError> errors;
  for (const NewCaseState::File& file : state.files) {
    if (!file.error.empty() && !file.retry)
      errors.push_back({"attachments", "upload.refused", {{"name", text::file_name(file.name)}}});
  }
  return errors;
}

Node new_case_view(const Site& site, const NewCaseState& state) {
  const KindForm* form = site.profile->kind(state.kind);
  HAMANDISH_CHECK(form != nullptr);
  if (!site.profile->takes_from_web(*form)) return closed_view(site, *form);
  Nodes content;
  content.push_back(title_heading(form->link_text));
  if (state.cleared) content.push_back(view::notice(say("form.cleared"), view::Tone::success, "done"));
  content.push_back(view::paragraph(form->explanation));
  const char* deadline = answer_is_promised(form->kind, state.anonymous) ? "form.deadline" : "form.deadline_handled";
  content.push_back(view::paragraph(say(deadline, {{"days", std::to_string(form->working_days)}})));
  if (!state.errors.empty()) content.push_back(error_list(state.errors));
  if (!state.failure.empty()) content.push_back(view::notice(say(state.failure), view::Tone::danger, "failure"));
  if (state.proving) content.push_back(view::notice(say("form.proving"), view::Tone::neutral, "proving"));
  if (state.sending) {
    Node progress =
        view::node(Kind::progress, say("form.progress", {{"percent", std::to_string(state.percent)}}), {}, "progress");
    progress.value = std::to_string(state.percent);
    content.push_back(std::move(progress));
  }
  content.push_back(form_node(site, *form, state));
  return frame(site, form->link_text, std::move(content));
}

}  // namespace hamandish::pages
