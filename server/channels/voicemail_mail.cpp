// The letters of exchanges that have recorded a message: Asterisk and what is built on it, with their usual texts and with
// those that an administrator wrote, and boxes that only say a number somewhere.
#include <algorithm>
#include <charconv>

#include "server/channels/mail.h"
#include "server/channels/mime.h"
#include "server/channels/phone.h"
#include "shared/identity/phone.h"
#include "shared/messages/messages.h"
#include "shared/text/digits.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kMostText = 16UL * 1024;
constexpr std::size_t kFewestDigits = 3;  // of a number within the house
constexpr std::size_t kMostDigits = 15;

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

// What stands within a number as people and exchanges write it.
bool joins_digits(char letter) {
  return letter == '-' || letter == ' ' || letter == '(' || letter == ')' || letter == '.';
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& letter : out) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
  }
  return out;
}

bool is_number(const std::string& digits) {
  return digits.size() >= kFewestDigits && digits.size() <= kMostDigits;
}

// «"Maryam" <09151112233>»: in angle brackets with nothing else.
std::string in_brackets(std::string_view text) {
  for (std::size_t open = text.find('<'); open != std::string_view::npos; open = text.find('<', open + 1)) {
    const std::size_t close = text.find('>', open);
    if (close == std::string_view::npos) return {};
    std::string digits;
    const std::string_view within = text.substr(open + 1, close - open - 1);
    const bool pure = std::all_of(within.begin(), within.end(),
                                  [](char one) { return is_digit(one) || joins_digits(one) || one == '+'; });
    if (pure) digits = digits_of(within);
    if (is_number(digits)) return digits;
  }
  return {};
}

// The digits that follow a word: «from 3315», «Caller: 09...», «صندوق ۱۰۰». A name in quotes may stand between.
std::string after_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    std::string_view rest = text.substr(at + word.size());
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == ':' || rest.front() == '\t')) rest.remove_prefix(1);
    if (rest.starts_with('"')) {
      rest.remove_prefix(std::min(rest.find('"', 1), rest.size() - 1) + 1);
      while (rest.starts_with(' ')) rest.remove_prefix(1);
    }
    if (rest.starts_with('+')) rest.remove_prefix(1);
    std::string digits;
    while (!rest.empty() && is_digit(rest.front()) && digits.size() <= kMostDigits) {
      digits += rest.front();
      rest.remove_prefix(1);
    }
    if (is_number(digits)) return digits;
  }
  return {};
}

// A whole number of Iran, wherever it stands.
std::string anywhere(std::string_view text) {
  std::string run;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char letter = i < text.size() ? text[i] : '\n';
    if (is_digit(letter) || (letter == '+' && run.empty())) {
      run += letter;
      continue;
    }
    if (joins_digits(letter) && letter != '.' && !run.empty() && run.size() <= kMostDigits + 1) {
      const bool goes_on = i + 1 < text.size() && is_digit(text[i + 1]);
      if (goes_on && !parse_mobile(run) && !parse_landline(run)) continue;
    }
    if (const std::optional<std::string> mobile = parse_mobile(run)) return *mobile;
    if (const std::optional<std::string> landline = parse_landline(run)) return *landline;
    run.clear();
  }
  return {};
}

// «0:23», «1:02:03», «23».
std::int64_t seconds_at(std::string_view rest) {
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == ':' || rest.front() == '\t')) rest.remove_prefix(1);
  std::int64_t seconds = 0;
  for (int steps = 0; steps < 3; ++steps) {
    std::int64_t piece = 0;
    const auto read = std::from_chars(rest.data(), rest.data() + std::min<std::size_t>(rest.size(), 6), piece);
    if (read.ec != std::errc() || piece < 0) break;
    seconds = seconds * 60 + piece;
    rest.remove_prefix(static_cast<std::size_t>(read.ptr - rest.data()));
    if (!rest.starts_with(':')) break;
    rest.remove_prefix(1);
  }
  return std::clamp<std::int64_t>(seconds, 0, 86400);
}

std::int64_t length_in(std::string_view text) {
  for (const std::string& word : {std::string("length"), std::string("duration"), std::string("left a"),
                                  std::string("forwarded a"), say("voicemail.length_word")}) {
    const std::size_t at = text.find(word);
    const std::int64_t seconds = at == std::string_view::npos ? 0 : seconds_at(text.substr(at + word.size()));
    if (seconds > 0) return seconds;
  }
  return 0;
}

}  // namespace

VoicemailMail read_voicemail_mail(std::string_view subject, std::string_view text) {
  const std::string all =
      lowered(text::ascii_digits(std::string(subject) + "\n" + std::string(text.substr(0, kMostText))));
  VoicemailMail found;
  found.called = after_word(all, "mailbox");
  if (found.called.empty()) found.called = after_word(all, say("voicemail.box_word"));
  found.seconds = length_in(all);
  found.caller = in_brackets(all);
  for (const std::string& word : {std::string("from"), std::string("caller id"), std::string("callerid"),
                                  std::string("caller"), say("voicemail.from_word")}) {
    if (found.caller.empty()) found.caller = after_word(all, word);
  }
  if (found.caller.empty()) found.caller = anywhere(all);
  return found;
}

const MailFile* sound_of(const Mail& mail) {
  for (const MailFile& file : mail.files) {
    const std::string name = lowered(file.name);
    for (const char* suffix : {".wav", ".gsm", ".mp3", ".ogg", ".wav49", ".opus", ".m4a"}) {
      if (name.ends_with(suffix)) return &file;
    }
    if (file.bytes.starts_with("RIFF") || file.bytes.starts_with("OggS") || file.bytes.starts_with("ID3")) return &file;
  }
  return nullptr;
}

}  // namespace hamandish::server
