// Facts about cases for statistics: nothing that names or quotes a person.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "server/store/database.h"
#include "shared/reports/statistics.h"

namespace hamandish::server {

// Each case with from <= id < to (server/service/case_ids.h: a range of ids is a range of time).
Result<void> each_case_fact(Reader& reader, std::int64_t from, std::int64_t to,
                            const std::function<void(const CaseFact&)>& each);

// The same with the case and the unit that holds it.
struct PlacedFact {
  std::int64_t case_id = 0;
  std::string unit_id;
  CaseFact fact;
};
Result<void> each_placed_fact(Reader& reader, std::int64_t from, std::int64_t to,
                              const std::function<void(const PlacedFact&)>& each);

}  // namespace hamandish::server
