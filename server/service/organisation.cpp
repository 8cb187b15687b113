#include "server/service/organisation.h"

#include <algorithm>

#include "server/store/profile_store.h"

namespace hamandish::server {

Organisation::Organisation(Profile first, Database& database)
    : database_(database), current_(std::make_shared<const Profile>(std::move(first))) {}

Result<void> Organisation::start(Instant now) {
  ProfileRow newest;
  const std::string first = write_profile(*current_);
  Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    Result<std::optional<ProfileRow>> found = newest_profile(transaction);
    if (!found) return found.error();
    newest = *found ? std::move(**found) : ProfileRow{1, now, {}, "file", first};
    return *found ? Result<void>() : insert_profile(transaction, newest);
  });
  if (!done) return done;
  Result<Profile> profile = read_profile(newest.content);
  if (!profile) return profile.error();
  replace(std::move(profile).value(), newest.version);
  return {};
}

std::shared_ptr<const Profile> Organisation::profile() const {
  const std::lock_guard lock(mutex_);
  return current_;
}

std::int64_t Organisation::version() const {
  const std::lock_guard lock(mutex_);
  return version_;
}

void Organisation::replace(Profile profile, std::int64_t version) {
  constexpr std::size_t kKept = 4;
  // Where it cannot be read the pages are silent about it.
  (void)database_.read([&](Reader& reader) -> Result<void> {
    for (const std::string_view section : {"units", "texts"}) {
      const Result<Instant> at = section_changed_at(reader, section);
      if (!at) return at.error();
      profile.directory_changed = std::max(profile.directory_changed, *at);
    }
    return {};
  });
  auto next = std::make_shared<const Profile>(std::move(profile));
  const std::lock_guard lock(mutex_);
  former_.push_back(std::move(current_));
  if (former_.size() > kKept) former_.pop_front();
  current_ = std::move(next);
  version_ = version;
}

}  // namespace hamandish::server
