#include "shared/channels/sms_text.h"

#include <algorithm>

#include "shared/cases/case_text.h"
#include "shared/identity/tracking_code.h"
#include "shared/messages/messages.h"
#include "shared/text/characters.h"
#include "shared/text/digits.h"
#include "shared/text/normalize.h"
#include "shared/text/search_key.h"
#include "shared/text/utf8.h"

namespace hamandish {
namespace {

constexpr std::u32string_view kGsm =
    U"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    U"abcdefghijklmnopqrstuvwxyzäöñüà";
constexpr std::u32string_view kGsmExtension = U"\f^{}\\[~]|€";

// Places of one scalar in the alphabet; 0: it is not in it.
int septets(char32_t scalar) {
  if (kGsm.find(scalar) != std::u32string_view::npos) return 1;
  return kGsmExtension.find(scalar) != std::u32string_view::npos ? 2 : 0;
}

int utf16_units(char32_t scalar) {
  return scalar > 0xFFFF ? 2 : 1;
}

struct Limits {
  int single;
  int part;
};

template <class Width>
SmsSize count(const std::u32string& scalars, const Limits& limits, Width width) {
  SmsSize size;
  int filled = 0;  // of the last of several parts
  int parts = 0;
  for (const char32_t scalar : scalars) {
    const int wide = width(scalar);
    size.units += wide;
    if (parts == 0 || filled + wide > limits.part) {
      ++parts;
      filled = 0;
    }
    filled += wide;
  }
  size.parts = size.units <= limits.single ? std::min(parts, 1) : parts;
  return size;
}

bool is_between_words(char32_t scalar) {
  return text::is_space(scalar) || text::is_line_end(scalar) || text::is_punctuation(scalar);
}

// The first word, without what punctuation stands around it.
std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const text::Decoded next = text::decode(text, end);
    if (is_between_words(next.scalar)) break;
    end += static_cast<std::size_t>(next.bytes);
  }
  return text.substr(0, end);
}

std::optional<CaseKind> kind_said(std::string_view word) {
  const std::string key = text::search_key(word);
  for (const CaseKind kind : kCaseKinds) {
    if (key == text::search_key(kind_text(kind))) return kind;
  }
  return std::nullopt;
}

bool is_one_of(std::string_view word, std::string_view words_key) {
  const std::string key = text::name_key(word);
  if (key.empty()) return false;
  const std::string words = say(words_key);
  std::size_t at = 0;
  while (at < words.size()) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (key == text::name_key(std::string_view(words).substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

std::string_view after_word(std::string_view text, std::string_view word) {
  text.remove_prefix(word.size());
  while (!text.empty()) {
    const text::Decoded next = text::decode(text, 0);
    if (!is_between_words(next.scalar)) break;
    text.remove_prefix(static_cast<std::size_t>(next.bytes));
  }
  return text;
}

// The kind that a message names with its first word, or after the words that a polite person begins with:
// «با سلام. من شکایت دارم»; but not «شکایت ندارم».
std::optional<CaseKind> kind_named(std::string_view text) {
  std::string_view word = first_word(text);
  while (is_one_of(word, "sms.greeting_words")) {
    text = after_word(text, word);
    word = first_word(text);
  }
  if (is_one_of(first_word(after_word(text, word)), "sms.not_so")) return std::nullopt;
  return kind_said(word);
}

// What follows «پیگیری» or «کد رهگیری»; empty if the text does not begin so.
std::string_view after_status_words(std::string_view text) {
  std::string_view rest = text;
  for (std::string_view word = first_word(rest); is_one_of(word, "sms.status_words"); word = first_word(rest)) {
    rest.remove_prefix(word.size());
    while (!rest.empty()) {
      const text::Decoded next = text::decode(rest, 0);
      if (text::digit_value(next.scalar) >= 0 || !is_between_words(next.scalar)) break;
      rest.remove_prefix(static_cast<std::size_t>(next.bytes));
    }
  }
  return rest.size() == text.size() ? std::string_view{} : rest;
}

// Digits, and nothing else that one could read: «وضعیت آب روستا» is a message.
bool is_number(std::string_view text) {
  const std::u32string scalars = text::to_scalars(text);
  const bool fits = std::all_of(scalars.begin(), scalars.end(), [](char32_t scalar) {
    return text::digit_value(scalar) >= 0 || is_between_words(scalar) || text::is_invisible(scalar);
  });
  return fits && !scalars.empty();
}

SmsOrder status_of(std::string_view code) {
  const ParsedCode parsed = parse_tracking_code(code);
  SmsOrder order;
  order.kind = SmsOrder::Kind::status;
  order.code = parsed.code;
  order.code_fits = parsed.check == CodeCheck::ok;
  return order;
}

}  // namespace

SmsSize sms_size(std::string_view text) {
  const std::u32string scalars = text::to_scalars(text);
  const bool gsm = std::all_of(scalars.begin(), scalars.end(), [](char32_t scalar) { return septets(scalar) > 0; });
  SmsSize size = gsm ? count(scalars, {160, 153}, septets) : count(scalars, {70, 67}, utf16_units);
  size.gsm = gsm;
  return size;
}

SmsOrder read_sms(std::string_view raw) {
  const std::string stored = text::for_storage(raw);
  SmsOrder order;
  if (stored.empty()) return order;
  const std::string digits = text::ascii_digits(stored);
  // Some send back the whole line that tells how to stop.
  if (text::name_key(stored) == text::name_key(say("sms.stop_line"))) {
    order.kind = SmsOrder::Kind::stop;
    return order;
  }
  if (digits == "11" || digits == "12") {
    order.kind = digits == "11" ? SmsOrder::Kind::stop : SmsOrder::Kind::resume;
    return order;
  }
  if (is_number(stored) && parse_tracking_code(stored).check == CodeCheck::ok) return status_of(stored);
  const std::string_view code = after_status_words(stored);
  if (is_number(code)) return status_of(code);
  order.kind = SmsOrder::Kind::message;
  order.case_kind = kind_named(stored);
  return order;
}

}  // namespace hamandish
