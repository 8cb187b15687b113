#include "server/http/surveys_routes.h"

#include <algorithm>
#include <utility>

#include "server/base/random.h"
#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/gate.h"
#include "server/http/news_views.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "server/http/submissions.h"
#include "server/http/survey_forms.h"
#include "shared/pages/surveys_page.h"

namespace hamandish::server {
namespace {

constexpr std::string_view kDevice = "survey_device";  // the cookie
constexpr std::string_view kTrap = "website";

SurveysService& surveys_of(const Call& call) {
  return call.context.services.surveys;
}

pages::SurveySummary summary_of(const SurveyView& view) {
  return {view.row.id, view.survey.title, view.survey.lead, view.rules.closes, view.row.answers};
}

Reply list_page(const Call& call) {
  const Result<SurveysService::Lists> lists = surveys_of(call).lists(call.now);
  if (!lists) return remote_error(call, lists.error());
  pages::SurveyListState state;
  for (const SurveyView& view : lists->open) state.open.push_back(summary_of(view));
  for (const SurveyView& view : lists->with_results) state.with_results.push_back(summary_of(view));
  return remote_reply(call, pages::survey_list_view(site_of(call), state));
}

std::string device_of(const Call& call) {
  return cookie_value(call.request, kDevice);
}

// A device that has no token of ours gets one with the page.
void set_device(const Call& call, Reply& reply) {
  if (surveys_of(call).is_device(device_of(call))) return;
  std::string cookie = std::string(kDevice) + "=" + surveys_of(call).new_device();
  cookie += "; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000";
  if (call.context.settings.behind_tls) cookie += "; Secure";
  reply.set("Set-Cookie", std::move(cookie));
}

// What stands in the address beside the survey.
struct Asked {
  std::int64_t id = 0;
  std::string room;   // «link/<token>», «case/<token>», or empty
  std::string token;  // of either
};

Reply closed_page(const Call& call, const SurveyView& view, const char* message, int status = 200) {
  pages::SurveyClosedState state;
  state.id = view.row.id;
  state.title = view.survey.title;
  state.message = message;
  state.results = view.phase == SurveyPhase::closed && view.rules.results_public;
  state.asks_code = view.phase == SurveyPhase::open && view.rules.access == SurveyAccess::closed_case;
  if (state.asks_code) state.message.clear();
  return remote_reply(call, pages::survey_closed_view(site_of(call), state), status);
}

pages::SurveyAnswerState first_state(const Call& call, const SurveyView& view, const Asked& asked,
                                     const SurveyPass& pass) {
  pages::SurveyAnswerState state;
  state.id = view.row.id;
  state.form = view.form;
  state.survey = view.survey;
  state.rules = view.rules;
  state.room = asked.room;
  if (const Unit* unit = call.profile->unit(pass.unit_id)) state.about = unit->name;
  state.idempotency_key = random_token(16);
  return state;
}

// The pass of the address; nothing is needed of it where the survey is open to all.
Result<SurveyPass> pass_of(const Call& call, const SurveyView& view, const Asked& asked) {
  if (!asked.token.empty()) return surveys_of(call).open_token(view.row, asked.token);
  const SurveyAccess access = view.rules.access;
  if (access == SurveyAccess::link || access == SurveyAccess::closed_case) {
    return make_error(Code::unauthorized, "survey.pass_needed");
  }
  return SurveyPass{};
}

Reply answer_page(const Call& call, const Asked& asked) {
  const Result<SurveyView> view = surveys_of(call).survey(asked.id, 0, call.now);
  if (!view) return remote_error(call, view.error());
  if (view->phase != SurveyPhase::open) return closed_page(call, *view, "survey.not_open");
  const Result<SurveyPass> pass = pass_of(call, *view, asked);
  if (!pass)
    return closed_page(call, *view,
                       pass.error().key == "survey.pass_needed" ? "survey.pass_needed" : "survey.pass_bad");
  const Result<bool> answered = surveys_of(call).has_answered(*view, device_of(call), asked.token);
  if (!answered) return remote_error(call, answered.error());
  if (*answered) return closed_page(call, *view, "survey.already");
  Reply reply = remote_reply(call, pages::survey_answer_view(site_of(call), first_state(call, *view, asked, *pass)));
  if (view->rules.access == SurveyAccess::device) set_device(call, reply);
  return reply;
}

Reply thanks_page(const Call& call, std::int64_t id, std::string_view code) {
  const Result<bool> known = surveys_of(call).is_receipt(id, code);
  if (!known) return remote_error(call, known.error());
  const Result<SurveyView> view = surveys_of(call).survey(id, 0, call.now);
  if (!view) return remote_error(call, view.error());
  if (!*known) return remote_error(call, error_of_status(404));
  return remote_reply(
      call, pages::survey_sent_view(site_of(call), {id, view->survey, view->rules.anonymous, std::string(code)}));
}

Reply results_page(const Call& call, std::int64_t id) {
  const Result<SurveysService::Results> results = surveys_of(call).public_results(id, call.now);
  if (!results) return remote_error(call, results.error());
  pages::SurveyResultsState state{id, results->view.survey, results->answers, {}};
  state.results = results_of(state.survey, results->tallies, true);
  return remote_reply(call, pages::survey_results_view(site_of(call), state));
}

// From the page of one's own closed case.
Reply after_case(const Call& call, std::string_view tracking_token) {
  const Result<std::int64_t> id = surveys_of(call).after_cases(call.now);
  if (!id) return remote_error(call, id.error());
  if (*id == 0) return remote_go(call, std::string(pages::kSurveysPath));
  const Result<api::CitizenCase> own = call.context.services.cases.mine(tracking_token, call.now);
  if (!own) return remote_error(call, own.error());
  const Result<std::string> token = surveys_of(call).case_token(*id, own->tracking_code);
  if (!token) return remote_error(call, token.error());
  return remote_go(call, pages::survey_address(*id, "case/" + *token));
}

// How many answers may come from one address.
Result<void> admit_answers(const Call& call) {
  Context& context = call.context;
  if (!context.settings.rate_limit) return {};
  const std::int64_t wait = context.rate_limit.take(Bucket::submit, call.request.address, call.now);
  if (wait == 0) return admit_short_form(call);
  Error error = make_error(Code::busy, "error.rate_limited");
  error.params.push_back({"seconds", std::to_string((wait + kSecond - 1) / kSecond)});
  return error;
}

Reply show(const Call& call, const SurveyView& view, const pages::SurveyAnswerState& state, int status) {
  Reply reply = remote_reply(call, pages::survey_answer_view(site_of(call), state), status);
  if (view.rules.access == SurveyAccess::device) set_device(call, reply);
  return reply;
}

// Everything is answered: take it, and say so on a page of its own, which can be reloaded.
Reply take_answers(const Call& call, const SurveyView& view, const Asked& asked, pages::SurveyAnswerState state) {
  SurveysService::Submission submission;
  submission.survey_id = asked.id;
  submission.form = view.form;
  submission.unit_id = answer(state.answers, "answer_unit");
  submission.service_id = answer(state.answers, "answer_service");
  submission.answers = state.answers;
  submission.device = device_of(call);
  submission.token = asked.token;
  submission.request_key = state.idempotency_key;
  const Result<void> admitted = admit_answers(call);
  const Result<std::string> code =
      admitted ? surveys_of(call).answer(submission, call.now) : Result<std::string>(admitted.error());
  if (code) return remote_go(call, pages::survey_address(asked.id, "thanks/" + *code));
  const Error& error = code.error();
  if (error.key == "survey.already") return closed_page(call, view, "survey.already", status_of(error));
  show_errors(view, state, error.fields);
  if (error.fields.empty()) state.failure = error.key;
  return show(call, view, state, status_of(error));
}

std::string_view next_part(std::string_view& rest) {
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const std::string_view part = rest.substr(0, slash);
  rest.remove_prefix(std::min(slash + 1, rest.size()));
  return part;
}

}  // namespace

Reply surveys_page(const Call& call, std::string_view rest) {
  if (rest.empty()) return list_page(call);
  const std::string_view first = next_part(rest);
  const std::string_view room = next_part(rest);
  if (first == "after") return after_case(call, room);
  const std::int64_t id = number_in(first);
  if (id <= 0) return remote_error(call, make_error(Code::not_found, "survey.not_found"));
  if (room == "results" && rest.empty()) return results_page(call, id);
  if (room == "thanks") return thanks_page(call, id, rest);
  const bool token = room == "link" || room == "case";
  if (token && !rest.empty())
    return answer_page(call, {id, std::string(room) + "/" + std::string(rest), std::string(rest)});
  // The form for a code answers at its own address; who reloads it asks for the survey.
  if (room.empty() || room == "case") return answer_page(call, {id, {}, {}});
  return remote_error(call, error_of_status(404));
}

Reply post_survey(const Call& call) {
  Asked asked{number_in(call.request.path_value("id")), {}, std::string(call.request.path_value("token"))};
  if (!asked.token.empty()) {
    const bool link = call.request.path.find("/link/") != std::string::npos;
    asked.room = (link ? "link/" : "case/") + asked.token;
  }
  const pages::SurveyPress press = pages::read_press(call.request.field("press"));
  const Result<SurveyView> view = surveys_of(call).survey(asked.id, press.form, call.now);
  if (!view) return remote_error(call, view.error());
  if (view->phase != SurveyPhase::open) return closed_page(call, *view, "survey.not_open", 409);
  const Result<SurveyPass> pass = pass_of(call, *view, asked);
  if (!pass)
    return closed_page(call, *view, pass.error().key == "survey.pass_needed" ? "survey.pass_needed" : "survey.pass_bad",
                       401);
  pages::SurveyAnswerState state = first_state(call, *view, asked, *pass);
  state.answers = posted_answers(call, *view, state.errors);
  const std::string key = typed_field(call, "idempotency_key");
  if (!key.empty()) state.idempotency_key = key;
  if (!call.request.field(kTrap).empty()) {
    state.failure = "form.trapped";
    return show(call, *view, state, 422);
  }
  SurveyMove move = move_in_survey(*view, press, std::move(state));
  if (move.finished) return take_answers(call, *view, asked, std::move(move.state));
  return show(call, *view, move.state, move.state.errors.empty() ? 200 : 422);
}

Reply post_survey_case(const Call& call) {
  const std::int64_t id = number_in(call.request.path_value("id"));
  const Result<SurveyView> view = surveys_of(call).survey(id, 0, call.now);
  if (!view) return remote_error(call, view.error());
  if (view->phase != SurveyPhase::open) return closed_page(call, *view, "survey.not_open", 409);
  const api::Lookup lookup{typed_field(call, "tracking_code"), typed_field(call, "mobile_last4")};
  const Result<api::CitizenCase> own = call.context.services.cases.lookup(lookup, call.now);
  Result<std::string> token =
      own ? surveys_of(call).case_token(id, own->tracking_code) : Result<std::string>(own.error());
  if (token) return remote_go(call, pages::survey_address(id, "case/" + *token));
  pages::SurveyClosedState state;
  state.id = id;
  state.title = view->survey.title;
  state.asks_code = true;
  state.errors = token.error().fields;
  if (state.errors.empty()) state.message = token.error().key;
  set_answer(state.answers, "tracking_code", lookup.tracking_code);
  set_answer(state.answers, "mobile_last4", lookup.mobile_last4);
  return remote_reply(call, pages::survey_closed_view(site_of(call), state), status_of(token.error()));
}

}  // namespace hamandish::server
