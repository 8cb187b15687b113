// What the files of the cases service share. Not for others: they use cases_service.h.
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "server/service/case_ids.h"
#include "server/service/cases_service.h"
#include "server/store/rows.h"
#include "server/store/work_store.h"
#include "shared/calendar/working_days.h"
#include "shared/cases/case_clock.h"

namespace hamandish::server {

// Who has which case open, for as long as they keep saying so.
class Presences {
 public:
  // The names of the others, in the order of names.
  std::vector<std::string> seen(std::int64_t case_id, const Actor& actor, Instant now);

 private:
  struct Visit {
    std::int64_t case_id;
    std::string user_id;
    std::string name;
    Instant last;
  };
  std::mutex mutex_;
  std::vector<Visit> visits_;
};

struct CasesService::Parts {
  const Organisation& organisation;
  Database& database;
  CaseIds ids;
  std::string receipt_key;
  Presences presences{};

  // As of now; keep it for the length of a call.
  std::shared_ptr<const Profile> profile() const { return organisation.profile(); }
};

// The case as it is stored, from answers that were checked: everything but id, tracking code and request hashes.
CaseRow make_case_row(const Profile& profile, const WorkingCalendar& calendar, const api::NewCase& checked,
                      Instant registered_at);
// What a search finds the case by.
std::string words_of(const CaseRow& row);
EventRow registration_event(const CaseRow& row);

// One new case on its way to the disk.
struct CasesService::Registration {
  std::shared_ptr<const Profile> profile;
  Instant now;
  CaseRow row;
  EventRow event;
  CaseClock clock;
  std::optional<Ringing> alarm;
  std::string words;
  std::vector<std::string> uploads;
  // After it was written:
  bool code_taken = false;
  CaseRow stored;
  std::string chain_head;          // bytes
  std::vector<std::string> files;  // names of the attachments that came with it

  // Everything that hangs on the tracking code and the id.
  void identify(std::int64_t id);
  Result<void> write(Transaction& transaction);
  Result<void> read_files(Reader& reader);

 private:
  Result<CaseRow> insert(Transaction& transaction);
};

// The row as such a registration of `wanted` makes it, ready to be written: id, tracking code.
std::string make_code(bool with_mobile);

// The case by the id of an address, if the actor may read it.
struct ReadableCase {
  CaseRow row;
  std::vector<ConsultationRow> consultations;
};
Result<ReadableCase> readable_case(Reader& reader, const Actor& actor, std::string_view id);
// What a citizen sees of an own case, without a tracking token.
Result<api::CitizenCase> citizen_view(const Profile& profile, Reader& reader, const CaseRow& row);
// What the citizen may do with it now.
std::vector<CaseAction> citizen_actions(const CaseRow& row, const std::vector<EventRow>& events);
// Where messages to the head go.
std::string head_unit(const Profile& profile);

// The id of the user, as Actor carries it.
std::int64_t user_id_of(const Actor& actor);

}  // namespace hamandish::server
