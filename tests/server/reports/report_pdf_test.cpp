#include "server/reports/report_pdf.h"

#include <doctest/doctest.h>

#include "server/reports/receipt_pdf.h"

namespace hamandish::server {

TEST_CASE("a report is a document of as many pages as it needs") {
  ReceiptPdf owner({});
  PdfFonts& fonts = owner.fonts();
  Report report;
  report.organisation = "سازمان";
  report.title = "گزارش";
  report.lead = "از آغاز تا پایان";
  report.foot = "ساخته‌شده امروز";
  const auto pages_of = [&] {
    const Result<std::string> pdf = write_report_pdf(fonts, report);
    REQUIRE(pdf.ok());
    CHECK(pdf->starts_with("%PDF-"));
    const std::size_t at = pdf->find("/Count ");
    REQUIRE(at != std::string::npos);
    return (*pdf)[at + 7];
  };
  CHECK(pages_of() == '1');
  ReportBlock table{ReportBlock::Kind::table, {}, {"موضوع", "جمع"}, {}};
  for (int i = 0; i < 60; ++i) table.rows.push_back({"موضوع " + std::to_string(i), "۱"});
  report.blocks.push_back({ReportBlock::Kind::heading, "جدول"});
  report.blocks.push_back(table);
  CHECK(pages_of() == '3');
}

}  // namespace hamandish::server
