#include "shared/pages/staff_surveys_page.h"

#include <utility>

#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/remote_nodes.h"
#include "shared/pages/settings_page.h"
#include "shared/pages/staff_survey_results_page.h"
#include "shared/pages/survey_nodes.h"
#include "shared/pages/surveys_page.h"
#include "shared/surveys/templates.h"
#include "shared/text/digits.h"
#include "shared/text/isolate.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

std::string kind_word(QuestionKind kind) {
  return say("survey_kind." + std::string(wire_name(kind)));
}

Node phase_badge(SurveyPhase phase) {
  Node badge = view::node(Kind::badge, say("survey_phase." + std::string(wire_name(phase))), {});
  if (phase == SurveyPhase::open) badge.tone = Tone::success;
  if (phase == SurveyPhase::waiting) badge.tone = Tone::primary;
  return badge;
}

Node to_list() {
  return view::actions({view::link(say("staff_survey.all"), std::string(kStaffSurveysPath))});
}

std::string when(const std::optional<Instant>& at) {
  return at ? date_and_time(*at) : say("staff_survey.not_set");
}

Node facts_of(const StaffSurveyState& state) {
  Node facts = view::node(Kind::facts, {}, {}, "survey-facts");
  const auto add = [&facts](const char* key, std::string value, bool ltr = false) {
    facts.children.push_back(view::fact(say(key), std::move(value), ltr));
  };
  add("staff_survey.phase", say("survey_phase." + std::string(wire_name(state.item.phase))));
  add("staff_survey.access", say("survey_access." + std::string(wire_name(state.rules.access))));
  add("staff_survey.anonymous", say(state.rules.anonymous ? "survey.yes" : "survey.no"));
  add("staff_survey.opens", when(state.rules.opens));
  add("staff_survey.closes", when(state.rules.closes));
  if (state.rules.quota > 0) add("staff_survey.quota", text::persian_number(state.rules.quota));
  add("staff_survey.answers", text::persian_number(state.item.answers));
  if (state.form > 0) add("staff_survey.form", text::persian_number(state.form));
  if (state.form > 0) add("staff_survey.address", survey_address(state.item.id), true);
  return facts;
}

Node rooms_of(const StaffSurveyState& state) {
  Nodes links;
  const auto add = [&](const char* key, const char* room) {
    links.push_back(view::link(say(key), staff_survey_address(state.item.id, room)));
  };
  if (state.may_keep) add("staff_survey.settings", "settings");
  add("staff_survey.preview", "preview");
  if (state.form > 0) add("staff_survey.results", "results");
  if (state.may_keep && state.rules.access == SurveyAccess::link) add("staff_survey.links", "links");
  if (state.item.phase == SurveyPhase::open) {
    links.push_back(view::link(say("staff_survey.public_page"), survey_address(state.item.id)));
  }
  return view::actions(std::move(links));
}

void add_step(Nodes& content, const Site& site, const StaffSurveyState& state, const char* step, Tone tone) {
  const std::string target =
      staff_survey_address(state.item.id, "do/" + std::string(step) + "/v" + std::to_string(state.version));
  content.push_back(action_form(site, step, say("survey_do." + std::string(step)), target, tone));
}

void add_steps(Nodes& content, const Site& site, const StaffSurveyState& state) {
  content.push_back(view::heading(2, say("draft.next_steps"), "next-steps"));
  if (state.state == SurveyState::draft) add_step(content, site, state, "open", Tone::primary);
  if (state.state == SurveyState::closed) add_step(content, site, state, "reopen", Tone::neutral);
  if (state.state != SurveyState::open) return;
  if (state.unpublished) {
    content.push_back(view::notice(say("staff_survey.unpublished"), Tone::warning, "unpublished"));
    add_step(content, site, state, "publish", Tone::primary);
  }
  add_step(content, site, state, "close", Tone::danger);
}

Node question_row(const StaffSurveyState& state, const Question& question) {
  const bool conditional = !question.show.empty();
  Node name = state.may_keep
                  ? view::link(question.text, staff_survey_address(state.item.id, "questions/" + question.id))
                  : view::paragraph(question.text);
  return view::node(Kind::row, {},
                    {view::paragraph(question.id), std::move(name), view::paragraph(kind_word(question.kind)),
                     view::paragraph(say(question.required ? "survey.yes" : "survey.no")),
                     view::paragraph(conditional ? text::persian_number(static_cast<std::int64_t>(question.show.size()))
                                                 : std::string("—"))});
}

