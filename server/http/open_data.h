// What lists of open data have in common: they are read in parts.
#pragma once

#include <cstdint>
#include <string_view>

#include "server/http/routes.h"
#include "shared/base/result.h"

namespace hamandish::server {

// «invalid», naming the parameter of the query.
Error bad_query(std::string_view name);

// `limit`: how many at most, 1 to 200; 50 if nothing is said. Else bad_query.
Result<int> limit_in(const Call& call);

// `after`: the id with which the part before ended («next»); 0: from the beginning. Else bad_query.
Result<std::int64_t> after_in(const Call& call);

}  // namespace hamandish::server
