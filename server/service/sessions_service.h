// Signing in and out. Passwords: argon2id. Tokens: 256 random bits, stored hashed.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "server/service/organisation.h"
#include "server/service/users_service.h"
#include "server/store/database.h"
#include "shared/api/wire.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/directory/profile.h"
#include "shared/users/permissions.h"

namespace hamandish::server {

inline constexpr std::int64_t kSessionIdle = 8 * kHour;
inline constexpr std::int64_t kSessionAbsolute = 12 * kHour;

struct Session {
  Actor actor;
  api::SessionInfo info;     // with the CSRF token
  bool must_change = false;  // the password, before anything else
};

struct SessionStart {
  std::string token;  // for the cookie; base64url, 43 characters
  Session session;
};

class SessionsService {
 public:
  SessionsService(const Organisation& organisation, Database& database, PasswordCost cost);
  ~SessionsService();
  SessionsService(const SessionsService&) = delete;
  SessionsService& operator=(const SessionsService&) = delete;

  // Once, before all others.
  Result<void> start();

  // `address`: of the client, for the back-off after failures; kept only as a keyed hash. Unauthorized
  // «error.wrong_credentials» alike, and after the same work, for an unknown name and a wrong password; busy
  // «error.locked_out» with parameter `seconds` after too many failures; busy «error.busy» when too many sign in at
  // once.
  // With a second factor switched on, `code` (of the app, or a recovery code) is needed too: unauthorized
  // «error.second_factor_needed» without a right one, after the right password.
  struct Attempt {
    std::string_view username;
    std::string_view password;
    std::string_view code;
    std::string_view address;
    std::string_view client;  // what the browser says of itself, for the list of sessions
  };
  Result<SessionStart> sign_in(const Attempt& attempt, Instant now);
  Result<SessionStart> sign_in(std::string_view username, std::string_view password, std::string_view address,
                               Instant now) {
    return sign_in({username, password, {}, address, {}}, now);
  }

  // After an administrator's word: the name may try again at once.
  Result<void> forget_failures(std::string_view username);

  // Unauthorized «error.session_needed» when the token is false, idle for 8 hours or 12 hours old, or the user was
  // disabled.
  Result<Session> session(std::string_view token, Instant now);

  // Success also if there was none.
  Result<void> sign_out(std::string_view token);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace hamandish::server
