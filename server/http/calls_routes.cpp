#include "server/http/calls_routes.h"

#include <algorithm>

#include "server/base/random.h"
#include "server/channels/channels.h"
#include "server/channels/waveform.h"
#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/kept_routes.h"
#include "server/http/news_views.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "server/service/case_ids.h"
#include "shared/channels/sms_text.h"
#include "shared/identity/phone.h"
#include "shared/messages/messages.h"
#include "shared/pages/calls_page.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

CallsService& calls_of(const Call& call) {
  return call.context.services.calls;
}
const Actor& actor_of(const Call& call) {
  return call.session->actor;
}

pages::CallCase case_of(const CallerCase& of) {
  return {write_id(of.id), of.tracking_code, of.kind, of.state, of.subject, of.unit_name, of.registered_at, of.due_on};
}

void take_error(const Error& error, std::vector<FieldError>& errors, std::string& failure) {
  errors = error.fields;
  if (errors.empty()) failure = error.key;
}

Reply desk(const Call& call, pages::CallsDeskState state, int status) {
  const Result<CallsDesk> found = calls_of(call).desk(actor_of(call));
  if (!found) return remote_error(call, found.error());
  for (const CallsDesk::Callback& one : found->callbacks) {
    const CallbackRow& row = one.row;
    state.callbacks.push_back({row.id, case_of(one.of), row.number, row.cause, row.text, row.created_at, row.not_before,
                               row.tries, row.outcome});
  }
  for (const CallsDesk::Unwritten& one : found->recordings) {
    state.recordings.push_back({write_id(one.case_id), one.tracking_code, one.number, one.at, one.seconds});
  }
  return remote_reply(call, pages::calls_desk_view(site_of(call), state), status);
}

Reply caller_page(const Call& call, std::string_view number, pages::CallerState state, int status) {
  const Result<Caller> found = calls_of(call).caller(actor_of(call), number, call.now);
  if (!found) return remote_error(call, found.error().fields.empty() ? found.error() : error_of_status(404));
  state.number = found->number;
  state.mobile = found->mobile;
  const Channels* channels = call.context.channels;
  state.may_text = channels != nullptr && !channels->config().sms.gateways.empty();
  for (const CallerCase& one : found->cases) state.cases.push_back(case_of(one));
  if (state.answers.empty()) {
    state.answers = {{"first_name", found->first_name}, {"last_name", found->last_name}, {"email", found->email}};
  }
  if (state.idempotency_key.empty()) state.idempotency_key = random_token(16);
  return remote_reply(call, pages::caller_view(site_of(call), state), status);
}

Reply recorded_page(const Call& call, std::int64_t id, pages::RecordedCaseState state, int status) {
  const Result<RecordedCase> found = calls_of(call).recorded(actor_of(call), id, call.now);
  if (!found) return remote_error(call, found.error());
  state.of = case_of(found->of);
  state.number = found->number;
  for (std::size_t i = 0; i < found->recordings.size(); ++i) {
    const RecordingRow& recording = found->recordings[i];
    state.sounds.push_back({recording.attachment_id, found->file_names[i], recording.seconds});
  }
  state.transcripts = found->transcripts;
  return remote_reply(call, pages::recorded_case_view(site_of(call), state), status);
}

// The code of a call that was just taken down, from the address; only if it is one of this number's.
Reply registered_page(const Call& call, std::string_view rest) {
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const Result<Caller> caller = calls_of(call).caller(actor_of(call), rest.substr(0, slash), call.now);
  if (!caller) return remote_error(call, error_of_status(404));
  const std::int64_t id = parse_id(rest.substr(std::min(slash + 1, rest.size()))).value_or(0);
  const auto found =
      std::find_if(caller->cases.begin(), caller->cases.end(), [&](const CallerCase& one) { return one.id == id; });
  if (found == caller->cases.end()) return remote_error(call, error_of_status(404));
  pages::CallsDeskState state;
  state.registered = found->tracking_code;
  return desk(call, std::move(state), 200);
}

