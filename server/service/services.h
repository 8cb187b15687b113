// All services of one organisation. This and the headers it includes are what server/http knows.
#pragma once

#include <memory>
#include <string>

#include "server/service/cases_service.h"
#include "server/service/sessions_service.h"
#include "server/service/uploads_service.h"
#include "server/service/users_service.h"
#include "server/store/database.h"
#include "shared/directory/profile.h"

namespace hamandish::server {

class Services {
 public:
  // Both must outlive the services. `cost` is for tests.
  Services(const Profile& profile, Database& database, PasswordCost cost = {});

  // Once, before all calls.
  Result<void> start();

  // Deletes what has expired: uploads without a case, sessions, idempotency keys after 7 days, counters of failed
  // sign-ins. Call it every few minutes.
  Result<void> tidy(Instant now);

  // A trivial read, for /api/v1/ready.
  Result<void> ready();

  const Profile& profile;
  CasesService cases;
  UploadsService uploads;
  SessionsService sessions;
  UsersService users;

 private:
  Database& database_;
};

// Demo accounts and cases into an empty database; nothing if it has any. See server/demo.
Result<void> insert_demo(Services& services, Database& database, Instant now);

}  // namespace hamandish::server
