// Calls to the server. One face, two bodies: the browser's (fetch_web.cpp) and a recorder for tests (fetch_native.h).
// Never blocks; answers arrive later on the same thread, in any order.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace hamandish::web {

struct Header {
  std::string name;
  std::string value;
  bool operator==(const Header&) const = default;
};

struct Request {
  std::string method = "GET";
  std::string path;  // from the root of the own origin: «/api/v1/profile»
  std::vector<Header> headers;
  std::string body;
  int file = 0;  // number of a chosen file to send as the body instead, see controllers/controller.h; 0: none
};

struct Response {
  int status = 0;  // HTTP status; 0: the server was not reached, or its answer did not arrive
  std::string body;
};

class Fetch {
 public:
  using Done = std::function<void(const Response&)>;
  using Progress = std::function<void(int percent)>;  // of the request's body, 0..100

  virtual ~Fetch() = default;
  // Returns a number, at least 1, for forget(). `progress` may be empty.
  virtual int send(const Request& request, Done done, Progress progress) = 0;
  // Neither callback will be called any more. The request itself may still reach the server.
  virtual void forget(int number) = 0;
};

}  // namespace hamandish::web
