// E-mail as bytes: what a message says, whatever its mailer did to it, and our own letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/channels/gateway.h"

namespace hamandish::server {

struct MailFile {
  std::string name;  // UTF-8; never empty
  std::string bytes;
};

// Everything is valid UTF-8 without NUL.
struct Mail {
  std::string message_id;  // with its brackets, or empty
  std::string from;        // address in lower case, or empty
  std::string from_name;
  std::vector<std::string> to;  // every address that it was sent or delivered to, lower case
  std::string subject;
  std::string text;               // what is new in it
  std::string quoted;             // what it repeats of earlier ones
  std::vector<std::string> refs;  // nearest first
  std::int64_t sent_at = 0;       // seconds, as it says; 0: it does not
  std::string voice_caller;       // digits, from the head that exchanges write
  std::int64_t voice_seconds = 0;
  bool automatic = false;  // no person wrote it: RFC 3834 and what mailers do instead
  std::vector<MailFile> files;
};

// Always gives a mail: of bytes that are none, one with the text as far as it can be read.
Mail read_mail(std::string_view raw);

// HTML as plain text: paragraphs and line breaks, list items with a dash, links as their words, nothing of scripts,
// styles and comments. What stands in a quote of the common mailers goes to `quoted`.
struct PlainText {
  std::string text;
  std::string quoted;
};
PlainText html_to_text(std::string_view html);
// A plain text without the history that hangs on its end.
PlainText without_history(std::string_view text);

struct Letter {
  Outgoing message;
  std::string from;  // address
  std::string from_name;
};
// text/plain and text/html from right to left, CRLF line ends.
std::string write_mail(const Letter& letter);

// Once, before the first of the above and the first thread.
void start_mime();

}  // namespace hamandish::server
