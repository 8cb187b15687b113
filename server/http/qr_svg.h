// A text as a QR code, drawn as SVG: dark on white whatever the theme, with the quiet zone that readers need.
#pragma once

#include <string>
#include <string_view>

namespace hamandish::server {

// Empty if the text is too long for one code.
std::string qr_svg(std::string_view text);

}  // namespace hamandish::server
