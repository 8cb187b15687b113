// Reading the demo's JSON files: what is missing or of another type is empty, they are ours and tested.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/json/json.h"

namespace hamandish::server {

std::string text_of(const Json& json, std::string_view name);
// A list of texts as one text, each ended by a line feed.
std::string lines_of(const Json& json, std::string_view name);
std::int64_t number_of(const Json& json, std::string_view name);
const Json::Items& items_of(const Json& json, std::string_view name);

}  // namespace hamandish::server
