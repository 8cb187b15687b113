#include "server/store/event_hash.h"

#include "server/base/random.h"

namespace hamandish::server {
namespace {

void put(std::string& bytes, std::int64_t value) {
  for (int shift = 56; shift >= 0; shift -= 8) {
    bytes += static_cast<char>((static_cast<std::uint64_t>(value) >> shift) & 0xFF);
  }
}

void put(std::string& bytes, std::string_view text) {
  put(bytes, static_cast<std::int64_t>(text.size()));
  bytes += text;
}

}  // namespace

std::string event_hash(std::string_view previous, const EventRow& event) {
  std::string bytes;
  bytes.reserve(160 + event.text.size());
  put(bytes, previous);
  put(bytes, event.case_id);
  put(bytes, wire_name(event.kind));
  put(bytes, event.at.milliseconds);
  put(bytes, event.user_id.value_or(0));
  put(bytes, event.from_unit);
  put(bytes, event.to_unit);
  if (event.form < 2) {
    put(bytes, event.text);
    return sha256(bytes);
  }
  put(bytes, event.form);
  put(bytes, event.detail);
  put(bytes, event.text_hash);
  return sha256(bytes);
}

}  // namespace hamandish::server
