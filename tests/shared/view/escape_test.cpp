#include "shared/view/escape.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "shared/view/builder.h"
#include "shared/view/html_writer.h"
#include "shared/view/kinds.h"

using namespace hamandish::view;
using namespace std::string_literals;

namespace {

std::string escaped(std::string_view raw) {
  std::string out;
  append_escaped(out, raw);
  return out;
}

// Everything in a Node that can come from a person or a profile, filled with the same hostile text.
Node hostile(Kind kind, const std::string& text) {
  Node result = node(kind, text, {}, "x");
  result.value = result.note = result.help = result.error = result.target = result.intent = text;
  result.required = true;
  result.input.autocomplete = result.input.accept = text;
  result.options = {{text, text}};
  result.columns = {text};
  return result;
}

}  // namespace

TEST_CASE("the five characters of markup become references and the rest stays") {
  CHECK(escaped("<a href=\"x\" title='y'>&amp;</a>") ==
        "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
  CHECK(escaped("می‌شود «۱۲» 🙂") == "می‌شود «۱۲» 🙂");
  CHECK(escaped("") == "");
}

TEST_CASE("NUL disappears and ill-formed UTF-8 becomes the replacement character") {
  CHECK(escaped("a\0b"s) == "ab");
  CHECK(escaped("a\xFF\x62") == "a\xEF\xBF\xBD\x62");
  CHECK(escaped("\xC0\xBCscript") == "\xEF\xBF\xBD\xEF\xBF\xBDscript");  // an overlong <
  CHECK(escaped("\xED\xA0\x80").find('\xED') == std::string::npos);      // a surrogate
  CHECK(escaped("\xD9") == "\xEF\xBF\xBD");                              // cut off in the middle of a letter
  CHECK(escaped("\xD9<b>") == "\xEF\xBF\xBD&lt;b&gt;");                  // and it swallows nothing after it
}

TEST_CASE("only addresses that lead somewhere harmless are links") {
  for (const char* good : {"/", "/desk/new/complaint", "#errors", "?after=x", "https://example.ir/a?b=c", "http://a.ir",
                           "mailto:a@b.ir", "tel:0561"}) {
    CAPTURE(good);
    CHECK(safe_address(good) == good);
  }
  for (const char* bad : {"", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)",
                          "java\tscript:alert(1)", "\njavascript:x", "data:text/html,x", "vbscript:x", "//evil.example",
                          "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "desk", "blob:x"}) {
    CAPTURE(bad);
    CHECK(safe_address(bad) == "#");
  }
}

TEST_CASE("hostile text in any member of any kind never becomes markup") {
  const std::vector<std::string> texts = {"\"><script>alert(1)</script>",
                                          "'><img src=x onerror=alert(1)>",
                                          "</textarea><script>x</script>",
                                          "</option></select><svg onload=x>",
                                          "--><b>",
                                          "\xD9\"><b onclick=x>",
                                          "\0<b>"s,
                                          "javascript:alert(1)"};
  for (const std::string& text : texts) {
    for (int i = 0; i < kKindCount; ++i) {
      const auto kind = static_cast<Kind>(i);
      CAPTURE(kind_entry(kind).name);
      CAPTURE(text);
      const std::string html = write_html(hostile(kind, text));
      for (const char* markup : {"<script", "<img src", "<svg", "<b>", "<b ", "-->"}) {
        CHECK(html.find(markup) == std::string::npos);
      }
      CHECK(html.find("href=\"javascript") == std::string::npos);
      CHECK(html.find("action=\"javascript") == std::string::npos);
      CHECK(html.find('\0') == std::string::npos);
    }
  }
}

TEST_CASE("what was escaped comes back as it was") {
  for (const std::string raw : {"", "&", "آب & «برق» <b> \"x\" 'y' &amp; &", "&&lt;;"}) {
    std::string escaped;
    append_escaped(escaped, raw);
    std::string back;
    append_unescaped(back, escaped);
    CHECK(back == raw);
  }
}
