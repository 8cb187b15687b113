// Tables as CSV (RFC 4180) for spreadsheets: UTF-8 with a byte order mark, CRLF, every cell quoted. A cell that a spreadsheet
// would take for a formula gets an apostrophe in front, because people write into these cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hamandish::server {

std::string write_csv(const std::vector<std::string>& heads, const std::vector<std::vector<std::string>>& rows);

// «'=1+1» for «=1+1», whatever spaces stand before it; else the cell itself.
std::string formula_safe(std::string_view cell);

}  // namespace hamandish::server
