// Draft regulations, their clauses, and what happened to them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "shared/consultations/draft.h"
#include "shared/consultations/transitions.h"
#include "shared/consultations/window.h"

namespace hamandish::server {

struct DraftRow {
  std::int64_t id = 0;  // given by insert_draft
  std::int64_t version = 1;
  DraftState state = DraftState::prepared;
  DraftKind kind = DraftKind::circular;
  DraftOrigin origin = DraftOrigin::own;
  std::string title;
  std::string purpose;  // why it is needed
  std::string affects;  // whom it touches
  std::string unit_id;
  int days = 0;
  std::string days_reason;
  std::optional<ConsultationWindow> window;  // from the approval on
  bool was_open = false;
  std::string text_hash;  // bytes; of the text under comment, from the approval on
  std::string issue_number;
  std::optional<Day> issued_on;
  std::string end_reason;  // of a withdrawal
  std::int64_t comment_count = 0;
};

// Which text.
enum class Edition { proposed, amended };

struct DraftStepRow {
  std::int64_t draft_id = 0;
  DraftStep step = DraftStep::edit;
  Instant at;
  std::optional<std::int64_t> user_id;  // nothing: the clock
  std::string user_name{};              // read only
  std::string text;                     // a reason
  std::string text_hash;                // bytes; of the clauses as they were then
};

// SHA-256 (bytes) of a text, clause by clause with lengths before each part: two different texts never give the same bytes.
std::string hash_of(const Clauses& clauses);

// Gives the id.
Result<std::int64_t> insert_draft(Transaction& transaction, const DraftRow& row);
// Every column but id, version and comment_count, and raises the version. False if the draft's version is not row.version.
Result<bool> update_draft(Transaction& transaction, const DraftRow& row);
Result<std::optional<DraftRow>> draft_by_id(Reader& reader, std::int64_t id);

// In place of what was there.
Result<void> write_clauses(Transaction& transaction, std::int64_t draft_id, Edition edition, const Clauses& clauses);
Result<Clauses> clauses_of(Reader& reader, std::int64_t draft_id, Edition edition);

// Of one state, the newest first, below `before` (0: from the newest); at most `limit`.
Result<std::vector<DraftRow>> drafts_in(Reader& reader, DraftState state, std::int64_t before, int limit);
// The same without those that were never open: what the public may read.
Result<std::vector<DraftRow>> opened_drafts_in(Reader& reader, DraftState state, std::int64_t before, int limit);
// How far a list has come that walks through states, the newest first in each: after this draft.
struct DraftMark {
  DraftState state = DraftState::open;
  std::int64_t id = 0;
};

// With the hash that ties it to the last step of any draft.
Result<void> append_draft_step(Transaction& transaction, const DraftStepRow& step);
// Oldest first, with names.
Result<std::vector<DraftStepRow>> draft_steps_of(Reader& reader, std::int64_t draft_id);
// What the public follows: the newest steps of drafts that were open, without those of their preparation.
struct PublicDraftStep {
  std::int64_t id = 0;
  std::int64_t draft_id = 0;
  std::string title;
  DraftStep step = DraftStep::open;
  Instant at;
  std::string text;
};
Result<std::vector<PublicDraftStep>> newest_public_steps(Reader& reader, int limit);
// Walks the whole chain. Internal with the id of the first step that does not fit in `detail`.
Result<void> verify_draft_steps(Reader& reader);

Result<bool> any_draft(Reader& reader);

}  // namespace hamandish::server
