#include "server/http/open_data.h"

#include <string>

#include "server/http/draft_views.h"

namespace hamandish::server {
namespace {

constexpr int kUsualLimit = 50;
constexpr int kMostLimit = 200;

}  // namespace

Error bad_query(std::string_view name) {
  Error error = make_error(Code::invalid, "error.invalid");
  error.fields.push_back({std::string(name), "error.invalid", {}});
  return error;
}

Result<int> limit_in(const Call& call) {
  const std::string_view asked = call.request.query_value("limit");
  if (asked.empty()) return kUsualLimit;
  const std::int64_t limit = number_in(asked);
  if (limit < 1 || limit > kMostLimit) return bad_query("limit");
  return static_cast<int>(limit);
}

Result<std::int64_t> after_in(const Call& call) {
  const std::string_view asked = call.request.query_value("after");
  const std::int64_t after = number_in(asked);
  if (!asked.empty() && after < 1) return bad_query("after");
  return after;
}

}  // namespace hamandish::server
