#include "server/service/citizen_notices.h"

#include "server/store/cases_store.h"
#include "server/store/outbox_store.h"
#include "shared/calendar/jalali_text.h"
#include "shared/cases/case_text.h"
#include "shared/channels/sms_text.h"
#include "shared/messages/messages.h"

namespace hamandish::server {
namespace {

constexpr std::string_view kSecondLook = "second_look";

// Empty: the citizen is told nothing of it.
std::string_view notice_key(EventKind kind) {
  switch (kind) {
    case EventKind::asked:
      return "notice.asked";
    case EventKind::extended:
      return "notice.extended";
    case EventKind::replied:
      return "notice.replied";
    case EventKind::closed:
      return "notice.closed";
    case EventKind::rejected:
      return "notice.rejected";
    case EventKind::merged:
      return "notice.merged";
    default:
      return "";
  }
}

// Who reports others is promised silence: only a question may reach the telephone.
bool is_told(EventKind kind, const CaseRow& row) {
  return row.kind != CaseKind::report || kind == EventKind::asked;
}

// False: the citizen gave neither.
bool address(OutboxMessage& message, const CaseRow& row) {
  const bool by_email = !row.email.empty() && (row.mobile.empty() || row.channel == Intake::email);
  message.channel = by_email ? OutboxChannel::email : OutboxChannel::sms;
  message.address = by_email ? row.email : row.mobile;
  return !message.address.empty();
}

Result<void> queue(Transaction& transaction, const OutboxMessage& message, Instant now) {
  const Result<bool> queued = queue_message(transaction, message, now);
  if (!queued) return queued.error();
  return {};
}

// Who wrote by SMS or e-mail chose that way, and may have no other: an answer and a question go back there in words
// (decision 0022). A text beyond eight parts is read on the portal.
std::string_view words_key(const CaseRow& row, EventKind kind) {
  const bool answer = kind == EventKind::replied;
  if (!answer && kind != EventKind::asked) return "";
  if (row.channel == Intake::email && !row.email.empty()) return answer ? "email.replied" : "email.asked";
  if (row.channel == Intake::sms && !row.mobile.empty()) return answer ? "sms.replied" : "sms.asked";
  return "";
}

constexpr int kMostParts = 8;

struct Words {
  std::string_view key;
  std::string_view cause;
};

OutboxMessage message_of(const Profile& profile, const CaseRow& row, const Words& words) {
  OutboxMessage message;
  message.text = say(words.key, {{"organisation", profile.short_name},
                                 {"code", code_in_message(row.tracking_code)},
                                 {"date", short_date(row.due_on)}});
  message.cause = words.cause;
  message.case_id = row.id;
  return message;
}

Result<void> schedule_second_look(Transaction& transaction, const Profile& profile, const CaseRow& row, Instant now) {
  OutboxMessage message = message_of(profile, row, {"notice.second_look", kSecondLook});
  if (!address(message, row)) return {};
  message.once = std::string(kSecondLook) + ':' + std::to_string(row.id);
  message.not_before = now + kSecondLookAfter;
  return queue(transaction, message, now);
}

}  // namespace

Result<void> tell_citizen(Transaction& transaction, const Profile& profile, const EventRow& event) {
  // It goes on: what was to be asked of its end is not asked.
  if (event.kind == EventKind::objected) return drop_waiting(transaction, event.case_id, kSecondLook);
  const std::string_view key = notice_key(event.kind);
  if (key.empty()) return {};
  const Result<std::optional<CaseRow>> row = case_by_id(transaction, event.case_id);
  if (!row) return row.error();
  if (!*row) return make_error(Code::internal, "error.internal", "event without a case");
  if (!is_told(event.kind, **row)) return {};
  OutboxMessage message = message_of(profile, **row, {key, wire_name(event.kind)});
  if (const std::string_view own = words_key(**row, event.kind); !own.empty()) {
    const std::string text = say(
        own,
        {{"organisation", profile.short_name}, {"code", code_in_message((*row)->tracking_code)}, {"text", event.text}});
    if ((*row)->channel == Intake::email || sms_size(text).parts <= kMostParts) message.text = text;
  }
  Result<void> done;
  if (address(message, **row)) done = queue(transaction, message, event.at);
  const bool closed_by_person = event.kind == EventKind::closed && event.user_id.has_value();
  return done && closed_by_person ? schedule_second_look(transaction, profile, **row, event.at) : done;
}

}  // namespace hamandish::server
