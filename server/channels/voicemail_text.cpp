// The text file beside a voicemail. Whatever stands in it, it is read or refused.
#include <algorithm>
#include <charconv>

#include "server/channels/phone.h"
#include "shared/text/digits.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

std::int64_t number_of(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char letter : text::ascii_digits(text)) {
    if (letter >= '0' && letter <= '9') digits += letter;
  }
  return digits.substr(0, 20);
}

std::optional<VoicemailText> read_voicemail_text(std::string_view text) {
  if (text.size() > kMostVoicemailText) return std::nullopt;
  VoicemailText found;
  bool inside = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line == "[message]") inside = true;
    const std::size_t equals = line.find('=');
    if (!inside || equals == std::string_view::npos) continue;
    const std::string_view name = line.substr(0, equals);
    const std::string_view value = line.substr(equals + 1);
    if (name == "origtime") found.origtime = number_of(value);
    if (name == "duration") found.duration = std::clamp<std::int64_t>(number_of(value), 0, 86400);
    if (name == "msg_id") found.id = value.substr(0, 100);
    if (name == "callerid") {
      const std::size_t open = value.rfind('<');
      found.caller = digits_of(open == std::string_view::npos ? value : value.substr(open));
    }
  }
  const bool sane = inside && found.origtime > 0 && found.origtime < 100'000'000'000;
  return sane && text::valid_utf8(found.id) ? std::optional(found) : std::nullopt;
}

}  // namespace hamandish::server
