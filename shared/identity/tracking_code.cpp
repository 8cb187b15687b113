#include "shared/identity/tracking_code.h"

#include <utility>

#include "shared/base/check.h"
#include "shared/text/typed_number.h"

namespace hamandish {
namespace {

constexpr std::size_t kShort = 12;
constexpr std::size_t kLong = 16;
constexpr std::size_t kLeastRandom = 16;

// Damm's quasigroup of order 10, the one with zeros on its diagonal.
constexpr int kQuasigroup[10][10] = {{0, 3, 1, 7, 5, 9, 8, 6, 4, 2}, {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
                                     {4, 2, 0, 6, 8, 7, 1, 3, 5, 9}, {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
                                     {6, 1, 2, 3, 0, 4, 5, 9, 7, 8}, {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
                                     {5, 8, 6, 9, 7, 2, 0, 1, 3, 4}, {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
                                     {9, 4, 3, 8, 6, 1, 7, 2, 0, 5}, {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}};

// The check digit of a code without one; 0 for a whole code whose check digit fits.
int damm(std::string_view digits) {
  int row = 0;
  for (const char digit : digits) row = kQuasigroup[row][digit - '0'];
  return row;
}

}  // namespace

std::string make_tracking_code(std::span<const std::uint8_t> random, int digits) {
  HAMANDISH_CHECK(random.size() >= kLeastRandom);
  HAMANDISH_CHECK(digits == static_cast<int>(kShort) || digits == static_cast<int>(kLong));
  std::uint64_t smallest = 1;  // with the right number of digits, the check digit not counted
  for (int i = 2; i < digits; ++i) smallest *= 10;
  // The bytes as one large number modulo the count of codes: with 128 bits no code is favoured by more than 2^-77.
  std::uint64_t chosen = 0;
  for (const std::uint8_t byte : random) chosen = (chosen * 256 + byte) % (9 * smallest);
  std::string code = std::to_string(smallest + chosen);
  code.push_back(static_cast<char>('0' + damm(code)));
  return code;
}

ParsedCode parse_tracking_code(std::string_view text) {
  std::string code = text::typed_digits(text);
  if (code.empty()) return {CodeCheck::wrong_length, {}};
  if (!text::only_digits(code)) return {CodeCheck::wrong_characters, {}};
  if (code.size() != kShort && code.size() != kLong) return {CodeCheck::wrong_length, {}};
  if (damm(code) != 0) return {CodeCheck::typo, {}};
  return {CodeCheck::ok, std::move(code)};
}

std::string grouped(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (i > 0 && i % 4 == 0) out.push_back(' ');
    out.push_back(code[i]);
  }
  return out;
}

}  // namespace hamandish
