// What our text pipeline makes of the lines of tests/web/text/shaped_lines.h, for the tests in a browser:
//   text_places FONT SIZE WIDTH     one line of JSON each: {"text", "width" in one line, "breaks": where each further
//                                   line begins when it is set into WIDTH, counted as JavaScript does}
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/web/text/shaped_lines.h"
#include "web/text/fallback.h"
#include "web/text/font.h"
#include "web/text/layout.h"

using namespace hamandish::text;

namespace {

class NoFallback : public Fallback {
 public:
  float advance(std::u32string_view, float) override { return 0; }
  bool draw(std::u32string_view, float, Picture&) override { return false; }
};

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

bool has_fallback(const ShapedText& text) {
  for (const ShapedRun& run : text.runs) {
    if (run.run.fallback) return true;
  }
  return false;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) return 2;
  std::ifstream file(arguments[1], std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const auto font = Font::open(std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
  if (font == nullptr) return 1;
  const float size = std::strtof(arguments[2], nullptr);
  const float width = std::strtof(arguments[3], nullptr);
  Shaper shaper(*font);
  NoFallback fallback;
  for (const Topic& topic : shaped_lines()) {
    for (const std::string& line : topic.lines) {
      const ShapedText text = shape_text(line, Direction::rtl, *font, shaper);
      if (has_fallback(text)) continue;
      const float whole = lay_out(text, size, 1e6F, fallback).width;
      std::printf("{\"text\":%s,\"width\":%.4f,\"breaks\":[", quoted(line).c_str(), static_cast<double>(whole));
      const Layout layout = lay_out(text, size, width, fallback);
      for (std::size_t i = 1; i < layout.lines.size(); ++i)
        std::printf("%s%u", i > 1 ? "," : "", layout.lines[i].utf16_begin);
      std::puts("]}");
    }
  }
}
