// A text as a QR code: its modules, and the whole drawn as SVG, dark on white whatever the theme, with the quiet zone that
// readers need.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hamandish::server {

struct QrModules {
  int width = 0;           // 0: the text is too long for one code
  std::vector<bool> dark;  // row by row
};
QrModules qr_modules(std::string_view text);

// Empty if the text is too long for one code.
std::string qr_svg(std::string_view text);

}  // namespace hamandish::server
