// What travels between server and client, as structs; shared/api/wire_json.h turns each into JSON and back.
// Names in JSON are the member names. Times are Instants in milliseconds UTC with a name ending in _at.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/api/wire_work.h"
#include "shared/base/time.h"
#include "shared/cases/kinds.h"
#include "shared/cases/transitions.h"
#include "shared/forms/field.h"
#include "shared/users/permissions.h"

namespace hamandish::api {

// POST /api/v1/cases. `answers` carries every field of the kind's form; on the wire those of a person stand in
// `person` {first_name, last_name, national_id, mobile, email}, the others at the top level (contract.md).
struct NewCase {
  CaseKind kind = CaseKind::complaint;
  bool anonymous = false;
  Answers answers;
};

struct Receipt {
  std::string tracking_code;  // 12 digits, or 16 when no mobile was given
  bool code_alone_suffices = false;
  CaseKind kind = CaseKind::complaint;
  std::string subject;
  std::string unit_name;
  Instant registered_at;
  Day due_on;                      // on the wire "2026-11-21"
  std::string text_sha256;         // hex, of the registered text
  std::string chain_head;          // hex, hash of the registration in the chain of events
  std::string receipt_token;       // opens /desk/receipt/<token> and its PDF for an hour
  std::vector<std::string> files;  // names of the attachments that came with it
};

// POST /api/v1/cases/lookup
struct Lookup {
  std::string tracking_code;
  std::string mobile_last4;
};

// One step that the citizen may see.
struct TrailStep {
  EventKind kind = EventKind::registered;
  Instant at;
  std::string from_unit;  // names, empty where not applicable
  std::string to_unit;
  std::string text;  // only where citizen_sees_text
};

struct CitizenCase {
  std::string tracking_code;
  CaseKind kind = CaseKind::complaint;
  CaseState state = CaseState::registered;
  std::string subject;
  std::string body;
  std::string unit_name;
  Instant registered_at;
  Day due_on;
  std::vector<TrailStep> trail;  // oldest first
  std::vector<AttachmentInfo> attachments;
  std::string tracking_token;       // the right to read and act for an hour without the second factor
  std::vector<CaseAction> actions;  // what the citizen may do now: supply, withdraw, object, rate
};

// POST /api/v1/cases/mine/:action
struct CitizenAction {
  std::string tracking_token;
  std::string text;
  std::vector<std::string> attachments;  // upload tokens; supply only
  int score = 0;                         // rate only: 1 (worst) to 5
};

// POST /api/v1/session
struct SignIn {
  std::string username;
  std::string password;
  std::string code{};  // of the second factor; only where it is switched on
};

// What POST and GET /api/v1/session answer.
struct SessionInfo {
  std::string username;
  std::string name;
  Role role = Role::officer;
  std::string unit_id;
  std::string unit_name;
  std::string csrf_token;  // sent back in the header X-CSRF-Token by every unsafe staff call
};

}  // namespace hamandish::api
