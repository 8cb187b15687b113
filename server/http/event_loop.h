// Sockets: one thread waits for all of them (epoll), gathers whole requests, and hands each to a worker. Idle and slow
// clients cost memory and no thread; every state that waits for a client has a deadline.
//
//   idle --first byte--> reading --whole request--> working --answer--> writing --> idle, or closing
//
// While a connection is «working» only its worker touches the socket; otherwise only the loop's thread touches
// anything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace hamandish::server {

struct Peer {
  std::string address;  // numeric
  int port = 0;
};

// Milliseconds.
struct Deadlines {
  std::int64_t idle = 75'000;              // between two requests
  std::int64_t request = 15'000;           // from the first byte of a request to its last, plus the time for its body
  std::int64_t bytes_per_second = 16'000;  // the slowest telephone network that an upload is waited for
  std::int64_t answer = 60'000;            // to take an answer, plus the time for its length
  std::int64_t linger = 5'000;     // after a refusal, so that the client can read it before the connection breaks
  std::int64_t stopping = 10'000;  // from stop() until whoever is not finished is cut off
};

class EventLoop {
 public:
  struct LaterAnswer;
  struct Answer {
    std::string bytes;  // of the whole response
    bool keep_open = false;
    std::shared_ptr<LaterAnswer> later;  // instead: the answer is not known yet
  };
  // `begin` returns at once; `ready` is called once, from any thread, and then `finish` on a worker's.
  struct LaterAnswer {
    std::function<void(std::function<void()> ready)> begin;
    std::function<Answer()> finish;
  };
  struct Options {
    // On a worker's thread. `last`: the connection closes after this answer, and the answer must say so.
    std::function<Answer(std::string request, const Peer& peer, bool last)> answer;
    // The bytes of a response that says «Connection: close».
    std::function<std::string(int status)> refusal;
    std::function<std::size_t(std::string_view method, std::string_view path)> largest_body;
    int workers = 64;
    std::size_t most_connections = 4096;
    std::size_t most_buffered = 256UL * 1024 * 1024;  // bytes of unfinished requests of all clients
    Deadlines deadlines;
  };

  explicit EventLoop(Options options);
  ~EventLoop();
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;

  // Port 0 takes a free one; gives the port. Unavailable with the system's words in `detail`.
  Result<int> bind(const std::string& host, int port);
  // Until stop(): then no new connection is taken, idle ones are closed, and what has begun is finished.
  void run();
  void stop();

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

}  // namespace hamandish::server
