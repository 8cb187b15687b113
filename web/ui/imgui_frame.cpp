#include "web/ui/imgui_frame.h"

#include <algorithm>
#include <cstdarg>
#include <cstring>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/platform/gl.h"
#include "web/text/glyph_atlas.h"

// ImGui formats its window names and tooltips only; none of ours has parameters, and printf would cost 10 kB.
int ImFormatString(char* buffer, size_t size, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = ImFormatStringV(buffer, size, format, arguments);
  va_end(arguments);
  return length;
}

int ImFormatStringV(char* buffer, size_t size, const char* format, va_list) {
  const size_t length = std::strlen(format);
  if (buffer == nullptr || size == 0) return static_cast<int>(length);
  const size_t copied = std::min(length, size - 1);
  std::memcpy(buffer, format, copied);
  buffer[copied] = 0;
  return static_cast<int>(copied);
}

namespace hamandish::web {

namespace {

void upload(platform::Texture texture, text::Sheet& sheet) {
  const text::Sheet::Box dirty = sheet.take_dirty();
  if (dirty.width == 0) return;
  platform::gl_upload(texture, sheet.size(), dirty.x, dirty.y, dirty.width, dirty.height, sheet.pixels());
}

void take_commands(const ImDrawList& list, int width, int height, std::vector<platform::DrawCommand>& commands) {
  commands.clear();
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.ElemCount == 0) continue;
    const int x0 = std::max(0, static_cast<int>(command.ClipRect.x));
    const int y0 = std::max(0, static_cast<int>(command.ClipRect.y));
    const int x1 = std::min(width, static_cast<int>(command.ClipRect.z));
    const int y1 = std::min(height, static_cast<int>(command.ClipRect.w));
    if (x1 <= x0 || y1 <= y0) continue;
    const auto texture = command.TextureId == nullptr ? platform::Texture::coverage : platform::Texture::colour;
    commands.push_back({command.IdxOffset, command.ElemCount, texture, x0, y0, x1 - x0, y1 - y0});
  }
}

}  // namespace

ImGuiFrame::ImGuiFrame() {
  // NewFrame wants a font. It gets one that has no glyph and belongs to an atlas that is said to be built: nothing is
  // ever written with it, our texts come from web/text. The atlas only tells where on the sheet the plain white is.
  fonts_ = IM_NEW(ImFontAtlas);
  ImFont* font = IM_NEW(ImFont);
  font->ContainerAtlas = fonts_;
  font->FontSize = 16;
  fonts_->Fonts.push_back(font);
  fonts_->TexReady = true;
  context_ = ImGui::CreateContext(fonts_);
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.DeltaTime = 1.0F / 60;
  ImGuiStyle& style = ImGui::GetStyle();
  style.AntiAliasedLinesUseTex = false;
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
}

ImGuiFrame::~ImGuiFrame() {
  ImGui::SetCurrentContext(context_);
  ImGui::DestroyContext(context_);
  IM_DELETE(fonts_);
}

ImDrawList& ImGuiFrame::begin(int width, int height, int sheet_size) {
  ImGui::SetCurrentContext(context_);
  const float white = 1.5F / static_cast<float>(sheet_size);  // the middle of the white corner
  fonts_->TexUvWhitePixel = {white, white};
  ImGui::GetIO().DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoNav);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.ChannelsSplit(4);
  return list;
}

bool ImGuiFrame::item(std::uint32_t id, float x0, float y0, float x1, float y1) {
  return ImGui::ItemAdd(ImRect(x0, y0, x1, y1), id);
}

void ImGuiFrame::abandon() {
  ImGui::GetWindowDrawList()->ChannelsMerge();
  ImGui::End();
  ImGui::EndFrame();
}

void ImGuiFrame::end(text::GlyphAtlas& atlas, int width, int height, std::uint32_t background) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.ChannelsMerge();
  ImGui::End();
  ImGui::Render();
  platform::gl_begin(width, height, background);
  upload(platform::Texture::coverage, atlas.coverage());
  if (atlas.colour() != nullptr) upload(platform::Texture::colour, *atlas.colour());
  static_assert(sizeof(ImDrawVert) == platform::vertex_bytes);
  take_commands(list, width, height, commands_);
  const auto* vertices = reinterpret_cast<const std::uint8_t*>(list.VtxBuffer.Data);
  platform::gl_draw({vertices, static_cast<std::size_t>(list.VtxBuffer.Size) * sizeof(ImDrawVert)},
                    {list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.Size)}, commands_);
}

}  // namespace hamandish::web
