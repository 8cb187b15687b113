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

namespace {

using ReadDrafts = Result<std::vector<DraftRow>> (*)(Reader& reader, DraftState state, std::int64_t before, int limit);

// Reads one more than asked for, to know whether the list goes on.
Result<DraftsService::Part> read_part(Reader& reader, DraftsService::States states,
                                      const std::optional<DraftMark>& from, int limit, ReadDrafts read) {
  DraftsService::Part part;
  bool begun = !from;
  for (const DraftState state : states) {
    if (!begun && state != from->state) continue;
    const std::int64_t before = begun ? 0 : from->id;
    begun = true;
    const int wanted = limit + 1 - static_cast<int>(part.rows.size());
    if (wanted <= 0) break;
    Result<std::vector<DraftRow>> some = read(reader, state, before, wanted);
    if (!some) return some.error();
    std::move(some->begin(), some->end(), std::back_inserter(part.rows));
  }
  if (part.rows.size() > static_cast<std::size_t>(limit)) {
    part.rows.pop_back();
    part.next = DraftMark{part.rows.back().state, part.rows.back().id};
  }
  return part;
}

}  // namespace

Result<DraftsService::Part> DraftsService::published(States states, const std::optional<DraftMark>& from, int limit) {
  Part part;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<Part> found = read_part(reader, states, from, limit, opened_drafts_in);
    if (!found) return found.error();
    part = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  return part;
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

Result<DraftsService::Part> DraftsService::all(const Actor& actor, States states, const std::optional<DraftMark>& from,
                                               int limit) {
  if (!may_moderate(actor.role)) return forbidden();
  Part part;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<Part> found = read_part(reader, states, from, limit, drafts_in);
    if (!found) return found.error();
    part = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  return part;
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
