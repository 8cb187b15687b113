#include "server/service/receipt_token.h"

#include "server/base/random.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kNumbers = 16;
constexpr std::size_t kTag = 16;

void put(std::string& bytes, std::int64_t value) {
  for (int shift = 56; shift >= 0; shift -= 8) {
    bytes += static_cast<char>((static_cast<std::uint64_t>(value) >> shift) & 0xFF);
  }
}

std::int64_t number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t value = 0;
  for (std::size_t i = at; i < at + 8; ++i) value = (value << 8) | static_cast<unsigned char>(bytes[i]);
  return static_cast<std::int64_t>(value);
}

// What a token is for goes into its tag, so that none opens the other's door.
constexpr std::string_view kReceipt = "receipt";
constexpr std::string_view kTracking = "tracking";

std::string tag_of(std::string_view key, std::string_view purpose, std::string_view numbers) {
  return keyed_hash(key, std::string(purpose) + std::string(numbers)).substr(0, kTag);
}

std::string make(std::string_view key, std::string_view purpose, std::int64_t case_id, Instant until) {
  std::string bytes;
  put(bytes, case_id);
  put(bytes, until.milliseconds);
  return base64url(bytes + tag_of(key, purpose, bytes));
}

std::optional<std::int64_t> open(std::string_view key, std::string_view purpose, std::string_view token, Instant now) {
  const std::string bytes = from_base64url(token);
  if (bytes.size() != kNumbers + kTag) return std::nullopt;
  const std::string_view numbers = std::string_view(bytes).substr(0, kNumbers);
  if (!equal_in_constant_time(tag_of(key, purpose, numbers), std::string_view(bytes).substr(kNumbers)))
    return std::nullopt;
  if (now.milliseconds >= number_at(bytes, 8)) return std::nullopt;
  return number_at(bytes, 0);
}

}  // namespace

std::string make_receipt_token(std::string_view key, std::int64_t case_id, Instant until) {
  return make(key, kReceipt, case_id, until);
}

std::optional<std::int64_t> open_receipt_token(std::string_view key, std::string_view token, Instant now) {
  return open(key, kReceipt, token, now);
}

std::string make_tracking_token(std::string_view key, std::int64_t case_id, Instant until) {
  return make(key, kTracking, case_id, until);
}

std::optional<std::int64_t> open_tracking_token(std::string_view key, std::string_view token, Instant now) {
  return open(key, kTracking, token, now);
}

}  // namespace hamandish::server
