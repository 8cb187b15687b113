// Accounts of staff, for the command line (and later for the settings page).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/service/organisation.h"
#include "server/store/database.h"
#include "server/store/rows.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/directory/profile.h"
#include "shared/users/permissions.h"

namespace hamandish::server {

// What one argon2id hash costs. At least 19 MiB and 2 passes; tests use the least.
struct PasswordCost {
  unsigned long long passes = 3;
  std::size_t bytes = 64UL * 1024 * 1024;
};
inline constexpr PasswordCost kLeastPasswordCost{2, 19UL * 1024 * 1024};

struct UserInfo {
  std::string username;
  std::string name;
  Role role = Role::officer;
  std::string unit_id;
  bool enabled = true;
};

bool good_password(std::string_view password);
// A row for a new account. Invalid with field errors (username, name, unit_id, password).
Result<UserRow> make_user_row(const Profile& profile, const UserInfo& user, std::string_view password,
                              PasswordCost cost, Instant now);

class UsersService {
 public:
  UsersService(const Organisation& organisation, Database& database, PasswordCost cost);

  // username: 3 to 32 of a-z 0-9 . _ - ; password: 10 to 200 bytes. Invalid with field errors (username, name, unit_id,
  // password); conflict «user.exists».
  Result<void> add(const UserInfo& user, std::string_view password, Instant now);
  // Ends all sessions of the user as well. Not found if there is none.
  Result<void> set_password(std::string_view username, std::string_view password, Instant now);
  Result<std::vector<UserInfo>> list();
  // Whether an account with the demo password exists: the server then listens on loopback only.
  Result<bool> has_demo_accounts();

 private:
  const Organisation& organisation_;
  Database& database_;
  PasswordCost cost_;
};

}  // namespace hamandish::server
