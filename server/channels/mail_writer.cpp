// Our own letters: plain text, and the same as HTML from right to left with every paragraph's direction isolated.
#include <gmime/gmime.h>

#include <memory>

#include "server/channels/mime.h"

namespace hamandish::server {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Object = std::unique_ptr<T, Unref>;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '&') {
      out += "&amp;";
    } else if (letter == '<') {
      out += "&lt;";
    } else if (letter == '>') {
      out += "&gt;";
    } else {
      out += letter;
    }
  }
  return out;
}

std::string html_of(std::string_view text) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"fa\" dir=\"rtl\">\n<head><meta charset=\"utf-8\"></head>\n"
      "<body dir=\"rtl\" style=\"font-family:Vazirmatn,Tahoma,sans-serif;font-size:16px;line-height:1.9;"
      "text-align:start\">\n";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line = escaped(text.substr(0, end));
    out += line.empty() ? "<br>\n" : "<p dir=\"auto\" style=\"margin:0;unicode-bidi:isolate\">" + line + "</p>\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out + "</body>\n</html>\n";
}

GMimeObject* text_part(const char* subtype, const std::string& text) {
  GMimeTextPart* part = g_mime_text_part_new_with_subtype(subtype);
  g_mime_text_part_set_charset(part, "utf-8");
  g_mime_text_part_set_text(part, text.c_str());
  g_mime_part_set_content_encoding(GMIME_PART(part), GMIME_CONTENT_ENCODING_BASE64);
  return GMIME_OBJECT(part);
}

void set(GMimeMessage* message, const char* name, const std::string& value) {
  g_mime_object_set_header(GMIME_OBJECT(message), name, value.c_str(), "utf-8");
}

// The first mail and the newest ones: a line of references may not grow for ever.
std::string references(const std::vector<std::string>& ids) {
  constexpr std::size_t kNewest = 15;
  std::string line = ids.front();
  const std::size_t from = ids.size() > kNewest + 1 ? ids.size() - kNewest : 1;
  for (std::size_t i = from; i < ids.size(); ++i) line += ' ' + ids[i];
  return line;
}

}  // namespace

std::string write_mail(const Letter& letter) {
  const Outgoing& outgoing = letter.message;
  const Object<GMimeMessage> message(g_mime_message_new(TRUE));
  g_mime_message_add_mailbox(message.get(), GMIME_ADDRESS_TYPE_FROM, letter.from_name.c_str(), letter.from.c_str());
  g_mime_message_add_mailbox(message.get(), GMIME_ADDRESS_TYPE_TO, nullptr, outgoing.to.c_str());
  g_mime_message_set_subject(message.get(), outgoing.subject.c_str(), "utf-8");
  GDateTime* now = g_date_time_new_now_utc();
  g_mime_message_set_date(message.get(), now);
  g_date_time_unref(now);
  set(message.get(), "Message-ID", outgoing.message_id);
  if (!outgoing.refs.empty()) {
    set(message.get(), "In-Reply-To", outgoing.refs.back());
    set(message.get(), "References", references(outgoing.refs));
  }
  if (outgoing.by_machine) {
    set(message.get(), "Auto-Submitted", outgoing.refs.empty() ? "auto-generated" : "auto-replied");
    set(message.get(), "X-Auto-Response-Suppress", "All");
  }
  const Object<GMimeMultipart> both(g_mime_multipart_new_with_subtype("alternative"));
  const Object<GMimeObject> plain(text_part("plain", outgoing.text));
  const Object<GMimeObject> html(text_part("html", html_of(outgoing.text)));
  g_mime_multipart_add(both.get(), plain.get());
  g_mime_multipart_add(both.get(), html.get());
  g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(both.get()));

  const Object<GMimeStream> stream(g_mime_stream_mem_new());
  const Object<GMimeStream> filter(g_mime_stream_filter_new(stream.get()));
  const Object<GMimeFilter> line_ends(g_mime_filter_unix2dos_new(FALSE));
  g_mime_stream_filter_add(GMIME_STREAM_FILTER(filter.get()), line_ends.get());
  g_mime_object_write_to_stream(GMIME_OBJECT(message.get()), nullptr, filter.get());
  g_mime_stream_flush(filter.get());
  const GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(array->data), array->len};
}

}  // namespace hamandish::server
