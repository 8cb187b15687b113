#include "server/reports/pdf_fonts.h"

#include <pango/pangofc-fontmap.h>

namespace hamandish::server {

PdfFonts::PdfFonts(const std::vector<std::string>& directories) : config(FcInitLoadConfigAndFonts()) {
  for (const std::string& directory : directories) {
    if (directory.empty()) continue;  // it would mean the working directory and all below it
    FcConfigAppFontAddDir(config, reinterpret_cast<const FcChar8*>(directory.c_str()));
  }
  map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
}

PdfFonts::~PdfFonts() {
  g_object_unref(map);
  FcConfigDestroy(config);
}

}  // namespace hamandish::server
