#include "server/http/reply.h"

#include <array>
#include <utility>

#include "shared/api/error_wire.h"

namespace hamandish::server {
namespace {

struct StatusOfCode {
  Code code;
  int status;
};
constexpr std::array kStatusOfCode = {
    StatusOfCode{Code::invalid, 422},   StatusOfCode{Code::unauthorized, 401}, StatusOfCode{Code::forbidden, 403},
    StatusOfCode{Code::not_found, 404}, StatusOfCode{Code::conflict, 409},     StatusOfCode{Code::too_large, 413},
    StatusOfCode{Code::busy, 503},      StatusOfCode{Code::unavailable, 503},  StatusOfCode{Code::internal, 500},
};

struct StatusOfKey {
  std::string_view key;
  int status;
};
constexpr std::array kStatusOfKey = {
    StatusOfKey{"error.malformed_json", 400},
    StatusOfKey{"error.json_too_deep", 400},
    StatusOfKey{"error.json_duplicate", 400},
    StatusOfKey{"error.bad_utf8", 400},
    StatusOfKey{"error.nul_byte", 400},
    StatusOfKey{"error.malformed_request", 400},
    StatusOfKey{"error.idempotency_missing", 400},
    StatusOfKey{"error.method_not_allowed", 405},
    StatusOfKey{"error.unsupported_media_type", 415},
    StatusOfKey{"error.form_media_type", 415},
    StatusOfKey{"upload.kind_not_allowed", 415},
    StatusOfKey{"error.rate_limited", 429},
    StatusOfKey{"error.mobile_limited", 429},
    StatusOfKey{"error.locked_out", 429},
};

constexpr std::string_view kRetrySeconds = "5";

std::string_view retry_after(const Error& error) {
  for (const Param& param : error.params) {
    if (param.name == "seconds") return param.value;
  }
  return kRetrySeconds;
}

}  // namespace

int status_of(const Error& error) {
  for (const StatusOfKey& row : kStatusOfKey) {
    if (row.key == error.key) return row.status;
  }
  for (const StatusOfCode& row : kStatusOfCode) {
    if (row.code == error.code) return row.status;
  }
  return 500;
}

Reply json_reply(const Json& json, int status) {
  Reply reply;
  reply.status = status;
  reply.content_type = "application/json";
  reply.body = json.write();
  reply.set("Cache-Control", "no-store");
  return reply;
}

Reply error_reply(const Error& error) {
  Reply reply = json_reply(api::to_json(error), status_of(error));
  reply.detail = error.key + (error.detail.empty() ? "" : ": " + error.detail);
  if (reply.status == 429 || reply.status == 503) reply.set("Retry-After", std::string(retry_after(error)));
  return reply;
}

Reply empty_reply() {
  Reply reply;
  reply.status = 204;
  reply.set("Cache-Control", "no-store");
  return reply;
}

Reply see_other(std::string address) {
  Reply reply;
  reply.status = 303;
  reply.set("Location", std::move(address));
  reply.set("Cache-Control", "no-store");
  return reply;
}

Error error_of_status(int status) {
  switch (status) {
    case 404:
      return make_error(Code::not_found, "error.not_found");
    case 405:
      return make_error(Code::invalid, "error.method_not_allowed");
    case 413:
      return make_error(Code::too_large, "error.too_large");
    case 415:
      return make_error(Code::invalid, "error.unsupported_media_type");
    case 500:
      return make_error(Code::internal, "error.internal");
    case 503:
      return make_error(Code::busy, "error.busy");
    default:
      return make_error(Code::invalid, "error.malformed_request");
  }
}

}  // namespace hamandish::server
