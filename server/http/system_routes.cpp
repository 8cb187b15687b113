#include "server/http/system_routes.h"

#include <charconv>

#include "server/http/channels_routes.h"
#include "server/http/context.h"
#include "server/http/reply.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kLargestHello = 1024UL * 1024;

}  // namespace

Reply get_health(const Call& /*call*/) {
  return json_reply(Json::object({{"status", "ok"}}));
}

Reply get_ready(const Call& call) {
  const Result<void> ready = call.context.services.ready();
  if (!ready) return error_reply(make_error(Code::unavailable, "error.unavailable", ready.error().detail));
  return json_reply(Json::object({{"status", "ok"}}));
}

Reply get_metrics(const Call& call) {
  Reply reply;
  reply.content_type = "text/plain; version=0.0.4; charset=utf-8";
  reply.body = call.context.metrics.write() + channel_metrics(call);
  reply.set("Cache-Control", "no-store");
  return reply;
}

Reply get_open_api(const Call& call) {
  Reply reply;
  reply.content_type = "application/json";
  reply.body = call.context.settings.open_api;
  reply.set("Cache-Control", "public, no-cache");
  return reply;
}

Reply get_hello(const Call& call) {
  const std::string_view asked = call.request.query_value("bytes");
  std::size_t bytes = 64;
  std::from_chars(asked.data(), asked.data() + asked.size(), bytes);
  if (bytes > kLargestHello) return error_reply(error_of_status(413));
  Reply reply;
  reply.content_type = "application/json";
  reply.set("Cache-Control", "no-store");
  if (bytes >= 2) reply.body = '"' + std::string(bytes - 2, 'h') + '"';
  return reply;
}

}  // namespace hamandish::server
