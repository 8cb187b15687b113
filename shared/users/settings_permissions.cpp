#include "shared/users/settings_permissions.h"

namespace hamandish {

bool may_edit_section(Role role, std::string_view section_id) {
  if (role == Role::admin) return true;
  return section_id == "answers" && (role == Role::unit_manager || role == Role::head_office);
}

bool may_open_settings(Role role) {
  return role == Role::admin || may_edit_section(role, "answers");
}

bool may_manage_users(Role role) {
  return role == Role::admin;
}

bool may_take_calls(Role role) {
  return role == Role::telephone_operator || role == Role::head_office;
}
bool may_keep_channels(Role role) {
  return role == Role::it || role == Role::admin;
}

bool may_read_audit(Role role) {
  return role == Role::admin || role == Role::head_office;
}

}  // namespace hamandish
