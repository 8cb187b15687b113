// Our shaping against hb-shape, glyph for glyph, on the lines of shaped_lines.h: against what hb-shape said once
// (tests/golden/text/<topic>.txt: the line, its glyphs, a checksum of all clusters, advances and offsets), and against
// the hb-shape of this machine. The whole 6.0 of Debian 12 and the 10.2 that we compile, cut down, agree on all of them. HAMANDISH_UPDATE=1 writes the files anew, from hb-shape.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "shared/text/utf8.h"
#include "tests/web/text/shaped_lines.h"
#include "tests/web/text/test_font.h"
#include "web/text/layout.h"

using namespace hamandish::text;

namespace {

std::string glyphs_of(const ShapedRun& run) {
  std::string out = "[";
  for (const Glyph& glyph : run.glyphs) {
    if (out.size() > 1) out += '|';
    out += std::to_string(glyph.id) + "=" + std::to_string(glyph.cluster - run.run.begin);
    if (glyph.x_offset != 0 || glyph.y_offset != 0) {
      out += "@" + std::to_string(glyph.x_offset) + "," + std::to_string(glyph.y_offset);
    }
    out += "+" + std::to_string(glyph.advance);
  }
  return out + "]";
}

std::string code_points(std::u32string_view text) {
  std::string out;
  std::array<char, 16> buffer{};
  for (const char32_t c : text) {
    std::snprintf(buffer.data(), buffer.size(), "%sU+%04X", out.empty() ? "" : ",", static_cast<unsigned>(c));
    out += buffer.data();
  }
  return out;
}

// One run in its context, as hb-shape --batch wants it.
std::string command(std::u32string_view text, const Run& run) {
  const char tag[5] = {static_cast<char>(run.script >> 24U), static_cast<char>(run.script >> 16U),
                       static_cast<char>(run.script >> 8U), static_cast<char>(run.script), 0};
  std::string line = std::string(HAMANDISH_FONT ";--no-glyph-names;--language=fa;--script=") + tag +
                     (run.level % 2 == 1 ? ";--direction=rtl" : ";--direction=ltr");
  const std::string before = code_points(text.substr(0, run.begin));
  const std::string after = code_points(text.substr(run.end));
  if (!before.empty()) line += ";--unicodes-before=" + before;
  if (!after.empty()) line += ";--unicodes-after=" + after;
  return line + ";--unicodes=" + code_points(text.substr(run.begin, run.end - run.begin)) + "\n";
}

// The answers of one hb-shape to many commands, one line each.
std::vector<std::string> hb_shape(const std::string& commands) {
  const std::string file = std::string(HAMANDISH_BINARY_DIR) + "/hb_shape_commands.txt";
  std::ofstream(file, std::ios::binary) << commands;
  FILE* pipe = popen(("hb-shape --batch <" + file).c_str(), "r");
  std::vector<std::string> answers(1);
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
    if (c == '\n') {
      answers.emplace_back();
    } else {
      answers.back() += static_cast<char>(c);
    }
  }
  REQUIRE(pclose(pipe) == 0);
  answers.pop_back();
  return answers;
}

struct Shaped {
  std::vector<std::string> ours;    // per line
  std::vector<std::string> theirs;  // per line
};

Shaped shaped(const Topic& topic) {
  Shaper shaper(test_font());
  Shaped both;
  std::string commands;
  std::vector<std::size_t> line_of_run;
  for (const std::string& line : topic.lines) {
    const ShapedText text = shape_text(line, Direction::rtl, test_font(), shaper);
    both.ours.emplace_back();
    for (const ShapedRun& run : text.runs) {
      if (run.run.fallback) continue;  // the font lacks it: the browser draws it
      both.ours.back() += glyphs_of(run);
      commands += command(text.characters, run.run);
      line_of_run.push_back(both.ours.size() - 1);
    }
  }
  both.theirs.resize(both.ours.size());
  const std::vector<std::string> answers = hb_shape(commands);
  REQUIRE(answers.size() == line_of_run.size());
  for (std::size_t i = 0; i < answers.size(); ++i) both.theirs[line_of_run[i]] += answers[i];
  return both;
}

// FNV-1a, 32 bits.
std::uint32_t checksum(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

// "[328=1+1372|297=0+1729][...]" as "328 297|..." and the checksum.
std::string short_form(std::string_view line, std::string_view glyphs) {
  std::string out = std::string(line) + "\t";
  bool id = false;
  for (const char c : glyphs) {
    if (c == '[' || c == '|') {
      if (out.back() != '\t') out += c == '[' ? '|' : ' ';
      id = true;
    } else if (c == '=') {
      id = false;
    } else if (id && c != ']') {
      out += c;
    }
  }
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "\t%08x", checksum(glyphs));
  return out + buffer.data();
}

std::string golden_path(const Topic& topic) {
  return std::string(HAMANDISH_SOURCE_DIR "/tests/golden/text/") + topic.name + ".txt";
}

std::vector<std::string> golden(const Topic& topic) {
  std::ifstream file(golden_path(topic));
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

void update(const Topic& topic, const Shaped& both) {
  std::ofstream file(golden_path(topic));
  for (std::size_t i = 0; i < topic.lines.size(); ++i) file << short_form(topic.lines[i], both.theirs[i]) << '\n';
}

}  // namespace

TEST_CASE("shaping equals hb-shape, glyph for glyph, on more than two thousand lines") {
  std::size_t lines = 0;
  for (const Topic& topic : shaped_lines()) {
    CAPTURE(topic.name);
    const Shaped both = shaped(topic);
    if (std::getenv("HAMANDISH_UPDATE") != nullptr) update(topic, both);
    const std::vector<std::string> known = golden(topic);
    REQUIRE(known.size() == topic.lines.size());
    for (std::size_t i = 0; i < known.size(); ++i, ++lines) {
      CHECK(short_form(topic.lines[i], both.ours[i]) == known[i]);
      CHECK(both.ours[i] == both.theirs[i]);
    }
  }
  CHECK(lines >= 2000);
}
