// The rows of the tables as structs, as far as more than one store or service needs them. Empty text: NULL.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "shared/base/time.h"
#include "shared/cases/kinds.h"

namespace hamandish::server {

struct CaseRow {
  std::int64_t id = 0;
  std::int64_t version = 1;
  std::string tracking_code;
  std::string mobile;
  std::string unit_id;
  CaseKind kind = CaseKind::complaint;
  CaseState state = CaseState::registered;
  bool anonymous = false;
  Instant registered_at;
  Day due_on;
  std::int64_t attachment_count = 0;
  std::string category_id;
  std::string first_name;
  std::string last_name;
  std::string national_id;
  std::string email;
  std::string request_key;   // hash; bytes
  std::string request_hash;  // bytes
  std::string subject;
  std::string other_answers;  // JSON object {field: value}
  std::string body;
  std::string objection_to;                       // wire name of a role
  std::optional<std::int64_t> objection_against;  // user
  // The work on it (migration 0020).
  std::optional<std::int64_t> assigned_to;
  Priority priority = Priority::normal;
  std::optional<Day> unit_due_on;  // asked of the unit by whoever referred it
  Intake channel = Intake::web;
  std::optional<Outcome> outcome;
  std::optional<std::int64_t> merged_into;
  bool redacted = false;  // the body was taken away
};

struct EventRow {
  std::int64_t case_id = 0;
  EventKind kind = EventKind::registered;
  Instant at;
  std::optional<std::int64_t> user_id;  // nothing: the citizen
  std::string user_name;                // read only
  std::string from_unit;
  std::string to_unit;
  std::string text;
  std::string detail{};  // a machine's word: see EventKind
  // What stands in the chain for the text: bytes. append_event makes it of the text unless it is given. A registration
  // carries that of the registered text (subject, blank line, body).
  std::string text_hash{};
  int form = 2;         // of the hash: event_hash.h
  std::int64_t id = 0;  // read only
};

struct AttachmentRow {
  std::string id;
  std::int64_t position = 0;  // within the case
  std::string file_name;
  std::string mime;
  std::int64_t bytes = 0;
  std::string sha256;  // bytes
};

struct UserRow {
  std::int64_t id = 0;
  std::string username;
  std::string name;
  std::string role;
  std::string unit_id;
  std::string password_hash;  // argon2id, as libsodium writes it
  bool enabled = true;
  bool demo = false;
  Instant created_at;
};

}  // namespace hamandish::server
