#include "server/reports/csv.h"

#include <algorithm>
#include <cstddef>

namespace hamandish::server {
namespace {

void add_row(std::string& csv, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    csv += i == 0 ? "\"" : ",\"";
    for (const char one : formula_safe(cells[i])) {
      if (one == '"') csv += '"';
      csv += one;
    }
    csv += '"';
  }
  csv += "\r\n";
}

}  // namespace

std::string formula_safe(std::string_view cell) {
  constexpr std::string_view kFormula = "=+-@\t\r\n";
  // Full-width forms of the four are formulas to some spreadsheets.
  constexpr std::string_view kWide[] = {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  const std::string_view seen = cell.substr(std::min(cell.find_first_not_of(' '), cell.size()));
  bool risky = !seen.empty() && kFormula.find(seen.front()) != std::string_view::npos;
  for (const std::string_view wide : kWide) risky = risky || seen.starts_with(wide);
  return (risky ? "'" : "") + std::string(cell);
}

std::string write_csv(const std::vector<std::string>& heads, const std::vector<std::vector<std::string>>& rows) {
  std::string csv = "\xEF\xBB\xBF";
  add_row(csv, heads);
  for (const std::vector<std::string>& row : rows) add_row(csv, row);
  return csv;
}

}  // namespace hamandish::server
