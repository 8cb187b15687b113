// Surveys over REST: the forms, answers, published results.
#include <utility>

#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/gate.h"
#include "server/http/reply.h"
#include "server/http/surveys_routes.h"
#include "shared/api/routes.h"
#include "shared/json/reader.h"
#include "shared/pages/surveys_page.h"
#include "shared/surveys/survey_json.h"

namespace hamandish::server {
namespace {

SurveysService& surveys_of(const Call& call) {
  return call.context.services.surveys;
}

Json summary_json(const SurveyView& view) {
  Json json = Json::object({{"id", view.row.id},
                            {"title", view.survey.title},
                            {"lead", view.survey.lead},
                            {"access", std::string(wire_name(view.rules.access))},
                            {"anonymous", view.rules.anonymous},
                            {"answers", view.row.answers},
                            {"phase", std::string(wire_name(view.phase))},
                            {"address", pages::survey_address(view.row.id)}});
  if (view.rules.closes) json.set("closes_at", view.rules.closes->milliseconds);
  return json;
}

Json share_json(const Share& share) {
  Json json = Json::object({{"id", share.id}, {"name", share.name}});
  if (share.hidden) {
    json.set("hidden", true);
    return json;
  }
  json.set("count", share.count);
  if (share.percent) json.set("percent", *share.percent);
  return json;
}

Json part_json(const Distribution& part) {
  Json shares = Json::array();
  for (const Share& share : part.shares) shares.push(share_json(share));
  Json json = Json::object({{"shares", std::move(shares)}});
  if (!part.part.empty()) json.set("part", part.part);
  if (part.mean) json.set("mean", part.mean->mean);
  if (part.mean && part.mean->interval) {
    json.set("interval_low", part.mean->interval->first);
    json.set("interval_high", part.mean->interval->second);
  }
  return json;
}

Json result_json(const QuestionResult& result) {
  Json parts = Json::array();
  for (const Distribution& part : result.parts) parts.push(part_json(part));
  Json json = Json::object({{"id", result.question->id}, {"text", result.question->text}, {"parts", std::move(parts)}});
  if (result.hidden) json.set("hidden", true);
  if (!result.hidden) json.set("answered", result.answered);
  return json;
}

// {answers: {slot: text}, form?, unit?, service?, token?}
Result<SurveysService::Submission> submission_of(const Call& call) {
  const Result<Json> json = parse_json(call.request.body);
  if (!json) return json.error();
  std::vector<FieldError> errors;
  hamandish::Reader reader(*json, errors);
  SurveysService::Submission made;
  made.form = reader.integer_or("form", 0);
  made.unit_id = reader.text_or("unit", "");
  made.service_id = reader.text_or("service", "");
  made.token = reader.text_or("token", "");
  if (const Json* answers = reader.member("answers"); answers != nullptr && answers->is_object()) {
    for (const Json::Member& member : answers->members()) {
      if (member.value.text() == nullptr)
        errors.push_back({"answers." + member.name, "json.wrong_type", {{"name", member.name}}});
      if (member.value.text() != nullptr) set_answer(made.answers, member.name, *member.value.text());
    }
  } else {
    errors.push_back({"answers", "json.missing", {{"name", "answers"}}});
  }
  reader.refuse_unknown();
  if (!errors.empty()) return invalid(std::move(errors));
  made.survey_id = number_in(call.request.path_value("id"));
  made.device = cookie_value(call.request, "survey_device");
  made.request_key = call.request.header(api::kIdempotencyHeader);
  made.hidden = HiddenAnswers::refuse;
  return made;
}

}  // namespace

Reply get_surveys(const Call& call) {
  const Result<SurveysService::Lists> lists = surveys_of(call).lists(call.now);
  if (!lists) return error_reply(lists.error());
  Json open = Json::array();
  for (const SurveyView& view : lists->open) open.push(summary_json(view));
  Json with_results = Json::array();
  for (const SurveyView& view : lists->with_results) with_results.push(summary_json(view));
  return json_reply(Json::object({{"open", std::move(open)}, {"with_results", std::move(with_results)}}));
}

Reply get_survey(const Call& call) {
  const Result<SurveyView> view = surveys_of(call).survey(number_in(call.request.path_value("id")), 0, call.now);
  if (!view) return error_reply(view.error());
  Json json = summary_json(*view);
  json.set("form", view->form);
  json.set("survey", survey_json(view->survey));
  Reply reply = json_reply(json);
  if (view->rules.access == SurveyAccess::device &&
      !surveys_of(call).is_device(cookie_value(call.request, "survey_device"))) {
    std::string cookie = "survey_device=" + surveys_of(call).new_device();
    cookie += "; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000";
    if (call.context.settings.behind_tls) cookie += "; Secure";
    reply.set("Set-Cookie", std::move(cookie));
  }
  reply.set("Cache-Control", "no-store");
  return reply;
}

Reply post_survey_response(const Call& call) {
  const Result<SurveysService::Submission> submission = submission_of(call);
  if (!submission) return error_reply(submission.error());
  const Result<std::string> code = surveys_of(call).answer(*submission, call.now);
  if (!code) return error_reply(code.error());
  return json_reply(Json::object({{"code", *code}}), 201);
}

Reply get_survey_results(const Call& call) {
  const Result<SurveysService::Results> results =
      surveys_of(call).public_results(number_in(call.request.path_value("id")), call.now);
  if (!results) return error_reply(results.error());
  Json questions = Json::array();
  for (const QuestionResult& result : results_of(results->view.survey, results->tallies, true)) {
    questions.push(result_json(result));
  }
  return json_reply(Json::object({{"id", results->view.row.id},
                                  {"title", results->view.survey.title},
                                  {"answers", results->answers},
                                  {"questions", std::move(questions)}}));
}

}  // namespace hamandish::server
