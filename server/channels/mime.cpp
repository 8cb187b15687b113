// Reading e-mails with GMime. Nothing of a message is trusted: charsets lie, names are broken, structures are missing.
#include "server/channels/mime.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Object = std::unique_ptr<T, Unref>;
struct Free {
  void operator()(void* memory) const { g_free(memory); }
};
using Chars = std::unique_ptr<char, Free>;

constexpr std::size_t kMostBoundaries = 200;  // deeper than any mailer; GMime walks them by recursion
constexpr int kMostParts = 300;
constexpr std::size_t kMostText = 512UL * 1024;

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& letter : out) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
  }
  return out;
}

std::string text_or_empty(const char* text) {
  return text == nullptr ? std::string() : std::string(text);
}

// Valid UTF-8 without NUL, whatever it was.
std::string clean(std::string_view text) {
  std::u32string scalars = text::to_scalars(text);
  std::erase(scalars, U'\0');
  return text::to_utf8(scalars);
}

std::string converted(std::string_view bytes, const char* charset) {
  gsize written = 0;
  const Chars out(
      g_convert(bytes.data(), static_cast<gssize>(bytes.size()), "UTF-8", charset, nullptr, &written, nullptr));
  return out == nullptr ? std::string() : std::string(out.get(), written);
}

// No IMAP server hands a NUL on: Dovecot makes 0x80 of it. So a stray 0x80 in what is UTF-8 otherwise is nothing.
std::string without_nul(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const text::Decoded next = text::decode(bytes, i);
    const bool stray = next.scalar == text::kReplacement && bytes[i] == '\x80';
    const auto count = static_cast<std::size_t>(next.bytes);
    if (!stray && bytes[i] != '\0') out += bytes.substr(i, count);
    i += count;
  }
  return text::valid_utf8(out) ? out : std::string(bytes);
}

// What the part says of its charset is believed unless the bytes say otherwise: UTF-8 is hardly ever UTF-8 by chance, and
// mailers here that say nothing, or «us-ascii», write windows-1256.
std::string decoded(std::string_view given, const char* charset) {
  const std::string said = charset == nullptr ? std::string() : lowered(charset);
  const bool wide =
      said.starts_with("utf-16") || said.starts_with("utf-32") || said == "utf-7" || said.starts_with("iso-2022");
  const std::string bytes = wide ? std::string(given) : without_nul(given);
  if (!wide && text::valid_utf8(bytes)) return clean(bytes);
  const bool unsaid =
      said.empty() || said == "us-ascii" || said == "utf-8" || said == "iso-8859-1" || said == "default";
  if (!unsaid) {
    const char* name = g_mime_charset_iconv_name(charset);
    const std::string text = converted(bytes, name == nullptr ? charset : name);
    if (!text.empty()) return clean(text);
  }
  // iso-8859-6 with bytes that it does not have is windows-1256 under a wrong name.
  const std::string text = converted(bytes, said == "iso-8859-1" ? "WINDOWS-1252" : "WINDOWS-1256");
  return clean(text.empty() ? bytes : text);
}

std::string bytes_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Object<GMimeStream> stream(g_mime_stream_mem_new());
  if (g_mime_data_wrapper_write_to_stream(content, stream.get()) < 0) return {};
  const GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(array->data), array->len};
}

bool is_attached(GMimeObject* object) {
  const std::string disposition = lowered(text_or_empty(g_mime_object_get_disposition(object)));
  return disposition == "attachment";
}

// Text as it is read: of alternatives the plain one, unless it is blank.
class Parts {
 public:
  explicit Parts(Mail& mail) : mail_(mail) {}

  void take(GMimeObject* object, int depth) {
    constexpr int kDeepest = 40;
    if (object == nullptr || depth > kDeepest || ++seen_ > kMostParts) return;
    if (GMIME_IS_MULTIPART(object)) {
      take_multipart(GMIME_MULTIPART(object), depth);
    } else if (GMIME_IS_MESSAGE_PART(object)) {
      take_message(GMIME_MESSAGE_PART(object), depth);
    } else if (GMIME_IS_PART(object)) {
      take_part(GMIME_PART(object));
    }
  }

  std::string text;
  std::string quoted;

