// The little of WebGL 2 that painting needs: two textures and lists of triangles. In the browser web/platform/js/gl.js
// does it on Module.canvas; natively (tests) nothing is drawn but everything is counted. All numbers are device pixels,
// origin at the canvas's top left corner.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace hamandish::platform {

// A vertex is 20 bytes: x, y, u, v (float), then red, green, blue, alpha (bytes), the layout of ImDrawVert.
inline constexpr std::uint32_t vertex_bytes = 20;

enum class Texture : std::int32_t {
  coverage = 0,  // one byte a pixel: multiplies the vertex's alpha
  colour = 1,    // RGBA: multiplies the vertex's colour
};

struct DrawCommand {
  std::uint32_t first_index;
  std::uint32_t index_count;
  Texture texture;
  std::int32_t clip_x;
  std::int32_t clip_y;
  std::int32_t clip_width;
  std::int32_t clip_height;
};

// False while there is no context: no WebGL 2, or it was lost. Then nothing below does anything.
bool gl_ready();

// Sizes the canvas if needed and fills it with a colour, 0xRRGGBB.
void gl_begin(int width, int height, std::uint32_t colour);

// Uploads the rows of one rectangle of a square sheet; `pixels` is the sheet's first byte.
void gl_upload(Texture texture, int sheet_size, int x, int y, int width, int height, const std::uint8_t* pixels);

void gl_draw(std::span<const std::uint8_t> vertices, std::span<const std::uint32_t> indices,
             std::span<const DrawCommand> commands);

}  // namespace hamandish::platform
