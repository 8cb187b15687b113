#include "server/reports/pdf_sheet.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

namespace hamandish::server {
namespace {

cairo_status_t append_bytes(void* to, const unsigned char* bytes, unsigned int length) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

PdfSheet::PdfSheet(PangoFontMap* fonts, std::string& out, PdfPage page)
    : page_(page),
      surface_(cairo_pdf_surface_create_for_stream(append_bytes, &out, page.width, page.height)),
      cairo_(cairo_create(surface_)),
      context_(pango_font_map_create_context(fonts)),
      top_(page.margin) {
  pango_context_set_base_dir(context_, PANGO_DIRECTION_RTL);
  pango_context_set_language(context_, pango_language_from_string("fa"));
}

PdfSheet::~PdfSheet() {
  g_object_unref(context_);
  cairo_destroy(cairo_);
  cairo_surface_destroy(surface_);
}

void PdfSheet::title(const std::string& text) {
  cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, text.c_str());
}

void PdfSheet::paragraph(const std::string& text, const char* font, PangoAlignment alignment, double inset) {
  PangoLayout* layout = pango_layout_new(context_);
  PangoFontDescription* description = pango_font_description_from_string(font);
  pango_layout_set_font_description(layout, description);
  pango_layout_set_width(layout, static_cast<int>((page_.width - 2 * page_.margin - inset) * PANGO_SCALE));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir(layout, FALSE);  // the page is right to left even where a line is all digits
  pango_layout_set_alignment(layout, alignment);
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  cairo_move_to(cairo_, page_.margin + inset, top_);
  pango_cairo_show_layout(cairo_, layout);
  int height = 0;
  pango_layout_get_size(layout, nullptr, &height);
  top_ += static_cast<double>(height) / PANGO_SCALE + page_.gap;
  pango_font_description_free(description);
  g_object_unref(layout);
}

void PdfSheet::rule() {
  constexpr double kThin = 0.8;
  cairo_set_line_width(cairo_, kThin);
  cairo_move_to(cairo_, page_.margin, top_);
  cairo_line_to(cairo_, page_.width - page_.margin, top_);
  cairo_stroke(cairo_);
  top_ += page_.gap;
}

Result<void> PdfSheet::finish() {
  cairo_show_page(cairo_);
  cairo_surface_finish(surface_);
  const cairo_status_t status = cairo_surface_status(surface_);
  if (status == CAIRO_STATUS_SUCCESS) return {};
  return make_error(Code::internal, "error.internal", cairo_status_to_string(status));
}

}  // namespace hamandish::server
