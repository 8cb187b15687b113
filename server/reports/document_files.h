// A report (shared/reports/document.h) as a file: on paper, as a spreadsheet, as text for programs. All of them write down
// the cells that the document holds and compute nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/reports/document.h"

namespace hamandish::server {

struct PdfFonts;  // server/reports/pdf_fonts.h

enum class DocumentFormat { pdf, xlsx, csv, json };
// «pdf», «xlsx», «csv», «json».
std::optional<DocumentFormat> document_format(std::string_view ending);
std::string_view media_type(DocumentFormat format);

// `made`: what stands at the foot of each page: when it was made, and of a stored report its version.
Result<std::string> write_document(PdfFonts& fonts, const ReportDocument& document, DocumentFormat format,
                                   const std::string& made);

}  // namespace hamandish::server
