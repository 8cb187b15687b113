#include "server/reports/csv.h"

#include <doctest/doctest.h>

namespace hamandish::server {
namespace {

TEST_CASE("cells are quoted, rows end as spreadsheets expect, and a byte order mark tells the coding") {
  CHECK(write_csv({"الف", "ب"}, {{"یک\nدو", "گفت «\"»"}}) ==
        "\xEF\xBB\xBF\"الف\",\"ب\"\r\n\"یک\nدو\",\"گفت «\"\"»\"\r\n");
}

TEST_CASE("what a spreadsheet would reckon stays text") {
  for (const char* cell : {"=1+1", "+98", "-1", "@a", " =1", "\t=1", "\uFF1D1"}) {
    CAPTURE(cell);
    CHECK(formula_safe(cell) == "'" + std::string(cell));
  }
  for (const char* cell : {"", "متن", "1=1", "۲", " "}) CHECK(formula_safe(cell) == cell);
}

}  // namespace
}  // namespace hamandish::server
