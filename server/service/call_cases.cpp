// A caller's message, taken down while they speak: no form is filled, so nothing is asked for that a call cannot give.
#include "server/base/random.h"
#include "server/service/calls_service.h"
#include "server/service/case_clocks.h"
#include "server/service/case_views.h"
#include "server/service/cases_parts.h"
#include "server/service/channel_texts.h"
#include "server/store/outbox_store.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/deadlines.h"
#include "shared/cases/routing.h"
#include "shared/forms/limits.h"
#include "shared/identity/phone.h"
#include "shared/text/normalize.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kSubjectScalars = 60;

CaseRow row_of(const Profile& profile, const CallNote& note, Instant now) {
  CaseRow row;
  row.kind = profile.kind(note.kind) == nullptr ? profile.kinds.front().kind : note.kind;
  row.registered_at = now;
  row.channel = Intake::phone;
  row.mobile = parse_mobile(note.number).value_or("");
  row.first_name = note.first_name;
  row.last_name = note.last_name;
  row.email = note.email;
  row.body = note.body;
  row.subject = short_subject(note.body, kSubjectScalars);
  row.unit_id = decide_route(profile, {row.kind, {}, {}, row.body}).unit_id;
  row.due_on = due_on(*profile.kind(row.kind), working_calendar(profile), to_tehran(now).day);
  return row;
}

// The same message under the same key is the same case.
std::string hash_of(const CallNote& note) {
  std::string all;
  for (const std::string* part :
       {&note.number, &note.first_name, &note.last_name, &note.email, &note.body, &note.answer_by}) {
    all += std::to_string(part->size()) + ':' + *part;
  }
  return quick_hash(all + std::string(wire_name(note.kind)));
}

Result<void> remember(Transaction& transaction, const Profile& profile, const CaseRow& row, const CallNote& note,
                      Instant now) {
  Result<void> done;
  if (row.mobile.empty() && !note.number.empty()) done = set_caller_number(transaction, row.id, note.number);
  if (done && !note.answer_by.empty()) {
    const std::string& address = note.answer_by == "email" ? row.email : row.mobile;
    done = set_notice_choice(transaction, row.id, {note.answer_by, address}, now);
  }
  if (!done || row.mobile.empty()) return done;
  OutboxMessage receipt;
  receipt.address = row.mobile;
  receipt.text = channel_receipt(profile, row);
  receipt.cause = "receipt";
  receipt.once = "call-receipt:" + std::to_string(row.id);
  receipt.case_id = row.id;
  const Result<bool> queued = queue_message(transaction, receipt, now);
  return queued ? Result<void>() : Result<void>(queued.error());
}

}  // namespace

Result<api::Receipt> CasesService::register_call(const Actor& actor, const CallNote& note,
                                                 std::string_view idempotency_key, Instant now) {
  if (!may_register_cases(actor.role)) return make_error(Code::forbidden, "error.forbidden");
  if (idempotency_key.empty()) return make_error(Code::invalid, "error.idempotency_missing");
  Registration wanted;
  wanted.profile = parts_->profile();
  wanted.now = now;
  wanted.row = row_of(*wanted.profile, note, now);
  wanted.clock = new_clock(*wanted.profile, wanted.row.kind, now);
  wanted.alarm = next_alarm(wanted.clock, working_calendar(*wanted.profile), wanted.profile->clocks);
  wanted.row.request_key = sha256(idempotency_key).substr(0, 16);
  wanted.row.request_hash = hash_of(note);
  wanted.event = registration_event(wanted.row);
  wanted.event.user_id = user_id_of(actor);
  wanted.event.detail = wire_name(Intake::phone);
  wanted.identify(parts_->ids.next(now));
  const Result<void> written = parts_->database.write([&](Transaction& transaction) -> Result<void> {
    Result<void> done = wanted.write(transaction);
    return done ? remember(transaction, *wanted.profile, wanted.stored, note, now) : done;
  });
  return conclude(wanted, written);
}

}  // namespace hamandish::server
