#include "shared/pages/survey_nodes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "shared/messages/messages.h"
#include "shared/pages/chart_nodes.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/text_nodes.h"
#include "shared/surveys/conditions.h"
#include "shared/text/digits.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;

constexpr int kLines = 4;

Node field(Kind kind, std::string id, std::string label, const Answers& answers,
           const std::vector<FieldError>& errors) {
  Node node = view::node(kind, std::move(label), {}, std::move(id));
  node.value = answer(answers, node.id);
  node.error = error_text(errors, node.id);
  return node;
}

void add_other(Nodes& nodes, const Question& question, const Answers& answers, const std::vector<FieldError>& errors) {
  if (!question.other) return;
  nodes.push_back(field(Kind::text_field, slot_of(question, "other_text"), say("survey.other_text"), answers, errors));
  nodes.back().input.max_length = kShortAnswerLetters;
}

Node choice_group(const Question& question, std::string label, const Answers& answers,
                  const std::vector<FieldError>& errors) {
  Node node = field(Kind::radio_group, question.id, std::move(label), answers, errors);
  for (const Choice& choice : offered_choices(question)) node.options.push_back({choice.id, choice.name});
  return node;
}

Node tick_group(const Question& question, std::string label, const Answers& answers,
                const std::vector<FieldError>& errors) {
  Node group = field(Kind::checkbox_group, question.id, std::move(label), answers, errors);
  for (const Choice& choice : offered_choices(question)) {
    Node box = field(Kind::checkbox, slot_of(question, choice.id), choice.name, answers, errors);
    box.checked = box.value == "1";
    box.value = "1";
    group.children.push_back(std::move(box));
  }
  return group;
}

// A group whose fields are the rows of a matrix or the choices of a ranking.
Node part_group(const Question& question, std::string label, const Answers& answers,
                const std::vector<FieldError>& errors) {
  const bool matrix = question.kind == QuestionKind::matrix;
  Node group = view::node(Kind::group, std::move(label), {}, question.id);
  for (const Choice& part : matrix ? question.rows : question.choices) {
    const std::string slot = slot_of(question, part.id);
    Node node = matrix ? field(Kind::radio_group, slot, part.name, answers, errors)
                       : field(Kind::select, slot, say("survey.rank", {{"choice", part.name}}), answers, errors);
    if (!matrix) node.options.push_back({"", say("survey.choose_rank")});
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      node.options.push_back(matrix ? view::Option{question.choices[i].id, question.choices[i].name}
                                    : view::Option{number, text::persian_digits(number)});
    }
    node.required = question.required;
    group.children.push_back(std::move(node));
  }
  return group;
}

Node file_node(const Question& question, std::string label, const Answers& answers,
               const std::vector<FieldError>& errors) {
  Node node = field(Kind::file_field, question.id, std::move(label), answers, errors);
  if (!node.value.empty()) node.children.push_back(view::node(Kind::item, say("survey.file_kept"), {}));
  node.value.clear();
  node.input.accept = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.mp3,.wav,.ogg,.m4a";
  return node;
}

Node text_node(const Question& question, std::string label, const Answers& answers,
               const std::vector<FieldError>& errors) {
  const bool lines = question.kind == QuestionKind::long_text;
  Node node = field(lines ? Kind::text_area : Kind::text_field, question.id, std::move(label), answers, errors);
  node.input.max_length = lines ? kLongAnswerLetters : kShortAnswerLetters;
  node.input.rows = kLines;
  return node;
}

Node typed(Node made, const Answers& answers, const std::vector<FieldError>& errors) {
  made.value = answer(answers, made.id);
  made.error = error_text(errors, made.id);
  return made;
}

Node question_node(const Question& question, std::string label, const Answers& answers,
                   const std::vector<FieldError>& errors) {
  switch (question.kind) {
    case QuestionKind::multiple:
      return tick_group(question, std::move(label), answers, errors);
    case QuestionKind::matrix:
    case QuestionKind::ranking:
      return part_group(question, std::move(label), answers, errors);
    case QuestionKind::number:
      return typed(view::number_field(question.id, std::move(label)), answers, errors);
    case QuestionKind::date:
      return typed(view::date_field(question.id, std::move(label)), answers, errors);
    case QuestionKind::file:
      return file_node(question, std::move(label), answers, errors);
    case QuestionKind::short_text:
    case QuestionKind::long_text:
      return text_node(question, std::move(label), answers, errors);
    default:
      return choice_group(question, std::move(label), answers, errors);
  }
}

// --- Results

std::string share_words(const Share& share) {
  if (share.hidden) return say("survey.small_mark");
  return share.percent ? say("survey.percent", {{"percent", std::to_string(*share.percent)}}) : std::string("—");
}

std::string count_words(const Share& share) {
  return share.hidden ? say("survey.small_mark") : text::persian_number(share.count);
}

Node table_of(const Distribution& part, const std::string& caption) {
  Node table = view::node(Kind::table, caption, {});
  table.quiet = true;
  table.columns = {say("survey.choice"), say("survey.count"), say("survey.share")};
  for (const Share& share : part.shares) {
    Node row = view::node(
        Kind::row, {},
        {view::paragraph(share.name), view::paragraph(count_words(share)), view::paragraph(share_words(share))});
    row.value = std::to_string(share.hidden ? 0 : share.count);
    row.note = share.hidden ? share_words(share)
                            : say("survey.bar", {{"count", count_words(share)}, {"share", share_words(share)}});
    table.children.push_back(std::move(row));
  }
  return table;
}

