#include "shared/directory/likely_answers.h"

#include <algorithm>
#include <string>

#include "shared/text/search_key.h"
#include "shared/text/utf8.h"

namespace hamandish {
namespace {

constexpr std::size_t kLeastLetters = 3;  // shorter words say nothing
constexpr int kLeastWords = 2;            // of the subject that an entry must hold
constexpr std::size_t kLongSubject = 8;   // words; what is longer than this is cut

std::vector<std::string_view> words_of(std::string_view key) {
  std::vector<std::string_view> words;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    const std::string_view word = key.substr(0, end);
    if (text::count_scalars(word) >= kLeastLetters) words.push_back(word);
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return words;
}

bool meets(std::string_view wanted, const std::vector<std::string_view>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return word.starts_with(wanted) || (wanted.starts_with(word) && text::count_scalars(word) > kLeastLetters);
  });
}

struct Found {
  const FaqEntry* entry;
  int score;
};

int score_of(const FaqEntry& entry, const std::vector<std::string_view>& wanted) {
  const std::string key = text::search_key(entry.question + ' ' + entry.words);
  const std::vector<std::string_view> words = words_of(key);
  return static_cast<int>(
      std::count_if(wanted.begin(), wanted.end(), [&](std::string_view word) { return meets(word, words); }));
}

}  // namespace

std::vector<const FaqEntry*> likely_answers(const Profile& profile, std::string_view category_id,
                                            std::string_view subject) {
  const std::string key = text::search_key(subject);
  std::vector<std::string_view> wanted = words_of(key);
  if (wanted.size() > kLongSubject) wanted.resize(kLongSubject);
  std::vector<Found> found;
  for (const FaqEntry& entry : profile.faq) {
    const int score = score_of(entry, wanted);
    if (score >= kLeastWords) found.push_back({&entry, 2 * score + (entry.category_id == category_id ? 1 : 0)});
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.score > b.score; });
  if (found.size() > kMostLikelyAnswers) found.resize(kMostLikelyAnswers);
  std::vector<const FaqEntry*> entries;
  entries.reserve(found.size());
  for (const Found& one : found) entries.push_back(one.entry);
  return entries;
}

}  // namespace hamandish