Answers typed_answers(const Call& call, const std::vector<Field>& fields) {
  Answers answers;
  for (const Field& field : fields) set_answer(answers, field.id, typed_field(call, field.id));
  return answers;
}

std::string newest_case(const Call& call, const std::string& number, const std::string& code) {
  const Result<Caller> caller = calls_of(call).caller(actor_of(call), number, call.now);
  if (!caller) return {};
  for (const CallerCase& one : caller->cases) {
    if (one.tracking_code == code) return write_id(one.id);
  }
  return {};
}

}  // namespace

Reply calls_page(const Call& call) {
  if (!may_register_cases(actor_of(call).role))
    return remote_error(call, make_error(Code::forbidden, "error.forbidden"));
  const std::string_view rest = rest_of_path(call, pages::kCallsPath);
  constexpr std::string_view kNumber = "number/";
  constexpr std::string_view kCase = "case/";
  constexpr std::string_view kRegistered = "registered/";
  constexpr std::string_view kKept = "kept";
  if (rest.empty()) return desk(call, {}, 200);
  if (rest.starts_with(kKept)) return kept_page(call, rest.substr(kKept.size()));
  if (rest.starts_with(kNumber)) return caller_page(call, rest.substr(kNumber.size()), {}, 200);
  if (rest.starts_with(kRegistered)) return registered_page(call, rest.substr(kRegistered.size()));
  if (rest.starts_with(kCase)) return recorded_page(call, parse_id(rest.substr(kCase.size())).value_or(0), {}, 200);
  return remote_error(call, error_of_status(404));
}

Reply post_caller(const Call& call) {
  const std::string typed = typed_field(call, "caller");
  const std::string number = normal_number(typed);
  if (!number.empty()) return remote_go(call, pages::caller_address(number));
  pages::CallsDeskState state;
  state.typed_number = typed;
  state.errors.push_back({"caller", "call.no_number", {}});
  return desk(call, std::move(state), status_of(make_error(Code::invalid, "error.invalid")));
}

Reply post_call(const Call& call) {
  const std::string number = normal_number(typed_field(call, "number"));
  pages::CallerState state;
  state.idempotency_key = typed_field(call, "idempotency_key");
  const std::vector<Field> fields = pages::call_fields(*call.profile, parse_mobile(number).has_value());
  state.answers = typed_answers(call, fields);
  CheckedAnswers checked = check_answers(fields, state.answers);
  const auto value = [&](std::string_view id) { return std::string(answer(checked.answers, id)); };
  if (value("answer_by") == "email" && value("email").empty() && checked.errors.empty()) {
    checked.errors.push_back({"email", "call.email_needed", {}});
  }
  Error problem{Code::invalid, "error.invalid", {}, std::move(checked.errors), {}};
  if (problem.fields.empty()) {
    const CallNote note{number,
                        value("first_name"),
                        value("last_name"),
                        value("email"),
                        case_kind_from(value("kind")).value_or(CaseKind::complaint),
                        value("call_text"),
                        value("answer_by")};
    const Result<api::Receipt> made =
        call.context.services.cases.register_call(actor_of(call), note, state.idempotency_key, call.now);
    if (made) {
      return remote_go(call, std::string(pages::kCallsPath) + "/registered/" + number + "/" +
                                 newest_case(call, number, made->tracking_code));
    }
    problem = made.error();
  }
  if (problem.code == Code::forbidden) return remote_error(call, problem);
  take_error(problem, state.errors, state.failure);
  return caller_page(call, number, std::move(state), status_of(problem));
}

