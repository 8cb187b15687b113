// Makes any bytes safe to stand in HTML, as text or inside a double-quoted attribute.
#pragma once

#include <string>
#include <string_view>

namespace hamandish::view {

// Appends `raw` with & < > " ' as character references. NUL is dropped; ill-formed UTF-8 becomes U+FFFD as in
// shared/text/utf8.h, so that the result is always valid UTF-8.
void append_escaped(std::string& out, std::string_view raw);

// The other way: `escaped` as append_escaped wrote it, without its character references.
void append_unescaped(std::string& out, std::string_view escaped);

// The address if it may stand in href or action: a path of this site, a fragment, a query, or one of http, https,
// mailto, tel, each written without leading blanks. Anything else (javascript:, //other.example, \\other.example) gives
// "#", which leads nowhere.
std::string_view safe_address(std::string_view address);

}  // namespace hamandish::view
