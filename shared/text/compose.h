// Unicode normalisation in the small (unicode_tables.h says for which characters): the steps from which normalize.h and
// search_key.h are made.
#pragma once

#include <string>
#include <string_view>

namespace hamandish::text {

// Canonical decomposition, canonical order, canonical composition (UAX #15, NFC). Idempotent.
void to_nfc(std::u32string& scalars);

// The letters that an Arabic presentation form shows, in logical order; empty if `scalar` is none.
std::u16string_view presentation_form(char32_t scalar);

// The letter without its mark, as in U+00E9 -> 'e'; the scalar itself if it has no decomposition here.
char32_t base_letter(char32_t scalar);

// A letter and the mark that it is composed with; mark 0 and the scalar itself if it has no decomposition here.
struct Decomposed {
  char32_t base;
  char32_t mark;
};
Decomposed decomposed(char32_t scalar);

// What the two are together, or 0.
char32_t composed(char32_t base, char32_t mark);

// 0 for a starter and for every mark outside the table.
int combining_class(char32_t scalar);

}  // namespace hamandish::text
