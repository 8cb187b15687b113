#include "shared/view/code_groups.h"

#include <cstddef>

namespace hamandish::view {

std::string code_groups(std::string_view code) {
  constexpr std::size_t kGroup = 4;
  std::string shown;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (i > 0 && i % kGroup == 0) shown += ' ';
    const char c = code[i];
    if (c >= '0' && c <= '9') {
      shown += '\xDB';  // U+06F0 + digit is DB B0 + digit
      shown += static_cast<char>(0xB0 + (c - '0'));
    } else {
      shown += c;
    }
  }
  return shown;
}

}  // namespace hamandish::view
