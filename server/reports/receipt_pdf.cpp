#include "server/reports/receipt_pdf.h"

#include <mutex>
#include <string_view>
#include <utility>

#include "server/reports/pdf_fonts.h"
#include "server/reports/pdf_sheet.h"
#include "shared/calendar/jalali_text.h"
#include "shared/cases/case_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/receipt_page.h"

namespace hamandish::server {
namespace {

constexpr PdfPage kA5 = {.width = 419.53, .height = 595.28, .margin = 42, .gap = 10};

void fact(PdfSheet& sheet, std::string_view key, const std::string& value) {
  sheet.paragraph(say("receipt.pdf_fact", {{"term", say(key)}, {"value", value}}), "Vazirmatn 10.5", kPdfStart);
}

void fill(PdfSheet& sheet, const Profile& profile, const api::Receipt& receipt) {
  sheet.title(say("receipt.heading"));
  sheet.paragraph(profile.name, "Vazirmatn Bold 14", PANGO_ALIGN_CENTER);
  sheet.paragraph(say("receipt.heading"), "Vazirmatn 12", PANGO_ALIGN_CENTER);
  sheet.rule();
  sheet.paragraph(say("receipt.code"), "Vazirmatn 11", PANGO_ALIGN_CENTER);
  sheet.paragraph(grouped_code(receipt.tracking_code), "Vazirmatn Bold 20", PANGO_ALIGN_CENTER);
  sheet.rule();
  fact(sheet, "case.kind", kind_text(profile, receipt.kind));
  fact(sheet, "case.subject", receipt.subject);
  fact(sheet, "case.unit", receipt.unit_name);
  fact(sheet, "case.registered_at", date_and_time(receipt.registered_at));
  fact(sheet, "case.due_on", long_date(receipt.due_on));
  if (!receipt.files.empty()) fact(sheet, "case.attachments", pages::file_names(receipt.files));
  fact(sheet, "receipt.fingerprint", "\u2066" + receipt.text_sha256.substr(0, 16) + "\u2069");
  fact(sheet, "receipt.chain", "\u2066" + receipt.chain_head.substr(0, 16) + "\u2069");
  sheet.rule();
  sheet.paragraph(say("receipt.pdf_how"), "Vazirmatn 10.5", kPdfStart);
  sheet.paragraph(say(receipt.code_alone_suffices ? "receipt.keep_alone" : "receipt.keep"), "Vazirmatn 10.5",
                  kPdfStart);
}

}  // namespace

ReceiptPdf::ReceiptPdf(const std::vector<std::string>& font_directories)
    : fonts_(std::make_unique<PdfFonts>(font_directories)) {}

ReceiptPdf::~ReceiptPdf() = default;

Result<std::string> ReceiptPdf::write(const Profile& profile, const api::Receipt& receipt) {
  const std::lock_guard lock(fonts_->mutex);
  std::string out;
  PdfSheet sheet(fonts_->map, out, kA5);
  fill(sheet, profile, receipt);
  if (const Result<void> done = sheet.finish(); !done) return done.error();
  return out;
}

}  // namespace hamandish::server
