// By which way a citizen hears of an own case.
#include "server/service/case_clocks.h"
#include "server/service/cases_parts.h"
#include "server/service/receipt_token.h"
#include "server/store/calls_store.h"
#include "server/store/cases_store.h"
#include "server/store/channels_store.h"
#include "shared/messages/messages.h"

namespace hamandish::server {
namespace {

Error field_error(const char* field, const char* key) {
  return Error{Code::invalid, "error.invalid", {}, {{field, key, {}}}, {}};
}

Result<NoticeChoice> choice_for(const CaseRow& row, const NoticeWish& wish) {
  if (wish.way == "sms") {
    if (row.mobile.empty()) return field_error("way", "notices.no_mobile");
    return NoticeChoice{wish.way, row.mobile};
  }
  if (wish.way != "email") return NoticeChoice{"none", {}};
  const std::string address = wish.email.empty() ? row.email : wish.email;
  if (address.empty()) return field_error("email", "notices.email_needed");
  return NoticeChoice{wish.way, address};
}

}  // namespace

Result<void> CasesService::choose_notices(const api::Lookup& lookup, const NoticeWish& wish, Instant now) {
  const Result<api::CitizenCase> own = this->lookup(lookup, now);
  if (!own) return own.error();
  const std::optional<std::int64_t> id = open_tracking_token(parts_->receipt_key, own->tracking_token, now);
  if (!id) return make_error(Code::internal, "error.internal", "own tracking token");
  const std::shared_ptr<const Profile> profile = parts_->profile();
  return parts_->database.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::optional<CaseRow>> row = case_by_id(transaction, *id);
    if (!row) return row.error();
    if (!*row) return make_error(Code::not_found, "case.not_found");
    const Result<NoticeChoice> choice = choice_for(**row, wish);
    if (!choice) return choice.error();
    Result<void> done = set_notice_choice(transaction, *id, *choice, now);
    // Who asks for SMS again takes back an earlier «۱۱».
    if (done && choice->channel == "sms") done = set_stopped(transaction, choice->address, false, now);
    if (!done) return done;
    EventRow event;
    event.case_id = *id;
    event.kind = EventKind::noted;
    event.at = now;
    event.text = say("notices.noted", {{"way", say("notices_way." + choice->channel)}});
    return record_event(transaction, *profile, event);
  });
}

}  // namespace hamandish::server
