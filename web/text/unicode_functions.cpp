#include "web/text/unicode_functions.h"

#include <algorithm>
#include <iterator>

#include "shared/text/compose.h"

namespace hamandish::text {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool is_in(const Range (&ranges)[N], char32_t character) {
  const auto* at = std::lower_bound(std::begin(ranges), std::end(ranges), character,
                                    [](const Range& range, char32_t wanted) { return range.last < wanted; });
  return at != std::end(ranges) && at->first <= character;
}

// Scripts.txt of Unicode 15, as far as it goes.
constexpr Range kLatin[] = {{'A', 'Z'},       {'a', 'z'},       {0xAA, 0xAA},     {0xBA, 0xBA},     {0xC0, 0xD6},
                            {0xD8, 0xF6},     {0xF8, 0x2B8},    {0x2E0, 0x2E4},   {0x1D00, 0x1D25}, {0x1D2C, 0x1D5C},
                            {0x1E00, 0x1EFF}, {0x2C60, 0x2C7F}, {0xA722, 0xA787}, {0xFB00, 0xFB06}};
constexpr Range kInherited[] = {{0x300, 0x36F},   {0x485, 0x486},   {0x64B, 0x655},   {0x670, 0x670},  {0x1AB0, 0x1ACE},
                                {0x1DC0, 0x1DFF}, {0x200C, 0x200D}, {0x20D0, 0x20F0}, {0xFE00, 0xFE0F}};
constexpr Range kArabic[] = {{0x600, 0x604},   {0x606, 0x60B},   {0x60D, 0x61A},  {0x61C, 0x61E}, {0x620, 0x63F},
                             {0x641, 0x64A},   {0x656, 0x66F},   {0x671, 0x6DC},  {0x6DE, 0x6FF}, {0x750, 0x77F},
                             {0x870, 0x88E},   {0x890, 0x891},   {0x898, 0x8E1},  {0x8E3, 0x8FF}, {0xFB50, 0xFD3D},
                             {0xFD40, 0xFDFF}, {0xFE70, 0xFE74}, {0xFE76, 0xFEFC}};
constexpr Range kCommon[] = {{0, 0x40},        {0x5B, 0x60},     {0x7B, 0xA9},     {0xAB, 0xB9},      {0xBB, 0xBF},
                             {0xD7, 0xD7},     {0xF7, 0xF7},     {0x2B9, 0x2DF},   {0x2E5, 0x2FF},    {0x605, 0x605},
                             {0x60C, 0x60C},   {0x61B, 0x61B},   {0x61F, 0x61F},   {0x640, 0x640},    {0x6DD, 0x6DD},
                             {0x8E2, 0x8E2},   {0x2000, 0x200B}, {0x200E, 0x2070}, {0x2074, 0x207E},  {0x2080, 0x208E},
                             {0x20A0, 0x20C0}, {0x2100, 0x2125}, {0x2190, 0x2BFF}, {0x2E00, 0x2E5D},  {0x3000, 0x3004},
                             {0xFD3E, 0xFD3F}, {0xFEFF, 0xFEFF}, {0xFF01, 0xFF20}, {0x1F000, 0x1FAFF}};
// Cf, as far as web/text/itemize.h calls them invisible, and the Arabic signs that enclose numbers.
constexpr Range kFormat[] = {{0xAD, 0xAD},     {0x600, 0x605},   {0x61C, 0x61C},   {0x6DD, 0x6DD},
                             {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}};
constexpr Range kSpaces[] = {{' ', ' '},       {0xA0, 0xA0},     {0x2000, 0x200A},
                             {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}};
constexpr Range kDigits[] = {{'0', '9'}, {0x660, 0x669}, {0x6F0, 0x6F9}};
constexpr Range kPunctuation[] = {{'!', '/'},       {':', '@'},       {'[', '`'},      {'{', '~'},     {0xA1, 0xA9},
                                  {0xAB, 0xAC},     {0xAE, 0xB1},     {0xB4, 0xB9},    {0xBB, 0xBF},   {0x60C, 0x60D},
                                  {0x61B, 0x61B},   {0x61D, 0x61F},   {0x66A, 0x66D},  {0x6D4, 0x6D4}, {0x2010, 0x2027},
                                  {0x2030, 0x205E}, {0x20A0, 0x20C0}, {0x2190, 0x2BFF}};

// Of letters HarfBuzz only wants to know that they are some.
hb_unicode_general_category_t category(char32_t c) {
  const bool usual = (c >= 0x621 && c <= 0x64A) || (c >= 'a' && c <= 'z');
  if (usual || (c >= 'A' && c <= 'Z')) return HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER;
  if (is_in(kSpaces, c)) return HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR;
  if (is_in(kDigits, c)) return HB_UNICODE_GENERAL_CATEGORY_DECIMAL_NUMBER;
  if (c < ' ' || (c >= 0x7F && c <= 0x9F)) return HB_UNICODE_GENERAL_CATEGORY_CONTROL;
  if (is_in(kFormat, c)) return HB_UNICODE_GENERAL_CATEGORY_FORMAT;
  if (is_in(kPunctuation, c)) return HB_UNICODE_GENERAL_CATEGORY_OTHER_PUNCTUATION;
  if (combining_class(c) != 0 || is_in(kInherited, c)) return HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK;
  return HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER;
}

hb_unicode_general_category_t general_category(hb_unicode_funcs_t* /*self*/, hb_codepoint_t c, void* /*data*/) {
  return category(c);
}

hb_unicode_combining_class_t combining(hb_unicode_funcs_t* /*self*/, hb_codepoint_t c, void* /*data*/) {
  return static_cast<hb_unicode_combining_class_t>(combining_class(c));
}

// BidiMirroring.txt for the pairs that the font has.
hb_codepoint_t mirrored(hb_unicode_funcs_t* /*self*/, hb_codepoint_t c, void* /*data*/) {
  constexpr char32_t kPairs[][2] = {{'(', ')'}, {'<', '>'}, {'[', ']'}, {'{', '}'}, {0xAB, 0xBB}, {0x2039, 0x203A}};
  if (c > '}' && c != 0xAB && c != 0xBB && c != 0x2039 && c != 0x203A) return c;
  for (const auto& pair : kPairs) {
    if (c == pair[0]) return pair[1];
    if (c == pair[1]) return pair[0];
  }
  return c;
}

hb_script_t script(hb_unicode_funcs_t* /*self*/, hb_codepoint_t c, void* /*data*/) {
  return script_of(c);
}

hb_bool_t compose(hb_unicode_funcs_t* /*self*/, hb_codepoint_t base, hb_codepoint_t mark, hb_codepoint_t* to,
                  void* /*data*/) {
  *to = composed(base, mark);
  return *to != 0 ? 1 : 0;
}

hb_bool_t decompose(hb_unicode_funcs_t* /*self*/, hb_codepoint_t c, hb_codepoint_t* base, hb_codepoint_t* mark,
                    void* /*data*/) {
  const Decomposed parts = decomposed(char32_t{c});
  *base = parts.base;
  *mark = parts.mark;
  return parts.mark != 0 ? 1 : 0;
}

}  // namespace

hb_script_t script_of(char32_t character) {
  if (character >= 0x671 && character <= 0x6D3) return HB_SCRIPT_ARABIC;
  if (is_in(kArabic, character)) return HB_SCRIPT_ARABIC;
  if (is_in(kCommon, character)) return HB_SCRIPT_COMMON;
  if (is_in(kLatin, character)) return HB_SCRIPT_LATIN;
  return is_in(kInherited, character) ? HB_SCRIPT_INHERITED : HB_SCRIPT_UNKNOWN;
}

hb_unicode_funcs_t* make_unicode_functions() {
  hb_unicode_funcs_t* made = hb_unicode_funcs_create(nullptr);
  hb_unicode_funcs_set_general_category_func(made, general_category, nullptr, nullptr);
  hb_unicode_funcs_set_combining_class_func(made, combining, nullptr, nullptr);
  hb_unicode_funcs_set_mirroring_func(made, mirrored, nullptr, nullptr);
  hb_unicode_funcs_set_script_func(made, script, nullptr, nullptr);
  hb_unicode_funcs_set_compose_func(made, compose, nullptr, nullptr);
  hb_unicode_funcs_set_decompose_func(made, decompose, nullptr, nullptr);
  return made;
}

}  // namespace hamandish::text
