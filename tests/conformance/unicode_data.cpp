#include "tests/conformance/unicode_data.h"

#include <charconv>
#include <fstream>

namespace hamandish::conformance {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  return text;
}

// Lines "version | test | reason".
std::set<std::string, std::less<>> listed(std::string_view version) {
  std::set<std::string, std::less<>> tests;
  each_line(HAMANDISH_SOURCE_DIR "/tests/conformance/exceptions.txt", [&](std::string_view line) {
    const auto fields = split(line, '|');
    if (fields.size() == 3 && trimmed(fields[0]) == version && !trimmed(fields[2]).empty())
      tests.emplace(trimmed(fields[1]));
  });
  return tests;
}

}  // namespace

std::string each_line(const std::string& path, const std::function<void(std::string_view)>& line) {
  std::ifstream file(path);
  std::string version;
  for (std::string text; std::getline(file, text);) {
    if (version.empty()) version = text.substr(std::min<std::size_t>(2, text.size()), text.find(".txt") - 2);
    const auto content = trimmed(std::string_view(text).substr(0, text.find('#')));
    if (!content.empty()) line(content);
  }
  return version;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::u32string characters(std::string_view hex) {
  std::u32string text;
  for (const std::string_view word : split(hex, ' ')) {
    unsigned value = 0;
    const auto* const end = word.data() + word.size();
    if (std::from_chars(word.data(), end, value, 16).ptr == end && !word.empty()) text += static_cast<char32_t>(value);
  }
  return text;
}

void Outcome::check(bool passed, std::string_view test) {
  ++tests_;
  if (!passed) failed_.emplace(test);
}

Outcome::Verdict Outcome::against_exceptions(std::string_view version) const {
  const auto known = listed(version);
  Verdict verdict{tests_, failed_.size(), {}, {}};
  for (const std::string& test : failed_) {
    if (!known.contains(test)) verdict.surprises.push_back(test);
  }
  for (const std::string& test : known) {
    if (!failed_.contains(test)) verdict.outdated.push_back(test);
  }
  return verdict;
}

}  // namespace hamandish::conformance
