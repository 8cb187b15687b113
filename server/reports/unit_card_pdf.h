// The card of a unit, to be printed and pinned up or put into a wallet: an A6 page with what one needs to reach it, and its
// vCard as a QR code.
#pragma once

#include <string>

#include "server/http/qr_svg.h"
#include "server/reports/pdf_fonts.h"
#include "shared/base/result.h"
#include "shared/directory/profile.h"

namespace hamandish::server {

// The bytes of the document. `qr`: of the vCard; without modules there is none on the card. Internal if Cairo fails.
Result<std::string> write_unit_card(PdfFonts& fonts, const Profile& profile, const Unit& unit, const QrModules& qr);

}  // namespace hamandish::server
