#include "shared/pages/surveys_page.h"

#include <algorithm>
#include <array>

#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/remote_nodes.h"
#include "shared/pages/survey_nodes.h"
#include "shared/pages/text_nodes.h"
#include "shared/surveys/conditions.h"
#include "shared/text/digits.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

// A field that people do not see: who fills it in is a machine.
constexpr const char* kTrap = "website";

// In the order of SurveyPress::Kind.
constexpr std::array<std::string_view, 3> kPresses = {"stay", "next", "back"};

Node back_to_list() {
  return view::actions({view::link(say("surveys.back"), std::string(kSurveysPath))});
}

Node list_item(const SurveySummary& survey, bool results) {
  Node item = view::node(Kind::item, {}, {}, "survey-" + std::to_string(survey.id));
  const std::string answered = say("surveys.answered", {{"count", text::persian_number(survey.answers)}});
  const std::string until =
      survey.closes ? say("surveys.until", {{"when", date_and_time(*survey.closes)}}) : say("surveys.always");
  item.note = results ? answered : say("surveys.note", {{"until", until}, {"answered", answered}});
  item.children.push_back(view::link(survey.title, survey_address(survey.id, results ? "results" : "")));
  if (!survey.lead.empty()) item.children.push_back(view::paragraph(survey.lead));
  return item;
}

void add_list(Nodes& content, const char* heading, const std::vector<SurveySummary>& surveys, bool results) {
  if (surveys.empty()) return;
  const std::string id = results ? "with-results" : "open";
  content.push_back(view::heading(2, say(heading), id + "-heading"));
  Node list = view::node(Kind::list, say(heading), {}, id);
  for (const SurveySummary& survey : surveys) list.children.push_back(list_item(survey, results));
  content.push_back(std::move(list));
}

// --- Answering

Node about_field(const SurveyAnswerState& state, const char* id, const char* label) {
  Node field = view::node(Kind::select, say(label), {}, id);
  field.value = answer(state.answers, id);
  field.error = error_text(state.errors, id);
  field.options.push_back({"", say("survey.choose")});
  return field;
}

// Which unit and service the answers are about, on the first page.
void add_about(Nodes& fields, const Site& site, const SurveyAnswerState& state) {
  if (!state.about.empty()) {
    fields.push_back(view::paragraph(say("survey.about_case", {{"unit", state.about}})));
    return;
  }
  if (state.survey.by_unit) {
    fields.push_back(about_field(state, "answer_unit", "survey.unit"));
    for (const Unit& unit : site.profile->units) fields.back().options.push_back({unit.id, unit.name});
  }
  if (state.survey.by_service) {
    fields.push_back(about_field(state, "answer_service", "survey.service"));
    for (const Category& one : site.profile->categories) fields.back().options.push_back({one.id, one.name});
  }
}

// What was answered on other pages goes along; also the empty slots, so that what the device has kept finds its place.
void add_carried(Nodes& fields, const SurveyAnswerState& state, const std::vector<bool>& here) {
  for (std::size_t i = 0; i < state.survey.questions.size(); ++i) {
    if (here[i]) continue;
    const Question& question = state.survey.questions[i];
    if (question.kind == QuestionKind::file) {
      fields.push_back(view::hidden(kept_file_field(question), std::string(answer(state.answers, question.id))));
      continue;
    }
    for (const std::string& slot : slots_of(question)) {
      fields.push_back(view::hidden(slot, std::string(answer(state.answers, slot))));
    }
  }
  if (state.page == 0 || !state.about.empty()) return;
  for (const char* id : {"answer_unit", "answer_service"}) {
    fields.push_back(view::hidden(id, std::string(answer(state.answers, id))));
  }
}

Node press_button(const SurveyPress& press, const char* label, Tone tone, bool sends_files) {
  Node button = view::button(say(label), tone);
  button.id = "press-" + std::string(kPresses.at(static_cast<std::size_t>(press.kind)));
  button.value = press_text(press);
  if (!sends_files) button.intent = "send:" + std::string(kSurveyForm) + ":" + button.value;
  return button;
}

struct PageParts {
  std::vector<SurveyPage> pages;
  std::vector<bool> shown;   // of all questions
  std::vector<bool> here;    // shown, and on this page
  bool sends_files = false;  // the browser must send the form itself
};

PageParts parts_of(const SurveyAnswerState& state) {
  PageParts parts;
  parts.pages = survey_pages(state.survey);
  parts.shown = shown_questions(state.survey, state.answers);
  parts.here.assign(parts.shown.size(), false);
  for (const std::size_t at : parts.pages[state.page]) {
    parts.here[at] = parts.shown[at];
    parts.sends_files = parts.sends_files || (parts.shown[at] && state.survey.questions[at].kind == QuestionKind::file);
  }
  return parts;
}

