// A report as paper, screen and spreadsheet show it: computed once, then only written down (server/reports/document_*.h,
// shared/pages/reports_page.h). Cells keep their type, so that a spreadsheet gets numbers and days and a page gets Persian
// digits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/json/json.h"

namespace hamandish {

enum class CellKind { empty, text, number, tenths, percent, date };

struct ReportCell {
  CellKind kind = CellKind::empty;
  std::string text{};       // of a text
  std::int64_t number = 0;  // of the others; tenths: 42 is 4.2; date: days since 1970
  std::string link{};       // to the cases that it counts, below the report's own address; may be empty
  bool operator==(const ReportCell&) const = default;
};
ReportCell text_cell(std::string text);
ReportCell number_cell(std::int64_t number, std::string link = {});
ReportCell percent_cell(std::optional<int> percent);         // empty without one
ReportCell tenths_cell(std::optional<std::int64_t> tenths);  // the same
ReportCell days_cell(std::optional<int> days);               // the same
ReportCell date_cell(std::optional<Day> day);                // the same

// As people read it: «۱٬۲۰۰», «۴٫۲», «۸۵٪», «۱۴۰۵/۰۸/۳۰»; an empty one is a dash.
std::string shown(const ReportCell& cell);
// For programs: 1200, 4.2, 85, 1405/08/30; an empty one is empty.
std::string plain(const ReportCell& cell);

struct ReportColumn {
  std::string head;
  CellKind kind = CellKind::number;
  bool operator==(const ReportColumn&) const = default;
};

struct ReportRow {
  std::vector<ReportCell> cells;
  bool total = false;
  bool operator==(const ReportRow&) const = default;
};

struct ReportTable {
  std::string id;  // ASCII, unique in the report
  std::string title;
  std::string note;  // what the columns mean, or empty
  std::vector<ReportColumn> columns;
  std::vector<ReportRow> rows;
  bool operator==(const ReportTable&) const = default;
};

struct ReportDocument {
  std::string name;   // «monthly»
  std::string month;  // «1405-08»
  std::string organisation;
  std::string title;
  std::string period;             // «آبان ۱۴۰۵»
  std::vector<std::string> lead;  // paragraphs before the first table
  std::vector<ReportTable> tables;
  std::vector<std::string> notes;  // after the last one: how things were counted
  bool operator==(const ReportDocument&) const = default;
};

Json document_json(const ReportDocument& document);
Result<ReportDocument> read_document(const Json& json);

}  // namespace hamandish
