#include "shared/pages/calls_page.h"

#include "shared/calendar/jalali_text.h"
#include "shared/cases/case_text.h"
#include "shared/forms/limits.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/remote_nodes.h"
#include "shared/pages/settings_page.h"
#include "shared/pages/tones.h"
#include "shared/text/digits.h"
#include "shared/text/isolate.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

std::string number_text(const std::string& number) {
  return number.empty() ? say("call.hidden") : text::ltr(text::persian_digits(number));
}

Node badge(std::string text, Tone tone) {
  Node node = view::node(Kind::badge, std::move(text), {});
  node.tone = tone;
  return node;
}

Node number_form(const Site& site, const std::string& typed, const std::vector<FieldError>& errors) {
  Node number = view::node(Kind::text_field, say("call.number"), {}, "caller");
  number.value = typed;
  number.error = error_text(errors, "caller");
  number.help = say("call.number_help");
  number.required = true;
  number.input.keyboard = view::Keyboard::telephone;
  number.input.ltr = true;
  return staff_form(site, "caller-form", say("call.find"), std::string(kCallsPath),
                    {std::move(number), submit("caller-send", say("call.find"), Tone::primary)});
}

// The number can be touched to be called where the operator's device is a telephone.
Node number_fact(const std::string& number) {
  Node fact = view::fact(say("call.number_short"), number.empty() ? say("call.hidden") : text::persian_digits(number),
                         !number.empty());
  if (!number.empty()) fact.target = "tel:" + number;
  return fact;
}

Node callback_card(const Site& site, const CallsDeskState& state, const CallbackCard& one) {
  const std::string id = std::to_string(one.id);
  Node facts = view::node(Kind::facts, {}, {}, "callback-facts-" + id);
  facts.children = {number_fact(one.number), view::fact(say("receipt.code"), grouped_code(one.of.tracking_code), true),
                    view::fact(say("case.state"), state_text(one.of.state)),
                    view::fact(say("call.since"), date_and_time(one.since))};
  if (one.outcome) {
    facts.children.push_back(
        view::fact(say("call.last"), say("call.last_outcome", {{"outcome", say(message_key(*one.outcome))},
                                                               {"count", text::persian_number(one.tries)}})));
  }
  const bool failed = state.failed_callback == one.id;
  Node words = view::node(Kind::text_area, say("call.words"), {}, "words-" + id);
  words.help = say("call.words_help");
  words.input.rows = 2;
  if (failed) words.value = state.typed_words;
  if (failed) words.error = error_text(state.errors, "words");
  Nodes buttons;
  for (const CallOutcome outcome : kCallOutcomes) {
    Node button =
        view::button(say(message_key(outcome)), outcome == CallOutcome::reached ? Tone::primary : Tone::neutral);
    button.id = "outcome-" + std::string(wire_name(outcome)) + "-" + id;
    button.value = wire_name(outcome);
    buttons.push_back(std::move(button));
  }
  Node form =
      staff_form(site, "callback-" + id, say("call.made_form", {{"number", number_text(one.number)}}),
                 std::string(kCallsPath) + "/callbacks/" + id, {std::move(words), view::actions(std::move(buttons))});
  Nodes content = {view::heading(3, say("call_cause." + one.cause)), std::move(facts),
                   view::paragraph(say("call.say", {{"text", one.text}})), std::move(form)};
  if (one.not_before > site.now) {
    content.insert(content.begin() + 1,
                   badge(say("call.later", {{"when", date_and_time(one.not_before)}}), Tone::neutral));
  }
  return view::card(std::move(content));
}

Node callbacks_section(const Site& site, const CallsDeskState& state) {
  Nodes content = {view::heading(2, say("call.callbacks"))};
  content.push_back(view::paragraph(say(state.callbacks.empty() ? "call.callbacks_none" : "call.callbacks_lead")));
  for (const CallbackCard& one : state.callbacks) content.push_back(callback_card(site, state, one));
  return view::section({}, std::move(content), "callbacks");
}

Node recordings_section(const CallsDeskState& state) {
  Nodes content = {view::heading(2, say("call.recordings"))};
  if (state.recordings.empty()) {
    content.push_back(view::paragraph(say("call.recordings_none")));
    return view::section({}, std::move(content), "recordings");
  }
  Node table = view::node(Kind::table, say("call.recordings"), {}, "recordings-table");
  table.quiet = true;
  table.columns = {say("receipt.code"), say("call.number_short"), say("call.recorded_at"), say("call.length")};
  for (const UnwrittenRecording& one : state.recordings) {
    table.children.push_back(
        view::node(Kind::row, {},
                   {view::link(grouped_code(one.tracking_code), recorded_address(one.case_id)),
                    view::paragraph(number_text(one.number)), view::paragraph(date_and_time(one.at)),
                    view::paragraph(say("call.seconds", {{"count", text::persian_number(one.seconds)}}))},
                   "recording-" + one.case_id));
  }
  content.push_back(std::move(table));
  return view::section({}, std::move(content), "recordings");
}

