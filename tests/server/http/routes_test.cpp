#include "server/http/routes.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "server/http/reply.h"
#include "shared/json/json.h"

namespace hamandish::server {
namespace {

std::string lower(std::string_view method) {
  return ascii_lower(method);
}

// «:id» as OpenAPI writes it: «{id}».
std::string documented(std::string_view pattern) {
  std::string out;
  bool open = false;
  for (const char c : pattern) {
    if (open && c == '/') {
      out += '}';
      open = false;
    }
    out += c == ':' ? '{' : c;
    open = open || c == ':';
  }
  return open ? out + "}" : out;
}

std::set<std::string> calls_of_document() {
  std::ifstream in(std::string(HAMANDISH_SOURCE_DIR) + "/assets/openapi.json", std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  const Result<Json> json = parse_json(text);
  REQUIRE(json.ok());
  const Json* paths = json->find("paths");
  REQUIRE(paths != nullptr);
  std::set<std::string> calls;
  for (const Json::Member& path : paths->members()) {
    for (const Json::Member& method : path.value.members()) calls.insert(method.name + " " + path.name);
  }
  return calls;
}

}  // namespace

TEST_CASE("the OpenAPI document lists every call and no other") {
  std::set<std::string> calls;
  for (const Route& route : all_routes()) {
    if (!route.html) calls.insert(lower(route.method) + " " + documented(route.pattern));
  }
  CHECK(calls.size() > 15);
  CHECK(calls == calls_of_document());
}

TEST_CASE("an address finds its route and gives its values") {
  const Match match = match_route("GET", "/api/v1/staff/cases/a%/attachments/b c");
  REQUIRE(match.route != nullptr);
  REQUIRE(match.path_values.size() == 2);
  CHECK(match.path_values[0].name == "id");
  CHECK(match.path_values[0].value == "a%");
  CHECK(match.path_values[1].value == "b c");
}

TEST_CASE("what is no address of ours finds nothing") {
  for (const char* path : {"", "/", "x", "/api/v1/cases/", "/api/v1/cases/lookup/x", "/api/v1/staff/cases//notes",
                           "/api/v1/Cases", "//api/v1/cases", "/api/v1/staff/cases/x/notes/"}) {
    CAPTURE(path);
    const Match match = match_route("POST", path);
    CHECK(match.route == nullptr);
    CHECK(match.allowed.empty());
  }
}

TEST_CASE("a wrong method is told which are right") {
  const Match match = match_route("PUT", "/api/v1/session");
  CHECK(match.route == nullptr);
  CHECK(match.allowed == "POST, GET, HEAD, DELETE");
}

TEST_CASE("every unsafe call of staff asks for a session, and what guesses could try is limited") {
  for (const Route& route : all_routes()) {
    CAPTURE(route.pattern);
    CAPTURE(route.method);
    if (route.pattern.starts_with("/api/v1/staff")) CHECK(route.access == Access::staff);
    if (route.pattern == "/metrics") CHECK(route.access == Access::loopback);
    const bool writes_for_anyone = route.access == Access::anyone && route.method != "GET";
    if (writes_for_anyone && route.pattern != "/desk/receipt/:token") CHECK(route.bucket != Bucket::none);
    CHECK(body_limit(route.body) >= 256 * 1024);
    CHECK(body_limit(route.body) <= 52U * 1024 * 1024);
  }
}

TEST_CASE("each kind of failure has its status") {
  const auto status = [](Code code, const char* key) { return status_of(make_error(code, key)); };
  CHECK(status(Code::invalid, "error.invalid") == 422);
  CHECK(status(Code::invalid, "error.malformed_json") == 400);
  CHECK(status(Code::invalid, "error.bad_utf8") == 400);
  CHECK(status(Code::invalid, "error.nul_byte") == 400);
  CHECK(status(Code::unauthorized, "error.session_needed") == 401);
  CHECK(status(Code::forbidden, "error.forbidden") == 403);
  CHECK(status(Code::not_found, "case.not_found") == 404);
  CHECK(status(Code::conflict, "case.changed_meanwhile") == 409);
  CHECK(status(Code::too_large, "upload.too_large") == 413);
  CHECK(status(Code::invalid, "upload.kind_not_allowed") == 415);
  CHECK(status(Code::busy, "error.rate_limited") == 429);
  CHECK(status(Code::busy, "error.busy") == 503);
  CHECK(status(Code::unavailable, "error.unavailable") == 503);
  CHECK(status(Code::internal, "error.internal") == 500);
}

TEST_CASE("the detail of an error goes to the log and not to the client") {
  const Reply reply = error_reply(make_error(Code::internal, "error.internal", "no such table: cases"));
  CHECK(reply.body.find("table") == std::string::npos);
  CHECK(reply.detail == "error.internal: no such table: cases");
}

TEST_CASE("who must wait is told how long") {
  Error error = make_error(Code::busy, "error.rate_limited");
  error.params.push_back({"seconds", "17"});
  CHECK(error_reply(error).header("Retry-After") == "17");
  CHECK(error_reply(make_error(Code::unavailable, "error.unavailable")).header("Retry-After") == "5");
}

}  // namespace hamandish::server
