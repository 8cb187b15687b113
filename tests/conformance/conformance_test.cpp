// Unicode's own tests of bidi (UAX #9), line breaking (UAX #14) and grapheme clusters (UAX #29), on the very functions
// that set our pages. What differs is listed with its reason in exceptions.txt, for the version of the files that
// Debian has; anything else fails.
#include <doctest/doctest.h>

#include <algorithm>
#include <charconv>

#include "shared/text/utf8.h"
#include "tests/conformance/unicode_data.h"
#include "web/text/bidi.h"
#include "web/text/itemize.h"
#include "web/text/line_break.h"

using namespace hamandish::text;
using namespace hamandish::conformance;

namespace {

const std::string unicode = "/usr/share/unicode/";

void report(const Outcome& outcome, const std::string& version, std::size_t at_least) {
  REQUIRE_FALSE(version.empty());  // scripts/deps brings the files
  const Outcome::Verdict verdict = outcome.against_exceptions(version);
  MESSAGE(version << ": " << verdict.tests << " tests, " << verdict.failed << " listed exceptions");
  CHECK(verdict.tests >= at_least);
  for (std::size_t i = 0; i < verdict.surprises.size() && i < 40; ++i)
    FAIL_CHECK("fails and is not listed: " << verdict.surprises[i]);
  for (const std::string& test : verdict.outdated) FAIL_CHECK("is listed but passes: " << test);
}

// Levels as the files write them: "x" for characters that rule X9 takes out.
struct Expected {
  std::vector<int> levels;  // -1: taken out
  std::vector<std::uint32_t> order;
};

int number(std::string_view text) {
  int value = -1;  // "x"
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Expected expected(std::string_view levels, std::string_view order) {
  Expected result;
  for (const auto word : split(levels, ' ')) {
    if (!word.empty()) result.levels.push_back(number(word));
  }
  for (const auto word : split(order, ' ')) {
    if (!word.empty()) result.order.push_back(static_cast<std::uint32_t>(number(word)));
  }
  return result;
}

bool as_expected(const std::u32string& text, Direction base, const Expected& expected) {
  const std::vector<Level> levels = bidi_levels(text, base);
  if (levels.size() != expected.levels.size()) return false;
  std::vector<Level> kept;
  std::vector<std::uint32_t> positions;
  for (std::uint32_t i = 0; i < levels.size(); ++i) {
    if (expected.levels[i] < 0) continue;
    if (levels[i] != expected.levels[i]) return false;
    kept.push_back(levels[i]);
    positions.push_back(i);
  }
  std::vector<std::uint32_t> order = visual_order(kept);
  for (std::uint32_t& place : order) place = positions[place];
  return order == expected.order;
}

std::string_view after_tab(std::string_view line) {
  const std::size_t tab = line.find('\t');
  return tab == std::string_view::npos ? std::string_view() : line.substr(tab + 1);
}

char32_t sample_of(std::string_view bidi_class) {
  static const std::map<std::string_view, char32_t> samples = {
      {"L", U'a'},     {"R", 0x5d0},    {"AL", 0x627},   {"EN", U'7'},    {"ES", U'+'},    {"ET", U'%'},
      {"AN", 0x667},   {"CS", U':'},    {"NSM", 0x64e},  {"BN", 0xad},    {"B", 0x2029},   {"S", U'\t'},
      {"WS", U' '},    {"ON", U'!'},    {"LRE", 0x202a}, {"LRO", 0x202d}, {"RLE", 0x202b}, {"RLO", 0x202e},
      {"PDF", 0x202c}, {"LRI", 0x2066}, {"RLI", 0x2067}, {"FSI", 0x2068}, {"PDI", 0x2069},
  };
  return samples.at(bidi_class);
}

Direction automatic(const std::u32string& text) {
  return first_direction(to_utf8(text), Direction::ltr);
}

void bidi_class_line(std::string_view line, const Expected& expected, Outcome& outcome) {
  const auto fields = split(line, ';');
  std::u32string text;
  for (const auto name : split(fields[0], ' ')) text += sample_of(name);
  const int bases = number(fields[1].substr(1));
  if ((bases & 1) != 0) outcome.check(as_expected(text, automatic(text), expected), std::string(fields[0]) + "; auto");
  if ((bases & 2) != 0) outcome.check(as_expected(text, Direction::ltr, expected), std::string(fields[0]) + "; ltr");
  if ((bases & 4) != 0) outcome.check(as_expected(text, Direction::rtl, expected), std::string(fields[0]) + "; rtl");
}

// Lines like "÷ 0023 × 0020 ÷": the characters, and for each whether something may end after it.
struct Broken {
  std::u32string text;
  std::vector<bool> after;
};

Broken broken(std::string_view line) {
  Broken result;
  for (const auto word : split(line, ' ')) {
    if (word == "÷" || word == "×") {
      if (!result.text.empty()) result.after.push_back(word == "÷");
    } else {
      result.text += characters(word);
    }
  }
  return result;
}

}  // namespace

TEST_CASE("BidiTest: every sequence of bidi classes up to four, and longer ones") {
  Outcome outcome;
  std::string levels;
  Expected now;
  const std::string version = each_line(unicode + "BidiTest.txt", [&](std::string_view line) {
    if (line.starts_with("@Levels:")) {
      levels = after_tab(line);
    } else if (line.starts_with("@Reorder:")) {
      now = expected(levels, after_tab(line));
    } else if (line.front() != '@') {
      bidi_class_line(line, now, outcome);
    }
  });
  report(outcome, version, 700'000);
}

TEST_CASE("BidiCharacterTest: brackets and whole sentences") {
  Outcome outcome;
  const std::string version = each_line(unicode + "BidiCharacterTest.txt", [&](std::string_view line) {
    const auto fields = split(line, ';');
    const std::u32string text = characters(fields[0]);
    const Direction base = fields[1] == "2" ? automatic(text) : fields[1] == "1" ? Direction::rtl : Direction::ltr;
    const bool base_found = (base == Direction::rtl) == (fields[2] == "1");
    outcome.check(base_found && as_expected(text, base, expected(fields[3], fields[4])), line);
  });
  report(outcome, version, 90'000);
}

TEST_CASE("LineBreakTest: where a line may end") {
  Outcome outcome;
  const std::string version = each_line(unicode + "auxiliary/LineBreakTest.txt", [&](std::string_view line) {
    Broken wanted = broken(line);
    std::vector<bool> found;
    for (const Break one : line_breaks(wanted.text)) found.push_back(one != Break::none);
    if (!found.empty()) found.back() = true;  // LB3, which line_breaks leaves out on purpose
    outcome.check(found == wanted.after, line);
  });
  report(outcome, version, 7'000);
}

TEST_CASE("GraphemeBreakTest: what is never parted, and drawn as one emoji") {
  Outcome outcome;
  const std::string version = each_line(unicode + "auxiliary/GraphemeBreakTest.txt", [&](std::string_view line) {
    const Broken wanted = broken(line);
    outcome.check(cluster_ends(wanted.text) == wanted.after, line);
  });
  report(outcome, version, 500);
}
