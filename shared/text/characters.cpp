#include "shared/text/characters.h"

#include <array>
#include <cstdint>
#include <span>

namespace hamandish::text {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

bool within(char32_t scalar, std::span<const Range> ranges) {
  for (const Range& range : ranges) {
    if (scalar >= range.first && scalar <= range.last) return true;
  }
  return false;
}

constexpr Range kSpaces[] = {{0x09, 0x09},     {0x20, 0x20},     {0xA0, 0xA0},     {0x1680, 0x1680},
                             {0x2000, 0x200A}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}};
constexpr Range kLineEnds[] = {{0x0A, 0x0C}, {0x85, 0x85}, {0x2028, 0x2029}};
constexpr Range kInvisible[] = {
    {0x00, 0x08},     {0x0E, 0x1F},     {0x7F, 0x84},     {0x86, 0x9F},  // control characters
    {0xAD, 0xAD},     {0x0640, 0x0640}, {0x061C, 0x061C},                // soft hyphen, kashida, Arabic letter mark
    {0x200B, 0x200B}, {0x200D, 0x200F}, {0x202A, 0x202E},                // zero width space, joiner, direction
    {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};
constexpr Range kPunctuation[] = {
    {0x21, 0x2F},     {0x3A, 0x40},     {0x5B, 0x60},      {0x7B, 0x7E},      // ASCII
    {0xA1, 0xA9},     {0xAB, 0xB1},     {0xB4, 0xB4},      {0xB6, 0xB8},      // Latin-1
    {0xBB, 0xBB},     {0xBF, 0xBF},     {0xD7, 0xD7},      {0xF7, 0xF7},      //
    {0x0600, 0x060F}, {0x061B, 0x061F}, {0x066A, 0x066D},  {0x06D4, 0x06D4},  // Arabic and Persian
    {0x06DD, 0x06DE}, {0x06E9, 0x06E9},                                       //
    {0x2010, 0x2027}, {0x2030, 0x205E}, {0x20A0, 0x20BF},  {0x2190, 0x2BFF},  // general, currency, arrows to symbols
    {0x3001, 0x3003}, {0x3008, 0x3020}, {0x30FB, 0x30FB},  {0xFE10, 0xFE19},  // CJK
    {0xFE30, 0xFE6B}, {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20},  {0xFF3B, 0xFF40},  // full-width
    {0xFF5B, 0xFF65}, {0xFFFD, 0xFFFD}, {0x1F000, 0x1FAFF}};
constexpr Range kArabicMarks[] = {{0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670},
                                  {0x06D6, 0x06DC}, {0x06DF, 0x06E8}, {0x06EA, 0x06ED}};
constexpr Range kDashes[] = {{0x2D, 0x2D}, {0x2010, 0x2015}, {0x2212, 0x2212}, {0xFE63, 0xFE63}, {0xFF0D, 0xFF0D}};

// Nearly all scalars of a Persian text lie below U+0700. For these the compiler draws up a table once;
// registration of a case asks some thousand times.
enum Class : std::uint8_t { space = 1, line_end = 2, invisible = 4, punctuation = 8, arabic_mark = 16, dash = 32 };
constexpr std::size_t kTable = 0x700;

using Table = std::array<std::uint8_t, kTable>;

// Range by range, not scalar by scalar: clang, and so emcc, stops a constant expression after a million steps.
constexpr void mark(Table& table, Class its_class, std::span<const Range> ranges) {
  for (const Range& range : ranges) {
    for (char32_t scalar = range.first; scalar <= range.last && scalar < kTable; ++scalar) {
      table[scalar] = static_cast<std::uint8_t>(table[scalar] | its_class);
    }
  }
}

constexpr Table make_table() {
  Table table{};
  mark(table, Class::space, kSpaces);
  mark(table, Class::line_end, kLineEnds);
  mark(table, Class::invisible, kInvisible);
  mark(table, Class::punctuation, kPunctuation);
  mark(table, Class::arabic_mark, kArabicMarks);
  mark(table, Class::dash, kDashes);
  return table;
}
constexpr Table kClasses = make_table();

bool is(Class wanted, char32_t scalar, std::span<const Range> ranges) {
  return scalar < kTable ? (kClasses[scalar] & wanted) != 0 : within(scalar, ranges);
}

}  // namespace

bool is_space(char32_t scalar) {
  return is(Class::space, scalar, kSpaces);
}
bool is_line_end(char32_t scalar) {
  return is(Class::line_end, scalar, kLineEnds);
}
bool is_invisible(char32_t scalar) {
  return is(Class::invisible, scalar, kInvisible);
}
bool is_punctuation(char32_t scalar) {
  return is(Class::punctuation, scalar, kPunctuation);
}
bool is_arabic_mark(char32_t scalar) {
  return is(Class::arabic_mark, scalar, kArabicMarks);
}
bool is_dash(char32_t scalar) {
  return is(Class::dash, scalar, kDashes);
}

}  // namespace hamandish::text
