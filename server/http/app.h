// The whole server above the sockets: one request in, one reply out. Finds the route, asks the gate, runs the route,
// adds what every reply carries, and writes the log line.
#pragma once

#include <chrono>
#include <memory>
#include <string_view>

#include "server/http/compression.h"
#include "server/http/context.h"

namespace hamandish::server {

class App {
 public:
  explicit App(Context& context) : context_(context) {}

  // Gives the request its id and path values. Safe from any thread. Does not throw: whatever goes wrong inside becomes
  // a 500 in the contract's shape. A reply that comes later finishes here too.
  Reply answer(Request& request);
  // For requests that never became one (server.h).
  Reply refusal(int status);
  static std::size_t largest_body(std::string_view method, std::string_view path);

 private:
  // What of a request is needed until its reply is complete.
  struct Asked {
    Request request;  // id, method, head and headers; what pointed into the library's buffers is left out
    std::string_view pattern = "none";
    std::chrono::steady_clock::time_point start;
  };
  Reply route(Request& request, std::string_view& pattern);
  Reply complete(const Asked& asked, Reply reply);
  Reply postponed(Asked asked, std::shared_ptr<Later> inner);
  Reply dress(Reply reply);

  Context& context_;
  Finisher finisher_;
};

}  // namespace hamandish::server
