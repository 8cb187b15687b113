// The colours of the pages as CSS custom properties, made from shared/view/tokens.h and the organisation's accent: the
// first part of the style sheet that the server inlines. web/shell/style.css uses these names and no colour of its own.
#pragma once

#include <cstdint>
#include <string>

namespace hamandish::view {

// «:root{--background:#faf8f5;…}» for the light theme, then dark and high contrast: as the device prefers, or as chosen
// by hand with data-theme=light|dark|contrast on <html>. `accent` is 0xRRGGBB as
// the profile gives it; it is made readable here. The same accent gives the same bytes (the CSP names their hash).
//
// --background --surface --text --muted --line --control --danger --danger-tint --warning --warning-tint --success
// --success-tint --accent (readable as text on all three backgrounds) --accent-tint --on-accent --on-danger (text on
// filled areas)
std::string theme_css(std::uint32_t accent);

}  // namespace hamandish::view
