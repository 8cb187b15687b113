// A unit as a contact for a telephone's address book: vCard 3.0 (RFC 2426), which every telephone reads.
#pragma once

#include <string>

#include "shared/directory/profile.h"

namespace hamandish {

// UTF-8, lines of at most 75 bytes that end in CR LF.
std::string write_vcard(const Profile& profile, const Unit& unit);

}  // namespace hamandish
