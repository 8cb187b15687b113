// How large a file is, as people say it: «۱۲ کیلوبایت», «۲٫۳ مگابایت».
#pragma once

#include <cstdint>
#include <string>

namespace hamandish {

// From a megabyte on with one decimal unless that is a nought; below in whole kilobytes, never none.
std::string size_text(std::int64_t bytes);

}  // namespace hamandish
