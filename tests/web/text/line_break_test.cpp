#include "web/text/line_break.h"

#include <doctest/doctest.h>

#include "shared/text/utf8.h"

using namespace hamandish::text;

namespace {

// The text with | where a line may end and ! where it must.
std::string marked(std::string_view utf8) {
  const std::u32string text = to_scalars(utf8);
  const std::vector<Break> breaks = line_breaks(text);
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (breaks[i] == Break::allowed) out += U'|';
    if (breaks[i] == Break::mandatory) out += U'!';
  }
  return to_utf8(out);
}

}  // namespace

TEST_CASE("a line ends at spaces, never at a half-space") {
  CHECK(marked("می‌خواهم بروم") == "می‌خواهم |بروم");
  CHECK(marked("کتاب‌ها") == "کتاب‌ها");
}

TEST_CASE("no line begins with a closing mark or parts a guillemet from its word") {
  CHECK(marked("گفت: «بله»، رفت.") == "گفت: |«بله»، |رفت.");
  CHECK(marked("ده (۱۰) روز؟") == "ده |(۱۰) |روز؟");
}

TEST_CASE("a line feed ends a line, the end of the text does not") {
  CHECK(marked("یک\nدو\n") == "یک\n!دو\n");
  CHECK(marked("") == "");
}

TEST_CASE("a number with its signs stays together, LB25") {
  CHECK(marked("۱٬۲۳۴٫۵۶ ریال") == "۱٬۲۳۴٫۵۶ |ریال");
  CHECK(marked("(٪۱۲٫۵) شد") == "(٪۱۲٫۵) |شد");
  CHECK(marked("دما -۵ بود") == "دما |-۵ |بود");
}

TEST_CASE("a comma without a space may end a line, but not inside a number") {
  CHECK(marked("الف،۱") == "الف،|۱");
  CHECK(marked("۱،۲") == "۱،۲");
}

TEST_CASE("addresses can be parted at their slashes") {
  CHECK(marked("https://example.ir/track/new") == "https://|example.ir/|track/|new");
}
