// Where one request ends in a stream of bytes, and whether it may be read at all. Stricter than the library that parses
// it afterwards: whatever two programs could read in two ways is refused, because a proxy in front of us is such a
// second program (request smuggling).
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace hamandish::server {

inline constexpr std::size_t kLargestHead = 16UL * 1024;  // request line and headers
inline constexpr std::size_t kLargestTarget = 8UL * 1024;
inline constexpr std::size_t kMostHeaders = 100;

struct RequestFrame {
  enum class State {
    head,     // the head is not complete
    body,     // the head is; `total` bytes are needed
    whole,    // `total` bytes are there
    refused,  // `status` says why; nothing after it can be trusted
  };
  State state = State::head;
  std::size_t total = 0;          // bytes of head and body
  int status = 0;                 // 400 411 413 414 417 431 501 505
  bool expects_continue = false;  // the client waits for «100 Continue» before it sends the body
};

// `bytes` begins with a request line. `largest_body` is asked with method and path (still percent-encoded, without
// query). Rules: RFC 9112 2.2, 3.2, 5.1, 5.2, 6.1, 6.3; a body needs Content-Length (a server may ask for it: 6.1).
RequestFrame frame_request(std::string_view bytes,
                           const std::function<std::size_t(std::string_view, std::string_view)>& largest_body);

}  // namespace hamandish::server
