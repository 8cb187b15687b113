#include "server/service/drafts_service.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "server/service/drafts_parts.h"

namespace hamandish::server {

using namespace drafts;  // NOLINT(google-build-using-namespace)

Result<DraftsService::Whole> DraftsService::read_whole(Reader& reader, std::int64_t id) {
  Result<std::optional<DraftRow>> row = draft_by_id(reader, id);
  if (!row) return row.error();
  if (!*row) return no_draft();
  Result<Clauses> proposed = clauses_of(reader, id, Edition::proposed);
  if (!proposed) return proposed.error();
  Result<Clauses> amended = clauses_of(reader, id, Edition::amended);
  if (!amended) return amended.error();
  Result<std::vector<DraftStepRow>> steps = draft_steps_of(reader, id);
  if (!steps) return steps.error();
  Result<std::vector<AttachmentRow>> documents = documents_of(reader, id);
  if (!documents) return documents.error();
  return Whole{std::move(**row), std::move(proposed).value(), std::move(amended).value(), std::move(steps).value(),
               std::move(documents).value()};
}

Result<std::vector<DraftRow>> DraftsService::published(int limit) {
  std::vector<DraftRow> all;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    for (const DraftState state :
         {DraftState::open, DraftState::reviewing, DraftState::amended, DraftState::issued, DraftState::withdrawn}) {
      const Result<std::vector<DraftRow>> some = drafts_in(reader, state, 0, limit);
      if (!some) return some.error();
      std::copy_if(some->begin(), some->end(), std::back_inserter(all),
                   [](const DraftRow& row) { return is_public(row.state, row.was_open); });
    }
    return {};
  });
  if (!done) return done.error();
  return all;
}

Result<std::vector<DraftRow>> DraftsService::open_ones() {
  constexpr int kMost = 50;
  std::vector<DraftRow> rows;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::vector<DraftRow>> found = drafts_in(reader, DraftState::open, 0, kMost);
    if (!found) return found.error();
    rows = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  return rows;
}

Result<DraftsService::Whole> DraftsService::published_draft(std::int64_t id) {
  Whole whole;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<Whole> found = read_whole(reader, id);
    if (!found) return found.error();
    if (!is_public(found->row.state, found->row.was_open)) return no_draft();
    whole = std::move(found).value();
    // The amended text is the public's when it is issued, not before.
    if (whole.row.state != DraftState::issued) whole.amended.clear();
    return {};
  });
  if (!done) return done.error();
  return whole;
}

Result<std::vector<DraftRow>> DraftsService::all(const Actor& actor, int limit) {
  if (!may_moderate(actor.role)) return forbidden();
  std::vector<DraftRow> rows;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    for (const DraftState state : kDraftStates) {
      const Result<std::vector<DraftRow>> some = drafts_in(reader, state, 0, limit);
      if (!some) return some.error();
      rows.insert(rows.end(), some->begin(), some->end());
    }
    return {};
  });
  if (!done) return done.error();
  return rows;
}

Result<DraftsService::Whole> DraftsService::whole(const Actor& actor, std::int64_t id) {
  if (!may_moderate(actor.role)) return forbidden();
  Whole draft;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<Whole> found = read_whole(reader, id);
    if (!found) return found.error();
    draft = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  return draft;
}

}  // namespace hamandish::server
