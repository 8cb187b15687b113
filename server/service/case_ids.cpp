#include "server/service/case_ids.h"

#include <algorithm>
#include <cstring>

#include "server/base/random.h"

namespace hamandish::server {
namespace {

constexpr std::string_view kLetters = "0123456789abcdefghjkmnpqrstvwxyz";  // no i, l, o, u
constexpr std::size_t kLength = 13;                                        // 65 bits, the highest two are 0
constexpr int kRandomBits = 20;

}  // namespace

void CaseIds::start_after(std::int64_t id) {
  const std::lock_guard lock(mutex_);
  last_ = std::max(last_, id);
}

std::int64_t CaseIds::next(Instant now) {
  std::uint32_t random = 0;
  const std::string bytes = random_bytes(sizeof random);
  std::memcpy(&random, bytes.data(), sizeof random);
  const std::int64_t wanted = (now.milliseconds << kRandomBits) | (random & ((1U << kRandomBits) - 1));
  const std::lock_guard lock(mutex_);
  last_ = std::max(last_ + 1, wanted);
  return last_;
}

std::int64_t first_id_at(Instant at) {
  return at.milliseconds << kRandomBits;
}

std::string write_id(std::int64_t id) {
  std::string text(kLength, '0');
  auto rest = static_cast<std::uint64_t>(id);
  for (std::size_t i = kLength; i-- > 0; rest >>= 5) text[i] = kLetters[rest & 31];
  return text;
}

std::optional<std::int64_t> parse_id(std::string_view text) {
  if (text.size() != kLength || kLetters.find(text[0]) > 7) return std::nullopt;  // above 63 bits
  std::uint64_t id = 0;
  for (const char letter : text) {
    const std::size_t value = kLetters.find(letter);
    if (value == std::string_view::npos) return std::nullopt;
    id = (id << 5) | value;
  }
  return static_cast<std::int64_t>(id);
}

}  // namespace hamandish::server
