#include "server/http/staff_surveys_routes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "server/base/random.h"
#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/news_views.h"
#include "server/http/overtaken.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "server/http/survey_forms.h"
#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/pages/staff_surveys_page.h"
#include "shared/text/digits.h"
#include "shared/text/normalize.h"

namespace hamandish::server {
namespace {

SurveysService& surveys_of(const Call& call) {
  return call.context.services.surveys;
}
const Actor& actor_of(const Call& call) {
  return call.session->actor;
}
Error forbidden() {
  return make_error(Code::forbidden, "error.forbidden");
}
bool keeps(const Call& call) {
  return may_keep_surveys(actor_of(call).role);
}

Reply list_page(const Call& call) {
  const Result<std::vector<SurveyView>> all = surveys_of(call).all(actor_of(call), call.now);
  if (!all) return remote_error(call, all.error());
  pages::StaffSurveysState state;
  state.may_keep = keeps(call);
  for (const SurveyView& view : *all) {
    state.items.push_back({view.row.id, view.survey.title, view.phase, view.row.answers, view.row.updated_at});
  }
  return remote_reply(call, pages::staff_surveys_view(site_of(call), state));
}

Result<pages::StaffSurveyState> state_of(const Call& call, std::int64_t id) {
  const Result<SurveyView> view = surveys_of(call).draft(actor_of(call), id, call.now);
  if (!view) return view.error();
  pages::StaffSurveyState state;
  state.item = {id, view->survey.title, view->phase, view->row.answers, view->row.updated_at};
  state.version = view->row.version;
  state.state = view->row.state;
  state.form = view->row.form;
  state.links = view->row.links;
  state.survey = view->survey;
  state.rules = view->rules;
  state.may_keep = keeps(call);
  if (state.form == 0) return state;
  const Result<SurveyView> asked = surveys_of(call).survey(id, 0, call.now);
  if (!asked) return asked.error();
  state.unpublished = !(asked->survey == state.survey);
  return state;
}

Reply survey_page(const Call& call, std::int64_t id) {
  const Result<pages::StaffSurveyState> state = state_of(call, id);
  if (!state) return remote_error(call, state.error());
  return remote_reply(call, pages::staff_survey_view(site_of(call), *state));
}

// --- Settings

std::string yes(bool value) {
  return value ? "1" : "";
}

void put_time(Answers& answers, const std::string& name, const std::optional<Instant>& at) {
  if (!at) return;
  set_answer(answers, name + "_day", short_date(to_tehran(*at).day));
  set_answer(answers, name + "_time", clock_time(*at));
}

Answers settings_answers(const SurveyView& view) {
  Answers answers = {{"survey_title", view.survey.title},
                     {"survey_lead", view.survey.lead},
                     {"survey_thanks", view.survey.thanks},
                     {"paged", yes(view.survey.paged)},
                     {"by_unit", yes(view.survey.by_unit)},
                     {"by_service", yes(view.survey.by_service)},
                     {"access", std::string(wire_name(view.rules.access))},
                     {"anonymous", yes(view.rules.anonymous)},
                     {"after_cases", yes(view.rules.after_cases)},
                     {"results_public", yes(view.rules.results_public)}};
  put_time(answers, "opens", view.rules.opens);
  put_time(answers, "closes", view.rules.closes);
  if (view.rules.quota > 0) set_answer(answers, "quota", text::persian_digits(std::to_string(view.rules.quota)));
  return answers;
}

// «08:30» in milliseconds after midnight.
std::optional<std::int64_t> time_of_day(std::string_view typed) {
  constexpr std::int64_t kLastHour = 23;
  constexpr std::int64_t kLastMinute = 59;
  const std::string text = text::ascii_digits(text::for_storage_one_line(typed));
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const std::optional<std::int64_t> hours = text::parse_integer(text.substr(0, colon));
  const std::optional<std::int64_t> minutes = text::parse_integer(text.substr(colon + 1));
  if (!hours || !minutes || *hours < 0 || *hours > kLastHour || *minutes < 0 || *minutes > kLastMinute)
    return std::nullopt;
  return *hours * kHour + *minutes * kMinute;
}

// Without a time: where the day begins, or where it ends.
std::optional<Instant> instant_from(const Answers& answers, const std::string& name, bool end,
                                    std::vector<FieldError>& errors) {
  const std::string_view day = answer(answers, name + "_day");
  const std::string_view time = answer(answers, name + "_time");
  if (text::blank(day)) {
    if (!text::blank(time)) errors.push_back({name + "_day", "staff_survey.day_first", {}});
    return std::nullopt;
  }
  const std::optional<JalaliDate> date = parse_jalali(day);
  if (!date) errors.push_back({name + "_day", std::string(jalali_fault(day, "survey.answer_not_date")), {}});
  const std::optional<std::int64_t> past = text::blank(time) ? std::optional<std::int64_t>(0) : time_of_day(time);
  if (!past) errors.push_back({name + "_time", "staff_survey.time_bad", {}});
  if (!date || !past) return std::nullopt;
  Day on = to_day(*date);
  if (end && text::blank(time)) ++on.number;
  return start_of_day_in_tehran(on) + *past;
}

SurveyRules rules_from(const Answers& answers, std::vector<FieldError>& errors) {
  SurveyRules rules;
  rules.access = survey_access_from(answer(answers, "access")).value_or(SurveyAccess::device);
  rules.anonymous = answer(answers, "anonymous") == "1";
  rules.after_cases = answer(answers, "after_cases") == "1";
  rules.results_public = answer(answers, "results_public") == "1";
  rules.opens = instant_from(answers, "opens", false, errors);
  rules.closes = instant_from(answers, "closes", true, errors);
  const std::string_view quota = answer(answers, "quota");
  if (text::blank(quota)) return rules;
  const std::optional<std::int64_t> count = text::parse_integer(quota);
  if (!count || *count < 0) errors.push_back({"quota", "staff_survey.not_number", {}});
  rules.quota = count.value_or(0);
  return rules;
}

Reply settings_page_again(const Call& call, pages::SurveyFormState state, const Error& error) {
  if (error.code == Code::forbidden || error.code == Code::not_found) return remote_error(call, error);
  if (state.errors.empty()) state.errors = error.fields;
  if (state.errors.empty()) state.failure = error.key;
  return remote_reply(call, pages::survey_settings_view(site_of(call), state), status_of(error));
}

Reply settings_page_of(const Call& call, std::int64_t id) {
  if (!keeps(call)) return remote_error(call, forbidden());
  const Result<SurveyView> view = surveys_of(call).draft(actor_of(call), id, call.now);
  if (!view) return remote_error(call, view.error());
  const pages::SurveyFormState state{id, view->row.version, settings_answers(*view), {}, {}};
  return remote_reply(call, pages::survey_settings_view(site_of(call), state));
}

Reply settings_overtaken(const Call& call, pages::SurveyFormState typed, const SurveyView& view) {
  const pages::SurveyFormState stored{typed.id, view.row.version, settings_answers(view), {}, {}};
  typed.version = stored.version;
  return overtaken_reply(call, pages::survey_settings_view(site_of(call), typed),
                         pages::survey_settings_view(site_of(call), stored));
}

// --- Preview

Reply preview_page(const Call& call, std::int64_t id) {
  const Result<SurveyView> view = surveys_of(call).draft(actor_of(call), id, call.now);
  if (!view) return remote_error(call, view.error());
  if (view->survey.questions.empty()) return survey_page(call, id);
  pages::SurveyAnswerState state;
  state.id = id;
  state.survey = view->survey;
  state.rules = view->rules;
  state.preview = true;
  return remote_reply(call, pages::survey_answer_view(site_of(call), state));
}

// --- Personal links

Reply links_page(const Call& call, std::int64_t id, pages::SurveyLinksState state, int status) {
  const Result<SurveyView> view = surveys_of(call).draft(actor_of(call), id, call.now);
  if (!view) return remote_error(call, view.error());
  const Result<std::vector<SurveysService::Link>> links = surveys_of(call).links(actor_of(call), id, call.now);
  if (!links) return remote_error(call, links.error());
  state.id = id;
  state.version = view->row.version;
  state.survey_title = view->survey.title;
  if (state.answers.empty()) set_answer(state.answers, "links", text::persian_digits(std::to_string(view->row.links)));
  for (const SurveysService::Link& link : *links) {
    state.links.push_back({link.number, pages::survey_address(id, "link/" + link.token), link.used});
  }
  return remote_reply(call, pages::survey_links_view(site_of(call), state), status);
}

std::optional<SurveysService::Step> step_from(std::string_view name) {
  using Step = SurveysService::Step;
  if (name == "open") return Step::open;
  if (name == "publish") return Step::publish;
  if (name == "close") return Step::close;
  if (name == "reopen") return Step::reopen;
  return std::nullopt;
}

// Rooms of one survey. Forms answer at their own addresses, which end with a version: who reloads one asks for the page.
Reply room_page(const Call& call, std::int64_t id, std::string_view room, std::string_view rest) {
  if (room.empty() || room == "do") return survey_page(call, id);
  if (room == "settings") return settings_page_of(call, id);
  if (room == "add") return survey_new_question_page(call, id, next_segment_of(rest));
  if (room == "questions") return survey_question_page(call, id, next_segment_of(rest));
  if (room == "preview") return preview_page(call, id);
  if (room == "links") return links_page(call, id, {}, 200);
  if (room == "results") return survey_results_page(call, id, rest);
  if (room == "cross") return survey_cross_page(call, id, rest);
  if (room == "texts") return survey_texts_page(call, id, rest);
  return remote_error(call, error_of_status(404));
}

}  // namespace

std::string_view next_segment_of(std::string_view& rest) {
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const std::string_view part = rest.substr(0, slash);
  rest.remove_prefix(std::min(slash + 1, rest.size()));
  return part;
}

SurveysService::Edition survey_edition_of(const Call& call) {
  return {number_in(call.request.path_value("id")), edited_version(call)};
}

Reply staff_surveys_page(const Call& call) {
  if (!may_read_surveys(actor_of(call).role)) return remote_error(call, forbidden());
  std::string_view rest = rest_of_path(call, pages::kStaffSurveysPath);
  if (rest.empty()) return list_page(call);
  const std::int64_t id = number_in(next_segment_of(rest));
  if (id <= 0) return remote_error(call, make_error(Code::not_found, "survey.not_found"));
  const std::string_view room = next_segment_of(rest);
  return room_page(call, id, room, rest);
}

Reply post_new_survey(const Call& call) {
  if (!keeps(call)) return remote_error(call, forbidden());
  const std::optional<SurveyTemplate> which = survey_template_from(call.request.path_value("template"));
  if (!which) return remote_error(call, error_of_status(404));
  const Result<std::int64_t> id = surveys_of(call).create(actor_of(call), *which, call.now);
  if (!id) return remote_error(call, id.error());
  return remote_go(call, pages::staff_survey_address(*id));
}

Reply post_survey_settings(const Call& call) {
  if (!keeps(call)) return remote_error(call, forbidden());
  const SurveysService::Edition edition = survey_edition_of(call);
  Result<SurveyView> view = surveys_of(call).draft(actor_of(call), edition.id, call.now);
  if (!view) return remote_error(call, view.error());
  pages::SurveyFormState state{edition.id, edition.version, {}, {}, {}};
  for (const Answer& known : settings_answers(*view))
    set_answer(state.answers, known.field, typed_field(call, known.field));
  for (const char* name : {"opens_day", "opens_time", "closes_day", "closes_time", "quota"}) {
    set_answer(state.answers, name, typed_field(call, name));
  }
  Survey survey = view->survey;
  survey.title = text::for_storage_one_line(answer(state.answers, "survey_title"));
  survey.lead = text::for_storage(answer(state.answers, "survey_lead"));
  survey.thanks = text::for_storage(answer(state.answers, "survey_thanks"));
  survey.paged = answer(state.answers, "paged") == "1";
  survey.by_unit = answer(state.answers, "by_unit") == "1";
  survey.by_service = answer(state.answers, "by_service") == "1";
  if (survey.title.empty()) state.errors.push_back({"survey_title", "survey.title_needed", {}});
  const SurveyRules rules = rules_from(state.answers, state.errors);
  if (!state.errors.empty())
    return settings_page_again(call, std::move(state), make_error(Code::invalid, "error.invalid"));
  Result<void> done = surveys_of(call).set_rules(actor_of(call), edition, rules, call.now);
  if (done && !(survey == view->survey)) {
    done = surveys_of(call).write(actor_of(call), {edition.id, edition.version + 1}, survey, call.now);
  }
  if (!done && done.error().key == "survey.changed_meanwhile") return settings_overtaken(call, std::move(state), *view);
  if (!done) return settings_page_again(call, std::move(state), done.error());
  return remote_go(call, pages::staff_survey_address(edition.id));
}

Reply post_survey_step(const Call& call) {
  if (!keeps(call)) return remote_error(call, forbidden());
  const std::optional<SurveysService::Step> step = step_from(call.request.path_value("step"));
  if (!step) return remote_error(call, error_of_status(404));
  const SurveysService::Edition edition = survey_edition_of(call);
  const Result<void> done = surveys_of(call).take(actor_of(call), edition, *step, call.now);
  if (done) return remote_go(call, pages::staff_survey_address(edition.id));
  Result<pages::StaffSurveyState> state = state_of(call, edition.id);
  if (!state) return remote_error(call, state.error());
  state->errors = done.error().fields;
  if (state->errors.empty()) state->failure = done.error().key;
  return remote_reply(call, pages::staff_survey_view(site_of(call), *state), status_of(done.error()));
}

Reply post_survey_links(const Call& call) {
  if (!keeps(call)) return remote_error(call, forbidden());
  const SurveysService::Edition edition = survey_edition_of(call);
  const std::string typed = typed_field(call, "links");
  const std::int64_t count = text::parse_integer(typed).value_or(0);
  const Result<void> done = surveys_of(call).make_links(actor_of(call), edition, count, call.now);
  if (done) return remote_go(call, pages::staff_survey_address(edition.id, "links"));
  pages::SurveyLinksState state;
  set_answer(state.answers, "links", typed);
  state.errors = done.error().fields;
  if (state.errors.empty()) state.failure = done.error().key;
  return links_page(call, edition.id, std::move(state), status_of(done.error()));
}

Reply post_survey_preview(const Call& call) {
  const std::int64_t id = number_in(call.request.path_value("id"));
  const Result<SurveyView> view = surveys_of(call).draft(actor_of(call), id, call.now);
  if (!view) return remote_error(call, view.error());
  if (view->survey.questions.empty()) return survey_page(call, id);
  pages::SurveyAnswerState state;
  state.id = id;
  state.survey = view->survey;
  state.rules = view->rules;
  state.preview = true;
  state.answers = posted_answers(call, *view, state.errors);
  SurveyMove move = move_in_survey(*view, pages::read_press(call.request.field("press")), std::move(state));
  const int status = move.state.errors.empty() ? 200 : 422;
  return remote_reply(call, pages::survey_answer_view(site_of(call), move.state), status);
}

}  // namespace hamandish::server
