// What stands in the file is read by another library in tests/http/reports.test.mjs.
#include "server/reports/xlsx.h"

#include <doctest/doctest.h>

namespace hamandish::server {
namespace {

XlsxSheet sheet(std::string name) {
  return {std::move(name),
          {"عنوان"},
          {{"واحد"}, {"شمار", XlsxColumnKind::number}, {"تاریخ", XlsxColumnKind::date}},
          {{{std::string("=1+1"), std::int64_t{5}, Day{20'778}}}, {{std::string("همه"), XlsxPercent{50}}, true}}};
}

}  // namespace

TEST_CASE("a spreadsheet is a zip file, whatever its sheets are called") {
  const std::string longest(80, 'x');
  const Result<std::string> file =
      write_xlsx({sheet("یک/دو"), sheet("یک/دو"), sheet(longest), sheet(longest), sheet("")});
  REQUIRE(file.ok());
  CHECK(file->starts_with("PK"));
}

TEST_CASE("more rows than a spreadsheet can hold are refused and not cut off") {
  XlsxSheet many = sheet("بسیار");
  many.rows.resize(kMostXlsxRows + 1);
  const Result<std::string> file = write_xlsx({many});
  REQUIRE(!file.ok());
  CHECK(file.error().code == Code::too_large);
}

}  // namespace hamandish::server
