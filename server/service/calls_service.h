// The work of the telephone operators: who calls and what they wrote before, what is to be said to whom by telephone,
// recorded messages and their transcripts. Every public function is one transaction and safe to call from any thread.
// Forbidden for roles that register no cases for citizens.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/service/organisation.h"
#include "server/store/calls_store.h"
#include "server/store/database.h"
#include "server/store/kept_store.h"
#include "shared/base/result.h"
#include "shared/cases/kinds.h"
#include "shared/users/permissions.h"

namespace hamandish::server {

// What an operator may tell a caller of an own case. The subject only where the actor may read the case.
struct CallerCase {
  std::int64_t id = 0;
  std::string tracking_code;
  CaseKind kind = CaseKind::complaint;
  CaseState state = CaseState::registered;
  std::string subject;  // empty: the actor may not read it
  std::string unit_name;
  Instant registered_at;
  Day due_on;
};

struct Caller {
  std::string number;  // 09..., 0 and area, or digits as they are
  bool mobile = false;
  std::string first_name;  // of the newest case
  std::string last_name;
  std::string email;
  std::vector<CallerCase> cases;  // the newest first
};

struct CallsDesk {
  struct Callback {
    CallbackRow row;
    CallerCase of;
  };
  struct Unwritten {
    std::int64_t case_id = 0;
    std::string tracking_code;
    std::string number;
    Instant at;
    std::int64_t seconds = 0;
  };
  std::vector<Callback> callbacks;
  std::vector<Unwritten> recordings;  // of cases that the actor may read
};

struct RecordedCase {
  CallerCase of;
  std::string number;
  std::vector<RecordingRow> recordings;
  std::vector<std::string> file_names;   // of each
  std::vector<std::string> transcripts;  // as they were written, the oldest first
};

// Digits of a number as people and exchanges write it; empty for what is none (3 to 15 digits).
std::string normal_number(std::string_view typed);

class CallsService {
 public:
  CallsService(const Organisation& organisation, Database& database)
      : organisation_(organisation), database_(database) {}

  Result<CallsDesk> desk(const Actor& actor);
  // Invalid with field `caller` for what is no number. The look stands among those of the inbox.
  Result<Caller> caller(const Actor& actor, std::string_view number, Instant now);

  // Somebody called back. `words`: what the citizen said, which joins the case; only when reached. Not found when it is no
  // longer open; invalid with field `words` when they are too long.
  Result<void> settle(const Actor& actor, std::int64_t callback, CallOutcome outcome, std::string_view words,
                      Instant now);
  // What a person wants to be said to the citizen of a case: not found without a number; invalid with field `words`.
  Result<void> ask_for_call(const Actor& actor, std::int64_t case_id, std::string_view words, Instant now);

  // Words of a person to a mobile: into its newest open case that the actor may read, or into none. Invalid with field
  // `sms_text` for none, for more than eight parts or for a number that takes none.
  Result<void> send_sms(const Actor& actor, std::string_view number, std::string_view text, Instant now);

  // Not found without a recording; forbidden for a case that the actor may not read.
  Result<RecordedCase> recorded(const Actor& actor, std::int64_t case_id, Instant now);
  // Invalid with field `transcript`. Stands in the trail as the citizen's words, with who wrote them down.
  Result<void> transcribe(const Actor& actor, std::int64_t case_id, std::string_view text, Instant now);

  // Messages that no case was made of, the newest first, older than `before` (0: all); one of them with its raw bytes.
  // For those who take calls: they may have come for any unit.
  Result<std::vector<KeptMessage>> kept(const Actor& actor, std::int64_t before, std::int64_t limit);
  Result<KeptMessage> kept_one(const Actor& actor, std::int64_t id, Instant now);

  // Deletes recordings that were written down, of cases closed for so long. Gives how many.
  Result<int> forget_recordings(std::int64_t keep_for, Instant now);

 private:
  const Organisation& organisation_;
  Database& database_;
};

}  // namespace hamandish::server
