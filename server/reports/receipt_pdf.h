// The receipt of a registered case as a PDF of one A5 page, right to left: what a citizen prints or keeps on the phone.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "shared/api/wire.h"
#include "shared/base/result.h"
#include "shared/directory/profile.h"

namespace hamandish::server {

struct PdfFonts;  // server/reports/pdf_fonts.h

class ReceiptPdf {
 public:
  // `font_directories`: where Vazirmatn lies as TTF or WOFF2; directories that do not exist are passed over. Without
  // any the fonts of the machine are used.
  explicit ReceiptPdf(const std::vector<std::string>& font_directories);
  ~ReceiptPdf();
  ReceiptPdf(const ReceiptPdf&) = delete;
  ReceiptPdf& operator=(const ReceiptPdf&) = delete;

  // The bytes of the document. From any thread, one at a time: Pango's font maps are not shared. Internal if Cairo
  // fails.
  Result<std::string> write(const Profile& profile, const api::Receipt& receipt);

  // For the other documents (report_pdf.h).
  PdfFonts& fonts() { return *fonts_; }

 private:
  std::unique_ptr<PdfFonts> fonts_;
};

}  // namespace hamandish::server
