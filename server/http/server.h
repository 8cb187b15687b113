// The one place that knows how requests arrive. Above it there are only Request and Reply (message.h); below it
// cpp-httplib parses and writes.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "server/http/message.h"
#include "shared/base/result.h"

namespace hamandish::server {

class HttpServer {
 public:
  // Answers one whole request; called from many threads at once. Must not throw, but if it does the client gets
  // `failure` with status 500.
  using Handler = std::function<Reply(Request&)>;
  // The largest body in bytes that this address takes; asked before the body is read. Larger: 413.
  using BodyLimit = std::function<std::size_t(std::string_view method, std::string_view path)>;
  // The reply for what never reaches the handler: a request that cannot be understood (400), is too large (413, 414,
  // 431), came too slowly (408), or failed inside (500).
  using Refusal = std::function<Reply(int status)>;

  struct Options {
    Handler handler;
    BodyLimit body_limit;
    Refusal refusal;
    int workers = 64;  // most of them wait for the disk, not for a processor
    // A proxy on this machine tells the client's address in X-Forwarded-For; believed from loopback only.
    bool trust_forwarded = false;
  };

  explicit HttpServer(Options options);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  // Port 0 takes a free one. Returns the port. Unavailable with the reason in `detail` («Address already in use»).
  Result<int> bind(const std::string& host, int port);
  // Serves until stop(); then finishes what was accepted, and returns.
  void run();
  // From any thread, also before run() and more than once.
  void stop();

 private:
  class Body;
  std::unique_ptr<Body> body_;
};

}  // namespace hamandish::server
