// How long shaping takes, in CPU microseconds for each round over the lines of tests/web/text/shaped_lines.h: the whole
// pipeline (bidi, runs, line breaks, HarfBuzz), and HarfBuzz alone on the same runs.
//   shape_speed FONT ROUNDS     one line for each round: "<pipeline> <HarfBuzz alone>"
// For shape_vs_native (tests/bench/text.mjs), built natively and as WASM.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "tests/web/text/shaped_lines.h"
#include "web/text/font.h"
#include "web/text/layout.h"

#ifdef __EMSCRIPTEN__
extern "C" double hm_cpu_microseconds();  // cpu_time.js
#endif

using namespace hamandish::text;

namespace {

std::vector<std::uint8_t> read(const char* path) {
  std::vector<std::uint8_t> bytes;
  if (FILE* file = std::fopen(path, "rb"); file != nullptr) {
    for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) bytes.push_back(static_cast<std::uint8_t>(c));
    std::fclose(file);
  }
  return bytes;
}

double cpu_microseconds() {
#ifdef __EMSCRIPTEN__
  return hm_cpu_microseconds();
#else
  return static_cast<double>(std::clock()) * 1e6 / CLOCKS_PER_SEC;
#endif
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const auto font = Font::open(read(arguments[1]));
  if (font == nullptr) return 1;
  Shaper shaper(*font);
  std::vector<std::string> lines;
  std::vector<ShapedText> texts;
  for (const Topic& topic : shaped_lines()) {
    for (const std::string& line : topic.lines) {
      lines.push_back(line);
      texts.push_back(shape_text(line, Direction::rtl, *font, shaper));
    }
  }
  std::size_t glyphs = 0;
  for (int round = std::atoi(arguments[2]); round > 0; --round) {
    double start = cpu_microseconds();
    for (const std::string& line : lines) glyphs += shape_text(line, Direction::rtl, *font, shaper).runs.size();
    const double pipeline = cpu_microseconds() - start;
    start = cpu_microseconds();
    for (const ShapedText& text : texts) {
      for (const ShapedRun& run : text.runs) glyphs += shaper.shape(text.characters, run.run).glyphs.size();
    }
    std::printf("%.0f %.0f\n", pipeline, cpu_microseconds() - start);
  }
  return glyphs > 0 ? 0 : 1;
}
