#include "server/http/cases_routes.h"

#include "server/http/context.h"
#include "server/http/reply.h"
#include "shared/api/routes.h"
#include "shared/api/wire_json.h"

namespace hamandish::server {

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
  const Result<api::Receipt> receipt =
      call.context.services.cases.register_case(*content, call.request.header(api::kIdempotencyHeader), call.now);
  if (!receipt) return error_reply(receipt.error());
  return json_reply(api::to_json(*receipt), 201);
}

Reply lookup_case(const Call& call) {
  const Result<Json> json = parse_json(call.request.body);
  if (!json) return error_reply(json.error());
  const Result<api::Lookup> lookup = api::read_lookup(*json);
  if (!lookup) return error_reply(lookup.error());
  const Result<api::CitizenCase> found = call.context.services.cases.lookup(*lookup, call.now);
  if (!found) return error_reply(found.error());
  return json_reply(api::to_json(*found));
}

Reply get_receipt(const Call& call) {
  const Result<api::Receipt> receipt = call.context.services.cases.receipt(call.request.path_value("token"), call.now);
  if (!receipt) return error_reply(receipt.error());
  return json_reply(api::to_json(*receipt));
}

}  // namespace hamandish::server
