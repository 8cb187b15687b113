#include "server/service/calls_service.h"

#include <algorithm>

#include "server/service/case_clocks.h"
#include "server/service/case_ids.h"
#include "server/service/case_words.h"
#include "server/service/cases_parts.h"
#include "server/store/attachments_store.h"
#include "server/store/cases_store.h"
#include "server/store/events_store.h"
#include "server/store/looks_store.h"
#include "server/store/outbox_store.h"
#include "shared/cases/transitions.h"
#include "shared/channels/sms_text.h"
#include "shared/forms/limits.h"
#include "shared/identity/phone.h"
#include "shared/messages/messages.h"
#include "shared/text/digits.h"
#include "shared/text/isolate.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr std::int64_t kMostShown = 50;
constexpr std::int64_t kMostCases = 10;
constexpr int kMostParts = 8;
constexpr std::string_view kTranscript = "transcript";  // detail of the event

Error forbidden() {
  return make_error(Code::forbidden, "error.forbidden");
}
Error not_found() {
  return make_error(Code::not_found, "error.not_found");
}

Error field_error(const char* field, const char* key, Params params = {}) {
  Error error = make_error(Code::invalid, "error.invalid");
  error.fields.push_back({field, key, std::move(params)});
  return error;
}

CallerCase of_row(const Profile& profile, const Actor& actor, const CaseRow& row) {
  CallerCase of;
  of.id = row.id;
  of.tracking_code = row.tracking_code;
  of.kind = row.kind;
  of.state = row.state;
  if (may_read(actor, {row.unit_id})) of.subject = row.subject;
  const Unit* unit = profile.unit(row.unit_id);
  of.unit_name = unit == nullptr ? row.unit_id : unit->name;
  of.registered_at = row.registered_at;
  of.due_on = row.due_on;
  return of;
}

Result<CaseRow> need_case(Reader& reader, std::int64_t id) {
  Result<std::optional<CaseRow>> row = case_by_id(reader, id);
  if (!row) return row.error();
  if (!*row) return not_found();
  return std::move(**row);
}

Result<CaseRow> need_readable(Reader& reader, const Actor& actor, std::int64_t id) {
  Result<ReadableCase> found = readable_case(reader, actor, write_id(id));
  if (!found) return found.error();
  return std::move(found->row);
}

Result<std::string> checked_words(const char* field, std::string_view typed, bool required) {
  std::string words = text::for_storage(typed);
  if (required && words.empty()) return field_error(field, "call.words_needed");
  const std::size_t count = text::count_scalars(words);
  if (count > static_cast<std::size_t>(kTextMax)) {
    return field_error(field, "call.words_too_long", {{"max", std::to_string(kTextMax)}});
  }
  return words;
}

// What the citizen said on the telephone joins the case as what they write would.
Result<void> add_words(Transaction& transaction, const Profile& profile, CaseRow row, EventRow event) {
  const Result<CaseState> next = next_state(row.state, CaseAction::supply);
  if (next) {
    row.state = *next;
    const Result<bool> changed = change_case(transaction, row);
    if (!changed) return changed.error();
  }
  event.case_id = row.id;
  event.kind = EventKind::supplied;
  const Result<void> findable = add_case_words(transaction, row.id, event.text);
  return findable ? record_event(transaction, profile, event) : findable;
}

Result<std::string> number_of(Reader& reader, const CaseRow& row) {
  if (!row.mobile.empty()) return row.mobile;
  return caller_number(reader, row.id);
}

}  // namespace

std::string normal_number(std::string_view typed) {
  constexpr std::size_t kFewest = 3;
  constexpr std::size_t kMost = 15;
  if (std::optional<std::string> mobile = parse_mobile(typed)) return *mobile;
  if (std::optional<std::string> landline = parse_landline(typed)) return *landline;
  std::string digits;
  for (const char letter : text::ascii_digits(typed)) {
    if (letter >= '0' && letter <= '9') digits += letter;
  }
  return digits.size() < kFewest || digits.size() > kMost ? std::string() : digits;
}

