// The telephone operator's tables: numbers that take no SMS, what is to be said by telephone, recordings.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "shared/base/time.h"
#include "shared/calls/call_outcome.h"

namespace hamandish::server {

Result<void> set_caller_number(Transaction& transaction, std::int64_t case_id, std::string_view number);
// Empty if the case came from none, or from a mobile.
Result<std::string> caller_number(Reader& reader, std::int64_t case_id);
// The newest cases of a mobile or of another number.
Result<std::vector<std::int64_t>> cases_of_number(Reader& reader, std::string_view number, std::int64_t limit);

struct CallbackRow {
  std::int64_t id = 0;
  std::int64_t case_id = 0;
  std::string number;
  std::string cause;  // «receipt», «replied» ...: as in the outbox
  std::string text;   // what is to be said
  Instant created_at;
  Instant not_before;
  std::int64_t tries = 0;
  std::optional<CallOutcome> outcome{};  // of the last try
  bool open = true;
};
// False if one with the same `once` was there already; empty: always a new one.
Result<bool> queue_callback(Transaction& transaction, const CallbackRow& callback, std::string_view once);
// Those that wait longest first; also those whose time has not come yet.
Result<std::vector<CallbackRow>> open_callbacks(Reader& reader, std::int64_t limit);
Result<std::vector<CallbackRow>> callbacks_of_case(Reader& reader, std::int64_t case_id);
Result<std::optional<CallbackRow>> callback_by_id(Reader& reader, std::int64_t id);
struct CallMade {
  CallOutcome outcome = CallOutcome::reached;
  std::int64_t user_id = 0;
  Instant at;
  Instant again;  // zero: it is done
};
// False if it is no longer open.
Result<bool> settle_callback(Transaction& transaction, std::int64_t id, const CallMade& made);

struct RecordingRow {
  std::string attachment_id;
  std::int64_t case_id = 0;  // 0: the file still waits for its case
  std::string peaks;
  std::int64_t seconds = 0;
  Instant transcribed_at;  // zero: nobody has written it down
};
Result<void> insert_recording(Transaction& transaction, const RecordingRow& recording);
Result<std::vector<RecordingRow>> recordings_of(Reader& reader, std::int64_t case_id);
// Not yet written down, the oldest first.
Result<std::vector<RecordingRow>> unwritten_recordings(Reader& reader, std::int64_t limit);
Result<void> mark_transcribed(Transaction& transaction, std::int64_t case_id, Instant now);
// Written down, of cases that are closed and in which nothing has happened since then.
Result<std::vector<RecordingRow>> old_recordings(Reader& reader, Instant since, std::int64_t limit);
// The sound, its file and the message as it came; the case, its words and its trail stay.
Result<void> delete_recording(Transaction& transaction, const RecordingRow& recording);

struct NoticeChoice {
  std::string channel;  // sms, email, none
  std::string address;
};
Result<std::optional<NoticeChoice>> notice_choice(Reader& reader, std::int64_t case_id);
Result<void> set_notice_choice(Transaction& transaction, std::int64_t case_id, const NoticeChoice& choice, Instant now);

}  // namespace hamandish::server
