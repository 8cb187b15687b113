// The fonts of all documents: loaded once, used by one document at a time. Pango's font maps are not shared by threads.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

namespace hamandish::server {

struct PdfFonts {
  explicit PdfFonts(const std::vector<std::string>& directories);
  ~PdfFonts();
  PdfFonts(const PdfFonts&) = delete;
  PdfFonts& operator=(const PdfFonts&) = delete;

  std::mutex mutex;  // held while a document is written
  FcConfig* config = nullptr;
  PangoFontMap* map = nullptr;
};

}  // namespace hamandish::server
