// Draft regulations for the public: the list, one draft clause by clause with its comments, a comment's outcome. The server
// makes these pages whole (server/http/remote_pages.h).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/consultations/comment.h"
#include "shared/consultations/diff.h"
#include "shared/consultations/disposition.h"
#include "shared/consultations/draft.h"
#include "shared/consultations/transitions.h"
#include "shared/consultations/window.h"
#include "shared/pages/kept_files.h"
#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

inline constexpr std::string_view kDraftsPath = "/drafts";
// /drafts/<id>, and with a clause the same page with the form open at it; «whole» stands for the whole draft.
std::string draft_address(std::int64_t id);
std::string comment_address(std::int64_t id, std::string_view clause_id);
// The same page for who was invited by a link of their own.
std::string invited_address(std::int64_t id, std::string_view token);
inline constexpr std::string_view kWholeDraft = "whole";
inline constexpr std::string_view kDraftsFeed = "/drafts/feed.atom";

// As people call it; empty for an id that is none.
std::string clause_name(const Clauses& clauses, const std::string& id);

struct DraftSummary {
  std::int64_t id = 0;
  DraftKind kind = DraftKind::circular;
  DraftOrigin origin = DraftOrigin::own;
  DraftState state = DraftState::open;
  std::string title;
  std::string unit_name;
  std::optional<ConsultationWindow> window;
  std::int64_t comments = 0;
  std::string issue_number;
  std::optional<Day> issued_on;
  std::string end_reason;
};

// «تا پایان شنبه ۱۶ آبان ۱۴۰۵؛ ۳ روز مانده»; of a draft that has a window.
std::string closing_text(const DraftSummary& draft, Instant now);

// The lists of drafts, with their names in addresses.
struct DraftRoom {
  std::string_view name;
  const char* heading;  // message
  std::span<const DraftState> states;
};
inline constexpr std::array kOpenDrafts = {DraftState::open};
inline constexpr std::array kReviewedDrafts = {DraftState::reviewing, DraftState::amended};
inline constexpr std::array kFormerDrafts = {DraftState::issued, DraftState::withdrawn};
inline constexpr std::array kDraftRooms = {DraftRoom{"open", "drafts.open", kOpenDrafts},
                                           DraftRoom{"reviewed", "drafts.reviewed", kReviewedDrafts},
                                           DraftRoom{"former", "drafts.over", kFormerDrafts}};
// /drafts/list/<name>, a further part of it with its mark behind.
std::string draft_list_address(const DraftRoom& room, std::string_view mark = {});

struct DraftList {
  std::vector<DraftSummary> drafts;
  std::string more;  // address of the next part, or empty
};

struct DraftsState {
  std::array<DraftList, kDraftRooms.size()> lists;  // in the order of kDraftRooms
  // The form that asks for a comment's outcome.
  std::string code;                // as typed
  std::vector<FieldError> errors;  // of «comment_code»
};
view::Node drafts_list_view(const Site& site, const DraftsState& state);
// A part of one of the lists.
view::Node draft_room_view(const Site& site, const DraftRoom& room, const DraftList& list);

// A file to download.
struct DraftFileLink {
  std::string name;
  std::string address;
  std::int64_t bytes = 0;
};

// A list of files, each a link that says how large it is; nothing if there are none.
void add_file_links(view::Nodes& content, const std::vector<DraftFileLink>& files, const std::string& name);

struct PublishedComment {
  std::int64_t id = 0;
  std::string clause_name;  // empty: on the whole
  std::string author;       // name, or the name of the group
  std::string body;
  std::string wording;
  std::string clause_text;       // that the wording is proposed for
  std::string redaction_reason;  // why marks stand in the texts; empty if none do
  Instant at;
  std::vector<DraftFileLink> files{};
  // Of an issued draft: what became of it, and of how many that say the same.
  std::optional<Disposition> outcome{};
  std::string answer{};
  std::int64_t alike = 1;
};

struct DraftEvent {
  DraftStep step = DraftStep::edit;
  Instant at;
  std::string reason;
};

struct DraftPageState {
  DraftSummary draft;
  std::string purpose;
  std::string affects;
  std::string days_reason;
  std::string fingerprint;  // hex
  Clauses clauses;
  std::vector<ClauseChange> changes;                           // of an issued draft
  DispositionCounts counts;                                    // of an issued draft
  std::array<std::int64_t, kCommenterGroups.size()> groups{};  // of an issued draft: how many comments of each
  std::vector<DraftFileLink> documents;
  std::vector<DraftEvent> events;  // that the public may see, oldest first
  std::vector<PublishedComment> comments;
  std::string more_comments;  // address of the older ones, or empty
  // The comment form: where it stands, what was typed.
  std::string open_clause;  // id, or kWholeDraft
  std::string invitation;   // of the personal link by which the page was opened
  std::string guest;        // the group that is invited by it, in words
  std::vector<KeptFile> kept;
  Answers answers;
  std::vector<FieldError> errors;
  std::string failure;  // message key
  std::string idempotency_key;
};
view::Node draft_view(const Site& site, const DraftPageState& state);

// After sending: the code.
view::Node comment_sent_view(const Site& site, std::int64_t draft_id, const std::string& tracking_code);

struct CommentOutcomeState {
  std::int64_t draft_id = 0;
  std::string draft_title;
  DraftState draft_state = DraftState::open;
  std::string clause_name;
  std::string body;
  std::string wording;
  std::string clause_text;
  std::vector<std::string> files;  // names
  std::string public_body;         // with marks for what the public does not read; empty if it reads all or nothing
  std::string public_wording;
  Instant at;
  std::string visibility;      // message key: what the public sees of it
  std::string verdict_reason;  // why it is held or rejected
  std::optional<Disposition> outcome;
  std::string reason;
  std::string changed_clause;  // name of what was changed for it, or empty
  std::int64_t alike = 1;      // how many comments say the same
};
view::Node comment_outcome_view(const Site& site, const CommentOutcomeState& state);

}  // namespace hamandish::pages
