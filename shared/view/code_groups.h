// How a tracking code is shown: Persian digits in groups of four, «۱۲۳۴ ۵۶۷۸ ۹۰۱۲». Meant for a left-to-right run.
#pragma once

#include <string>
#include <string_view>

namespace hamandish::view {

// `code` is ASCII; characters that are no digits stay as they are.
std::string code_groups(std::string_view code);

}  // namespace hamandish::view
