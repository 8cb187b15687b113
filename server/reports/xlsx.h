// Spreadsheets (XLSX): sheets from right to left, with real numbers and dates in their cells. The one place that knows the
// library.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/time.h"

namespace hamandish::server {

// A share, shown with a percent sign: {25} is 25٪, stored as 0.25.
struct XlsxPercent {
  double percent = 0;
};
// Empty, text (never taken for a formula), whole number, number, share, day.
using XlsxCell = std::variant<std::monostate, std::string, std::int64_t, double, XlsxPercent, Day>;

enum class XlsxColumnKind { text, number, date };

struct XlsxColumn {
  std::string head;
  // A date column becomes two: the Jalali date as text, and beside it the real date, with which a spreadsheet reckons.
  XlsxColumnKind kind = XlsxColumnKind::text;
  double width = 0;  // in letters; 0: by the kind
};

struct XlsxRow {
  std::vector<XlsxCell> cells;  // as many as columns; missing ones stay empty
  bool bold = false;            // a total
};

struct XlsxSheet {
  std::string name;                // shortened to what spreadsheets take, and made unique
  std::vector<std::string> above;  // lines above the table: title, period
  std::vector<XlsxColumn> columns;
  std::vector<XlsxRow> rows;
};

// The bytes of the file. TooLarge if a sheet has more rows than spreadsheets can hold; Internal if it cannot be written.
Result<std::string> write_xlsx(const std::vector<XlsxSheet>& sheets);

inline constexpr std::size_t kMostXlsxRows = 1'048'000;

}  // namespace hamandish::server
