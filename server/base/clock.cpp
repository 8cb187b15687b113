#include "server/base/clock.h"

#include <chrono>
#include <fstream>
#include <utility>

namespace hamandish::server {

Instant system_now() {
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count()};
}

Clock file_clock(std::string path) {
  return [path = std::move(path)] {
    std::ifstream in(path);
    std::int64_t milliseconds = 0;
    return in >> milliseconds ? Instant{milliseconds} : system_now();
  };
}

}  // namespace hamandish::server
