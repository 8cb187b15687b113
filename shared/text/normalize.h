// Level A of domain facts 2.5: what happens to every text a person sends before it is checked, stored and shown.
// Nothing that a reader sees is lost; what only a machine sees is made uniform. Idempotent.
//
// - Unicode NFC for Arabic-script letters and for Latin letters up to U+017F (see unicode_tables.h for the exact
// range);
// - Arabic yeh U+064A and kaf U+0643 become Persian U+06CC and U+06A9;
// - presentation forms U+FB50-FDFF and U+FE70-FEFF become the letters they show (NFKC, for these two blocks only);
// - kashida, direction marks, soft hyphens and control characters go, and joiners except between emoji; line ends become
//   \n; a tab, a no-break space and their like become a space;
// - runs of spaces become one, none stays beside a line end or at the ends, and none of the text's ends is a line end;
// - a ZWNJ stays only between two letters, digits or marks, and once.
// Kept as written: digits, teh marbuta, hamza forms, diacritics, alef maksura, ZWNJ inside words, empty lines inside
// the text. Ill-formed UTF-8 becomes U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace hamandish::text {

std::string for_storage(std::string_view text);

// The same for a field of one line: line ends become spaces too.
std::string for_storage_one_line(std::string_view text);

// True if nothing readable is left after for_storage: a field "filled in" with spaces, ZWNJ or direction marks is
// empty.
bool blank(std::string_view text);

}  // namespace hamandish::text
