// The part of the Unicode Character Database that Persian text needs, written by scripts/unicode_tables (Unicode 15.0).
//
// - Canonical compositions whose result lies in U+00C0-017F (Latin-1 and Extended-A: the letters of European names and
//   addresses) or U+0600-06FF (alef, waw, yeh and heh with madda or hamza: U+0622-0626, U+06C0, U+06C2, U+06D3).
// - Canonical combining classes of the marks U+0300-036F and of the marks of the block U+0600-06FF, which decide in
// what
//   order marks stand and what may be composed.
// - Compatibility mappings of the Arabic presentation forms U+FB50-FDFF and U+FE70-FEFF.
// Other scripts pass through unchanged: nobody here can type them twice differently, and the whole data is 100 times
// larger.
#pragma once

#include <cstdint>
#include <iterator>
#include <span>
#include <string_view>

namespace hamandish::text {

struct Composition {
  char16_t composed;
  char16_t base;
  char16_t mark;
};

struct ClassRun {
  char16_t first;
  char16_t last;
  std::uint8_t combining_class;  // never 0
};

std::span<const Composition> compositions();  // ascending by `composed`
std::span<const ClassRun> class_runs();       // ascending
std::span<const std::uint16_t> form_index();  // see unicode_tables.cpp; read through presentation_form()
std::u16string_view form_letters();

}  // namespace hamandish::text
