// One page of a PDF, right to left, on which paragraphs are written from the top downwards (Pango and Cairo): what the small
// documents share. Reports of many pages: report_pdf.h.
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include <string>

#include "shared/base/result.h"

namespace hamandish::server {

// Points (1/72 inch).
struct PdfPage {
  double width;
  double height;
  double margin;
  double gap;  // below a paragraph or a rule
};

class PdfSheet {
 public:
  // `out` gets the bytes and must outlive the sheet; the font map's mutex (pdf_fonts.h) must be held as long.
  PdfSheet(PangoFontMap* fonts, std::string& out, PdfPage page);
  ~PdfSheet();
  PdfSheet(const PdfSheet&) = delete;
  PdfSheet& operator=(const PdfSheet&) = delete;

  void title(const std::string& text);  // of the document, not painted
  // `font` as Pango writes it («Vazirmatn Bold 14»). `inset`: what is left free at the page's left edge.
  void paragraph(const std::string& text, const char* font, PangoAlignment alignment, double inset = 0);
  void rule();
  // For what only one document paints.
  cairo_t* cairo() { return cairo_; }
  // Internal if Cairo fails. Nothing may be written afterwards.
  Result<void> finish();

 private:
  PdfPage page_;
  cairo_surface_t* surface_;
  cairo_t* cairo_;
  PangoContext* context_;
  double top_;
};

// Where a line of a right-to-left page starts.
inline constexpr PangoAlignment kPdfStart = PANGO_ALIGN_RIGHT;

}  // namespace hamandish::server
