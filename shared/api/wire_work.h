// What travels between the server and staff at work: the part of wire.h (which includes this) about inbox and cases.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/time.h"
#include "shared/cases/kinds.h"
#include "shared/cases/queues.h"
#include "shared/cases/transitions.h"
#include "shared/forms/field.h"

namespace hamandish::api {

struct AttachmentInfo {
  std::string id;         // also the upload token before the case exists
  std::string file_name;  // as the citizen named it, normalised
  std::string mime;       // decided by content
  std::int64_t bytes = 0;
};

struct InboxRow {
  std::string id;
  CaseKind kind = CaseKind::complaint;
  CaseState state = CaseState::registered;
  std::string subject;
  std::string sender;    // name, or empty: anonymous
  std::string category;  // name
  std::string unit_name;
  Instant registered_at;
  Day due_on;
  Priority priority = Priority::normal;
  std::string assigned_to{};  // name of the person, or empty
  bool objected = false;
  bool first_reply_late = false;  // nobody has written to the citizen within the time that was promised
  std::vector<std::string> tags{};
};

// GET /api/v1/staff/cases?q=&queue=&sort=&state=&kind=&category=&tag=&priority=&unit=&from=&to=&after=<cursor>&limit=
// Without queue and sort: all cases, newest first. from and to are days of registration, «2026-11-21», both included.
struct InboxPage {
  std::vector<InboxRow> cases;  // fewer than asked for, with a cursor, when many were looked at and few fitted
  std::string next;             // cursor of the following page; empty: this is the last
};

// GET /api/v1/staff/queues
struct QueueCount {
  Queue queue = Queue::unit;
  std::int64_t count = 0;
  bool exact = true;  // false: at least so many
};
struct SavedFilter {
  std::string id;  // empty when it is sent to be saved
  std::string name;
  std::string query;  // as in the address of GET /api/v1/staff/cases
};
// What waits to be read and is no case: a report that made itself.
struct DeskNotice {
  std::string text;    // its title
  std::string target;  // address of its page
};

struct Workbench {
  std::vector<QueueCount> queues;
  std::vector<SavedFilter> filters;
  std::vector<DeskNotice> notices;
};

struct StaffEvent {
  EventKind kind = EventKind::registered;
  Instant at;
  std::string actor;      // name of the member of staff; empty: the citizen
  std::string from_unit;  // names
  std::string to_unit;
  std::string text;
  std::string detail{};   // see EventKind
  std::string id{};       // what «redact» asks for; empty: nothing can be taken away
  bool redacted = false;  // there was a text
};

// A unit that was asked in parallel.
struct Consultation {
  std::string unit_id;
  std::string unit_name;
  Instant asked_at;
  Day due_on;
  bool advised = false;
};

// An answer that waits for approval.
struct DraftAnswer {
  std::string author;
  Instant written_at;
  std::string text;
};

struct CaseLink {
  std::string id;
  std::string tracking_code;
  std::string subject;
  std::string relation;  // linked, merged, merged_from, split, split_from
};

// What went out to the citizen, or waits to.
struct SentMessage {
  std::string channel;  // sms, email
  std::string address;
  std::string cause;
  std::string text;
  std::string state;  // waiting, sent, delivered, undelivered, blocked, failed, stopped
  Instant at;         // of the state
};

struct Officer {
  std::string username;
  std::string name;
};

// A text that fits this case, its placeholders filled.
struct CannedText {
  std::string id;
  std::string title;
  std::string text;
};

// GET /api/v1/staff/cases/{id}
struct StaffCase {
  std::string id;
  std::string tracking_code;
  std::int64_t version = 0;  // sent back with every change; a stale one is a Conflict
  CaseKind kind = CaseKind::complaint;
  CaseState state = CaseState::registered;
  bool anonymous = false;
  Answers person;        // first_name, last_name, national_id, mobile, email as far as given
  Answers other;         // further fields of the form, labels from the profile
  std::string category;  // name
  std::string subject;
  std::string body;
  std::string unit_id;
  std::string unit_name;
  Instant registered_at;
  Day due_on;
  std::vector<StaffEvent> events;  // oldest first
  std::vector<AttachmentInfo> attachments;
  bool may_refer = false;
  bool may_note = false;
  bool may_reply = false;
  // The work on it.
  Intake channel = Intake::web;
  Priority priority = Priority::normal;
  bool objected = false;
  bool redacted = false;      // the body was taken away
  std::string assigned_to;    // user name, or empty
  std::string assigned_name;  // of the person
  std::optional<Day> unit_due_on;
  std::optional<Outcome> outcome;
  std::vector<std::string> tags;
  std::vector<Consultation> consultations;
  std::optional<DraftAnswer> draft;
  std::vector<CaseLink> links;
  std::vector<Officer> officers;      // to whom it can be assigned
  std::vector<CannedText> canned;     // answers
  std::vector<CaseAction> actions;    // what the asker may do with it now
  std::vector<SentMessage> messages;  // oldest first
  bool reply_is_draft = false;        // an answer of the asker waits for the manager's approval
};

// POST .../referrals {to_unit, also_units, due_on, text, version} · .../notes {text, version} · .../replies {text,
// version} · .../actions {action, version, ...}: the members that the action needs.
struct StaffAction {
  std::string to_unit;  // unit id; referrals only
  std::string text;
  std::int64_t version = 0;
  CaseAction action = CaseAction::note;  // actions only
  std::vector<std::string> units{};      // refer: further units that are asked in parallel; consult
  std::optional<Day> due_on{};           // refer, consult, extend
  std::string assignee{};                // assign: user name; empty: back to the unit
  std::optional<Priority> priority{};
  std::string tag{};
  std::optional<Outcome> outcome{};  // close, reject
  std::string other{};               // merge, link: tracking code of the other case
  std::string subject{};             // split: of the new case; its text is `text`
  std::string event{};               // redact: id of the event, or «body»
};

// POST /api/v1/staff/cases/{id}/presence, every few seconds while the page is seen.
struct Presence {
  std::int64_t version = 0;
  std::vector<std::string> others;  // names of the colleagues who have the case open
};

}  // namespace hamandish::api
