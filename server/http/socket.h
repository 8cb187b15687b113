// The few calls of the operating system that the event loop needs.
#pragma once

#include <string>
#include <utility>

#include "server/http/event_loop.h"
#include "shared/base/result.h"

namespace hamandish::server {

// Owns a file descriptor.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    if (this != &other) {
      reset();
      number_ = std::exchange(other.number_, -1);
    }
    return *this;
  }
  ~Descriptor() { reset(); }
  void reset();
  int number() const { return number_; }
  bool valid() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

struct Listener {
  Descriptor socket;
  int port = 0;
};
// Non-blocking, with a long backlog: a burst of visitors waits in the kernel instead of being refused.
Result<Listener> listen_on(const std::string& host, int port);

// As many files as the system lets us open; gives the number.
std::size_t raise_file_limit();

enum class Accepted { connection, nobody, no_descriptor };
Accepted accept_from(const Descriptor& listener, Descriptor& connection, Peer& peer);

}  // namespace hamandish::server
