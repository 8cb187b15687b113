#include "shared/users/client_name.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace hamandish {

TEST_CASE("browsers and systems by what they say of themselves") {
  struct Row {
    std::string said, browser, system;
  };
  const std::vector<Row> rows = {
      {"Mozilla/5.0 (Linux; Android 13; SM-A536E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36",
       "chrome", "android"},
      {"Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-A536E) AppleWebKit/537.36 SamsungBrowser/23.0 Chrome/115.0 Safari/537.36",
       "samsung", "android"},
      {"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0", "edge",
       "windows"},
      {"Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0", "firefox", "linux"},
      {"Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 Version/17.1 Mobile/15E148 Safari/604.1",
       "safari", "iphone"},
      {"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.1 Safari/605.1.15", "safari",
       "macintosh"},
      {"curl/8.5", "", ""},
      {"", "", ""},
      {"<script>", "", ""}};
  for (const Row& row : rows) {
    CAPTURE(row.said);
    const ClientName name = client_name(row.said);
    CHECK(name.browser == row.browser);
    CHECK(name.system == row.system);
  }
}

}  // namespace hamandish