 private:
  void take_multipart(GMimeMultipart* multipart, int depth) {
    const GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(multipart));
    const bool choice =
        lowered(text_or_empty(g_mime_content_type_get_media_subtype(const_cast<GMimeContentType*>(type)))) ==
        "alternative";
    const int count = g_mime_multipart_get_count(multipart);
    if (!choice) {
      for (int i = 0; i < count; ++i) take(g_mime_multipart_get_part(multipart, i), depth + 1);
      return;
    }
    // The simplest comes first; the next one is read only when that says nothing.
    const std::string before = text;
    for (int i = 0; i < count; ++i) {
      const bool says = text.find_first_not_of(" \n\r\t", before.size()) != std::string::npos;
      GMimeObject* part = g_mime_multipart_get_part(multipart, i);
      const bool is_text = GMIME_IS_TEXT_PART(part);
      if (!says || !is_text) take(part, depth + 1);
    }
  }

  // A message within: its files and words, for that is why it was sent on.
  void take_message(GMimeMessagePart* part, int depth) {
    GMimeMessage* message = g_mime_message_part_get_message(part);
    if (message != nullptr) take(g_mime_message_get_mime_part(message), depth + 1);
  }

  void take_part(GMimePart* part) {
    const Chars decoded_name(g_mime_part_get_filename(part) == nullptr ? nullptr
                                                                       : g_strdup(g_mime_part_get_filename(part)));
    const std::string name = clean(text_or_empty(decoded_name.get()));
    const bool is_text = GMIME_IS_TEXT_PART(GMIME_OBJECT(part));
    if (!is_text || is_attached(GMIME_OBJECT(part))) {
      std::string bytes = bytes_of(part);
      if (!bytes.empty()) mail_.files.push_back({name.empty() ? usual_name(part) : name, std::move(bytes)});
      return;
    }
    if (text.size() + quoted.size() > kMostText) return;
    std::string bytes = bytes_of(part);
    if (bytes.size() > kMostText) bytes.resize(kMostText);
    const std::string words = decoded(bytes, g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset"));
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    if (g_mime_content_type_is_type(type, "text", "html")) {
      PlainText plain = html_to_text(words);
      add(plain.text);
      quoted += plain.quoted;
    } else if (g_mime_content_type_is_type(type, "text", "calendar")) {
      mail_.files.push_back({name.empty() ? usual_name(part) : name, words});
    } else {
      add(words);
    }
  }

  void add(std::string_view words) {
    if (!text.empty() && text.back() != '\n') text += '\n';
    text += words;
  }

  static std::string usual_name(GMimePart* part) {
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    const std::string subtype = lowered(text_or_empty(g_mime_content_type_get_media_subtype(type)));
    return "file." + (subtype.size() > 8 || subtype.empty() ? std::string("bin") : subtype);
  }

  Mail& mail_;
  int seen_ = 0;
};

std::string header(GMimeMessage* message, const char* name) {
  return clean(text_or_empty(g_mime_object_get_header(GMIME_OBJECT(message), name)));
}

std::string id_in(std::string_view text) {
  const std::size_t start = text.find('<');
  const std::size_t end = start == std::string_view::npos ? start : text.find('>', start);
  if (end == std::string_view::npos || end - start > 250) return {};
  return std::string(text.substr(start, end - start + 1));
}

std::vector<std::string> ids_in(std::string_view text) {
  constexpr std::size_t kMost = 50;
  std::vector<std::string> ids;
  while (ids.size() < kMost) {
    const std::size_t start = text.find('<');
    if (start == std::string_view::npos) break;
    text.remove_prefix(start);
    std::string id = id_in(text);
    text.remove_prefix(1);
    if (!id.empty()) ids.push_back(std::move(id));
  }
  return ids;
}

void take_addresses(InternetAddressList* list, std::vector<std::string>& into) {
  if (list == nullptr) return;
  const int count = std::min(internet_address_list_length(list), 100);
  for (int i = 0; i < count; ++i) {
    InternetAddress* address = internet_address_list_get_address(list, i);
    if (!INTERNET_ADDRESS_IS_MAILBOX(address)) continue;
    into.push_back(lowered(clean(text_or_empty(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address))))));
  }
}

void take_sender(GMimeMessage* message, Mail& mail) {
  InternetAddressList* list = g_mime_message_get_from(message);
  if (list == nullptr || internet_address_list_length(list) == 0) return;
  InternetAddress* address = internet_address_list_get_address(list, 0);
  mail.from_name = clean(text_or_empty(internet_address_get_name(address)));
  if (!INTERNET_ADDRESS_IS_MAILBOX(address)) return;
  mail.from = lowered(clean(text_or_empty(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)))));
  if (mail.from.find('@') == std::string::npos || mail.from.size() > 254) mail.from.clear();
}

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

