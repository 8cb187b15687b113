#include "web/mirror/placements.h"

#include <doctest/doctest.h>

using namespace hamandish::web;

TEST_CASE("placements: numbers and ids keep their order, line breaks follow their count") {
  Placement first;
  first.element_id = "title";
  first.x = 16;
  first.y = 24.5F;
  first.width = 300;
  first.height = 80;
  first.font_size = 28;
  first.line_height = 44;
  first.line_breaks = {12, 40};
  Placement second;
  second.element_id = "send";
  second.centred = true;
  const PackedPlacements packed = pack(std::vector{first, second});
  CHECK(packed.ids == "title\nsend");
  REQUIRE(packed.numbers.size() == 11 + 2 + 11);
  CHECK(packed.numbers[0] == 16);
  CHECK(packed.numbers[1] == 24.5F);
  CHECK(packed.numbers[10] == 2);
  CHECK(packed.numbers[11] == 12);
  CHECK(packed.numbers[12] == 40);
  CHECK(packed.numbers[13 + 9] == 1);
  CHECK(packed.numbers[13 + 10] == 0);
}

TEST_CASE("placements: none") {
  CHECK(pack({}).numbers.empty());
  CHECK(pack({}).ids.empty());
}