// Beside the bar of a row: its mean place, or what most chose.
std::string part_words(const Distribution& part, bool means) {
  if (means && part.mean) return say("survey.mean", {{"mean", decimal(part.mean->mean)}});
  const auto most = std::max_element(part.shares.begin(), part.shares.end(), [](const Share& one, const Share& other) {
    return (one.hidden ? 0 : one.count) < (other.hidden ? 0 : other.count);
  });
  if (most == part.shares.end() || most->hidden || most->count == 0) return "\u2014";
  return say("survey.most", {{"name", most->name}, {"share", share_words(*most)}});
}

// One table for all rows of a matrix or all choices of a ranking: shares, and the mean place.
Node table_of_parts(const QuestionResult& result) {
  Node table = view::node(Kind::table, result.question->text, {});
  table.quiet = true;
  table.columns.push_back(say("survey.row"));
  for (const Share& share : result.parts.front().shares) table.columns.push_back(share.name);
  const bool means = result.question->kind == QuestionKind::ranking;
  if (means) table.columns.push_back(say("survey.mean_place"));
  for (const Distribution& part : result.parts) {
    Node row = view::node(Kind::row, {}, {view::paragraph(part.part)});
    for (const Share& share : part.shares) {
      row.children.push_back(view::paragraph(share_words(share)));
      row.value += std::to_string(share.hidden ? 0 : share.percent.value_or(0)) + " ";
    }
    row.note = part_words(part, means);
    if (means) row.children.push_back(view::paragraph(part.mean ? decimal(part.mean->mean) : std::string("—")));
    table.children.push_back(std::move(row));
  }
  return table;
}

void add_parts(Nodes& nodes, const QuestionResult& result, int number) {
  if (result.parts.empty() || result.answered == 0) return;
  const bool parts = !result.parts.front().part.empty();
  if (parts) {
    std::vector<view::Option> series;
    for (const Share& share : result.parts.front().shares) series.push_back({"", share.name});
    const bool places = result.question->kind == QuestionKind::ranking;
    nodes.push_back(chart_node("bar", say(places ? "survey.chart_places" : "survey.chart_parts"), std::move(series),
                               table_of_parts(result)));
    return;
  }
  const Distribution& whole = result.parts.front();
  if (whole.mean) nodes.push_back(view::paragraph(mean_words(*whole.mean)));
  Node table = table_of(whole, result.question->text);
  const Largest largest = largest_of(table);
  std::string fact = say("survey.chart", {{"name", largest.name}, {"words", largest.words}});
  std::string name = say("survey.as_table", {{"number", text::persian_number(number)}});
  nodes.push_back(chart_node("bar", std::move(fact), {{"", say("survey.count")}},
                             view::node(Kind::disclosure, std::move(name), {std::move(table)})));
}

}  // namespace

std::string kept_file_field(const Question& question) {
  return question.id + "_kept";
}

Nodes question_nodes(const Survey& survey, const Question& question, const Answers& answers,
                     const std::vector<FieldError>& errors) {
  std::string label = piped(survey, answers, question.text);
  std::string help = piped(survey, answers, question.help);
  Nodes nodes;
  if (question.kind == QuestionKind::section) {
    nodes.push_back(view::heading(2, std::move(label), question.id));
    add_paragraphs(nodes, help);
    return nodes;
  }
  nodes.push_back(question_node(question, std::move(label), answers, errors));
  nodes.back().required = question.required;
  nodes.back().help = std::move(help);
  if (question.kind == QuestionKind::file) {
    nodes.push_back(view::hidden(kept_file_field(question), std::string(answer(answers, question.id))));
  }
  add_other(nodes, question, answers, errors);
  return nodes;
}

Node survey_error_list(const Survey& survey, const Answers& answers, const std::vector<FieldError>& errors) {
  Node list = error_list({});
  for (const FieldError& error : errors) {
    const std::string message = say(error.key, error.params);
    const Question* question = find_question(survey, error.field.substr(0, error.field.find('_')));
    const std::string words =
        question == nullptr
            ? message
            : say("survey.error_at", {{"question", piped(survey, answers, question->text)}, {"message", message}});
    list.children.push_back(view::link(words, "#" + error.field));
  }
  return list;
}

Nodes result_nodes(const QuestionResult& result, int number, int level) {
  const Question& question = *result.question;
  Nodes nodes = {
      view::heading(level, say("survey.result_heading", {{"number", std::to_string(number)}, {"text", question.text}}),
                    question.id + "-result")};
  if (result.hidden) {
    nodes.push_back(view::paragraph(say("survey.answered_few", {{"least", std::to_string(kLeastShown)}})));
    return nodes;
  }
  nodes.push_back(view::paragraph(say("survey.answered_count", {{"count", text::persian_number(result.answered)}})));
  add_parts(nodes, result, number);
  return nodes;
}

std::string mean_words(const Mean& mean) {
  if (!mean.interval) return say("survey.mean", {{"mean", decimal(mean.mean)}});
  return say(
      "survey.mean_interval",
      {{"mean", decimal(mean.mean)}, {"low", decimal(mean.interval->first)}, {"high", decimal(mean.interval->second)}});
}

std::string decimal(double value) {
  constexpr double kHundred = 100;
  const auto hundredths = static_cast<std::int64_t>(std::llround(value * kHundred));
  const std::int64_t whole = hundredths / 100;
  const std::int64_t part = std::llabs(hundredths % 100);
  std::string text = std::to_string(whole) + "\xD9\xAB" + (part < 10 ? "0" : "") + std::to_string(part);  // U+066B
  if (hundredths < 0 && whole == 0) text.insert(0, "\xE2\x88\x92");                                       // U+2212
  return text::persian_digits(text);
}

}  // namespace hamandish::pages