void add_questions(Nodes& content, const StaffSurveyState& state) {
  content.push_back(view::heading(2, say("staff_survey.questions"), "questions-heading"));
  if (!state.survey.questions.empty()) {
    Node table = view::node(Kind::table, say("staff_survey.questions"), {}, "questions");
    table.quiet = true;
    table.columns = {say("staff_survey.question_id"), say("staff_survey.question"), say("staff_survey.kind"),
                     say("staff_survey.required"), say("staff_survey.conditions")};
    for (const Question& question : state.survey.questions) table.children.push_back(question_row(state, question));
    content.push_back(std::move(table));
  }
  if (!state.may_keep) return;
  content.push_back(view::heading(3, say("staff_survey.add"), "add-heading"));
  Node kinds = view::node(Kind::link_grid, say("staff_survey.add"), {}, "add");
  for (const QuestionKind kind : kQuestionKinds) {
    const std::string name(wire_name(kind));
    Node link = view::link(kind_word(kind), staff_survey_address(state.item.id, "add/" + name));
    link.note = say("survey_kind_note." + name);
    kinds.children.push_back(std::move(link));
  }
  content.push_back(std::move(kinds));
}

// --- Forms

class Form {
 public:
  explicit Form(const SurveyFormState& state) : state_(state) {}

  Node& line(const char* id, const char* label, int most) { return add(Kind::text_field, id, say(label), most); }
  Node& lines(const char* id, const char* label, int most, int rows) {
    Node& node = add(Kind::text_area, id, say(label), most);
    node.input.rows = rows;
    return node;
  }
  Node& tick(const char* id, const char* label) {
    Node& node = add(Kind::checkbox, id, say(label), 0);
    node.checked = node.value == "1";
    node.value = "1";
    return node;
  }
  Node& choice(const std::string& id, const std::string& label, std::vector<view::Option> options) {
    Node& node = add(Kind::select, id, label, 0);
    node.options = std::move(options);
    return node;
  }
  Node& number(const char* id, const char* label) { return made(view::number_field(id, say(label))); }
  Node& date(const char* id, const char* label) { return made(view::date_field(id, say(label))); }
  Node& add(Kind kind, std::string id, std::string label, int most) {
    Node node = view::node(kind, std::move(label), {}, std::move(id));
    node.input.max_length = most;
    return made(std::move(node));
  }
  void other(Node node) { fields_.push_back(std::move(node)); }
  Nodes take() { return std::move(fields_); }

 private:
  Node& made(Node node) {
    node.value = answer(state_.answers, node.id);
    node.error = error_text(state_.errors, node.id);
    fields_.push_back(std::move(node));
    return fields_.back();
  }

  const SurveyFormState& state_;
  Nodes fields_;
};

template <class List>
std::vector<view::Option> options_of(const List& values, const std::string& prefix) {
  std::vector<view::Option> options;
  for (const auto value : values) {
    const std::string name(wire_name(value));
    options.push_back({name, say(prefix + name)});
  }
  return options;
}

void add_choices(Form& form, QuestionKind kind) {
  constexpr int kMostLetters = 12000;
  constexpr int kRows = 6;
  const bool lists = kind == QuestionKind::single || kind == QuestionKind::multiple || kind == QuestionKind::ranking;
  const bool matrix = kind == QuestionKind::matrix;
  if (matrix) form.lines("rows", "staff_survey.rows", kMostLetters, kRows).help = say("staff_survey.rows_help");
  if (lists || matrix) {
    form.lines("choices", matrix ? "staff_survey.columns" : "staff_survey.choices", kMostLetters, kRows).help =
        say("staff_survey.choices_help");
  }
  if (kind == QuestionKind::single || kind == QuestionKind::multiple) form.tick("other", "staff_survey.other");
  if (kind == QuestionKind::scale) {
    form.number("lowest", "staff_survey.lowest");
    form.line("low_label", "staff_survey.low_label", kChoiceLetters);
    form.number("highest", "staff_survey.highest");
    form.line("high_label", "staff_survey.high_label", kChoiceLetters);
  }
  if (kind == QuestionKind::number) {
    form.number("least", "staff_survey.least");
    form.number("most", "staff_survey.most");
  }
}

