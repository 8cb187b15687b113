// Questions of a survey as fields of a form, results as charts with their tables: for the public's pages and the staff's.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "shared/surveys/results.h"
#include "shared/surveys/survey.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

// The fields of one question, as they were answered so far.
view::Nodes question_nodes(const Survey& survey, const Question& question, const Answers& answers,
                           const std::vector<FieldError>& errors);
// What a file was before, sent along with a new choice of file.
std::string kept_file_field(const Question& question);

// The list of errors, each with the question that it belongs to.
view::Node survey_error_list(const Survey& survey, const Answers& answers, const std::vector<FieldError>& errors);

// Each question with its bars and numbers, its mean, a table of the same. `number`: counts from 1. `level`: of its heading.
view::Nodes result_nodes(const QuestionResult& result, int number, int level);
// The mean with its interval, in words.
std::string mean_words(const Mean& mean);
// 3.14 as «۳٫۱۴».
std::string decimal(double value);

}  // namespace hamandish::pages
