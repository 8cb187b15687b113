#include "server/service/citizen_notices.h"

#include "server/store/calls_store.h"
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

// False: the citizen gave neither, or wants none.
bool address(OutboxMessage& message, const CaseRow& row, const std::optional<NoticeChoice>& choice) {
  const bool by_email =
      choice ? choice->channel == "email" : !row.email.empty() && (row.mobile.empty() || row.channel == Intake::email);
  message.channel = by_email ? OutboxChannel::email : OutboxChannel::sms;
  message.address = by_email ? row.email : row.mobile;
  if (choice && !choice->address.empty()) message.address = choice->address;
  if (choice && choice->channel == "none") message.address.clear();
  return !message.address.empty();
}

Result<void> queue(Transaction& transaction, const OutboxMessage& message, Instant now) {
  const Result<bool> queued = queue_message(transaction, message, now);
  if (!queued) return queued.error();
  return {};
}

// Who wrote by SMS or e-mail, or spoke on the telephone, may have no other way: an answer and a question go back in words
// (decisions 0022 and 0026). A text beyond eight parts is read on the portal.
std::string_view words_key(const CaseRow& row, EventKind kind, OutboxChannel way) {
  const bool answer = kind == EventKind::replied;
  if (!answer && kind != EventKind::asked) return "";
  const bool spoken = row.channel == Intake::phone;
  const bool email = way == OutboxChannel::email;
  if (email && (spoken || row.channel == Intake::email)) return answer ? "email.replied" : "email.asked";
  if (!email && (spoken || row.channel == Intake::sms)) return answer ? "sms.replied" : "sms.asked";
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

struct Told {
  const Profile& profile;
  const CaseRow& row;
  const std::optional<NoticeChoice>& choice;
};

Result<void> schedule_second_look(Transaction& transaction, const Told& told, Instant now) {
  OutboxMessage message = message_of(told.profile, told.row, {"notice.second_look", kSecondLook});
  if (!address(message, told.row, told.choice)) return {};
  message.once = std::string(kSecondLook) + ':' + std::to_string(told.row.id);
  message.not_before = now + kSecondLookAfter;
  return queue(transaction, message, now);
}

// Who called from a number that takes no SMS is called: the operators' list is their outbox.
Result<void> queue_call(Transaction& transaction, const CaseRow& row, const EventRow& event,
                        const OutboxMessage& message) {
  const Result<std::string> number = caller_number(transaction, row.id);
  if (!number) return number.error();
  if (number->empty()) return {};
  CallbackRow call;
  call.case_id = row.id;
  call.number = *number;
  call.cause = message.cause;
  call.text = event.text.empty() ? message.text : event.text;
  call.created_at = event.at;
  call.not_before = event.at;
  const Result<bool> queued = queue_callback(transaction, call, {});
  return queued ? Result<void>() : Result<void>(queued.error());
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
  const Result<std::optional<NoticeChoice>> choice = notice_choice(transaction, event.case_id);
  if (!choice) return choice.error();
  OutboxMessage message = message_of(profile, **row, {key, wire_name(event.kind)});
  const bool reachable = address(message, **row, *choice);
  if (!reachable && !*choice) return queue_call(transaction, **row, event, message);
  if (const std::string_view own = words_key(**row, event.kind, message.channel); !own.empty()) {
    const std::string text = say(
        own,
        {{"organisation", profile.short_name}, {"code", code_in_message((*row)->tracking_code)}, {"text", event.text}});
    if (message.channel == OutboxChannel::email || sms_size(text).parts <= kMostParts) message.text = text;
  }
  Result<void> done;
  if (reachable) done = queue(transaction, message, event.at);
  const bool closed_by_person = event.kind == EventKind::closed && event.user_id.has_value();
  return done && closed_by_person ? schedule_second_look(transaction, {profile, **row, *choice}, event.at) : done;
}

}  // namespace hamandish::server
