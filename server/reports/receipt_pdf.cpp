#include "server/reports/receipt_pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <mutex>
#include <string_view>
#include <utility>

#include "server/reports/pdf_fonts.h"
#include "shared/calendar/jalali_text.h"
#include "shared/cases/case_text.h"
#include "shared/messages/messages.h"

namespace hamandish::server {
namespace {

// Points (1/72 inch).
constexpr double kWidth = 419.53;  // A5
constexpr double kHeight = 595.28;
constexpr double kMargin = 42;
constexpr double kGap = 10;

cairo_status_t append_bytes(void* to, const unsigned char* bytes, unsigned int length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

// Writes paragraphs from the top of the page downwards.
class Sheet {
 public:
  Sheet(PangoFontMap* fonts, std::string& out)
      : surface_(cairo_pdf_surface_create_for_stream(append_bytes, &out, kWidth, kHeight)),
        cairo_(cairo_create(surface_)),
        context_(pango_font_map_create_context(fonts)) {
    pango_context_set_base_dir(context_, PANGO_DIRECTION_RTL);
    pango_context_set_language(context_, pango_language_from_string("fa"));
  }
  ~Sheet() {
    g_object_unref(context_);
    cairo_destroy(cairo_);
    cairo_surface_destroy(surface_);
  }
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  void title(const std::string& text) {
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, text.c_str());
  }
  void paragraph(const std::string& text, const char* font, PangoAlignment alignment) {
    PangoLayout* layout = pango_layout_new(context_);
    PangoFontDescription* description = pango_font_description_from_string(font);
    pango_layout_set_font_description(layout, description);
    pango_layout_set_width(layout, static_cast<int>((kWidth - 2 * kMargin) * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_auto_dir(layout, FALSE);  // the page is right to left even where a line is all digits
    pango_layout_set_alignment(layout, alignment);
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    cairo_move_to(cairo_, kMargin, top_);
    pango_cairo_show_layout(cairo_, layout);
    int height = 0;
    pango_layout_get_size(layout, nullptr, &height);
    top_ += static_cast<double>(height) / PANGO_SCALE + kGap;
    pango_font_description_free(description);
    g_object_unref(layout);
  }
  void rule() {
    cairo_set_line_width(cairo_, 0.8);
    cairo_move_to(cairo_, kMargin, top_);
    cairo_line_to(cairo_, kWidth - kMargin, top_);
    cairo_stroke(cairo_);
    top_ += kGap;
  }
  cairo_status_t finish() {
    cairo_show_page(cairo_);
    cairo_surface_finish(surface_);
    return cairo_surface_status(surface_);
  }

 private:
  cairo_surface_t* surface_;
  cairo_t* cairo_;
  PangoContext* context_;
  double top_ = kMargin;
};

// Where a line of a right-to-left page starts.
constexpr PangoAlignment kStart = PANGO_ALIGN_RIGHT;

void fact(Sheet& sheet, std::string_view key, const std::string& value) {
  sheet.paragraph(say("receipt.pdf_fact", {{"term", say(key)}, {"value", value}}), "Vazirmatn 10.5", kStart);
}

void fill(Sheet& sheet, const Profile& profile, const api::Receipt& receipt) {
  sheet.title(say("receipt.heading"));
  sheet.paragraph(profile.name, "Vazirmatn Bold 14", PANGO_ALIGN_CENTER);
  sheet.paragraph(say("receipt.heading"), "Vazirmatn 12", PANGO_ALIGN_CENTER);
  sheet.rule();
  sheet.paragraph(say("receipt.code"), "Vazirmatn 11", PANGO_ALIGN_CENTER);
  sheet.paragraph(grouped_code(receipt.tracking_code), "Vazirmatn Bold 20", PANGO_ALIGN_CENTER);
  sheet.rule();
  fact(sheet, "case.kind", kind_text(receipt.kind));
  fact(sheet, "case.subject", receipt.subject);
  fact(sheet, "case.unit", receipt.unit_name);
  fact(sheet, "case.registered_at", date_and_time(receipt.registered_at));
  fact(sheet, "case.due_on", long_date(receipt.due_on));
  fact(sheet, "receipt.fingerprint", "\u2066" + receipt.text_sha256.substr(0, 16) + "\u2069");
  fact(sheet, "receipt.chain", "\u2066" + receipt.chain_head.substr(0, 16) + "\u2069");
  sheet.rule();
  sheet.paragraph(say("receipt.pdf_how"), "Vazirmatn 10.5", kStart);
  sheet.paragraph(say(receipt.code_alone_suffices ? "receipt.keep_alone" : "receipt.keep"), "Vazirmatn 10.5", kStart);
}

}  // namespace

ReceiptPdf::ReceiptPdf(const std::vector<std::string>& font_directories)
    : fonts_(std::make_unique<PdfFonts>(font_directories)) {}

ReceiptPdf::~ReceiptPdf() = default;

Result<std::string> ReceiptPdf::write(const Profile& profile, const api::Receipt& receipt) {
  const std::lock_guard lock(fonts_->mutex);
  std::string out;
  cairo_status_t status = CAIRO_STATUS_SUCCESS;
  {
    Sheet sheet(fonts_->map, out);
    fill(sheet, profile, receipt);
    status = sheet.finish();
  }
  if (status != CAIRO_STATUS_SUCCESS) {
    return make_error(Code::internal, "error.internal", cairo_status_to_string(status));
  }
  return out;
}

}  // namespace hamandish::server
