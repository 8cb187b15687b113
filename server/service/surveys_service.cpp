// Surveys as the public reads them.
#include "server/service/surveys_service.h"

#include <utility>

#include "server/store/meta_store.h"
#include "shared/json/json.h"
#include "shared/surveys/survey_json.h"

namespace hamandish::server {

Result<void> SurveysService::start() {
  Result<std::string> key = secret(database_, "survey_key");
  if (!key) return key.error();
  key_ = std::move(key).value();
  return {};
}

Result<SurveyRow> SurveysService::need(Reader& reader, std::int64_t id) const {
  Result<std::optional<SurveyRow>> row = survey_by_id(reader, id);
  if (!row) return row.error();
  if (!*row) return make_error(Code::not_found, "survey.not_found");
  return std::move(**row);
}

// `form`: the number of an opened form; 0: the one that is being written.
Result<SurveyView> SurveysService::view_of(Reader& reader, SurveyRow row, std::int64_t form, Instant now) const {
  std::string content = row.content;
  if (form > 0) {
    Result<std::optional<std::string>> stored = survey_form(reader, row.id, form);
    if (!stored) return stored.error();
    if (!*stored) return make_error(Code::not_found, "survey.not_found");
    content = std::move(**stored);
  }
  const Result<Json> json = parse_json(content);
  if (!json) return json.error();
  Result<Survey> survey = read_survey(*json);
  if (!survey) return survey.error();
  const Result<Json> rules_text = parse_json(row.rules);
  if (!rules_text) return rules_text.error();
  const Result<SurveyRules> rules = read_rules(*rules_text);
  if (!rules) return rules.error();
  const SurveyPhase phase = survey_phase(row.state, *rules, row.answers, now);
  return SurveyView{std::move(row), std::move(survey).value(), form, *rules, phase};
}

Result<SurveysService::Lists> SurveysService::lists(Instant now) {
  Lists lists;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    lists = {};
    for (const SurveyState state : {SurveyState::open, SurveyState::closed}) {
      const Result<std::vector<SurveyRow>> rows = surveys_in(reader, state);
      if (!rows) return rows.error();
      for (const SurveyRow& row : *rows) {
        Result<SurveyView> view = view_of(reader, row, row.form, now);
        if (!view) return view.error();
        const bool readable = view->phase == SurveyPhase::closed && view->rules.results_public;
        if (view->phase == SurveyPhase::open && view->rules.access != SurveyAccess::link) {
          lists.open.push_back(std::move(view).value());
        } else if (readable) {
          lists.with_results.push_back(std::move(view).value());
        }
      }
    }
    return {};
  });
  if (!done) return done.error();
  return lists;
}

Result<SurveyView> SurveysService::survey(std::int64_t id, std::int64_t form, Instant now) {
  SurveyView found;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<SurveyRow> row = need(reader, id);
    if (!row) return row.error();
    const std::int64_t newest = row->form;
    if (newest == 0) return make_error(Code::not_found, "survey.not_found");
    Result<SurveyView> view = view_of(reader, std::move(row).value(), form > 0 ? form : newest, now);
    if (!view) return view.error();
    found = std::move(view).value();
    return {};
  });
  if (!done) return done.error();
  return found;
}

Result<std::int64_t> SurveysService::after_cases(Instant now) {
  const Result<Lists> all = lists(now);
  if (!all) return all.error();
  for (const SurveyView& view : all->open) {
    if (view.rules.after_cases) return view.row.id;
  }
  return std::int64_t{0};
}

Result<SurveysService::Results> SurveysService::public_results(std::int64_t id, Instant now) {
  Results results;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<SurveyRow> row = need(reader, id);
    if (!row) return row.error();
    const std::int64_t newest = row->form;
    if (newest == 0) return make_error(Code::not_found, "survey.not_found");
    Result<SurveyView> view = view_of(reader, std::move(row).value(), newest, now);
    if (!view) return view.error();
    if (view->phase != SurveyPhase::closed || !view->rules.results_public) {
      return make_error(Code::not_found, "survey.results_hidden");
    }
    Result<std::vector<Tallied>> tallies = survey_tallies(reader, id, {});
    if (!tallies) return tallies.error();
    results.answers = view->row.answers;
    results.view = std::move(view).value();
    results.tallies = std::move(tallies).value();
    return {};
  });
  if (!done) return done.error();
  return results;
}

Result<bool> SurveysService::has_answered(const SurveyView& view, std::string_view device, std::string_view token) {
  Submission submission;
  submission.survey_id = view.row.id;
  submission.device = device;
  submission.token = token;
  const Result<SurveyPass> pass = admit(view, submission);
  if (!pass) return false;
  const std::string hash = pass_of(view, submission, *pass);
  if (hash.empty()) return false;
  bool used = false;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Result<bool> found = has_survey_pass(reader, view.row.id, hash);
    if (!found) return found.error();
    used = *found;
    return {};
  });
  if (!done) return done.error();
  return used;
}

}  // namespace hamandish::server
