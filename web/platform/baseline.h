// How far below the top of a line box of our font the browser puts the baseline. Browsers round ascent and descent each in
// its own way (Blink on Linux and Android takes a pixel from the ascent, on Windows it does not), so it is asked.
#pragma once

namespace hamandish::platform {

// CSS pixels; negative if it cannot be known (yet): natively, or while the browser has not loaded the font.
float browser_baseline(float size, float line_height);

}  // namespace hamandish::platform
