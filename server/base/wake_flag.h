// A flag that one thread sets once and another waits for. std::atomic::wait gives the processor away several times before
// it sleeps (libstdc++ 12, atomic_wait.h); with sixty waiters and two processors that costs more than the work they wait for.
#pragma once

#include <atomic>
#include <cstdint>

namespace hamandish::server {

class WakeFlag {
 public:
  // Returns when the flag is set; at once if it is already.
  void wait() const;
  // What the setting thread did before is seen by the waiter after. The waiter may destroy the flag as soon as it is set,
  // even while set() still runs: set() does not touch it again.
  void set();

 private:
  std::atomic<std::uint32_t> state_{0};
};

}  // namespace hamandish::server