Result<CallsDesk> CallsService::desk(const Actor& actor) {
  if (!may_register_cases(actor.role)) return forbidden();
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  CallsDesk desk;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    desk = {};
    Result<std::vector<CallbackRow>> callbacks = open_callbacks(reader, kMostShown);
    if (!callbacks) return callbacks.error();
    for (CallbackRow& row : *callbacks) {
      const Result<CaseRow> of = need_case(reader, row.case_id);
      if (!of) return of.error();
      desk.callbacks.push_back({std::move(row), of_row(*profile, actor, *of)});
    }
    const Result<std::vector<RecordingRow>> recordings = unwritten_recordings(reader, kMostShown);
    if (!recordings) return recordings.error();
    for (const RecordingRow& recording : *recordings) {
      const Result<CaseRow> of = need_case(reader, recording.case_id);
      if (!of) return of.error();
      if (!may_read(actor, {of->unit_id})) continue;
      const Result<std::string> number = number_of(reader, *of);
      if (!number) return number.error();
      desk.recordings.push_back({of->id, of->tracking_code, *number, of->registered_at, recording.seconds});
    }
    return {};
  });
  if (!done) return done.error();
  return desk;
}

Result<Caller> CallsService::caller(const Actor& actor, std::string_view number, Instant now) {
  if (!may_register_cases(actor.role)) return forbidden();
  Caller caller;
  caller.number = normal_number(number);
  if (caller.number.empty()) return field_error("caller", "call.no_number");
  caller.mobile = parse_mobile(caller.number).has_value();
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    caller.cases.clear();
    const Result<std::vector<std::int64_t>> ids = cases_of_number(reader, caller.number, kMostCases);
    if (!ids) return ids.error();
    for (const std::int64_t id : *ids) {
      const Result<CaseRow> row = need_case(reader, id);
      if (!row) return row.error();
      caller.cases.push_back(of_row(*profile, actor, *row));
      if (!caller.last_name.empty() || row->anonymous) continue;
      caller.first_name = row->first_name;
      caller.last_name = row->last_name;
      caller.email = row->email;
    }
    return {};
  });
  if (!done) return done.error();
  database_.write_later([user = user_id_of(actor), shown = static_cast<std::int64_t>(caller.cases.size()), now,
                         words = caller.number](Transaction& transaction) {
    return insert_inbox_look(transaction, {user, words, shown, now});
  });
  return caller;
}

Result<void> CallsService::settle(const Actor& actor, std::int64_t callback, CallOutcome outcome,
                                  std::string_view words, Instant now) {
  if (!may_register_cases(actor.role)) return forbidden();
  const Result<std::string> said = checked_words("words", words, false);
  if (!said) return said.error();
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  return database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::optional<CallbackRow>> found = callback_by_id(transaction, callback);
    if (!found) return found.error();
    if (!*found) return not_found();
    const int minutes = minutes_until_next_call(outcome);
    const std::int64_t user = user_id_of(actor);
    const Result<bool> settled = settle_callback(
        transaction, callback, {outcome, user, now, minutes == 0 ? Instant{} : now + minutes * kMinute});
    if (!settled) return settled.error();
    if (!*settled) return not_found();
    EventRow event;
    event.case_id = (*found)->case_id;
    event.kind = EventKind::noted;
    event.at = now;
    event.user_id = user;
    event.text = say("call.made", {{"number", text::ltr(text::persian_digits((*found)->number))},
                                   {"outcome", say(message_key(outcome))}});
    Result<void> done = record_event(transaction, *profile, event);
    if (!done || outcome != CallOutcome::reached || said->empty()) return done;
    Result<CaseRow> row = need_case(transaction, (*found)->case_id);
    if (!row) return row.error();
    event.text = *said;
    event.detail = wire_name(Intake::phone);
    return add_words(transaction, *profile, std::move(row).value(), event);
  });
}

Result<void> CallsService::ask_for_call(const Actor& actor, std::int64_t case_id, std::string_view words, Instant now) {
  if (!may_register_cases(actor.role)) return forbidden();
  const Result<std::string> text = checked_words("words", words, true);
  if (!text) return text.error();
  return database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<CaseRow> row = need_readable(transaction, actor, case_id);
    if (!row) return row.error();
    const Result<std::string> number = number_of(transaction, *row);
    if (!number) return number.error();
    if (number->empty()) return not_found();
    const Result<bool> queued =
        queue_callback(transaction, {0, case_id, *number, "staff", *text, now, now, 0, {}, true}, {});
    return queued ? Result<void>() : Result<void>(queued.error());
  });
}

