// Names of enumerators as they stand in JSON, addresses and the database. A list of names is in the order of the
// enumeration, which counts from zero without gaps; keep the list's length with a static_assert.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace hamandish {

template <class Enum, std::size_t n>
constexpr std::string_view name_in(const std::array<std::string_view, n>& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

// None if the list has no such name.
template <class Enum, std::size_t n>
constexpr std::optional<Enum> value_in(const std::array<std::string_view, n>& names, std::string_view name) {
  for (std::size_t i = 0; i < n; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace hamandish