// RFC 3834 section 2 and what mailers do instead (domain facts 4.3).
bool is_automatic(GMimeMessage* message, const Mail& mail) {
  const auto low = [&](const char* name) { return lowered(header(message, name)); };
  const std::string automatic = low("Auto-Submitted");
  if (!automatic.empty() && !automatic.starts_with("no")) return true;
  const std::string suppress = low("X-Auto-Response-Suppress");
  if (has(suppress, "dr") || has(suppress, "autoreply") || has(suppress, "all")) return true;
  for (const char* name : {"List-Id", "List-Unsubscribe", "Feedback-ID", "X-Autoreply", "X-Autorespond", "X-Loop"}) {
    if (!header(message, name).empty()) return true;
  }
  const std::string precedence = low("Precedence");
  if (has(precedence, "bulk") || has(precedence, "junk") || has(precedence, "list") || has(precedence, "auto_reply")) {
    return true;
  }
  const std::string path = header(message, "Return-Path");
  if (has(path, "<>")) return true;
  GMimeObject* body = g_mime_message_get_mime_part(message);
  if (body != nullptr) {
    GMimeContentType* type = g_mime_object_get_content_type(body);
    if (g_mime_content_type_is_type(type, "multipart", "report")) return true;
  }
  const std::string local = mail.from.substr(0, mail.from.find('@'));
  for (const char* name : {"mailer-daemon", "postmaster", "noreply", "no-reply", "donotreply", "do-not-reply"}) {
    if (local == name) return true;
  }
  return false;
}

void fold(Mail& mail, std::string text, const std::string& quoted) {
  std::erase(text, '\r');
  PlainText split = without_history(text);
  mail.text = std::move(split.text);
  mail.quoted = std::move(split.quoted);
  if (!quoted.empty()) mail.quoted += (mail.quoted.empty() ? "" : "\n") + quoted;
  const bool nothing_new = mail.text.find_first_not_of(" \n\t") == std::string::npos;
  if (nothing_new) std::swap(mail.text, mail.quoted);
}

// More boundaries than any mailer writes: a bomb, whose structure is not looked at.
bool is_bomb(std::string_view raw) {
  std::size_t count = 0;
  for (std::size_t at = raw.find("oundary="); at != std::string_view::npos; at = raw.find("oundary=", at + 1)) {
    if (++count > kMostBoundaries) return true;
  }
  return false;
}

std::string digits_only(std::string_view text) {
  constexpr std::size_t kMost = 20;
  std::string digits;
  for (const char letter : text) {
    if (letter >= '0' && letter <= '9' && digits.size() < kMost) digits += letter;
  }
  return digits;
}

void take_headers(GMimeMessage* message, Mail& mail) {
  take_sender(message, mail);
  mail.subject = clean(text_or_empty(g_mime_message_get_subject(message)));
  mail.message_id = id_in(header(message, "Message-ID"));
  for (const GMimeAddressType type : {GMIME_ADDRESS_TYPE_TO, GMIME_ADDRESS_TYPE_CC}) {
    take_addresses(g_mime_message_get_addresses(message, type), mail.to);
  }
  for (const char* name : {"Delivered-To", "X-Original-To", "Envelope-To"}) {
    const std::string address = lowered(header(message, name));
    if (!address.empty()) mail.to.push_back(address);
  }
  mail.refs = ids_in(header(message, "In-Reply-To"));
  std::vector<std::string> references = ids_in(header(message, "References"));
  std::reverse(references.begin(), references.end());
  for (std::string& id : references) mail.refs.push_back(std::move(id));
  mail.automatic = is_automatic(message, mail);
  if (GDateTime* date = g_mime_message_get_date(message); date != nullptr) mail.sent_at = g_date_time_to_unix(date);
  for (const char* name : {"X-Asterisk-CallerID", "X-Asterisk-VM-Caller-ID-Num"}) {
    if (mail.voice_caller.empty()) mail.voice_caller = digits_only(header(message, name));
  }
  const std::string seconds = digits_only(header(message, "X-Asterisk-VM-Duration")).substr(0, 5);
  std::from_chars(seconds.data(), seconds.data() + seconds.size(), mail.voice_seconds);
}

}  // namespace

void start_mime() {
  g_mime_init();
  const char* charsets[] = {"utf-8", "windows-1256", "iso-8859-1", nullptr};
  g_mime_parser_options_set_fallback_charsets(g_mime_parser_options_get_default(), charsets);
}

Mail read_mail(std::string_view raw) {
  Mail mail;
  const bool bomb = is_bomb(raw);
  // Of a bomb only the head is read.
  const std::string_view read = bomb ? raw.substr(0, raw.find("\n\n")).substr(0, raw.find("\r\n\r\n")) : raw;
  const Object<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(read.data(), read.size()));
  const Object<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Object<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) {
    mail.text = decoded(raw.substr(0, kMostText), nullptr);
    return mail;
  }
  take_headers(message.get(), mail);
  if (bomb) {
    mail.automatic = true;
    return mail;
  }
  Parts parts(mail);
  parts.take(g_mime_message_get_mime_part(message.get()), 0);
  fold(mail, std::move(parts.text), parts.quoted);
  return mail;
}

}  // namespace hamandish::server
