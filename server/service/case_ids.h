// Numbers for cases: milliseconds of the registration and 20 random bits, so that newer cases have greater ids and the
// list of cases needs no index of its own. In addresses they are 13 letters and digits (Crockford's base 32).
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace hamandish::server {

class CaseIds {
 public:
  // No id will be at or below this one: the greatest of the database, at start.
  void start_after(std::int64_t id);
  // Greater than all before, also when the clock goes back. From any thread.
  std::int64_t next(Instant now);

 private:
  std::mutex mutex_;
  std::int64_t last_ = 0;
};

// Not above the id of any case registered at or after that time, and above those registered before.
std::int64_t first_id_at(Instant at);

std::string write_id(std::int64_t id);
// Nothing if it is not what write_id makes.
std::optional<std::int64_t> parse_id(std::string_view text);

}  // namespace hamandish::server
