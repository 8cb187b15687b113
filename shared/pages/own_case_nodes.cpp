#include "shared/pages/own_case_nodes.h"

#include <algorithm>

#include "shared/cases/transitions.h"
#include "shared/forms/limits.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/text/isolate.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;

constexpr int kShortText = 4;  // lines

struct Words {
  CaseAction action;
  std::string_view heading;
  std::string_view lead;
  std::string_view text;
  std::string_view submit;
};
constexpr Words kWords[] = {
    {CaseAction::supply, "mine.supply_heading", "mine.supply_lead", "mine.supply_text", "mine.supply"},
    {CaseAction::object, "mine.object_heading", "mine.object_lead", "mine.object_text", "mine.object"},
    {CaseAction::rate, "mine.rate_heading", "mine.rate_lead", "mine.rate_text", "mine.rate"},
    {CaseAction::withdraw, "mine.withdraw_heading", "mine.withdraw_lead", "mine.withdraw_text", "mine.withdraw"},
};

constexpr std::string_view kScores[] = {"mine.score_5", "mine.score_4", "mine.score_3", "mine.score_2", "mine.score_1"};

Node text_field(const TrackState& state, const Words& words) {
  Node field = view::node(Kind::text_area, say(words.text), {}, own_field(words.action, "text"));
  field.value = answer(state.typed, field.id);
  field.error = error_text(state.errors, field.id);
  field.required = words.action == CaseAction::supply || words.action == CaseAction::object;
  field.input.max_length = kTextMax;
  field.input.rows = kShortText;
  return field;
}

Node score_field(const TrackState& state) {
  Node field = view::node(Kind::radio_group, say("mine.score"), {}, own_field(CaseAction::rate, "score"));
  field.value = answer(state.typed, field.id);
  field.error = error_text(state.errors, field.id);
  field.required = true;
  int score = static_cast<int>(std::size(kScores));
  for (const std::string_view key : kScores) field.options.push_back({std::to_string(score--), say(key)});
  return field;
}

Node files_field(const TrackState& state) {
  Node field = view::node(Kind::file_field, say("mine.supply_files"), {}, own_field(CaseAction::supply, "attachments"));
  field.help = say("mine.supply_files_help");
  field.error = error_text(state.errors, field.id);
  field.input.accept = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.mp3,.wav,.ogg,.m4a";
  field.multiple = true;
  for (std::size_t i = 0; i < state.chosen_files.size(); ++i) {
    const std::string& name = state.chosen_files[i];
    Node remove = view::button(say("form.file_remove", {{"name", text::file_name(name)}}), view::Tone::neutral,
                               "remove-own:" + std::to_string(i));
    field.children.push_back(view::node(Kind::item, {}, {view::paragraph(name), std::move(remove)}));
  }
  return field;
}

Node sure_field(const TrackState& state) {
  Node field = view::node(Kind::checkbox, say("mine.withdraw_sure"), {}, own_field(CaseAction::withdraw, "sure"));
  field.value = "1";
  field.checked = answer(state.typed, field.id) == "1";
  field.error = error_text(state.errors, field.id);
  field.required = true;
  return field;
}

Node form_of(const TrackState& state, const Words& words) {
  Node form = view::node(Kind::form, say(words.heading), {}, std::string(wire_name(words.action)));
  form.target = "/track";
  form.intent = "own-" + std::string(wire_name(words.action));
  form.multipart = words.action == CaseAction::supply;
  form.children.push_back(view::hidden(own_field(words.action, "token"), state.found->tracking_token));
  if (words.action == CaseAction::rate) form.children.push_back(score_field(state));
  form.children.push_back(text_field(state, words));
  if (words.action == CaseAction::supply) form.children.push_back(files_field(state));
  if (words.action == CaseAction::withdraw) form.children.push_back(sure_field(state));
  const bool ends = words.action == CaseAction::withdraw;
  Node submit = view::button(say(words.submit), ends ? view::Tone::danger : view::Tone::primary);
  submit.busy = state.searching;
  form.children.push_back(view::actions({std::move(submit)}));
  return form;
}

// What the organisation asks for stands above the reply to it.
std::string last_question(const api::CitizenCase& found) {
  const auto at = std::find_if(found.trail.rbegin(), found.trail.rend(),
                               [](const api::TrailStep& step) { return step.kind == EventKind::asked; });
  return at != found.trail.rend() ? at->text : std::string();
}

}  // namespace

std::string own_field(CaseAction action, std::string_view field) {
  return std::string(wire_name(action)) + '_' + std::string(field);
}

Nodes own_case_form(const TrackState& state, CaseAction action) {
  if (!state.found) return {};
  const std::vector<CaseAction>& possible = state.found->actions;
  if (std::find(possible.begin(), possible.end(), action) == possible.end()) return {};
  const auto* words =
      std::find_if(std::begin(kWords), std::end(kWords), [&](const Words& one) { return one.action == action; });
  if (words == std::end(kWords)) return {};
  Nodes content = {view::heading(2, say(words->heading)), view::paragraph(say(words->lead))};
  if (action == CaseAction::supply) {
    const std::string question = last_question(*state.found);
    if (!question.empty()) content.push_back(view::card({view::paragraph(question)}));
  }
  content.push_back(form_of(state, *words));
  Nodes section;
  section.push_back(view::section(say(words->heading), std::move(content), own_field(action, "part")));
  return section;
}

const KindForm* follow_up_form(const Profile& profile) {
  const auto at = std::find_if(profile.kinds.begin(), profile.kinds.end(), [&](const KindForm& form) {
    return earlier_code_field(form) != nullptr && profile.takes_from_web(form);
  });
  return at != profile.kinds.end() ? &*at : nullptr;
}

Nodes follow_up(const Site& site, const api::CitizenCase& found) {
  const bool can_object =
      std::find(found.actions.begin(), found.actions.end(), CaseAction::object) != found.actions.end();
  if (is_open(found.state) || (found.state == CaseState::answered && can_object)) return {};
  // Whoever wrote without a name is not led to a form that asks for one: a code of sixteen digits is of no mobile.
  constexpr std::size_t kNamelessCode = 16;
  const KindForm* form = found.tracking_code.size() < kNamelessCode ? follow_up_form(*site.profile) : nullptr;
  Nodes content = {view::heading(2, say("track.over_heading"))};
  if (!can_object) content.push_back(view::paragraph(say("track.over")));
  if (form == nullptr) {
    content.push_back(view::paragraph(say("track.over_lead")));
    content.push_back(view::actions({view::link(say("track.over_new"), "/desk")}));
  } else {
    content.push_back(view::paragraph(say("track.over_lead_form", {{"form", form->link_text}})));
    Node ask = view::node(Kind::form, say("track.over_heading"), {}, "follow-up");
    ask.target = "/desk/new/" + std::string(wire_name(form->kind));
    ask.intent = "follow-up";
    Node go = view::button(say("track.follow_up"), view::Tone::neutral);
    go.id = "follow-up-go";
    ask.children = {view::hidden(std::string(kFollowUp), found.tracking_code), view::actions({std::move(go)})};
    content.push_back(std::move(ask));
  }
  Nodes section;
  section.push_back(view::section(say("track.over_heading"), std::move(content), "over"));
  return section;
}

int times_returned(const api::CitizenCase& found) {
  return static_cast<int>(std::count_if(found.trail.begin(), found.trail.end(),
                                        [](const api::TrailStep& step) { return wire_name(step.kind) == "returned"; }));
}

}  // namespace hamandish::pages
