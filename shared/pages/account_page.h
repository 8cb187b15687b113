// «حساب من»: password, sessions and second factor of who is signed in; and the accounts of all, for the administrator.
// The server makes these pages whole (server/http/remote_pages.h).
#pragma once

#include <string>
#include <vector>

#include "shared/pages/settings_page.h"

namespace hamandish::pages {

inline constexpr std::string_view kAccountPath = "/staff/account";

struct SessionLine {
  std::string id;
  std::string client;
  Instant last_seen_at;
  bool own = false;  // the one that looks at the page
};

struct AccountState {
  bool must_change = false;
  bool second_factor = false;
  std::string secret;                 // base 32, while it waits for its first code
  std::string qr_address;             // address of the picture
  std::vector<std::string> recovery;  // just made
  std::vector<SessionLine> sessions;
  std::vector<FieldError> errors;
  std::string failure;
  std::string done;
};
view::Node account_view(const Site& site, const AccountState& state);

struct UserLine {
  std::string username;
  std::string name;
  Role role = Role::officer;
  std::string unit_id;
  bool enabled = true;
};
struct UserState {
  UserLine user;  // as it is, or as it was typed
  bool is_new = false;
  bool second_factor = false;
  bool must_change = false;
  std::string password;  // just made
  std::vector<FieldError> errors;
  std::string failure;
  std::string done;
};
view::Node users_view(const Site& site, const std::vector<UserLine>& users);
view::Node user_view(const Site& site, const UserState& state);

}  // namespace hamandish::pages
