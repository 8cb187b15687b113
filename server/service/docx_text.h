// The text of a file that somebody made elsewhere: plain text, or a .docx of a word processor. Files come from outside and
// may be broken or made to do harm, so they are read as a stream and given up at a limit: nothing is unpacked to a disk, no
// entity is expanded, and no more is kept than a draft may hold.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace hamandish::server {

struct FileText {
  std::string text;             // a line for each paragraph
  int numbered_paragraphs = 0;  // whose numbers the word processor reckons: they are not in the text
};

inline constexpr std::size_t kMostImportBytes = 10UL * 1024 * 1024;    // of the file
inline constexpr std::size_t kMostUnpackedBytes = 32UL * 1024 * 1024;  // of the XML inside

// What it is says its content, not its name. Too large: import.too_large (the file), import.too_much_inside (what it
// unpacks to). Invalid: import.empty, import.broken (a package that cannot be read), import.no_document (a package of
// something else), import.not_text (anything else, and text in another coding than UTF-8).
Result<FileText> text_of_file(std::string_view bytes);

}  // namespace hamandish::server