Node progress(const SurveyAnswerState& state, const PageParts& parts) {
  constexpr std::size_t kHundred = 100;
  const std::size_t count = parts.pages.size();
  Node node =
      view::node(Kind::progress,
                 say("survey.progress", {{"page", text::persian_number(static_cast<std::int64_t>(state.page + 1))},
                                         {"pages", text::persian_number(static_cast<std::int64_t>(count))}}),
                 {}, "survey-progress");
  node.value = std::to_string(state.page * kHundred / count);
  return node;
}

std::vector<std::string> shown_here(const SurveyAnswerState& state, const PageParts& parts) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < parts.here.size(); ++i) {
    if (parts.here[i]) ids.push_back(state.survey.questions[i].id);
  }
  return ids;
}

void add_buttons(Nodes& fields, const SurveyAnswerState& state, const PageParts& parts) {
  SurveyPress press{SurveyPress::Kind::next, state.page, state.form, shown_here(state, parts)};
  const bool last = state.page + 1 == parts.pages.size();
  // The first button is the one that the Enter key presses.
  Nodes buttons = {press_button(press, last ? "survey.send" : "survey.next", Tone::primary, parts.sends_files)};
  buttons.back().disabled = state.preview && last;
  press.kind = SurveyPress::Kind::back;
  if (state.page > 0) buttons.push_back(press_button(press, "survey.previous", Tone::neutral, parts.sends_files));
  fields.push_back(view::actions(std::move(buttons)));
}

Node answer_form(const Site& site, const SurveyAnswerState& state, const PageParts& parts) {
  Node form = view::node(Kind::form, say("survey.form"), {}, std::string(kSurveyForm));
  form.target = state.preview ? site.path : survey_address(state.id, state.room);
  form.multipart = parts.sends_files;
  if (!parts.sends_files) form.intent = "send:" + std::string(kSurveyForm);
  Nodes& fields = form.children;
  if (state.preview && site.session) fields.push_back(view::hidden("csrf-survey", site.session->csrf_token));
  fields.push_back(view::hidden("idempotency_key", state.idempotency_key));
  if (!state.preview) {
    const SurveyPress stay{SurveyPress::Kind::stay, state.page, state.form, shown_here(state, parts)};
    fields.push_back(view::hidden(std::string(kSurveyPlace), press_text(stay)));
  }
  if (state.page == 0) add_about(fields, site, state);
  for (std::size_t i = 0; i < parts.here.size(); ++i) {
    if (!parts.here[i]) continue;
    for (Node& node : question_nodes(state.survey, state.survey.questions[i], state.answers, state.errors)) {
      fields.push_back(std::move(node));
    }
  }
  add_carried(fields, state, parts.here);
  Node trap = view::hidden(kTrap, {});
  trap.text = say("form.trap");
  fields.push_back(std::move(trap));
  add_buttons(fields, state, parts);
  return form;
}

void add_notes(Nodes& content, const SurveyAnswerState& state) {
  if (state.page != 0 || !state.errors.empty()) return;
  add_paragraphs(content, state.survey.lead);
  content.push_back(view::notice(say(state.rules.anonymous ? "survey.anonymous_note" : "survey.named_note"),
                                 state.rules.anonymous ? Tone::success : Tone::neutral, "privacy-note"));
  if (state.rules.access == SurveyAccess::device && state.room.empty()) {
    content.push_back(view::paragraph(say("survey.device_note")));
  }
}

// The staff see the form before it is published, as it will be on a phone, without the way out of it.
Nodes in_phone(const SurveyAnswerState& state, Nodes content) {
  content.erase(content.begin());
  Node phone = view::node(Kind::card, {}, std::move(content), "phone-frame");
  phone.value = "phone";
  return {view::actions({view::link(say("staff_survey.back"), "/staff/surveys/" + std::to_string(state.id))}),
          view::notice(say("survey.preview_note"), Tone::warning, "preview-note"), std::move(phone)};
}

Node code_form(const SurveyClosedState& state) {
  const auto field = [&](const char* id, const char* label, const char* help) {
    Node made = view::node(Kind::text_field, say(label), {}, id);
    made.help = say(help);
    made.value = answer(state.answers, id);
    made.error = error_text(state.errors, id);
    made.input.keyboard = view::Keyboard::numeric;
    made.input.ltr = true;
    return made;
  };
  Node form = view::node(Kind::form, say("survey.case_lead"),
                         {field("tracking_code", "track.code", "track.code_help"),
                          field("mobile_last4", "track.last4", "track.last4_help"),
                          submit("case-go", say("survey.case_go"), Tone::primary)},
                         "survey-case");
  form.target = survey_address(state.id, "case");
  form.intent = "send:survey-case";
  return form;
}

}  // namespace

