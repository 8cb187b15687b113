// The list of all addresses that the server answers besides the site's files: who may call them, how often, how large.
// A new call is one line in routes.cpp, one function in <noun>_routes, one entry in assets/openapi.json.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"
#include "server/http/rate_limit.h"
#include "server/service/sessions_service.h"
#include "shared/base/time.h"

namespace hamandish::server {

struct Context;

// What a route gets: never more than one request's worth.
struct Call {
  Context& context;
  const Request& request;
  Instant now;
  const Session* session = nullptr;        // not null for Access::staff
  std::shared_ptr<const Profile> profile;  // one for the whole request
};

enum class Access {
  anyone,
  staff,     // a session; unsafe methods also the CSRF token
  loopback,  // this machine only
  bench,     // only while the rate limit is off
};

// What the body must be.
enum class Body { none, json, file, form, push };  // push: a form or JSON, as the gateway likes

struct Route {
  std::string_view method;
  std::string_view pattern;  // «:name» stands for one segment
  Access access = Access::anyone;
  Bucket bucket = Bucket::none;
  Body body = Body::none;
  Reply (*handler)(const Call&) = nullptr;
  bool html = false;  // a page or form of the site: errors come as pages; not in the OpenAPI document
};

const std::vector<Route>& all_routes();

// The largest body that this kind of route takes, in bytes.
std::size_t body_limit(Body body);

struct Match {
  const Route* route = nullptr;        // nullptr: no route has this address with this method
  std::vector<Parameter> path_values;  // of the route
  std::string allowed;                 // methods that the address has, «GET, POST», if the method is the wrong one
};
Match match_route(std::string_view method, std::string_view path);

}  // namespace hamandish::server
