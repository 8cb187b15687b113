// What the native stand-in of web/platform/gl.h has seen, for tests.
#pragma once

#include <cstddef>

namespace hamandish::platform {

struct GlCounts {
  int frames = 0;
  int uploads = 0;
  std::size_t vertices = 0;  // of the last frame
  std::size_t commands = 0;
};

const GlCounts& gl_counts();

}  // namespace hamandish::platform
