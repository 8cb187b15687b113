// The schema, as numbered steps: the files server/store/migrations/NNNN_name.sql, embedded by the build. A database
// remembers how many it has had. A file that was released is never changed: what changes comes as a new file.
#pragma once

#include <string_view>
#include <vector>

namespace hamandish::server {

struct Migration {
  std::string_view name;  // of the file
  std::string_view sql;   // several statements
};

// In order; the n-th brings the schema to version n + 1.
const std::vector<Migration>& migrations();

}  // namespace hamandish::server
