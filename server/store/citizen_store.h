// What only a citizen's own actions change.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "server/store/rows.h"
#include "shared/base/time.h"
#include "shared/users/permissions.h"

namespace hamandish::server {

// Nothing if there is no such user.
Result<std::optional<Role>> role_of_user(Reader& reader, std::int64_t user_id);
// Whether the unit has an enabled manager beside this user.
Result<bool> has_manager(Reader& reader, std::string_view unit_id, std::int64_t other_than);

// False if the case has one already.
Result<bool> insert_rating(Transaction& transaction, std::int64_t case_id, int score, std::string_view comment,
                           Instant at);

// Files that wait go to the end of those that the case has.
Result<void> attach_further(Transaction& transaction, const std::vector<std::string>& ids, std::int64_t case_id,
                            std::int64_t present);

// Newest first: cases of a mobile, as far as a person may still want to read them.
struct OwnCase {
  std::int64_t id = 0;
  std::string tracking_code;
  Instant registered_at;
};
Result<std::vector<OwnCase>> cases_of_mobile(Reader& reader, std::string_view mobile, int limit);

}  // namespace hamandish::server
