// The organisation's profile as it holds now. It lives in the database as numbered versions: the first comes from
// assets/profiles, each further one from a change of the settings (server/service/settings_service.h).
#pragma once

#include <deque>
#include <memory>
#include <mutex>

#include "server/store/database.h"
#include "shared/directory/profile.h"

namespace hamandish::server {

class Organisation {
 public:
  // `first`: what holds until start() has found a newer one.
  Organisation(Profile first, Database& database);

  // Reads the newest version; writes the first one into a new database. Once, before all others.
  Result<void> start(Instant now);

  // As of now; one request takes it once and keeps it, so that it sees one profile from beginning to end. What was
  // current shortly before stays alive for a while, for those who hold a reference only.
  std::shared_ptr<const Profile> profile() const;
  std::int64_t version() const;

  // After a newer version was committed.
  void replace(Profile profile, std::int64_t version);

 private:
  Database& database_;
  mutable std::mutex mutex_;
  std::shared_ptr<const Profile> current_;
  std::deque<std::shared_ptr<const Profile>> former_;
  std::int64_t version_ = 0;
};

}  // namespace hamandish::server
