#include "web/platform/gl.h"

extern "C" {
// web/platform/js/gl.js
int hm_gl_ready();
void hm_gl_begin(int width, int height, std::uint32_t colour);
void hm_gl_upload(int texture, int sheet_size, int x, int y, int width, int height, const std::uint8_t* pixels);
void hm_gl_draw(const std::uint8_t* vertices, std::size_t vertex_bytes, const std::uint32_t* indices,
                std::size_t index_count, const hamandish::platform::DrawCommand* commands, std::size_t command_count);
}

namespace hamandish::platform {

static_assert(sizeof(DrawCommand) == 28, "gl.js reads seven 32-bit numbers");

bool gl_ready() {
  return hm_gl_ready() != 0;
}

void gl_begin(int width, int height, std::uint32_t colour) {
  hm_gl_begin(width, height, colour);
}

void gl_upload(Texture texture, int sheet_size, int x, int y, int width, int height, const std::uint8_t* pixels) {
  hm_gl_upload(static_cast<int>(texture), sheet_size, x, y, width, height, pixels);
}

void gl_draw(std::span<const std::uint8_t> vertices, std::span<const std::uint32_t> indices,
             std::span<const DrawCommand> commands) {
  hm_gl_draw(vertices.data(), vertices.size(), indices.data(), indices.size(), commands.data(), commands.size());
}

}  // namespace hamandish::platform
