// Results of a survey for staff: distributions with filters, a cross table, texts that can be searched. Made whole by the
// server; what narrows them stands in the address.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/pages/state.h"
#include "shared/surveys/results.h"
#include "shared/surveys/survey.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

// What is wrong with the structure of a survey, each a link to the question that it is about.
view::Node structure_error_list(const Survey& survey, std::int64_t id, const std::vector<FieldError>& errors);

// Empty: nothing narrows.
struct ResultsFilter {
  std::string unit{};
  std::string service{};
  std::string from{};  // as in the address: 1405-08-01
  std::string to{};
};
// «results», or «results/<unit>/<service>/<from>/<to>» with «-» for what is empty.
std::string results_room(const ResultsFilter& filter);
// What stands behind «results/», and at the end of the addresses of cross tables and texts.
ResultsFilter read_results_room(std::string_view rest);

struct StaffResultsState {
  std::int64_t id = 0;
  Survey survey;
  std::int64_t answers = 0;  // that the filter leaves
  ResultsFilter filter;
  std::vector<QuestionResult> results;
  std::vector<FieldError> errors;  // filter_from, filter_to
  bool is_public = false;
};
view::Node staff_results_view(const Site& site, const StaffResultsState& state);

struct CrossState {
  std::int64_t id = 0;
  Survey survey;
  std::string row;  // ids of questions; empty: not chosen yet
  std::string column;
  struct Count {
    std::string row;
    std::string column;
    std::int64_t count = 0;
  };
  std::vector<Count> counts;
  ResultsFilter filter;
  std::string narrowed;  // the filter in words, or empty
};
view::Node survey_cross_view(const Site& site, const CrossState& state);
// «cross», «cross/<row>/<column>», either followed by the filter; «-» for a question that is not chosen.
std::string cross_room(const std::string& row, const std::string& column, const ResultsFilter& filter);

struct SurveyTextsState {
  std::int64_t id = 0;
  Survey survey;
  std::string slot;
  std::string search;
  struct Text {
    std::string text;
    std::string note;  // day, unit
    std::string file;  // address, for files
  };
  std::vector<Text> texts;
  std::string older;  // address, or empty
  ResultsFilter filter;
  std::string narrowed;  // the filter in words, or empty
};
view::Node survey_texts_view(const Site& site, const SurveyTextsState& state);
// «texts/<slot>/<words in hexadecimal or ->/<before>», followed by the filter.
std::string texts_room(const std::string& slot, const std::string& search, std::int64_t before,
                       const ResultsFilter& filter);
// What a form of these pages carries along: filter_unit, filter_service, filter_from, filter_to.
view::Nodes hidden_filter(const ResultsFilter& filter);

}  // namespace hamandish::pages
