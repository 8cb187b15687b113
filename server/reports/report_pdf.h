// A report as a PDF of A4 pages, right to left: headings, paragraphs, tables that go on over pages with their header, and
// «page n of m» below each page. What a report says is put together elsewhere (digest_report.h).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace hamandish::server {

struct PdfFonts;  // server/reports/pdf_fonts.h

struct ReportBlock {
  enum class Kind { heading, small_heading, paragraph, note, table };
  Kind kind = Kind::paragraph;
  std::string text{};
  // Of a table: the first column takes what the others leave; the others hold numbers.
  std::vector<std::string> columns{};
  std::vector<std::vector<std::string>> rows{};
  // The shares of the columns, instead; text begins at the start of its column, numbers stand in the middle.
  struct Column {
    double share = 1;
    bool text = false;
  };
  std::vector<Column> shares{};
  std::vector<std::size_t> totals{};  // rows in bold
};

struct Report {
  std::string organisation;
  std::string title;
  std::string lead;
  std::string foot;  // at the start of the foot of each page
  std::vector<ReportBlock> blocks;
};

// The bytes of the document. Internal if Cairo fails.
Result<std::string> write_report_pdf(PdfFonts& fonts, const Report& report);

}  // namespace hamandish::server