std::string survey_address(std::int64_t id, std::string_view room) {
  std::string address = std::string(kSurveysPath) + "/" + std::to_string(id);
  if (!room.empty()) address.append("/").append(room);
  return address;
}

std::string press_text(const SurveyPress& press) {
  std::string text(kPresses.at(static_cast<std::size_t>(press.kind)));
  text += "." + std::to_string(press.page) + "." + std::to_string(press.form);
  for (const std::string& id : press.shown) text += "." + id;
  return text;
}

SurveyPress read_press(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('.'), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  constexpr std::size_t kFixed = 3;
  if (parts.size() < kFixed) return {};
  const auto kind = std::find(kPresses.begin(), kPresses.end(), parts[0]);
  const std::optional<std::int64_t> page = text::parse_integer(parts[1]);
  const std::optional<std::int64_t> form = text::parse_integer(parts[2]);
  if (kind == kPresses.end() || !page || !form || *page < 0 || *page >= static_cast<std::int64_t>(kMostQuestions))
    return {};
  return {static_cast<SurveyPress::Kind>(kind - kPresses.begin()), static_cast<std::size_t>(*page), *form,
          std::vector<std::string>(parts.begin() + kFixed, parts.end())};
}

Node survey_list_view(const Site& site, const SurveyListState& state) {
  Nodes content = {title_heading(say("nav.surveys")), view::paragraph(say("surveys.lead"))};
  if (state.open.empty()) {
    content.push_back(
        view::node(Kind::empty_state, say("surveys.empty"), {view::link(say("nav.desk"), "/desk")}, "empty"));
  }
  add_list(content, "surveys.open", state.open, false);
  add_list(content, "surveys.results", state.with_results, true);
  return frame(site, say("nav.surveys"), std::move(content));
}

Node survey_answer_view(const Site& site, const SurveyAnswerState& state) {
  const PageParts parts = parts_of(state);
  Nodes content = {back_to_list(), title_heading(state.survey.title)};
  if (!state.errors.empty()) content.push_back(survey_error_list(state.survey, state.answers, state.errors));
  if (!state.failure.empty()) content.push_back(view::notice(say(state.failure), Tone::danger, "failure"));
  if (state.more_asked) content.push_back(view::notice(say("survey.more_asked"), Tone::neutral, "done"));
  add_notes(content, state);
  if (parts.pages.size() > 1) content.push_back(progress(state, parts));
  content.push_back(answer_form(site, state, parts));
  if (state.preview) content = in_phone(state, std::move(content));
  return frame(site, state.survey.title, std::move(content));
}

Node survey_closed_view(const Site& site, const SurveyClosedState& state) {
  Nodes content = {back_to_list(), title_heading(state.title)};
  if (!state.errors.empty()) content.push_back(error_list(state.errors));
  if (!state.message.empty()) content.push_back(view::notice(say(state.message), Tone::neutral, "failure"));
  if (state.asks_code) {
    content.push_back(view::paragraph(say("survey.case_lead")));
    content.push_back(code_form(state));
  }
  if (state.results) {
    content.push_back(view::actions({view::link(say("survey.results_link"), survey_address(state.id, "results"))}));
  }
  return frame(site, state.title, std::move(content));
}

Node survey_sent_view(const Site& site, const SurveySentState& state) {
  Nodes content = {title_heading(say("survey.sent"))};
  add_paragraphs(content, state.survey.thanks);
  Node code = view::node(Kind::code, say("survey.sent_code"), {}, "survey-code");
  code.value = state.code;
  content.push_back(std::move(code));
  content.push_back(view::paragraph(say(state.anonymous ? "survey.sent_note" : "survey.sent_note_named")));
  content.push_back(back_to_list());
  return frame(site, say("survey.sent"), std::move(content));
}

Node survey_results_view(const Site& site, const SurveyResultsState& state) {
  const std::string title = say("survey.results_of", {{"title", state.survey.title}});
  Nodes content = {back_to_list(), title_heading(title)};
  add_paragraphs(content, state.survey.lead);
  content.push_back(view::paragraph(say("survey.results_period", {{"count", text::persian_number(state.answers)}})));
  content.push_back(view::paragraph(
      say("survey.small_note", {{"least", std::to_string(kLeastShown)}, {"mark", say("survey.small_mark")}})));
  int number = 0;
  for (const QuestionResult& result : state.results) {
    for (Node& node : result_nodes(result, ++number, 2)) content.push_back(std::move(node));
    const bool text = result.parts.empty() && !result.hidden;
    if (text) content.push_back(view::paragraph(say("survey.texts_only")));
  }
  return frame(site, title, std::move(content));
}

}  // namespace hamandish::pages
