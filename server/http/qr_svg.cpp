#include "server/http/qr_svg.h"

#include <qrencode.h>

#include <memory>

namespace hamandish::server {

QrModules qr_modules(std::string_view text) {
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
      QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  QrModules modules;
  if (code == nullptr) return modules;
  modules.width = code->width;
  const auto count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
  modules.dark.reserve(count);
  for (std::size_t i = 0; i < count; ++i) modules.dark.push_back((code->data[i] & 1) != 0);
  return modules;
}

std::string qr_svg(std::string_view text) {
  const QrModules code = qr_modules(text);
  if (code.width == 0) return {};
  constexpr int kQuiet = 4;  // modules, ISO 18004
  constexpr int kPixels = 5;
  const int width = code.width;
  const std::string modules = std::to_string(width + 2 * kQuiet);
  const std::string pixels = std::to_string((width + 2 * kQuiet) * kPixels);
  std::string path;
  std::size_t at = 0;
  for (int y = 0; y < width; ++y) {
    for (int x = 0; x < width; ++x) {
      if (!code.dark[at++]) continue;
      path += "M" + std::to_string(x + kQuiet) + " " + std::to_string(y + kQuiet) + "h1v1h-1z";
    }
  }
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + pixels + "\" height=\"" + pixels + "\" viewBox=\"0 0 " +
         modules + " " + modules + "\" shape-rendering=\"crispEdges\"><rect width=\"" + modules + "\" height=\"" +
         modules + "\" fill=\"#fff\"/><path fill=\"#000\" d=\"" + path + "\"/></svg>";
}

}  // namespace hamandish::server
