#include "server/reports/unit_card_pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <mutex>
#include <string_view>

#include "shared/messages/messages.h"
#include "shared/text/digits.h"

namespace hamandish::server {
namespace {

// Points (1/72 inch): A6, lying.
constexpr double kWidth = 419.53;
constexpr double kHeight = 297.64;
constexpr double kMargin = 24;
constexpr double kGap = 6;
constexpr double kCode = 120;  // side of the QR code, at the end of the line

cairo_status_t append_bytes(void* to, const unsigned char* bytes, unsigned int length) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

class Card {
 public:
  Card(PangoFontMap* fonts, std::string& out)
      : surface_(cairo_pdf_surface_create_for_stream(append_bytes, &out, kWidth, kHeight)),
        cairo_(cairo_create(surface_)),
        context_(pango_font_map_create_context(fonts)) {
    pango_context_set_base_dir(context_, PANGO_DIRECTION_RTL);
    pango_context_set_language(context_, pango_language_from_string("fa"));
  }
  ~Card() {
    g_object_unref(context_);
    cairo_destroy(cairo_);
    cairo_surface_destroy(surface_);
  }
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;

  void title(const std::string& text) {
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, text.c_str());
  }
  // A paragraph `inset` points away from the card's left edge, below the last one.
  void paragraph(const std::string& text, const char* font, double inset) {
    PangoLayout* layout = pango_layout_new(context_);
    PangoFontDescription* description = pango_font_description_from_string(font);
    pango_layout_set_font_description(layout, description);
    pango_layout_set_width(layout, static_cast<int>((kWidth - 2 * kMargin - inset) * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);  // of a page that is right to left: its start
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    cairo_move_to(cairo_, kMargin + inset, top_);
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
  void code(const QrModules& qr) {
    const double side = kCode / qr.width;
    std::size_t at = 0;
    for (int y = 0; y < qr.width; ++y) {
      for (int x = 0; x < qr.width; ++x) {
        if (qr.dark[at++])
          cairo_rectangle(cairo_, kMargin + x * side, kHeight - kMargin - kCode + y * side, side, side);
      }
    }
    cairo_fill(cairo_);
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

void fill(Card& card, const Profile& profile, const Unit& unit, const QrModules& qr) {
  card.title(unit.name);
  card.paragraph(profile.name, "Vazirmatn 10.5", 0);
  card.paragraph(unit.name, "Vazirmatn Bold 15", 0);
  card.rule();
  const double inset = qr.width > 0 ? kCode + kMargin : 0;
  const auto fact = [&](std::string_view key, const std::string& value) {
    if (value.empty()) return;
    card.paragraph(say("receipt.pdf_fact", {{"term", say(key)}, {"value", value}}), "Vazirmatn 10", inset);
  };
  const auto ltr = [](const std::string& value) { return value.empty() ? value : "\u2066" + value + "\u2069"; };
  fact("contact.manager", unit.manager);
  fact("contact.phone", ltr(text::persian_digits(unit.phone.empty() ? profile.phone : unit.phone)));
  fact("contact.email", ltr(unit.email.empty() ? profile.email : unit.email));
  fact("contact.address", profile.address);
  fact("contact.hours", profile.working_hours);
  if (qr.width == 0) return;
  card.paragraph(say("help.card_scan"), "Vazirmatn 8.5", inset);
  card.code(qr);
}

}  // namespace

Result<std::string> write_unit_card(PdfFonts& fonts, const Profile& profile, const Unit& unit, const QrModules& qr) {
  const std::lock_guard lock(fonts.mutex);
  std::string out;
  cairo_status_t status = CAIRO_STATUS_SUCCESS;
  {
    Card card(fonts.map, out);
    fill(card, profile, unit, qr);
    status = card.finish();
  }
  if (status != CAIRO_STATUS_SUCCESS) {
    return make_error(Code::internal, "error.internal", cairo_status_to_string(status));
  }
  return out;
}

}  // namespace hamandish::server
