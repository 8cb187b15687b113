// Who may change the settings, keep the accounts and read what was changed.
#pragma once

#include <string_view>

#include "shared/users/permissions.h"

namespace hamandish {

// Managers keep the canned answers; everything else is the administrator's. Ids of sections: shared/directory/sections.h.
bool may_edit_section(Role role, std::string_view section_id);
bool may_open_settings(Role role);
bool may_manage_users(Role role);
bool may_read_audit(Role role);
// Health, pauses and unsent messages of SMS, e-mail and telephone; no word of a message.
bool may_keep_channels(Role role);
// Sees the telephone operators' screen in the menu; whoever may register cases may open it.
bool may_take_calls(Role role);

}  // namespace hamandish
