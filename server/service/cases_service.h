// What citizens and staff do with cases. Every public function is one transaction and is safe to call from any thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/service/organisation.h"
#include "server/store/database.h"
#include "server/store/inbound.h"
#include "shared/api/wire.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/directory/profile.h"
#include "shared/users/permissions.h"

namespace hamandish::server {

// GET /api/v1/staff/cases. Empty or absent: no restriction. An actor who may not see all units sees the own unit only,
// whatever `unit` says.
struct InboxQuery {
  std::string q;  // words, a tracking code or a mobile number
  Queue queue = Queue::all;
  InboxSort sort = InboxSort::newest;
  std::optional<CaseState> state;
  std::optional<CaseKind> kind;
  std::string unit;
  std::string category;
  std::string tag;
  std::optional<Priority> priority;
  std::optional<Day> from;  // days of registration, both included
  std::optional<Day> to;
  std::string after;  // InboxPage::next of the page before
  int limit = 50;     // 1..200
};

// The bytes of an attachment for staff.
struct StoredFile {
  api::AttachmentInfo info;
  std::string bytes;
};

// What an operator takes down of a call. Texts as they are to be stored, checked (shared/pages/calls_page.h).
struct CallNote {
  std::string number;  // normal_number (calls_service.h); may be empty: hidden
  std::string first_name;
  std::string last_name;
  std::string email;
  CaseKind kind = CaseKind::complaint;
  std::string body;
  std::string answer_by;  // sms, email, none; empty: as the number allows
};

// By which way a citizen wants to hear: sms, email, none. Without an address that of the case.
struct NoticeWish {
  std::string way;
  std::string email;
};

class CasesService {
 public:
  CasesService(const Organisation& organisation, Database& database);
  ~CasesService();
  CasesService(const CasesService&) = delete;
  CasesService& operator=(const CasesService&) = delete;

  // Reads the secret that signs receipts; makes it on the first start. Once, before all others.
  Result<void> start();

  // Checks the answers, routes, sets the date by which an answer is due, makes the tracking code. The same key with the
  // same content again: the same receipt and no second case. Invalid with all field errors; invalid
  // «error.idempotency_missing» without a key (1 to 200 bytes); conflict «error.idempotency_reused» with other content.
  // On success the case is on the disk.
  Result<api::Receipt> register_case(const api::NewCase& content, std::string_view idempotency_key, Instant now);
  // The same for a caller whose thread has better to do than to wait for the disk: `done` is called once, at once or from
  // the database's thread, with what gives the receipt; that takes its time and is called elsewhere.
  using ReceiptMaker = std::function<Result<api::Receipt>()>;
  void register_case_later(const api::NewCase& content, std::string_view idempotency_key, Instant now,
                           std::function<void(ReceiptMaker)> done);

  // Not found «case.not_found» alike, and after the same work, for a code that does not exist and digits that do not
  // fit. Invalid with field tracking_code or mobile_last4 for what cannot be a code at all or has a typing mistake.
  Result<api::CitizenCase> lookup(const api::Lookup& lookup, Instant now);

  // The case of a tracking token, as lookup gives it. Unauthorized «track.token_over» when the token is false or over.
  Result<api::CitizenCase> mine(std::string_view tracking_token, Instant now);

  // What the citizen does with it: supply, withdraw, object, rate; anything else is not found. Gives the case as it is
  // afterwards. Unauthorized as above; invalid with field errors (`text`, `attachments`, `score`); conflict if the state
  // does not allow it, or for a second objection or rating.
  Result<api::CitizenCase> act_on_own(CaseAction action, const api::CitizenAction& content, Instant now);

  // Writes the codes of the newest open cases of this mobile into a message to it. Says nothing about whether there are
  // any, in words or time. Invalid with field `mobile`.
  Result<void> recover_codes(std::string_view mobile, Instant now);

  // Not found and invalid as lookup; invalid with field `way` for SMS without a mobile, `email` for e-mail without one.
  Result<void> choose_notices(const api::Lookup& lookup, const NoticeWish& wish, Instant now);

