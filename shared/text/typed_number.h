// What people type into a field for a number, a code or a date, freed of what does not matter. The readers in
// shared/identity and shared/calendar begin with this.
#pragma once

#include <string>
#include <string_view>

namespace hamandish::text {

// Digits of any set become ASCII, every dash becomes '-', spaces, line ends, ZWNJ and invisible marks go; the rest
// stays.
std::string typed_number(std::string_view text);

// typed_number without its hyphens.
std::string typed_digits(std::string_view text);

// True for one or more ASCII digits and nothing else.
bool only_digits(std::string_view text);

// True if all characters are the same one; false for an empty text.
bool one_repeated(std::string_view text);

}  // namespace hamandish::text
