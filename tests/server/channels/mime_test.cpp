// Reading e-mails without a mailbox: the corpus of whole letters stands in tests/http/support/odd_mails.mjs.
#include "server/channels/mime.h"

#include <doctest/doctest.h>

#include "server/channels/phone.h"

namespace hamandish::server {
namespace {

TEST_CASE("HTML becomes text, quotes and scripts apart") {
  const PlainText read = html_to_text("<p>یک</p><script>x()</script><p>دو<br>سه</p><blockquote>کهنه</blockquote>");
  CHECK(read.text == "یک\n\nدو\nسه\n\n");
  CHECK(read.quoted.find("کهنه") != std::string::npos);
  CHECK(html_to_text("a < b && c").text == "a < b && c");
  CHECK(html_to_text("&#x41;&#1570;&bogus;").text == "Aآ&bogus;");
  CHECK(html_to_text("<a title='x>y'>z").text == "z");
  CHECK(html_to_text("<a title='x>z").text == "z");
}

TEST_CASE("history is folded at the end only, and never the whole letter") {
  CHECK(without_history("نو\n\nOn Sat, X wrote:\n> کهنه").text == "نو\n");
  CHECK(without_history("> س\nج").text == "> س\nج");
  CHECK(without_history("> همه کهنه").text == "> همه کهنه");
  CHECK(without_history("نو\n-----Original Message-----\nکهنه").quoted == "-----Original Message-----\nکهنه");
}

TEST_CASE("a letter of ours is read back as it was written") {
  start_mime();
  Letter letter;
  letter.message.to = "maryam@mail.example";
  letter.message.text = "سلام\n<b>متن</b>";
  letter.message.subject = "پاسخ [#1234567890123456]";
  letter.message.message_id = "<1.a@b.example>";
  letter.message.refs = {"<0@c.example>", "<00@c.example>"};
  letter.from = "unit@b.example";
  letter.from_name = "سازمان";
  const std::string raw = write_mail(letter);
  const Mail read = read_mail(raw);
  CHECK(read.subject == letter.message.subject);
  CHECK(read.message_id == "<1.a@b.example>");
  CHECK(read.from == "unit@b.example");
  CHECK(read.from_name == "سازمان");
  CHECK(read.refs.front() == "<00@c.example>");
  CHECK(read.text == letter.message.text);
  CHECK(read.automatic);
  CHECK(raw.find("&lt;b&gt;") == std::string::npos);  // it is base64; no bare HTML of theirs in ours
  for (std::size_t at = raw.find('\n'); at != std::string::npos; at = raw.find('\n', at + 1))
    CHECK(raw[at - 1] == '\r');
}

TEST_CASE("a letter that is none is text") {
  CHECK(read_mail("").text.empty());
  CHECK_FALSE(read_mail(std::string(100, '\xff')).subject.size() > 0);
}

TEST_CASE("a voicemail's text file says who, when and how long, or nothing") {
  const auto read =
      read_voicemail_text(";\n[message]\r\ncallerid=\"M\" <0912 123>\r\norigtime=1795242600\nduration=7\nmsg_id=x-1\n");
  REQUIRE(read);
  CHECK(read->caller == "0912123");
  CHECK(read->origtime == 1795242600);
  CHECK(read->duration == 7);
  CHECK(read->id == "x-1");
  CHECK_FALSE(read_voicemail_text("origtime=1\n"));
  CHECK_FALSE(read_voicemail_text("[message]\norigtime=x\n"));
  CHECK_FALSE(read_voicemail_text(std::string(100000, 'x')));
}

}  // namespace
}  // namespace hamandish::server
