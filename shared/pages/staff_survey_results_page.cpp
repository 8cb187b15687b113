#include "shared/pages/staff_survey_results_page.h"

#include <algorithm>
#include <map>
#include <utility>

#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/remote_nodes.h"
#include "shared/pages/settings_page.h"
#include "shared/pages/staff_surveys_page.h"
#include "shared/pages/survey_nodes.h"
#include "shared/pages/surveys_page.h"
#include "shared/pages/text_nodes.h"
#include "shared/text/digits.h"
#include "shared/text/isolate.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

Node back_to(const char* key, std::string target) {
  return view::actions({view::link(say(key), std::move(target))});
}

std::string or_dash(const std::string& value) {
  return value.empty() ? "-" : value;
}

std::string next_part(std::string_view& rest) {
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  std::string part(rest.substr(0, slash));
  rest.remove_prefix(std::min(slash + 1, rest.size()));
  return part == "-" ? std::string() : part;
}

Node select(const char* id, const char* label, const std::string& value, const char* any) {
  Node node = view::node(Kind::select, say(label), {}, id);
  node.value = value;
  node.options.push_back({"", say(any)});
  return node;
}

Node day_field(const StaffResultsState& state, const char* id, const char* label, std::string value) {
  Node node = view::date_field(id, say(label));
  std::replace(value.begin(), value.end(), '-', '/');
  node.value = text::persian_digits(value);
  node.error = error_text(state.errors, id);
  return node;
}

Node filter_form(const Site& site, const StaffResultsState& state) {
  Nodes fields;
  if (state.survey.by_unit) {
    fields.push_back(select("filter_unit", "survey_results.unit", state.filter.unit, "survey_results.any"));
    for (const Unit& unit : site.profile->units) fields.back().options.push_back({unit.id, unit.name});
  }
  if (state.survey.by_service) {
    fields.push_back(select("filter_service", "survey_results.service", state.filter.service, "survey_results.any"));
    for (const Category& one : site.profile->categories) fields.back().options.push_back({one.id, one.name});
  }
  fields.push_back(day_field(state, "filter_from", "survey_results.from", state.filter.from));
  fields.push_back(day_field(state, "filter_to", "survey_results.to", state.filter.to));
  fields.push_back(submit("filter-go", say("survey_results.show"), Tone::primary));
  return staff_form(site, "results-filter", say("survey_results.filter"), staff_survey_address(state.id, "results"),
                    std::move(fields));
}

// Behind another address: «/<unit>/<service>/<from>/<to>», or nothing.
std::string filter_tail(const ResultsFilter& filter) {
  return results_room(filter).substr(std::string_view("results").size());
}

void add_narrowed(Nodes& content, const std::string& words) {
  if (!words.empty()) content.push_back(view::paragraph(words, Tone::primary));
}

Node downloads(const StaffResultsState& state) {
  // What is taken along is narrowed as the page is.
  const std::string narrowed = filter_tail(state.filter);
  const auto link = [&](const char* key, const char* room) {
    return view::link(say(key), staff_survey_address(state.id, room + narrowed));
  };
  Nodes links = {
      view::link(say("survey_results.cross"), staff_survey_address(state.id, cross_room({}, {}, state.filter))),
      link("survey_results.csv", "csv"), link("survey_results.xlsx", "xlsx"), link("survey_results.pdf", "pdf")};
  if (state.is_public) links.push_back(view::link(say("survey_results.public"), survey_address(state.id, "results")));
  return view::actions(std::move(links));
}

bool has_texts(const Question& question) {
  const QuestionKind kind = question.kind;
  return kind == QuestionKind::short_text || kind == QuestionKind::long_text || kind == QuestionKind::date ||
         kind == QuestionKind::file || question.other;
}

std::string texts_slot(const Question& question) {
  return question.other ? slot_of(question, "other_text") : question.id;
}

// --- Cross table

