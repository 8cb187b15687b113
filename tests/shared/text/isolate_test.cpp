#include "shared/text/isolate.h"

#include <doctest/doctest.h>

using namespace hamandish::text;

TEST_CASE("a left-to-right value is isolated") {
  CHECK(ltr("021 8899 0000") == "\u2066021 8899 0000\u2069");
  CHECK(ltr("") == "\u2066\u2069");
}

TEST_CASE("a value cannot end its own isolate or turn it round") {
  CHECK(ltr("a\u2069b\u202Ec\u2067d\u202C") == "\u2066abcd\u2069");
  CHECK(ltr(ltr("a")) == ltr("a"));
  CHECK(ltr("a\xFF") == "\u2066a\uFFFD\u2069");
}

TEST_CASE("names of files keep their digits inside a sentence") {
  CHECK(file_name("final_v2.pdf") == ltr("final_v2.pdf"));
  CHECK(file_name("photo.png") == "photo.png");
  CHECK(file_name("مدرک ۲.pdf") == "مدرک ۲.pdf");
  CHECK(file_name("2 مدرک.pdf") == "2 مدرک.pdf");
  CHECK(isolate("مدرک\u2069.pdf") == "\u2068مدرک.pdf\u2069");
  CHECK(file_name("plan\u2069 زمین.pdf") == "\u2068plan زمین.pdf\u2069");
}
