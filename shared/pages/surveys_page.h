// Surveys for the public: the list, answering, what was sent, published results. The server makes these pages whole
// (server/http/remote_pages.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/forms/field.h"
#include "shared/pages/state.h"
#include "shared/surveys/results.h"
#include "shared/surveys/survey.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

inline constexpr std::string_view kSurveysPath = "/surveys";
// The form that people answer: drafts.js keeps what stands in it on the device.
inline constexpr std::string_view kSurveyForm = "survey";

// A hidden field of that form: which page it shows, as the value of a button that would show it again. Kept with the answers, it
// brings who comes back to where they were.
inline constexpr std::string_view kSurveyPlace = "survey_place";

// /surveys/<id>, or one of its rooms: «link/<token>», «case/<token>», «thanks/<code>», «results».
std::string survey_address(std::int64_t id, std::string_view room = {});

struct SurveySummary {
  std::int64_t id = 0;
  std::string title;
  std::string lead;
  std::optional<Instant> closes;
  std::int64_t answers = 0;
};
struct SurveyListState {
  std::vector<SurveySummary> open;
  std::vector<SurveySummary> with_results;
};
view::Node survey_list_view(const Site& site, const SurveyListState& state);

// Which button of the form was pressed. It carries what the page showed, so that no hidden field can tell of another one.
struct SurveyPress {
  enum class Kind { stay, next, back };
  Kind kind = Kind::stay;
  std::size_t page = 0;  // that was shown
  std::int64_t form = 0;
  std::vector<std::string> shown;  // ids of its questions
};
std::string press_text(const SurveyPress& press);
// Kind::stay for what cannot be read.
SurveyPress read_press(std::string_view text);

struct SurveyAnswerState {
  std::int64_t id = 0;
  std::int64_t form = 0;
  Survey survey;
  SurveyRules rules;
  std::string room;  // of the address: «link/<token>», «case/<token>», or empty
  std::size_t page = 0;
  Answers answers;  // of all pages, and «answer_unit», «answer_service»
  std::vector<FieldError> errors;
  std::string failure;      // message key
  std::string about;        // name of the unit, where the case decides what the answers are about
  bool more_asked = false;  // an answer has brought further questions onto the page
  std::string idempotency_key;
  bool preview = false;  // for staff: nothing can be sent
};
view::Node survey_answer_view(const Site& site, const SurveyAnswerState& state);

// Instead of the form: why it cannot be answered here.
struct SurveyClosedState {
  std::int64_t id = 0;
  std::string title;
  std::string message;     // key
  bool results = false;    // can be read
  bool asks_code = false;  // the form for a tracking code
  Answers answers;         // of that form
  std::vector<FieldError> errors;
};
view::Node survey_closed_view(const Site& site, const SurveyClosedState& state);

struct SurveySentState {
  std::int64_t id = 0;
  Survey survey;
  bool anonymous = true;
  std::string code;
};
view::Node survey_sent_view(const Site& site, const SurveySentState& state);

struct SurveyResultsState {
  std::int64_t id = 0;
  Survey survey;
  std::int64_t answers = 0;
  std::vector<QuestionResult> results;
};
view::Node survey_results_view(const Site& site, const SurveyResultsState& state);

}  // namespace hamandish::pages
