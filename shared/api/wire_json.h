// The structs of wire.h as JSON and back. Names in JSON are the member names; Instants are milliseconds, Days
// "2026-11-21", enums their wire names, Answers an object {field: value}.
//
// Every read_... is Invalid (error.invalid) with one FieldError for each member that is missing, of the wrong type or
// holds an unknown word. What citizens and staff send may hold no unknown member; what a server sends may, for a client
// can be older than it.
#pragma once

#include "shared/api/wire.h"
#include "shared/base/result.h"
#include "shared/json/json.h"

namespace hamandish::api {

// POST /api/v1/cases: {kind, category, subject, body, person:{first_name, ...} or anonymous:true, attachments:[...],
// any further field of the form}. A member that is no part of the form is found by check_new_case, which knows the form
// (shared/api/check_new_case.h); here only its type counts: text, or true/false for a checkbox. Errors carry the ids of
// the form's fields. With anonymous:true a person is refused: it must not be stored by mistake.
Json to_json(const NewCase& new_case);
Result<NewCase> read_new_case(const Json& json);

Json to_json(const AttachmentInfo& info);
Result<AttachmentInfo> read_attachment_info(const Json& json);

Json to_json(const Receipt& receipt);
Result<Receipt> read_receipt(const Json& json);

Json to_json(const Lookup& lookup);
Result<Lookup> read_lookup(const Json& json);

Json to_json(const TrailStep& step);
Json to_json(const CitizenCase& found);
Result<CitizenCase> read_citizen_case(const Json& json);
Json to_json(const CitizenAction& action);
Result<CitizenAction> read_citizen_action(const Json& json);

Json to_json(const SignIn& sign_in);
Result<SignIn> read_sign_in(const Json& json);

Json to_json(const SessionInfo& session);
Result<SessionInfo> read_session_info(const Json& json);

Json to_json(const InboxRow& row);
Json to_json(const InboxPage& page);
Result<InboxPage> read_inbox_page(const Json& json);

Json to_json(const QueueCount& count);
Json to_json(const SavedFilter& filter);
Result<SavedFilter> read_saved_filter(const Json& json);
Json to_json(const Workbench& workbench);
Result<Workbench> read_workbench(const Json& json);

Json to_json(const StaffEvent& event);
Json to_json(const Consultation& one);
Json to_json(const CaseLink& link);
Json to_json(const SentMessage& sent);
Json to_json(const Officer& officer);
Json to_json(const CannedText& canned);
Json to_json(const StaffCase& found);
Result<StaffCase> read_staff_case(const Json& json);

// Of the members that only some actions have, those that are given are written.
Json to_json(const StaffAction& action);
Result<StaffAction> read_staff_action(const Json& json);

Json to_json(const Presence& presence);
Result<Presence> read_presence(const Json& json);

}  // namespace hamandish::api
