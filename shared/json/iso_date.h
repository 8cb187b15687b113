// Calendar days in JSON: "2026-11-21" (ISO 8601, Gregorian), as every client library and OpenAPI `format: date` expect.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/time.h"
#include "shared/json/json.h"

namespace hamandish {

// Years 0000 to 9999; outside of them CHECK fails, because no reader would take it.
std::string iso_date(Day day);
// Nothing unless it is exactly YYYY-MM-DD in ASCII digits and such a day exists.
std::optional<Day> parse_iso_date(std::string_view text);

// RFC 3339 in UTC, to the second: «2026-11-22T03:40:00Z».
std::string iso_time(Instant at);

Json to_json(Day day);
Json to_json(Instant at);

}  // namespace hamandish
