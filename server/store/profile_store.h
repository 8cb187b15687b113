// The versions of the organisation's profile.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "shared/base/time.h"

namespace hamandish::server {

struct ProfileRow {
  std::int64_t version = 0;
  Instant at;
  std::optional<std::int64_t> user_id;  // nothing: from the file
  std::string section;                  // what changed
  std::string content;                  // JSON, the whole profile
};

Result<std::optional<ProfileRow>> newest_profile(Reader& reader);
Result<std::optional<ProfileRow>> profile_of_version(Reader& reader, std::int64_t version);
// When this section was changed last; at first all came with the first version.
Result<Instant> section_changed_at(Reader& reader, std::string_view section);
// Conflict if the version is there already.
Result<void> insert_profile(Transaction& transaction, const ProfileRow& row);

}  // namespace hamandish::server
