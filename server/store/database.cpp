#include "server/store/database.h"

namespace hamandish::server {

Result<bool> Reader::first(std::string_view sql, std::initializer_list<Bound> bounds,
                           const std::function<void(const Row&)>& read) {
  bool found = false;
  const Result<void> ran = query(sql, bounds, [&](const Row& row) {
    found = true;
    read(row);
    return false;
  });
  if (!ran) return ran.error();
  return found;
}

}  // namespace hamandish::server
