#include "server/reports/unit_card_pdf.h"

#include <mutex>
#include <string_view>

#include "server/reports/pdf_sheet.h"
#include "shared/messages/messages.h"
#include "shared/text/digits.h"

namespace hamandish::server {
namespace {

constexpr PdfPage kA6Lying = {.width = 419.53, .height = 297.64, .margin = 24, .gap = 6};
constexpr double kCode = 120;  // side of the QR code, at the end of the line

void paint_code(PdfSheet& card, const QrModules& qr) {
  const double side = kCode / qr.width;
  const double top = kA6Lying.height - kA6Lying.margin - kCode;
  std::size_t at = 0;
  for (int y = 0; y < qr.width; ++y) {
    for (int x = 0; x < qr.width; ++x) {
      if (qr.dark[at++]) cairo_rectangle(card.cairo(), kA6Lying.margin + x * side, top + y * side, side, side);
    }
  }
  cairo_fill(card.cairo());
}

void fill(PdfSheet& card, const Profile& profile, const Unit& unit, const QrModules& qr) {
  card.title(unit.name);
  card.paragraph(profile.name, "Vazirmatn 10.5", kPdfStart);
  card.paragraph(unit.name, "Vazirmatn Bold 15", kPdfStart);
  card.rule();
  const double inset = qr.width > 0 ? kCode + kA6Lying.margin : 0;
  const auto fact = [&](std::string_view key, const std::string& value) {
    if (value.empty()) return;
    card.paragraph(say("receipt.pdf_fact", {{"term", say(key)}, {"value", value}}), "Vazirmatn 10", kPdfStart, inset);
  };
  const auto ltr = [](const std::string& value) { return value.empty() ? value : "\u2066" + value + "\u2069"; };
  fact("contact.manager", unit.manager);
  fact("contact.phone", ltr(text::persian_digits(unit.phone.empty() ? profile.phone : unit.phone)));
  fact("contact.email", ltr(unit.email.empty() ? profile.email : unit.email));
  fact("contact.address", profile.address);
  fact("contact.hours", profile.working_hours);
  if (qr.width == 0) return;
  card.paragraph(say("help.card_scan"), "Vazirmatn 8.5", kPdfStart, inset);
  paint_code(card, qr);
}

}  // namespace

Result<std::string> write_unit_card(PdfFonts& fonts, const Profile& profile, const Unit& unit, const QrModules& qr) {
  const std::lock_guard lock(fonts.mutex);
  std::string out;
  PdfSheet card(fonts.map, out, kA6Lying);
  fill(card, profile, unit, qr);
  if (const Result<void> done = card.finish(); !done) return done.error();
  return out;
}

}  // namespace hamandish::server
