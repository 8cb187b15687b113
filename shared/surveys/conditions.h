// When a question is shown: pure logic, the same for the pages, the service and the tests.
#pragma once

#include <string>
#include <vector>

#include "shared/surveys/survey.h"

namespace hamandish {

// Whether the conditions hold. `answers`: of the questions before, only of those that are shown. An empty list holds.
bool holds(const std::vector<Condition>& show, const Survey& survey, const Answers& answers);

// For each question whether it is shown. `answers` as given: what stands in hidden questions counts as no answer. The
// conditions of a section are those of all questions up to the next one, too.
std::vector<bool> shown_questions(const Survey& survey, const Answers& answers);

// The next page after `page` (before it, for `previous`) on which anything is asked; nothing if there is none. `pages`:
// survey_pages.
std::optional<std::size_t> next_page(const Survey& survey, const std::vector<SurveyPage>& pages, const Answers& answers,
                                     std::size_t page);
std::optional<std::size_t> previous_page(const Survey& survey, const std::vector<SurveyPage>& pages,
                                         const Answers& answers, std::size_t page);

// The text with {q1} replaced by the answer to q1 in words; a question without an answer leaves «…».
std::string piped(const Survey& survey, const Answers& answers, const std::string& text);
// The ids in braces, as they stand.
std::vector<std::string> pipes_in(std::string_view text);

// The answer to a question in words, as in an export: names of choices, several joined by commas; empty without one.
std::string answer_in_words(const Question& question, const Answers& answers);

}  // namespace hamandish
