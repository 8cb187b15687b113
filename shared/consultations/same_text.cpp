#include "shared/consultations/same_text.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "shared/text/search_key.h"

namespace hamandish {
namespace {

constexpr std::size_t kRun = 3;

// FNV-1a, folded to 32 bits.
std::uint32_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char one : bytes) {
    hash ^= static_cast<unsigned char>(one);
    hash *= 1099511628211ULL;
  }
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

std::vector<std::size_t> word_starts(std::string_view key) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < key.size();) {
    starts.push_back(at);
    const std::size_t space = key.find(' ', at);
    at = space == std::string_view::npos ? key.size() : space + 1;
  }
  return starts;
}

}  // namespace

TextPrint print_of(std::string_view text) {
  const std::string key = text::search_key(text);
  TextPrint print;
  if (key.empty()) return print;
  std::vector<std::size_t> starts = word_starts(key);
  starts.push_back(key.size() + 1);
  const std::size_t words = starts.size() - 1;
  const std::size_t run = std::min(kRun, words);
  for (std::size_t first = 0; first + run <= words; ++first) {
    const std::size_t begin = starts[first];
    print.push_back(hash_of(std::string_view(key).substr(begin, starts[first + run] - 1 - begin)));
  }
  std::sort(print.begin(), print.end());
  print.erase(std::unique(print.begin(), print.end()), print.end());
  if (print.size() > kMostShingles) print.resize(kMostShingles);
  return print;
}

double likeness(const TextPrint& a, const TextPrint& b) {
  if (a.empty() || b.empty()) return 0;
  // The smallest hashes of the union are a fair sample of it; those in both texts are the common ones.
  std::size_t i = 0;
  std::size_t j = 0;
  std::size_t seen = 0;
  std::size_t common = 0;
  // A print that was cut says nothing about hashes greater than its last.
  const auto known = [](const TextPrint& print, std::size_t at) {
    return at < print.size() || print.size() < kMostShingles;
  };
  while ((i < a.size() || j < b.size()) && known(a, i) && known(b, j)) {
    const bool in_a = i < a.size() && (j >= b.size() || a[i] <= b[j]);
    const bool in_b = j < b.size() && (i >= a.size() || b[j] <= a[i]);
    common += in_a && in_b ? 1U : 0U;
    i += in_a ? 1U : 0U;
    j += in_b ? 1U : 0U;
    ++seen;
  }
  return static_cast<double>(common) / static_cast<double>(seen);
}

std::vector<std::size_t> group_alike(const std::vector<TextPrint>& prints) {
  std::vector<std::size_t> groups(prints.size());
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> leaders_by_hash;
  for (std::size_t i = 0; i < prints.size(); ++i) {
    groups[i] = i;
    std::vector<std::size_t> candidates;
    for (const std::uint32_t hash : prints[i]) {
      const auto found = leaders_by_hash.find(hash);
      if (found != leaders_by_hash.end())
        candidates.insert(candidates.end(), found->second.begin(), found->second.end());
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    const auto alike = std::find_if(candidates.begin(), candidates.end(), [&](std::size_t leader) {
      return likeness(prints[i], prints[leader]) >= kSameCampaign;
    });
    if (alike != candidates.end()) {
      groups[i] = *alike;
      continue;
    }
    for (const std::uint32_t hash : prints[i]) leaders_by_hash[hash].push_back(i);
  }
  return groups;
}

}  // namespace hamandish
