#include "web/platform/gl_native.h"

#include "web/platform/gl.h"

namespace hamandish::platform {
namespace {

GlCounts counts;  // test support only: the one mutable global

}  // namespace

const GlCounts& gl_counts() {
  return counts;
}

bool gl_ready() {
  return true;
}

void gl_begin(int, int, std::uint32_t) {
  ++counts.frames;
}

void gl_upload(Texture, int, int, int, int, int, const std::uint8_t*) {
  ++counts.uploads;
}

void gl_draw(std::span<const std::uint8_t> vertices, std::span<const std::uint32_t>,
             std::span<const DrawCommand> commands) {
  counts.vertices = vertices.size() / vertex_bytes;
  counts.commands = commands.size();
}

}  // namespace hamandish::platform