// Sent only as what was shown: a text that has changed since then is shown again with its parts.
Reply post_call_sms(const Call& call) {
  if (!may_register_cases(actor_of(call).role))
    return remote_error(call, make_error(Code::forbidden, "error.forbidden"));
  const std::string number = normal_number(typed_field(call, "sms_number"));
  const Channels* channels = call.context.channels;
  if (channels == nullptr || number.empty()) return remote_error(call, error_of_status(404));
  pages::CallerState state;
  state.sms_text = typed_field(call, "sms_text");
  const SmsConfig& sms = channels->config().sms;
  std::string leaves = text::for_storage(state.sms_text);
  if (sms.stop_line && !leaves.empty()) leaves += '\n' + say("sms.stop_line");
  const int parts = sms_size(leaves).parts;
  if (parts > 0 && number_in(typed_field(call, "seen_parts")) == parts) {
    const Result<void> done = calls_of(call).send_sms(actor_of(call), number, state.sms_text, call.now);
    if (done) {
      state.sms_text.clear();
      state.sms_sent = true;
      return caller_page(call, number, std::move(state), 200);
    }
    take_error(done.error(), state.errors, state.failure);
    return caller_page(call, number, std::move(state), status_of(done.error()));
  }
  if (parts == 0) state.errors.push_back({"sms_text", "call.words_needed", {}});
  state.sms_parts = parts;
  state.sms_cost = parts * sms.cost_per_part;
  return caller_page(call, number, std::move(state), parts == 0 ? 422 : 200);
}

Reply post_callback(const Call& call) {
  if (!may_register_cases(actor_of(call).role)) {
    return remote_error(call, make_error(Code::forbidden, "error.forbidden"));
  }
  const std::int64_t id = number_in(call.request.path_value("id"));
  const std::optional<CallOutcome> outcome = call_outcome_from(typed_field(call, "press"));
  if (!outcome) return remote_error(call, error_of_status(404));
  const std::string words = typed_field(call, "words-" + std::to_string(id));
  const Result<void> done = calls_of(call).settle(actor_of(call), id, *outcome, words, call.now);
  if (done) return remote_go(call, std::string(pages::kCallsPath));
  if (done.error().code != Code::invalid) return remote_error(call, done.error());
  pages::CallsDeskState state;
  state.failed_callback = id;
  state.typed_words = words;
  take_error(done.error(), state.errors, state.failure);
  return desk(call, std::move(state), status_of(done.error()));
}

Reply post_transcript(const Call& call) {
  const std::int64_t id = parse_id(call.request.path_value("id")).value_or(0);
  pages::RecordedCaseState state;
  state.typed = typed_field(call, "transcript");
  const Result<void> done = calls_of(call).transcribe(actor_of(call), id, state.typed, call.now);
  if (done) return remote_go(call, pages::recorded_address(write_id(id)));
  if (done.error().code != Code::invalid) return remote_error(call, done.error());
  take_error(done.error(), state.errors, state.failure);
  return recorded_page(call, id, std::move(state), status_of(done.error()));
}

Reply post_call_wish(const Call& call) {
  const std::int64_t id = parse_id(call.request.path_value("id")).value_or(0);
  pages::RecordedCaseState state;
  state.typed_words = typed_field(call, "words");
  const Result<void> done = calls_of(call).ask_for_call(actor_of(call), id, state.typed_words, call.now);
  if (done) return remote_go(call, std::string(pages::kCallsPath));
  if (done.error().code != Code::invalid) return remote_error(call, done.error());
  take_error(done.error(), state.errors, state.failure);
  return recorded_page(call, id, std::move(state), status_of(done.error()));
}

Reply get_wave(const Call& call) {
  const Result<RecordedCase> found =
      calls_of(call).recorded(actor_of(call), parse_id(call.request.path_value("id")).value_or(0), call.now);
  if (!found) return error_page(call, found.error());
  std::string_view file = call.request.path_value("file");
  if (file.ends_with(".svg")) file.remove_suffix(4);
  for (const RecordingRow& recording : found->recordings) {
    if (recording.attachment_id != file) continue;
    Reply reply;
    reply.content_type = "image/svg+xml";
    reply.body = waveform_svg(recording.peaks);
    reply.set("Cache-Control", "private, max-age=86400");
    return reply;
  }
  return error_page(call, error_of_status(404));
}

}  // namespace hamandish::server
