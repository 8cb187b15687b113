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

// The name of a file inside a sentence, in an isolate where it needs one: ASCII with digits, which would become Persian, left
// to right; what has other letters in the direction of its first, so that «سند.pdf» and the words around it keep their order.
std::string file_name(std::string_view name);

}  // namespace hamandish::text