void add_conditions(Form& form, const QuestionFormState& state) {
  if (state.subjects.empty()) return;
  form.other(view::heading(2, say("staff_survey.conditions_heading"), "conditions-heading"));
  form.other(view::paragraph(say("staff_survey.conditions_lead")));
  std::vector<view::Option> subjects = {{"", say("staff_survey.no_condition")}};
  subjects.insert(subjects.end(), state.subjects.begin(), state.subjects.end());
  for (int i = 1; i <= kConditionRows; ++i) {
    const std::string number = std::to_string(i);
    const std::string id = "show_" + number + "_";
    const auto label = [&](const char* key) { return say(key, {{"number", number}}); };
    Form row(state);
    if (i > 1)
      row.choice(id + "join", label("staff_survey.condition_join"),
                 options_of(std::array{Join::and_also, Join::or_else}, "survey_join."));
    row.choice(id + "subject", label("staff_survey.condition_subject"), subjects);
    row.choice(id + "test", label("staff_survey.condition_test"), options_of(kTests, "survey_test."));
    row.add(Kind::text_field, id + "value", label("staff_survey.condition_value"), kChoiceLetters).help =
        i == 1 ? say("staff_survey.condition_value_help") : std::string();
    form.other(view::node(Kind::group, label("staff_survey.condition"), row.take(), "condition-" + number));
  }
}

void add_moves(Nodes& content, const Site& site, const QuestionFormState& state) {
  if (state.question.empty()) return;
  const auto target = [&](const char* deed) {
    return staff_survey_address(state.id,
                                "questions/" + state.question + "/" + deed + "/v" + std::to_string(state.version));
  };
  content.push_back(view::heading(2, say("staff_survey.place"), "place-heading"));
  if (state.may_move_up)
    content.push_back(action_form(site, "up", say("staff_survey.up"), target("up"), Tone::neutral));
  if (state.may_move_down)
    content.push_back(action_form(site, "down", say("staff_survey.down"), target("down"), Tone::neutral));
  content.push_back(action_form(site, "remove", say("staff_survey.remove"), target("remove"), Tone::danger));
}

}  // namespace

std::string staff_survey_address(std::int64_t id, std::string_view room) {
  std::string address = std::string(kStaffSurveysPath) + "/" + std::to_string(id);
  if (!room.empty()) address.append("/").append(room);
  return address;
}

Node staff_surveys_view(const Site& site, const StaffSurveysState& state) {
  const std::string title = say("banner.surveys");
  Nodes content = {title_heading(title)};
  if (state.items.empty()) {
    content.push_back(view::node(Kind::empty_state, say("staff_survey.none"), {}, "empty"));
  } else {
    Node table = view::node(Kind::table, title, {}, "surveys");
    table.quiet = true;
    table.columns = {say("staff_survey.name"), say("staff_survey.phase"), say("staff_survey.answers"),
                     say("news.updated_at")};
    for (const StaffSurveyItem& item : state.items) {
      table.children.push_back(view::node(
          Kind::row, {},
          {view::link(item.title, staff_survey_address(item.id)), phase_badge(item.phase),
           view::paragraph(text::persian_number(item.answers)), view::paragraph(date_and_time(item.updated_at))}));
    }
    content.push_back(std::move(table));
  }
  if (!state.may_keep) return frame(site, title, std::move(content));
  content.push_back(view::heading(2, say("staff_survey.new"), "new-heading"));
  for (const SurveyTemplate which : kSurveyTemplates) {
    const std::string name(wire_name(which));
    const Tone tone = which == SurveyTemplate::empty ? Tone::neutral : Tone::primary;
    content.push_back(action_form(site, "new-" + name, say("survey_new." + name),
                                  std::string(kStaffSurveysPath) + "/new/" + name, tone));
  }
  return frame(site, title, std::move(content));
}

Node staff_survey_view(const Site& site, const StaffSurveyState& state) {
  Nodes content = {to_list(), title_heading(state.survey.title)};
  if (!state.errors.empty()) content.push_back(structure_error_list(state.survey, state.item.id, state.errors));
  if (!state.failure.empty()) content.push_back(view::notice(say(state.failure), Tone::danger, "failure"));
  content.push_back(facts_of(state));
  content.push_back(rooms_of(state));
  add_questions(content, state);
  if (state.may_keep) add_steps(content, site, state);
  return frame(site, state.survey.title, std::move(content));
}

