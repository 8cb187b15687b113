#include "shared/text/typed_number.h"

#include <algorithm>

#include "shared/text/characters.h"
#include "shared/text/digits.h"
#include "shared/text/utf8.h"

namespace hamandish::text {

std::string typed_number(std::string_view text) {
  std::string out;
  for (const char32_t scalar : to_scalars(text)) {
    const int digit = digit_value(scalar);
    const bool ignored = is_space(scalar) || is_line_end(scalar) || is_invisible(scalar) || scalar == U'\r';
    if (ignored || scalar == kZwnj) continue;
    if (digit >= 0) {
      out.push_back(static_cast<char>('0' + digit));
    } else if (is_dash(scalar)) {
      out.push_back('-');
    } else {
      append(out, scalar);
    }
  }
  return out;
}

std::string typed_digits(std::string_view text) {
  std::string out = typed_number(text);
  std::erase(out, '-');
  return out;
}

bool only_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool one_repeated(std::string_view text) {
  return !text.empty() && text.find_first_not_of(text.front()) == std::string_view::npos;
}

}  // namespace hamandish::text