Node question_select(const CrossState& state, const char* id, const char* label, const std::string& value) {
  Node node = select(id, label, value, "survey.choose");
  for (const Question& question : state.survey.questions) {
    if (is_one_choice(question.kind)) node.options.push_back({question.id, question.text});
  }
  return node;
}

Node cross_table(const CrossState& state, const Question& row, const Question& column) {
  std::map<std::pair<std::string, std::string>, std::int64_t> counts;
  for (const CrossState::Count& one : state.counts) counts[{one.row, one.column}] = one.count;
  const std::vector<Choice> columns = offered_choices(column);
  Node table = view::node(Kind::table, say("survey_results.cross"), {}, "cross-table");
  table.quiet = true;
  table.columns.push_back(row.text);
  for (const Choice& choice : columns) table.columns.push_back(choice.name);
  table.columns.push_back(say("survey_results.sum"));
  std::vector<std::int64_t> sums(columns.size() + 1, 0);
  for (const Choice& choice : offered_choices(row)) {
    Node line = view::node(Kind::row, {}, {view::paragraph(choice.name)});
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::int64_t count = counts[{choice.id, columns[i].id}];
      sum += count;
      sums[i] += count;
      line.children.push_back(view::paragraph(text::persian_number(count)));
    }
    sums.back() += sum;
    line.children.push_back(view::paragraph(text::persian_number(sum)));
    table.children.push_back(std::move(line));
  }
  Node last = view::node(Kind::row, {}, {view::paragraph(say("survey_results.sum"))});
  for (const std::int64_t sum : sums) last.children.push_back(view::paragraph(text::persian_number(sum)));
  table.children.push_back(std::move(last));
  return table;
}

}  // namespace

Node structure_error_list(const Survey& survey, std::int64_t id, const std::vector<FieldError>& errors) {
  Node list = error_list({});
  for (const FieldError& error : errors) {
    const std::string message = say(error.key, error.params);
    const std::string owner = error.field.substr(0, error.field.find('.'));
    const bool known = find_question(survey, owner) != nullptr;
    list.children.push_back(
        view::link(known ? say("survey.fault_at", {{"id", text::ltr(owner)}, {"message", message}}) : message,
                   known ? staff_survey_address(id, "questions/" + owner) : "#questions-heading"));
  }
  return list;
}

std::string results_room(const ResultsFilter& filter) {
  if (filter.unit.empty() && filter.service.empty() && filter.from.empty() && filter.to.empty()) return "results";
  return "results/" + or_dash(filter.unit) + "/" + or_dash(filter.service) + "/" + or_dash(filter.from) + "/" +
         or_dash(filter.to);
}

ResultsFilter read_results_room(std::string_view rest) {
  ResultsFilter filter;
  filter.unit = next_part(rest);
  filter.service = next_part(rest);
  filter.from = next_part(rest);
  filter.to = next_part(rest);
  return filter;
}

Node staff_results_view(const Site& site, const StaffResultsState& state) {
  const std::string title = say("survey_results.heading", {{"title", state.survey.title}});
  Nodes content = {back_to("staff_survey.back", staff_survey_address(state.id)), title_heading(title)};
  if (!state.errors.empty()) content.push_back(error_list(state.errors));
  content.push_back(downloads(state));
  content.push_back(filter_form(site, state));
  content.push_back(view::heading(2, say("survey_results.answers", {{"count", text::persian_number(state.answers)}}),
                                  "answers-heading"));
  int number = 0;
  for (const QuestionResult& result : state.results) {
    for (Node& node : result_nodes(result, ++number, 3)) content.push_back(std::move(node));
    if (has_texts(*result.question)) {
      content.push_back(
          back_to("survey_results.texts",
                  staff_survey_address(state.id, texts_room(texts_slot(*result.question), {}, 0, state.filter))));
    }
  }
  return frame(site, title, std::move(content));
}

