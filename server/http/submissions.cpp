#include "server/http/submissions.h"

#include "server/http/context.h"
#include "server/http/reply.h"
#include "shared/identity/phone.h"
#include "shared/json/reader.h"

namespace hamandish::server {
namespace {

ProofOfWork::Mode mode_of(const Context& context) {
  // Load tests switch the limits off: their flood is wanted.
  return context.settings.rate_limit ? context.settings.proof_of_work : ProofOfWork::Mode::off;
}

Result<void> check_mobile(const Call& call, const api::NewCase& content) {
  const std::optional<std::string> mobile = parse_mobile(answer(content.answers, "mobile"));
  if (!mobile || content.anonymous || !call.context.settings.rate_limit) return {};
  const std::int64_t wait = call.context.rate_limit.take(Bucket::mobile, *mobile, call.now);
  if (wait == 0) return {};
  Error error = make_error(Code::busy, "error.mobile_limited");
  error.params.push_back({"minutes", std::to_string((wait + kMinute - 1) / kMinute)});
  error.params.push_back({"seconds", std::to_string((wait + kSecond - 1) / kSecond)});
  return error;
}

Result<void> check_proof(const Call& call, const api::NewCase& content, std::string_view proof, Sender sender) {
  Context& context = call.context;
  const int level = context.proof_of_work.level(mode_of(context), call.now);
  context.proof_of_work.count(call.now);
  if (level == 0) return {};
  if (sender == Sender::plain_form && proof.empty()) {
    const std::int64_t wait = context.rate_limit.take(Bucket::submit_bare, call.request.address, call.now);
    return wait == 0 ? Result<void>() : Result<void>(make_error(Code::busy, "proof.needed"));
  }
  return context.proof_of_work.redeem(proof, wire_name(content.kind), call.now);
}

}  // namespace

Result<void> admit(const Call& call, const api::NewCase& content, std::string_view proof, Sender sender) {
  const Profile& profile = *call.profile;
  const KindForm* form = profile.kind(content.kind);
  if (form != nullptr && !profile.takes_from_web(*form)) return make_error(Code::conflict, "form.closed");
  if (Result<void> proven = check_proof(call, content, proof, sender); !proven) return proven;
  return check_mobile(call, content);
}

Result<void> admit_short_form(const Call& call) {
  Context& context = call.context;
  const int level = context.proof_of_work.level(mode_of(context), call.now);
  context.proof_of_work.count(call.now);
  if (level == 0) return {};
  const std::int64_t wait = context.rate_limit.take(Bucket::submit_bare, call.request.address, call.now);
  if (wait == 0) return {};
  return make_error(Code::busy, "proof.needed");
}

Reply get_challenge(const Call& call) {
  const std::string_view form = call.request.query_value("form");
  if (!case_kind_from(form)) return error_reply(invalid({{"form", "json.unknown_value", {{"name", "form"}}}}));
  Context& context = call.context;
  const int level = context.proof_of_work.level(mode_of(context), call.now);
  Json json = Json::object({{"required", level > 0}});
  if (level > 0) json.set("challenge", proof::to_json(context.proof_of_work.challenge(form, level, call.now)));
  Reply reply = json_reply(json);
  reply.set("Cache-Control", "no-store");
  return reply;
}

}  // namespace hamandish::server
