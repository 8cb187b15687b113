#include "shared/search/site_search.h"

#include <algorithm>

#include "shared/text/characters.h"
#include "shared/text/normalize.h"
#include "shared/text/search_key.h"
#include "shared/text/utf8.h"

namespace hamandish {
namespace {

constexpr std::size_t kLongestQuery = 80;

std::vector<std::string_view> words_in(std::string_view key) {
  std::vector<std::string_view> words;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    if (end > 0) words.push_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return words;
}

// `key` holds words with single spaces between.
bool has_beginning(std::string_view key, std::string_view word) {
  for (std::size_t at = key.find(word); at != std::string_view::npos; at = key.find(word, at + 1)) {
    if (at == 0 || key[at - 1] == ' ') return true;
  }
  return false;
}

bool has_all(std::string_view key, const std::vector<std::string_view>& words) {
  return !words.empty() &&
         std::all_of(words.begin(), words.end(), [&](std::string_view word) { return has_beginning(key, word); });
}

}  // namespace

std::string_view wire_name(FindableKind kind) {
  switch (kind) {
    case FindableKind::page:
      return "page";
    case FindableKind::unit:
      return "unit";
    case FindableKind::answer:
      return "answer";
    case FindableKind::draft:
      return "draft";
    case FindableKind::news:
      return "news";
    case FindableKind::survey:
      return "survey";
  }
  return "page";
}

std::vector<const Findable*> find(const std::vector<Findable>& all, std::string_view query) {
  const std::string apart = text::search_key(query);
  const std::string together = text::joined_key(query);
  const std::vector<std::string_view> words = words_in(apart);
  const std::vector<std::string_view> joined = words_in(together);
  std::vector<const Findable*> in_title;
  std::vector<const Findable*> elsewhere;
  for (const Findable& one : all) {
    const std::string title = text::index_key(one.title);
    if (has_all(title, words) || has_all(title, joined)) {
      in_title.push_back(&one);
      continue;
    }
    const std::string key = title + ' ' + text::index_key(one.summary) + ' ' + text::index_key(one.text);
    if (has_all(key, words) || has_all(key, joined)) elsewhere.push_back(&one);
  }
  in_title.insert(in_title.end(), elsewhere.begin(), elsewhere.end());
  if (in_title.size() > kMostFound) in_title.resize(kMostFound);
  return in_title;
}

std::string query_for_address(std::string_view typed) {
  std::u32string kept;
  for (const char32_t scalar : text::to_scalars(text::for_storage_one_line(typed))) {
    if (kept.size() == kLongestQuery) break;
    kept.push_back(scalar == text::kZwnj || !text::is_punctuation(scalar) ? scalar : U' ');
  }
  return text::for_storage_one_line(text::to_utf8(kept));
}

}  // namespace hamandish
