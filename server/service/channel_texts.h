// What the server says back on a channel, and what it reads of codes there.
#pragma once

#include <string>
#include <string_view>

#include "server/store/rows.h"
#include "shared/directory/profile.h"

namespace hamandish::server {

// To the citizen who wrote: code, date, how to ask again. In the words of the channel that the case came by.
std::string channel_receipt(const Profile& profile, const CaseRow& row);
std::string sms_joined(const Profile& profile, const CaseRow& row);
std::string sms_status(const Profile& profile, const CaseRow& row);
std::string sms_resumed(const Profile& profile);

// The first line, not longer than so many letters.
std::string short_subject(std::string_view text, std::size_t scalars);

// «[#123456789012]» as our own e-mails carry it; digits of any set, whatever a mailer put around them. "" without one.
std::string code_in_subject(std::string_view subject);
// unit+123456789012@example.ir
std::string code_in_address(std::string_view address);

}  // namespace hamandish::server
