#include "server/http/url.h"

#include <doctest/doctest.h>

namespace hamandish::server {

TEST_CASE("percent-encoding is undone, and what is none stays") {
  CHECK(percent_decoded("a%20b%2Fc") == "a b/c");
  CHECK(percent_decoded("%d8%A7") == "\xd8\xa7");
  CHECK(percent_decoded("100%") == "100%");
  CHECK(percent_decoded("%4") == "%4");
  CHECK(percent_decoded("%zz%41") == "%zzA");
  CHECK(percent_decoded("%00").size() == 1);
  CHECK(percent_decoded("+") == "+");
}

TEST_CASE("a file name cannot break out of its header") {
  const std::string value = attachment_disposition("a\"; filename=x\r\nSet-Cookie: b.pdf");
  CHECK(value.find('\r') == std::string::npos);
  CHECK(value.find('\n') == std::string::npos);
  CHECK(value ==
        "attachment; filename=\"a___filename_x__Set-Cookie__b.pdf\"; "
        "filename*=UTF-8''a%22%3B%20filename%3Dx%0D%0ASet-Cookie%3A%20b.pdf");
}

}  // namespace hamandish::server
