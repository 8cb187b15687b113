// Draft regulations for staff: making them, their steps, moderating comments, the disposition table. Made whole by the
// server (server/http/remote_pages.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/forms/field.h"
#include "shared/pages/drafts_page.h"
#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

inline constexpr std::string_view kStaffDraftsPath = "/staff/drafts";
// /staff/drafts/<id>, or one of its rooms: «edit», «comments», «answers».
std::string staff_draft_address(std::int64_t id, std::string_view room = {});

// What the form of a draft asks: draft_title, kind, origin, unit_id, purpose, affects, days, days_reason, plain_text.
std::vector<Field> draft_fields(const Profile& profile);

// /staff/drafts/list/<state or «all»>, a further part of it with its mark behind.
std::string staff_draft_list_address(const std::optional<DraftState>& state, std::string_view mark = {});

struct StaffDraftsState {
  std::optional<DraftState> state;  // of these alone
  std::vector<DraftSummary> drafts;
  std::string more;  // address of the next part, or empty
};
view::Node staff_drafts_view(const Site& site, const StaffDraftsState& state);

struct DraftFormState {
  std::int64_t id = 0;  // 0: a new one
  std::int64_t version = 0;
  Answers answers;
  std::vector<FieldError> errors;
  std::string failure;
};
view::Node draft_form_view(const Site& site, const DraftFormState& state);

struct StaffDraftState {
  DraftSummary draft;
  std::int64_t version = 0;
  int days = 0;  // of the consultation, as planned
  std::string days_reason;
  std::string purpose;
  std::string affects;
  Clauses proposed;
  Clauses amended;
  std::string amended_text;  // as typed or as it stands, for the form of the amended text
  std::vector<DraftEvent> events;
  std::vector<std::string> actors;  // names, one for each event; empty: the clock
  // What was typed into the form of a step: day, reason, number, plain_text; errors name its fields as «<step>-<field>».
  Answers answers;
  std::vector<FieldError> errors;
  std::string failure;
  std::string done;
  std::vector<DraftFileLink> documents;
  std::vector<std::string> document_ids;
  std::vector<KeptFile> kept;
};
view::Node staff_draft_view(const Site& site, const StaffDraftState& state);

struct InvitedGuest {
  std::string name;
  std::string address;
  CommenterGroup group = CommenterGroup::expert;
  Instant at;
  Instant opened_at;  // zero: not yet
  bool answered = false;
};
struct InvitationsState {
  std::int64_t draft_id = 0;
  std::string draft_title;
  bool open = false;  // more may be invited
  std::vector<InvitedGuest> guests;
  Answers answers;  // group, invited
  std::vector<FieldError> errors;
  std::string failure;
  std::string done;  // in words
};
view::Node invitations_view(const Site& site, const InvitationsState& state);

// Why a comment is held, rejected or redacted, in the words that its author reads.
std::vector<Choice> moderation_reasons();
// The words of the list, and what was typed beside them.
std::string moderation_reason(std::string_view choice, const std::string& more);

struct ModeratedComment {
  std::int64_t id = 0;
  std::string clause_name;
  std::string author;
  std::string contact;  // mobile and e-mail as far as given
  Publication publication = Publication::not_at_all;
  std::string body;
  std::string wording;
  std::string clause_text;
  std::vector<DraftFileLink> files;
  bool files_shown = false;
  Instant at;
  std::string state;  // message key
  std::string verdict_reason;
  std::string redacted;  // passages that the public does not read
};
struct ModerationState {
  std::int64_t draft_id = 0;
  std::string draft_title;
  std::string room;  // which comments: «waiting», «published», «held», «rejected»
  std::vector<ModeratedComment> comments;
  std::string older;  // address, or empty
  // Of the form that did not go through: whose it is, what was typed, and the errors of «verdict», «reason», «redacted».
  std::int64_t failed_id = 0;
  Answers answers;
  std::vector<FieldError> errors;
};
view::Node moderation_view(const Site& site, const ModerationState& state);

struct DispositionGroup {
  std::int64_t id = 0;
  DispositionRow row;
  std::vector<ModeratedComment> comments;  // the first few
};
struct DispositionState {
  std::int64_t draft_id = 0;
  std::string draft_title;
  bool undecided = false;    // only rows without an outcome are shown
  DispositionCounts counts;  // of the whole table
  Clauses clauses;
  std::vector<DispositionGroup> groups;
  std::string next;  // address, or empty
  bool may_answer = false;
  std::int64_t failed_id = 0;
  std::vector<FieldError> errors;  // of failed_id: outcome, reason, changed_clause
  std::string failure;
};
view::Node disposition_view(const Site& site, const DispositionState& state);

}  // namespace hamandish::pages