Node case_name(const CallCase& one) {
  std::string code = grouped_code(one.tracking_code);
  if (one.subject.empty()) return view::paragraph(text::ltr(code));
  return view::link(one.subject + " (" + text::ltr(code) + ")", "/staff/cases/" + one.id);
}

Node cases_section(const Site& site, const CallerState& state) {
  Nodes content = {view::heading(2, say("call.earlier"))};
  if (state.cases.empty()) {
    content.push_back(view::paragraph(say("call.earlier_none")));
    return view::section({}, std::move(content), "earlier");
  }
  Node table = view::node(Kind::table, say("call.earlier"), {}, "earlier-table");
  table.quiet = true;
  table.columns = {say("call.case"), say("case.kind"), say("case.state"), say("case.unit"), say("case.due_on")};
  for (const CallCase& one : state.cases) {
    table.children.push_back(view::node(Kind::row, {},
                                        {case_name(one), view::paragraph(kind_text(*site.profile, one.kind)),
                                         badge(state_text(one.state), state_tone(one.state)),
                                         view::paragraph(one.unit_name), view::paragraph(short_date(one.due_on))},
                                        "earlier-" + one.id));
  }
  content.push_back(std::move(table));
  return view::section({}, std::move(content), "earlier");
}

Node call_form(const Site& site, const CallerState& state) {
  Nodes fields;
  for (const Field& field : call_fields(*site.profile, state.mobile)) {
    fields.push_back(field_node(field, answer(state.answers, field.id), state.errors));
    if (field.kind == FieldKind::text) fields.back().input.rows = 4;
  }
  fields.push_back(view::hidden("number", state.number));
  fields.push_back(view::hidden("idempotency_key", state.idempotency_key));
  fields.push_back(submit("call-send", say("call.register"), Tone::primary));
  return view::section(
      {},
      {view::heading(2, say("call.new")),
       staff_form(site, "call-form", say("call.new"), std::string(kCallsPath) + "/register", std::move(fields))},
      "new-call");
}

// First what it costs, then sending: the text stands in the field and can still be changed.
Node sms_section(const Site& site, const CallerState& state) {
  Node area = view::node(Kind::text_area, say("call.sms_text"), {}, "sms_text");
  area.value = state.sms_text;
  area.error = error_text(state.errors, "sms_text");
  area.required = true;
  area.input.rows = 3;
  Nodes fields = {std::move(area), view::hidden("sms_number", state.number)};
  const bool seen = state.sms_parts > 0;
  if (seen) {
    const std::string parts = text::persian_number(state.sms_parts);
    std::string cost = state.sms_cost > 0
                           ? say("call.sms_cost", {{"parts", parts}, {"rial", text::persian_number(state.sms_cost)}})
                           : say("call.sms_parts", {{"parts", parts}});
    fields.push_back(view::notice(std::move(cost), Tone::neutral, "sms-cost"));
    fields.push_back(view::hidden("seen_parts", std::to_string(state.sms_parts)));
  }
  fields.push_back(
      submit("sms-send", say(seen ? "call.sms_send" : "call.sms_look"), seen ? Tone::primary : Tone::neutral));
  return view::section(
      {},
      {view::heading(2, say("call.sms")),
       staff_form(site, "sms-form", say("call.sms"), std::string(kCallsPath) + "/sms", std::move(fields))},
      "sms");
}

Nodes sound_nodes(const RecordedCaseState& state, const RecordedCaseState::Sound& sound, std::size_t index) {
  const std::string id = "sound-" + std::to_string(index);
  Node audio = view::node(Kind::audio, say("case.sound_of", {{"name", sound.name}}), {}, id);
  audio.target = "/api/v1/staff/cases/" + state.of.id + "/attachments/" + sound.attachment_id + "?show=1";
  audio.value = wave_address(state.of.id, sound.attachment_id);
  Node speeds = view::node(Kind::chips, say("call.speed"), {}, id + "-speed");
  for (const int percent : {75, 100, 150, 200}) {
    std::string rate = text::persian_number(percent / 100);
    const int rest = percent % 100;
    if (rest != 0) rate += "٫" + text::persian_number(rest % 10 == 0 ? rest / 10 : rest);
    Node button = view::button(say("call.speed_of", {{"rate", rate}}), Tone::neutral,
                               "speed:" + id + ":" + std::to_string(percent));
    button.id = id + "-speed-" + std::to_string(percent);
    speeds.children.push_back(std::move(button));
  }
  return {std::move(audio), std::move(speeds)};
}

Node transcript_section(const Site& site, const RecordedCaseState& state) {
  Node area = view::node(Kind::text_area, say("call.transcript_label"), {}, "transcript");
  area.value = state.typed;
  area.error = error_text(state.errors, "transcript");
  area.help = say("call.transcript_help");
  area.required = true;
  area.input.rows = 8;
  Nodes content = {view::heading(2, say("call.transcript_heading"))};
  for (const std::string& earlier : state.transcripts) content.push_back(view::card({view::paragraph(earlier)}));
  content.push_back(
      staff_form(site, "transcript-form", say("call.transcript_heading"), recorded_address(state.of.id) + "/transcript",
                 {std::move(area), submit("transcript-send", say("call.transcript_send"), Tone::primary)}));
  return view::section({}, std::move(content), "transcript-section");
}

