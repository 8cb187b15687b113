// Left-to-right values in right-to-left text: codes, telephone numbers, e-mail addresses, URLs (UAX #9, isolates).
// Without an isolate, digit groups with spaces change places.
#pragma once

#include <string>
#include <string_view>

namespace hamandish::text {

inline constexpr char32_t kLeftToRightIsolate = 0x2066;
inline constexpr char32_t kFirstStrongIsolate = 0x2068;
inline constexpr char32_t kPopDirectionalIsolate = 0x2069;

// LRI + text + PDI. Isolates inside `text` are removed first, so that a value cannot end its own isolate.
std::string ltr(std::string_view text);

// FSI + text + PDI: the text stands in the direction of its first letter, and what is around it keeps its own.
std::string isolate(std::string_view text);

// The name of a file inside a sentence. In an isolate only if it needs one: ASCII with digits, which would become Persian, and
// Persian words after a Latin one. Among other names, or before a number, take isolate.
std::string file_name(std::string_view name);

}  // namespace hamandish::text
