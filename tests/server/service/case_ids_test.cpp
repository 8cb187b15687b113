#include "server/service/case_ids.h"

#include <doctest/doctest.h>

#include "server/base/random.h"
#include "server/service/receipt_token.h"

namespace hamandish::server {
namespace {

TEST_CASE("ids grow, also within a millisecond and when the clock goes back") {
  REQUIRE(start_crypto());
  CaseIds ids;
  const Instant now{1795239000000};
  std::int64_t last = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::int64_t id = ids.next(i % 7 == 0 ? now + -5000 : now);
    CHECK(id > last);
    last = id;
  }
  CHECK((ids.next(now + 1000) >> 20) == now.milliseconds + 1000);
  CaseIds later;
  later.start_after(last);
  CHECK(later.next(now + -kDay) > last);
}

TEST_CASE("an id is written in 13 letters that sort like the number and read back") {
  for (const std::int64_t id : {std::int64_t{1}, std::int64_t{1882448000000000000}, INT64_MAX}) {
    CHECK(write_id(id).size() == 13);
    CHECK(parse_id(write_id(id)) == id);
  }
  CHECK(write_id(31) < write_id(32));
  for (const char* bad :
       {"", "1", "00000000000000", "000000000000i", "zzzzzzzzzzzzz", "000000000000A", "8000000000000"}) {
    CHECK_FALSE(parse_id(bad).has_value());
  }
}

TEST_CASE("a receipt's token opens with the same key alone, and not when any letter differs") {
  REQUIRE(start_crypto());
  const std::string key(32, 'k');
  const std::string token = make_receipt_token(key, 77, Instant{5000});
  CHECK(open_receipt_token(key, token, Instant{4999}) == 77);
  CHECK_FALSE(open_receipt_token(key, token, Instant{5000}).has_value());
  CHECK_FALSE(open_receipt_token(std::string(32, 'x'), token, Instant{0}).has_value());
  for (std::size_t i = 0; i < token.size(); ++i) {
    std::string forged = token;
    forged[i] = forged[i] == 'Q' ? 'g' : 'Q';
    CHECK_FALSE(open_receipt_token(key, forged, Instant{0}).has_value());
  }
}

}  // namespace
}  // namespace hamandish::server