Node ask_section(const Site& site, const RecordedCaseState& state) {
  Node words = view::node(Kind::text_area, say("call.ask_words"), {}, "words");
  words.value = state.typed_words;
  words.error = error_text(state.errors, "words");
  words.required = true;
  words.input.rows = 2;
  return view::section({},
                       {view::heading(2, say("call.ask")),
                        staff_form(site, "ask-form", say("call.ask"), recorded_address(state.of.id) + "/callback",
                                   {std::move(words), submit("ask-send", say("call.ask_send"), Tone::neutral)})},
                       "ask");
}

Field field(std::string id, FieldKind kind, std::string_view label, int max_length) {
  Field made;
  made.id = std::move(id);
  made.kind = kind;
  made.label = say(label);
  made.max_length = max_length;
  return made;
}

}  // namespace

std::string caller_address(const std::string& number) {
  return std::string(kCallsPath) + "/number/" + number;
}
std::string recorded_address(const std::string& case_id) {
  return std::string(kCallsPath) + "/case/" + case_id;
}
std::string wave_address(const std::string& case_id, const std::string& attachment_id) {
  return std::string(kCallsPath) + "/wave/" + case_id + "/" + attachment_id + ".svg";
}

std::vector<Field> call_fields(const Profile& profile, bool mobile) {
  Field words = field("call_text", FieldKind::text, "call.text", kTextMax);
  words.required = true;
  Field kind = field("kind", FieldKind::choice, "staff_new.kind", 0);
  kind.required = true;
  for (const KindForm& form : profile.kinds) kind.choices.push_back({std::string(wire_name(form.kind)), form.name});
  Field answer_by = field("answer_by", FieldKind::choice, "call.answer_by", 0);
  for (const char* way : {"sms", "email", "none"}) {
    if (mobile || std::string_view(way) != "sms")
      answer_by.choices.push_back({way, say("call_answer_by." + std::string(way))});
  }
  return {std::move(words),
          std::move(kind),
          field("first_name", FieldKind::name, "call.first_name", kNameMax),
          field("last_name", FieldKind::name, "call.last_name", kNameMax),
          field("email", FieldKind::email, "call.email", 0),
          std::move(answer_by)};
}

Node calls_desk_view(const Site& site, const CallsDeskState& state) {
  Nodes content = {title_heading(say("call.heading")), view::paragraph(say("call.lead"))};
  add_failures(content, state.errors, state.failure);
  if (!state.registered.empty()) {
    Node code = view::node(Kind::code, say("receipt.code"), {}, "tracking-code");
    code.value = state.registered;
    content.push_back(view::notice(say("call.registered"), Tone::success, "done"));
    content.push_back(std::move(code));
  }
  content.push_back(number_form(site, state.typed_number, state.errors));
  content.push_back(callbacks_section(site, state));
  content.push_back(recordings_section(state));
  content.push_back(view::actions({view::link(say("kept.link"), std::string(kCallsPath) + "/kept")}));
  return frame(site, say("call.heading"), std::move(content));
}

Node caller_view(const Site& site, const CallerState& state) {
  const std::string title = say("call.from", {{"number", number_text(state.number)}});
  Nodes content = {view::actions({view::link(say("call.back"), std::string(kCallsPath))}), title_heading(title)};
  add_failures(content, state.errors, state.failure);
  content.push_back(cases_section(site, state));
  content.push_back(call_form(site, state));
  if (state.sms_sent) content.push_back(view::notice(say("call.sms_sent"), Tone::success, "sms-done"));
  if (state.mobile && state.may_text) content.push_back(sms_section(site, state));
  return frame(site, title, std::move(content));
}

Node recorded_case_view(const Site& site, const RecordedCaseState& state) {
  const std::string title = say("call.recording_of", {{"code", text::ltr(grouped_code(state.of.tracking_code))}});
  Nodes content = {view::actions({view::link(say("call.back"), std::string(kCallsPath)),
                                  view::link(say("call.open_case"), "/staff/cases/" + state.of.id)}),
                   title_heading(title)};
  add_failures(content, state.errors, state.failure);
  Node facts = view::node(Kind::facts, {}, {}, "recorded-facts");
  facts.children = {number_fact(state.number), view::fact(say("case.state"), state_text(state.of.state)),
                    view::fact(say("case.unit"), state.of.unit_name),
                    view::fact(say("case.registered_at"), date_and_time(state.of.registered_at))};
  content.push_back(std::move(facts));
  for (std::size_t i = 0; i < state.sounds.size(); ++i) {
    for (Node& node : sound_nodes(state, state.sounds[i], i)) content.push_back(std::move(node));
  }
  content.push_back(transcript_section(site, state));
  if (!state.number.empty()) content.push_back(ask_section(site, state));
  return frame(site, title, std::move(content));
}

}  // namespace hamandish::pages