  // What a channel brought, in one transaction with whatever it causes: a new case and its receipt, a word more in a case
  // that is there, an answer to «پیگیری», the end of notices. Of the same message a second time nothing.
  // A part of an SMS waits for the others.
  Result<TakenIn> take_in(const Inbound& message, Instant now);
  // What came of SMS whose other parts are too late is taken in as it is, for the unit of the line (empty: the routing decides).
  Result<void> give_up_late_parts(CaseKind kind, const std::string& unit_id, Instant now);
  // A case of a message that was kept without one (kept_store.h), with `message` as what it says: its id. Not found when it
  // has one by now. Forbidden unless may_take_calls.
  Result<std::string> open_kept(const Actor& actor, std::int64_t kept, const Inbound& message, bool receipt,
                                Instant now);

  // Not found when the token is false or older than an hour.
  Result<api::Receipt> receipt(std::string_view token, Instant now);

  // In the order of query.sort. Invalid for a cursor that we did not make. Forbidden for a role that reads no cases.
  // Every page is recorded, for names stand on it.
  Result<api::InboxPage> inbox(const Actor& actor, const InboxQuery& query, Instant now = {});
  // How much is in each queue, counted as far as people look, and the actor's saved filters.
  Result<api::Workbench> workbench(const Actor& actor, Instant now);
  // Invalid with field `name` or `query`; conflict «filter.too_many». Both give the workbench as it is afterwards.
  Result<api::Workbench> save_filter(const Actor& actor, const api::SavedFilter& filter, Instant now);
  Result<api::Workbench> remove_filter(const Actor& actor, std::string_view id, Instant now);

  // Not found if there is none; forbidden unless the actor's unit holds it or the role sees all. Every look is
  // recorded.
  Result<api::StaffCase> read_case(const Actor& actor, std::string_view id, Instant now);
  // The same for paper: the look is recorded as one that takes the whole file away.
  Result<api::StaffCase> case_file(const Actor& actor, std::string_view id, Instant now);

  // What staff do with a case: action.action, with the members of StaffAction that it needs. Gives the case as it is
  // afterwards. Conflict «case.changed_meanwhile» if action.version is not the present one; invalid with field errors,
  // named as the members of StaffAction; conflict if the state does not allow it. After a referral the actor may no
  // longer be allowed to read the case: then only id, state, unit and version are filled.
  Result<api::StaffCase> act(const Actor& actor, std::string_view id, const api::StaffAction& action, Instant now);
  // The three of the contract: act with that action.
  Result<api::StaffCase> refer(const Actor& actor, std::string_view id, const api::StaffAction& action, Instant now);
  Result<api::StaffCase> note(const Actor& actor, std::string_view id, const api::StaffAction& action, Instant now);
  Result<api::StaffCase> reply(const Actor& actor, std::string_view id, const api::StaffAction& action, Instant now);

  // For a caller, a visitor or a letter: as register_case, with the member of staff and the channel on record.
  // Forbidden unless may_register_cases.
  Result<api::Receipt> register_for_citizen(const Actor& actor, const api::NewCase& content, Intake channel,
                                            std::string_view idempotency_key, Instant now);

  // A call, taken down while the caller speaks: routed, dated, receipt by SMS where the number takes one. The same key
  // with the same content again: the same receipt. Forbidden unless may_register_cases.
  Result<api::Receipt> register_call(const Actor& actor, const CallNote& note, std::string_view idempotency_key,
                                     Instant now);

  // Says that the actor has the case open, and who else has. To be called again every few seconds; kept in memory only.
  Result<api::Presence> presence(const Actor& actor, std::string_view id, Instant now);

  // The same rights as read_case; the look is recorded too.
  Result<StoredFile> attachment(const Actor& actor, std::string_view id, std::string_view attachment_id, Instant now);

 private:
  struct Parts;
  struct Registration;
  class Arrival;  // of a channel's message
  Result<Registration> prepare(const Actor* actor, const api::NewCase& content, Intake channel,
                               std::string_view idempotency_key, Instant now);
  Result<api::Receipt> conclude(Registration& wanted, const Result<void>& written);
  Result<api::Receipt> register_by(const Actor* actor, const api::NewCase& content, Intake channel,
                                   std::string_view idempotency_key, Instant now);
  Result<api::StaffCase> look_at(const Actor& actor, std::string_view id, const char* how, Instant now);
  Result<api::StaffCase> after_action(const Actor& actor, std::int64_t case_id, Instant now);
  std::unique_ptr<Parts> parts_;
};

}  // namespace hamandish::server
