// The little of RFC 3986 and RFC 6266 that the routes need.
#pragma once

#include <string>
#include <string_view>

namespace hamandish::server {

// %XX undone; a % without two hexadecimal digits stays. The bytes may be anything.
std::string percent_decoded(std::string_view text);

// The value of Content-Disposition for a download: an ASCII name for old clients and the real one in UTF-8 (RFC 6266,
// 8187). `file_name` cannot break out of it, whatever it holds.
std::string attachment_disposition(std::string_view file_name);

}  // namespace hamandish::server
