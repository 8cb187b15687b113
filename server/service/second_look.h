// «یک بار دیگر نگاه کنید»: four weeks after a person has closed a case, its citizen is asked to look whether the matter
// has stayed settled.
#pragma once

#include "server/store/database.h"
#include "server/store/rows.h"
#include "shared/directory/profile.h"

namespace hamandish::server {

inline constexpr std::int64_t kSecondLookAfter = 28 * kDay;

// Part of the transaction that closes. Nothing for a case without a mobile, and once for each case.
Result<void> schedule_second_look(Transaction& transaction, const Profile& profile, const CaseRow& row, Instant now);

}  // namespace hamandish::server
