// What the clocks of open cases set off: reminders to the manager and to the head's office, and new dates when the
// working calendar changes.
#pragma once

#include "server/service/organisation.h"
#include "server/store/database.h"
#include "shared/base/time.h"
#include "shared/directory/profile.h"

namespace hamandish::server {

class ClocksService {
 public:
  ClocksService(const Organisation& organisation, Database& database)
      : organisation_(organisation), database_(database) {}

  // Tells everything that is due by now, each alarm once: one outbox message and one event of the case, in one
  // transaction. Gives how many were told.
  Result<int> ring(Instant now);

 private:
  const Organisation& organisation_;
  Database& database_;
};

// The calendar of `profile` is new: moves the dates of all open cases, with an event for each that moved. Gives how
// many. Inside the transaction that makes the calendar hold.
Result<int> recount_open_cases(Transaction& transaction, const Profile& profile, Instant now);

}  // namespace hamandish::server