Node survey_cross_view(const Site& site, const CrossState& state) {
  const std::string title = say("survey_results.cross");
  Nodes content = {back_to("survey_results.back", staff_survey_address(state.id, results_room(state.filter))),
                   title_heading(title), view::paragraph(say("survey_results.cross_lead"))};
  add_narrowed(content, state.narrowed);
  Nodes fields = hidden_filter(state.filter);
  fields.push_back(question_select(state, "cross_row", "survey_results.row", state.row));
  fields.push_back(question_select(state, "cross_column", "survey_results.column", state.column));
  fields.push_back(submit("cross-go", say("survey_results.cross_show"), Tone::primary));
  content.push_back(staff_form(site, "cross", title, staff_survey_address(state.id, "cross"), std::move(fields)));
  const Question* row = find_question(state.survey, state.row);
  const Question* column = find_question(state.survey, state.column);
  if (row != nullptr && column != nullptr) {
    content.push_back(view::heading(2, column->text, "cross-heading"));
    content.push_back(cross_table(state, *row, *column));
  }
  return frame(site, title, std::move(content));
}

std::string cross_room(const std::string& row, const std::string& column, const ResultsFilter& filter) {
  const std::string tail = filter_tail(filter);
  if (row.empty() && column.empty() && tail.empty()) return "cross";
  return "cross/" + or_dash(row) + "/" + or_dash(column) + tail;
}

Nodes hidden_filter(const ResultsFilter& filter) {
  return {view::hidden("filter_unit", filter.unit), view::hidden("filter_service", filter.service),
          view::hidden("filter_from", filter.from), view::hidden("filter_to", filter.to)};
}

std::string texts_room(const std::string& slot, const std::string& search, std::int64_t before,
                       const ResultsFilter& filter) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string room = "texts/" + slot;
  const std::string tail = filter_tail(filter);
  if (search.empty() && before == 0 && tail.empty()) return room;
  room += "/";
  if (search.empty()) room += "-";
  for (const char c : search) {
    const auto byte = static_cast<unsigned char>(c);
    room += kDigits[byte >> 4U];
    room += kDigits[byte & 15U];
  }
  if (before != 0 || !tail.empty()) room += "/" + std::to_string(before);
  return room + tail;
}

Node survey_texts_view(const Site& site, const SurveyTextsState& state) {
  const Question* question = find_question(state.survey, state.slot.substr(0, state.slot.find('_')));
  const std::string title =
      say("survey_results.texts_of", {{"text", question != nullptr ? question->text : state.slot}});
  Node field = view::node(Kind::text_field, say("survey_results.search"), {}, "search_words");
  field.value = state.search;
  field.input.keyboard = view::Keyboard::search;
  Nodes content = {back_to("survey_results.back", staff_survey_address(state.id, results_room(state.filter))),
                   title_heading(title)};
  add_narrowed(content, state.narrowed);
  Nodes fields = hidden_filter(state.filter);
  fields.push_back(std::move(field));
  fields.push_back(submit("texts-go", say("survey_results.search_go"), Tone::primary));
  content.push_back(staff_form(site, "texts-search", say("survey_results.search"),
                               staff_survey_address(state.id, "texts/" + state.slot), std::move(fields)));
  if (state.texts.empty()) {
    content.push_back(view::node(Kind::empty_state, say("survey_results.no_texts"), {}, "empty"));
  } else {
    Node list = view::node(Kind::list, title, {}, "texts");
    for (const SurveyTextsState::Text& one : state.texts) {
      Node item = view::node(Kind::item, {}, {});
      item.note = one.note;
      if (one.file.empty()) add_paragraphs(item.children, one.text);
      if (!one.file.empty()) item.children.push_back(view::link(say("survey_results.file"), one.file));
      list.children.push_back(std::move(item));
    }
    content.push_back(std::move(list));
  }
  if (!state.older.empty()) content.push_back(back_to("survey_results.older", state.older));
  return frame(site, title, std::move(content));
}

}  // namespace hamandish::pages
