// The own account of a member of staff (password, sessions, second factor), and the accounts of all for the
// administrator. Every change stands in the audit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/service/organisation.h"
#include "server/service/sessions_service.h"
#include "server/service/users_service.h"
#include "server/store/accounts_store.h"
#include "server/store/database.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/users/permissions.h"

namespace hamandish::server {

struct AccountView {
  UserInfo user;
  bool must_change = false;
  bool second_factor = false;
  std::string pending_secret;  // bytes; only of the own account
  std::vector<OwnSession> sessions;
};

class AccountsService {
 public:
  AccountsService(const Organisation& organisation, Database& database, SessionsService& sessions, PasswordCost cost)
      : organisation_(organisation), database_(database), sessions_(sessions), cost_(cost) {}

  Result<AccountView> own(const Actor& actor);
  struct PasswordChange {
    std::string_view former;
    std::string_view next;
    std::string_view token;  // of the session that goes on; all others end
  };
  // Invalid with field `f-old` (wrong) or `f-new` (too weak, or the same).
  Result<void> change_password(const Actor& actor, const PasswordChange& change, Instant now);
  // `session_id`: session_id_of a row.
  Result<void> end_session(const Actor& actor, std::string_view session_id);

  // A new secret that waits for its first code.
  Result<void> begin_second_factor(const Actor& actor);
  // Gives the recovery codes, which are shown once. Invalid with field `f-code`.
  Result<std::vector<std::string>> confirm_second_factor(const Actor& actor, std::string_view code, Instant now);
  // Invalid with field `f-password`.
  Result<void> end_second_factor(const Actor& actor, std::string_view password, Instant now);

  // For who may_manage_users; forbidden to all others.
  Result<std::vector<UserInfo>> list(const Actor& actor);
  Result<AccountView> read(const Actor& actor, std::string_view username);
  // Gives the first password, which must be changed at the first sign-in. Errors as UsersService::add.
  Result<std::string> add(const Actor& actor, const UserInfo& user, Instant now);
  // Invalid with field errors; conflict «user.last_admin». Disabling ends the sessions.
  Result<void> change(const Actor& actor, const UserInfo& user, Instant now);
  // The new password, to be told once and changed at the next sign-in. Ends the sessions and the second factor.
  Result<std::string> reset_password(const Actor& actor, std::string_view username, Instant now);
  Result<void> unlock(const Actor& actor, std::string_view username, Instant now);
  Result<void> end_sessions(const Actor& actor, std::string_view username, Instant now);

 private:
  Result<AccountRow> account(std::string_view username);
  Result<AccountRow> account_of(const Actor& actor);
  Result<void> check_password(const AccountRow& account, std::string_view password, std::string_view field) const;

  const Organisation& organisation_;
  Database& database_;
  SessionsService& sessions_;
  PasswordCost cost_;
};

// What a session is called in addresses; tells nothing of its token.
std::string session_id_of(std::string_view token_hash);

}  // namespace hamandish::server
