#include "shared/base/result.h"

#include <doctest/doctest.h>

using namespace hamandish;

TEST_CASE("a Result holds a value or an Error, never both") {
  const Result<int> good = 7;
  const Result<int> bad = make_error(Code::not_found, "case.not_found", "id 5");
  CHECK(good.ok());
  CHECK(good.value() == 7);
  CHECK_FALSE(bad.ok());
  CHECK(bad.error().code == Code::not_found);
  CHECK(bad.error().key == "case.not_found");
}

TEST_CASE("Result<void> is success until it holds an Error") {
  const Result<void> good;
  const Result<void> bad = make_error(Code::busy, "server.busy");
  CHECK(good.ok());
  CHECK_FALSE(bad.ok());
  CHECK(bad.error().code == Code::busy);
}
