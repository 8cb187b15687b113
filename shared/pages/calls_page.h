// The telephone operator's screen: who calls, what they wrote before, taking down a call, calling back, and writing down
// what was recorded. The server makes these pages whole.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/calls/call_outcome.h"
#include "shared/cases/kinds.h"
#include "shared/forms/field.h"
#include "shared/pages/state.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

inline constexpr std::string_view kCallsPath = "/staff/calls";

struct CallCase {
  std::string id;
  std::string tracking_code;
  CaseKind kind = CaseKind::complaint;
  CaseState state = CaseState::registered;
  std::string subject;  // empty: not for this reader, and no link
  std::string unit_name;
  Instant registered_at;
  Day due_on;
};

struct CallbackCard {
  std::int64_t id = 0;
  CallCase of;
  std::string number;
  std::string cause;
  std::string text;
  Instant since;
  Instant not_before;
  std::int64_t tries = 0;
  std::optional<CallOutcome> outcome;
};

struct UnwrittenRecording {
  std::string case_id;
  std::string tracking_code;
  std::string number;  // empty: hidden
  Instant at;
  std::int64_t seconds = 0;
};

struct CallsDeskState {
  std::vector<CallbackCard> callbacks;
  std::vector<UnwrittenRecording> recordings;
  std::string typed_number;
  std::string typed_words;  // of the callback that failed
  std::int64_t failed_callback = 0;
  std::vector<FieldError> errors;
  std::string failure;     // message key
  std::string registered;  // tracking code of a call that was just taken down
};
view::Node calls_desk_view(const Site& site, const CallsDeskState& state);

// The fields of a call, checked by check_answers: call_text, kind, first_name, last_name, email, answer_by.
std::vector<Field> call_fields(const Profile& profile, bool mobile);

struct CallerState {
  std::string number;
  bool mobile = false;
  std::vector<CallCase> cases;
  Answers answers;
  std::vector<FieldError> errors;
  std::string failure;
  std::string idempotency_key;
  bool may_text = false;      // an SMS can leave the house
  std::string sms_text;       // as typed
  int sms_parts = 0;          // of the text as it would leave; 0: not asked yet
  std::int64_t sms_cost = 0;  // rial; 0: not known
  bool sms_sent = false;
};
view::Node caller_view(const Site& site, const CallerState& state);

struct RecordedCaseState {
  struct Sound {
    std::string attachment_id;
    std::string name;
    std::int64_t seconds = 0;
  };
  CallCase of;
  std::string number;
  std::vector<Sound> sounds;
  std::vector<std::string> transcripts;
  std::string typed;        // of the transcript
  std::string typed_words;  // of the call that is asked for
  std::vector<FieldError> errors;
  std::string failure;
};
view::Node recorded_case_view(const Site& site, const RecordedCaseState& state);

std::string caller_address(const std::string& number);
std::string recorded_address(const std::string& case_id);
std::string wave_address(const std::string& case_id, const std::string& attachment_id);

}  // namespace hamandish::pages
