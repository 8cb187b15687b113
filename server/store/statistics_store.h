// Facts about cases for statistics: nothing that names or quotes a person.
#pragma once

#include <cstdint>
#include <functional>

#include "server/store/database.h"
#include "shared/reports/statistics.h"

namespace hamandish::server {

// Each case with from <= id < to (server/service/case_ids.h: a range of ids is a range of time).
Result<void> each_case_fact(Reader& reader, std::int64_t from, std::int64_t to,
                            const std::function<void(const CaseFact&)>& each);

}  // namespace hamandish::server
