#include "server/http/cases_routes.h"

#include <algorithm>

#include "server/http/context.h"
#include "server/http/reply.h"
#include "server/http/submissions.h"
#include "shared/api/routes.h"
#include "shared/api/wire_json.h"
#include "shared/cases/transitions.h"
#include "shared/json/reader.h"

namespace hamandish::server {
namespace {

// No thread waits while the disk does: this is the call that a flood of citizens makes.
Reply registered_later(const Call& call, const api::NewCase& content) {
  const auto maker = std::make_shared<CasesService::ReceiptMaker>();
  Reply reply;
  reply.later = std::make_shared<Later>();
  reply.later->begin = [&cases = call.context.services.cases, content, now = call.now, maker,
                        key = std::string(call.request.header(api::kIdempotencyHeader))](std::function<void()> ready) {
    cases.register_case_later(content, key, now, [maker, ready = std::move(ready)](CasesService::ReceiptMaker made) {
      *maker = std::move(made);
      ready();
    });
  };
  reply.later->finish = [maker] {
    const Result<api::Receipt> receipt = (*maker)();
    return receipt ? json_reply(api::to_json(*receipt), 201) : error_reply(receipt.error());
  };
  return reply;
}

}  // namespace

Reply get_profile(const Call& call) {
  Reply reply;
  reply.content_type = "application/json";
  reply.body = write_public_profile(*call.profile);
  reply.set("Cache-Control", "public, no-cache");
  return reply;
}

Reply register_case(const Call& call) {
  const Result<Json> json = parse_json(call.request.body);
  if (!json) return error_reply(json.error());
  const Result<api::NewCase> content = api::read_new_case(*json);
  if (!content) return error_reply(content.error());
  const Result<void> admitted = admit(call, *content, call.request.header(api::kProofHeader), Sender::client);
  if (!admitted) return error_reply(admitted.error());
  return registered_later(call, *content);
}

Reply lookup_case(const Call& call) {
  const Result<Json> json = parse_json(call.request.body);
  if (!json) return error_reply(json.error());
  const Result<api::Lookup> lookup = api::read_lookup(*json);
  if (!lookup) return error_reply(lookup.error());
  const Result<api::CitizenCase> found = call.context.services.cases.lookup(*lookup, call.now);
  // To programs a mistyped code is a code of no case; clients that people use look for slips themselves (check_lookup).
  const bool mistyped =
      !found && std::any_of(found.error().fields.begin(), found.error().fields.end(), [](const FieldError& one) {
        return one.field == "tracking_code" && one.key != "form.code_needed";
      });
  if (mistyped) return error_reply(make_error(Code::not_found, "case.not_found"));
  if (!found) return error_reply(found.error());
  return json_reply(api::to_json(*found));
}

Reply get_mine(const Call& call) {
  const Result<Json> json = parse_json(call.request.body);
  if (!json) return error_reply(json.error());
  const Result<api::CitizenAction> wanted = api::read_citizen_action(*json);
  if (!wanted) return error_reply(wanted.error());
  const Result<api::CitizenCase> found = call.context.services.cases.mine(wanted->tracking_token, call.now);
  if (!found) return error_reply(found.error());
  return json_reply(api::to_json(*found));
}

Reply act_on_mine(const Call& call) {
  const std::optional<CaseAction> action = case_action_from(call.request.path_value("action"));
  if (!action || party_of(*action) != Party::citizen) return error_reply(error_of_status(404));
  const Result<Json> json = parse_json(call.request.body);
  if (!json) return error_reply(json.error());
  const Result<api::CitizenAction> wanted = api::read_citizen_action(*json);
  if (!wanted) return error_reply(wanted.error());
  const Result<api::CitizenCase> after = call.context.services.cases.act_on_own(*action, *wanted, call.now);
  if (!after) return error_reply(after.error());
  return json_reply(api::to_json(*after));
}

Reply recover_code(const Call& call) {
  const Result<Json> json = parse_json(call.request.body);
  if (!json) return error_reply(json.error());
  std::vector<FieldError> errors;
  hamandish::Reader reader(*json, errors);
  const std::string mobile = reader.text("mobile");
  reader.refuse_unknown();
  if (!errors.empty()) return error_reply(invalid(std::move(errors)));
  const Result<void> done = call.context.services.cases.recover_codes(mobile, call.now);
  if (!done) return error_reply(done.error());
  return json_reply(Json::object({{"status", "accepted"}}), 202);
}

Reply get_receipt(const Call& call) {
  const Result<api::Receipt> receipt = call.context.services.cases.receipt(call.request.path_value("token"), call.now);
  if (!receipt) return error_reply(receipt.error());
  return json_reply(api::to_json(*receipt));
}

}  // namespace hamandish::server