Result<void> CallsService::send_sms(const Actor& actor, std::string_view number, std::string_view typed, Instant now) {
  if (!may_register_cases(actor.role)) return forbidden();
  const std::optional<std::string> mobile = parse_mobile(number);
  if (!mobile) return field_error("sms_text", "call.sms_no_mobile");
  const Result<std::string> text = checked_words("sms_text", typed, true);
  if (!text) return text.error();
  if (sms_size(*text).parts > kMostParts) {
    return field_error("sms_text", "call.sms_too_long", {{"max", std::to_string(kMostParts)}});
  }
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  return database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::vector<std::int64_t>> ids = cases_of_number(transaction, *mobile, kMostCases);
    if (!ids) return ids.error();
    OutboxMessage message;
    message.address = *mobile;
    message.text = *text;
    message.cause = "staff";
    for (const std::int64_t id : *ids) {
      const Result<CaseRow> row = need_case(transaction, id);
      if (!row) return row.error();
      if (!is_open(row->state) || !may_note(actor, {row->unit_id})) continue;
      message.case_id = id;
      break;
    }
    const Result<bool> queued = queue_message(transaction, message, now);
    if (!queued) return queued.error();
    if (message.case_id == 0) return {};
    EventRow event;
    event.case_id = message.case_id;
    event.kind = EventKind::noted;
    event.at = now;
    event.user_id = user_id_of(actor);
    event.text = say("call.sms_noted", {{"text", *text}});
    return record_event(transaction, *profile, event);
  });
}

Result<RecordedCase> CallsService::recorded(const Actor& actor, std::int64_t case_id, Instant now) {
  if (!may_register_cases(actor.role)) return forbidden();
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  RecordedCase found;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    found = {};
    const Result<CaseRow> row = need_readable(reader, actor, case_id);
    if (!row) return row.error();
    found.of = of_row(*profile, actor, *row);
    const Result<std::string> number = number_of(reader, *row);
    if (!number) return number.error();
    found.number = *number;
    Result<std::vector<RecordingRow>> recordings = recordings_of(reader, case_id);
    if (!recordings) return recordings.error();
    if (recordings->empty()) return not_found();
    found.recordings = std::move(recordings).value();
    const Result<std::vector<AttachmentRow>> files = attachments_of(reader, FileOwner::citizen_case, case_id);
    if (!files) return files.error();
    for (const RecordingRow& recording : found.recordings) {
      const auto file = std::find_if(files->begin(), files->end(),
                                     [&](const AttachmentRow& one) { return one.id == recording.attachment_id; });
      found.file_names.push_back(file == files->end() ? std::string() : file->file_name);
    }
    const Result<std::vector<EventRow>> events = events_of(reader, case_id);
    if (!events) return events.error();
    for (const EventRow& event : *events) {
      if (event.kind == EventKind::supplied && event.detail == kTranscript) found.transcripts.push_back(event.text);
    }
    return {};
  });
  if (!done) return done.error();
  database_.write_later([user = user_id_of(actor), case_id, now](Transaction& transaction) {
    return insert_look(transaction, user, case_id, "recording", now);
  });
  return found;
}

Result<void> CallsService::transcribe(const Actor& actor, std::int64_t case_id, std::string_view typed, Instant now) {
  if (!may_register_cases(actor.role)) return forbidden();
  const Result<std::string> text = checked_words("transcript", typed, true);
  if (!text) return text.error();
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  return database_.write([&](Transaction& transaction) -> Result<void> {
    Result<CaseRow> row = need_readable(transaction, actor, case_id);
    if (!row) return row.error();
    const Result<std::vector<RecordingRow>> recordings = recordings_of(transaction, case_id);
    if (!recordings) return recordings.error();
    if (recordings->empty()) return not_found();
    Result<void> done = mark_transcribed(transaction, case_id, now);
    if (!done) return done;
    EventRow event;
    event.at = now;
    event.user_id = user_id_of(actor);
    event.text = say("call.transcript", {{"text", *text}});
    event.detail = kTranscript;
    return add_words(transaction, *profile, std::move(row).value(), event);
  });
}

Result<int> CallsService::forget_recordings(std::int64_t keep_for, Instant now) {
  constexpr std::int64_t kAtOnce = 500;
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  int count = 0;
  const Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    count = 0;
    const Result<std::vector<RecordingRow>> old = old_recordings(transaction, now + -keep_for, kAtOnce);
    if (!old) return old.error();
    for (const RecordingRow& recording : *old) {
      Result<void> gone = delete_recording(transaction, recording);
      if (!gone) return gone;
      EventRow event;
      event.case_id = recording.case_id;
      event.kind = EventKind::noted;
      event.at = now;
      event.text = say("call.recording_forgotten");
      gone = record_event(transaction, *profile, event);
      if (!gone) return gone;
      ++count;
    }
    return {};
  });
  if (!done) return done.error();
  return count;
}

}  // namespace hamandish::server
