#include "shared/consultations/redaction.h"

#include <algorithm>
#include <cstddef>

namespace hamandish {
namespace {

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view kSpaces = " \t\r";
  const std::size_t first = line.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(kSpaces) - first + 1);
}

}  // namespace

std::vector<std::string_view> passages_of(std::string_view lines) {
  std::vector<std::string_view> passages;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view passage = trimmed(lines.substr(0, end));
    if (!passage.empty()) passages.push_back(passage);
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return passages;
}

std::string redact(std::string_view text, std::string_view lines) {
  std::vector<bool> hidden(text.size(), false);
  for (const std::string_view passage : passages_of(lines)) {
    for (std::size_t at = text.find(passage); at != std::string_view::npos; at = text.find(passage, at + 1)) {
      std::fill_n(hidden.begin() + static_cast<std::ptrdiff_t>(at), passage.size(), true);
    }
  }
  std::string shown;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!hidden[i]) {
      shown += text[i];
    } else if (i == 0 || !hidden[i - 1]) {
      shown += kRedactionMark;
    }
  }
  return shown;
}

std::string_view missing_passage(std::string_view lines, std::string_view text, std::string_view other_text) {
  for (const std::string_view passage : passages_of(lines)) {
    if (text.find(passage) == std::string_view::npos && other_text.find(passage) == std::string_view::npos) {
      return passage;
    }
  }
  return {};
}

}  // namespace hamandish
