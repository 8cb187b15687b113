// Whether a survey can be answered at all. All that is wrong at once, each with the place where it stands: «title»,
// «questions», «q3.text», «q3.choices», «q3.rows», «q3.scale», «q3.most», «q3.show.1».
#pragma once

#include <vector>

#include "shared/surveys/survey.h"

namespace hamandish {

// - survey.title_needed, survey.no_questions (nothing but sections), survey.too_many_questions
// - survey.id_bad, survey.id_twice
// - survey.text_needed, survey.text_too_long
// - survey.choices_needed (fewer than two), survey.too_many_choices, survey.choice_twice, survey.choice_too_long;
//   the same for rows
// - survey.scale_bad (2 to 11 steps), survey.range_bad (number)
// - survey.pipe_unknown, survey.pipe_forward
// - of a condition: survey.condition_unknown, survey.condition_self, survey.condition_forward (which is how a circle
//   begins), survey.condition_kind (a test that fits no such question), survey.condition_choice (no such choice),
//   survey.condition_contradiction (joined by «and», they can never hold together), survey.too_many_conditions
std::vector<FieldError> check_survey(const Survey& survey);

}  // namespace hamandish
