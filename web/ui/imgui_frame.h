// Everything that is needed to make Dear ImGui run one frame without its own fonts, platform or input: one context, one
// window as large as the canvas, its draw list handed to web/platform/gl.
#pragma once

#include <cstdint>
#include <vector>

#include "web/platform/gl.h"

struct ImGuiContext;
struct ImDrawList;
struct ImFont;
struct ImFontAtlas;

namespace hamandish::text {
class GlyphAtlas;
}

namespace hamandish::web {

class ImGuiFrame {
 public:
  ImGuiFrame();
  ~ImGuiFrame();
  ImGuiFrame(const ImGuiFrame&) = delete;
  ImGuiFrame& operator=(const ImGuiFrame&) = delete;

  // Between begin and end the returned list may be drawn to, in device pixels. Four layers, 0 lowest.
  ImDrawList& begin(int width, int height, int sheet_size);
  // Tells ImGui of an item with this id; false if it lies outside the canvas and need not be painted.
  bool item(std::uint32_t id, float x0, float y0, float x1, float y1);
  // Uploads what is new of the atlas and draws.
  void end(text::GlyphAtlas& atlas, int width, int height, std::uint32_t background);
  // Gives the frame up without drawing (the atlas was full).
  void abandon();

 private:
  ImGuiContext* context_;
  ImFontAtlas* fonts_;
  std::vector<platform::DrawCommand> commands_;  // of the last frame; its room is used again
};

}  // namespace hamandish::web
