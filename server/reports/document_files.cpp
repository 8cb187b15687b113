#include "server/reports/document_files.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "server/reports/csv.h"
#include "server/reports/report_pdf.h"
#include "server/reports/xlsx.h"
#include "shared/messages/messages.h"

namespace hamandish::server {
namespace {

constexpr double kTenths = 10;

struct FormatFacts {
  std::string_view ending;
  std::string_view media_type;
};
// In the order of DocumentFormat.
constexpr std::array<FormatFacts, 4> kFormats = {{
    {"pdf", "application/pdf"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"csv", "text/csv; charset=utf-8"},
    {"json", "application/json; charset=utf-8"},
}};

// In widths of a Persian letter, of which digits and Latin letters are wider.
double letters_in(std::string_view text) {
  constexpr double kWide = 1.5;
  double letters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool persian_digit = byte == 0xDB && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0xB0 &&
                               static_cast<unsigned char>(text[i + 1]) <= 0xB9;
    if ((byte & 0xC0U) == 0x80U) continue;  // not the first byte of a letter
    letters += byte < 0x80 || persian_digit ? kWide : 1;
  }
  return letters;
}

double longest_word(std::string_view text) {
  double longest = 0;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    longest = std::max(longest, letters_in(text.substr(0, space)));
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return longest;
}

// The share of a column on paper: room for its longest word, and for most of its text, in letters.
double share_of(const ReportTable& table, std::size_t column) {
  constexpr double kAround = 4.5;
  constexpr double kShort = 26;  // up to here a text gets most of its room,
  constexpr double kLong = 150;  // from here to there a little more
  constexpr std::size_t kLooked = 300;
  double share = longest_word(table.columns[column].head);
  for (std::size_t i = 0; i < table.rows.size() && i < kLooked; ++i) {
    if (column >= table.rows[i].cells.size()) continue;
    const std::string text = shown(table.rows[i].cells[column]);
    const double letters = letters_in(text);
    const double wanted = std::min(letters, kShort) * 0.6 + std::clamp(letters - kShort, 0.0, kLong) * 0.2;
    share = std::max({share, longest_word(text), wanted});
  }
  return share + kAround;
}

ReportBlock table_block(const ReportTable& table) {
  ReportBlock block;
  block.kind = ReportBlock::Kind::table;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const ReportColumn& column = table.columns[i];
    block.columns.push_back(column.head);
    block.shares.push_back({share_of(table, i), column.kind == CellKind::text});
  }
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    std::vector<std::string> cells;
    cells.reserve(table.rows[i].cells.size());
    for (const ReportCell& cell : table.rows[i].cells) cells.push_back(shown(cell));
    block.rows.push_back(std::move(cells));
    if (table.rows[i].total) block.totals.push_back(i);
  }
  return block;
}

Result<std::string> write_pdf(PdfFonts& fonts, const ReportDocument& document, const std::string& made) {
  using Kind = ReportBlock::Kind;
  Report report{document.organisation, document.title, document.period, made, {}};
  for (const std::string& line : document.lead) report.blocks.push_back({Kind::paragraph, line});
  for (const ReportTable& table : document.tables) {
    report.blocks.push_back({Kind::heading, table.title});
    if (!table.note.empty()) report.blocks.push_back({Kind::note, table.note});
    report.blocks.push_back(table_block(table));
  }
  if (!document.notes.empty()) report.blocks.push_back({Kind::heading, say("reports.how_counted")});
  for (const std::string& note : document.notes) report.blocks.push_back({Kind::note, note});
  return write_report_pdf(fonts, report);
}

XlsxCell xlsx_cell(const ReportCell& cell) {
  switch (cell.kind) {
    case CellKind::empty:
      return {};
    case CellKind::text:
      return cell.text;
    case CellKind::number:
      return cell.number;
    case CellKind::tenths:
      return static_cast<double>(cell.number) / kTenths;
    case CellKind::percent:
      return XlsxPercent{static_cast<double>(cell.number)};
    case CellKind::date:
      return Day{static_cast<std::int32_t>(cell.number)};
  }
  return {};
}

XlsxColumnKind xlsx_kind(CellKind kind) {
  if (kind == CellKind::text) return XlsxColumnKind::text;
  return kind == CellKind::date ? XlsxColumnKind::date : XlsxColumnKind::number;
}

XlsxSheet sheet_of(const ReportDocument& document, const ReportTable& table, const std::string& made) {
  XlsxSheet sheet;
  sheet.name = table.title;
  sheet.above = {document.organisation, document.title + " – " + document.period, table.title};
  if (!table.note.empty()) sheet.above.push_back(table.note);
  sheet.above.push_back(made);
  for (const ReportColumn& column : table.columns) sheet.columns.push_back({column.head, xlsx_kind(column.kind)});
  for (const ReportRow& row : table.rows) {
    XlsxRow cells;
    cells.bold = row.total;
    cells.cells.reserve(row.cells.size());
    for (const ReportCell& cell : row.cells) cells.cells.push_back(xlsx_cell(cell));
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

Result<std::string> write_sheets(const ReportDocument& document, const std::string& made) {
  std::vector<XlsxSheet> sheets;
  sheets.reserve(document.tables.size());
  for (const ReportTable& table : document.tables) sheets.push_back(sheet_of(document, table, made));
  return write_xlsx(sheets);
}

// Text is quoted and never a formula; numbers stand as they are.
void add_csv_cell(std::string& line, const ReportCell& cell) {
  if (cell.kind != CellKind::text && cell.kind != CellKind::date) {
    line += plain(cell);
    return;
  }
  line += '"';
  for (const char one : formula_safe(plain(cell))) {
    if (one == '"') line += '"';
    line += one;
  }
  line += '"';
}

void add_csv_line(std::string& csv, const std::vector<ReportCell>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) csv += ',';
    add_csv_cell(csv, cells[i]);
  }
  csv += "\r\n";
}

// One table below the other: a line with its title, its heads, its rows, an empty line.
std::string write_text(const ReportDocument& document) {
  std::string csv = "\xEF\xBB\xBF";
  add_csv_line(csv, {text_cell(document.organisation), text_cell(document.title), text_cell(document.period)});
  for (const ReportTable& table : document.tables) {
    csv += "\r\n";
    add_csv_line(csv, {text_cell(table.title)});
    std::vector<ReportCell> heads;
    heads.reserve(table.columns.size());
    for (const ReportColumn& column : table.columns) heads.push_back(text_cell(column.head));
    add_csv_line(csv, heads);
    for (const ReportRow& row : table.rows) add_csv_line(csv, row.cells);
  }
  return csv;
}

}  // namespace

std::optional<DocumentFormat> document_format(std::string_view ending) {
  for (std::size_t i = 0; i < kFormats.size(); ++i) {
    if (kFormats.at(i).ending == ending) return static_cast<DocumentFormat>(i);
  }
  return std::nullopt;
}

std::string_view media_type(DocumentFormat format) {
  return kFormats.at(static_cast<std::size_t>(format)).media_type;
}

Result<std::string> write_document(PdfFonts& fonts, const ReportDocument& document, DocumentFormat format,
                                   const std::string& made) {
  switch (format) {
    case DocumentFormat::pdf:
      return write_pdf(fonts, document, made);
    case DocumentFormat::xlsx:
      return write_sheets(document, made);
    case DocumentFormat::csv:
      return write_text(document);
    case DocumentFormat::json:
      return document_json(document).write();
  }
  return make_error(Code::internal, "error.internal");
}

}  // namespace hamandish::server
