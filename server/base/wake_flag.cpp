#include "server/base/wake_flag.h"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace hamandish::server {

static_assert(sizeof(std::atomic<std::uint32_t>) == sizeof(std::uint32_t), "futex(2) wants a plain word");

void WakeFlag::wait() const {
  // The kernel sleeps only if the word is still 0, so that no wake is missed; it may also return for no reason.
  while (state_.load(std::memory_order_acquire) == 0) {
    ::syscall(SYS_futex, &state_, FUTEX_WAIT_PRIVATE, 0, nullptr, nullptr, 0);
  }
}

void WakeFlag::set() {
  const void* const word = &state_;  // only its address is used from here on
  state_.store(1, std::memory_order_release);
  ::syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 1, nullptr, nullptr, 0);
}

}  // namespace hamandish::server