Node survey_settings_view(const Site& site, const SurveyFormState& state) {
  constexpr int kTitleMost = 200;
  constexpr int kTextMost = 2000;
  constexpr int kLeadRows = 4;
  Form form(state);
  form.line("survey_title", "staff_survey.name", kTitleMost).required = true;
  form.lines("survey_lead", "staff_survey.lead", kTextMost, kLeadRows);
  form.lines("survey_thanks", "staff_survey.thanks", kTextMost, kLeadRows);
  form.tick("paged", "staff_survey.paged");
  form.tick("by_unit", "staff_survey.by_unit");
  form.tick("by_service", "staff_survey.by_service");
  form.choice("access", say("staff_survey.access"), options_of(kSurveyAccesses, "survey_access."));
  form.tick("anonymous", "staff_survey.is_anonymous");
  form.tick("after_cases", "staff_survey.after_cases");
  form.tick("results_public", "staff_survey.results_public");
  form.date("opens_day", "staff_survey.opens_day").help = say("staff_survey.opens_help");
  form.line("opens_time", "staff_survey.opens_time", 5).input.ltr = true;
  form.date("closes_day", "staff_survey.closes_day").help = say("staff_survey.closes_help");
  form.line("closes_time", "staff_survey.closes_time", 5).input.ltr = true;
  form.number("quota", "staff_survey.quota").help = say("staff_survey.quota_help");
  form.other(version_field(state.version));
  form.other(submit("settings-save", say("draft.save"), Tone::primary));
  const std::string title = say("staff_survey.settings");
  Nodes content = {view::actions({view::link(say("staff_survey.back"), staff_survey_address(state.id))}),
                   title_heading(title)};
  add_failures(content, state.errors, state.failure);
  content.push_back(
      staff_form(site, "survey-settings", title, staff_survey_address(state.id, "settings"), form.take()));
  return frame(site, title, std::move(content));
}

Node survey_question_view(const Site& site, const QuestionFormState& state) {
  Form form(state);
  const bool section = state.kind == QuestionKind::section;
  constexpr int kHelpRows = 3;
  Node& text = form.lines("text", section ? "staff_survey.section_text" : "staff_survey.text", kQuestionLetters, 2);
  text.required = true;
  text.help = say("staff_survey.text_help");
  form.lines("help_text", "staff_survey.help", kQuestionLetters, kHelpRows);
  if (!section) form.tick("required", "staff_survey.required_tick");
  add_choices(form, state.kind);
  add_conditions(form, state);
  form.other(version_field(state.version));
  form.other(submit("question-save", say("staff_survey.save_question"), Tone::primary));
  const std::string title = say(state.question.empty() ? "staff_survey.new_question" : "staff_survey.edit_question",
                                {{"kind", kind_word(state.kind)}, {"id", text::ltr(state.question)}});
  const std::string room =
      state.question.empty() ? "add/" + std::string(wire_name(state.kind)) : "questions/" + state.question;
  Nodes content = {view::actions({view::link(say("staff_survey.back"), staff_survey_address(state.id))}),
                   title_heading(title)};
  add_failures(content, state.errors, state.failure);
  content.push_back(staff_form(site, "question", title, staff_survey_address(state.id, room), form.take()));
  add_moves(content, site, state);
  return frame(site, title, std::move(content));
}

Node survey_links_view(const Site& site, const SurveyLinksState& state) {
  const std::string title = say("staff_survey.links");
  Form form(state);
  form.number("links", "staff_survey.links_count").help = say("staff_survey.links_help");
  form.other(submit("links-save", say("staff_survey.make_links"), Tone::primary));
  Nodes content = {view::actions({view::link(state.survey_title, staff_survey_address(state.id))}),
                   title_heading(title)};
  add_failures(content, state.errors, state.failure);
  content.push_back(staff_form(site, "survey-links", title,
                               staff_survey_address(state.id, "links/v" + std::to_string(state.version)), form.take()));
  if (!state.links.empty()) {
    Node table = view::node(Kind::table, title, {}, "links-table");
    table.quiet = true;
    table.columns = {say("staff_survey.link_number"), say("staff_survey.link_address"), say("staff_survey.link_used")};
    for (const SurveyLinksState::Link& link : state.links) {
      table.children.push_back(
          view::node(Kind::row, {},
                     {view::paragraph(text::persian_number(link.number)), view::link(link.address, link.address),
                      view::paragraph(say(link.used ? "survey.yes" : "survey.no"))}));
    }
    content.push_back(std::move(table));
  }
  return frame(site, title, std::move(content));
}

}  // namespace hamandish::pages
