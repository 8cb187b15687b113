// The disposition table of a draft with what each of its rows answers, and the steps that the public follows.
#include <utility>

#include "server/service/drafts_parts.h"

namespace hamandish::server {
namespace {

using namespace drafts;  // NOLINT(google-build-using-namespace)

enum class Reading { of_public, of_staff };

Result<std::optional<DraftCommentRow>> said_in(Reader& reader, std::int64_t answer_id, Reading reading) {
  if (reading == Reading::of_staff) {
    Result<std::vector<DraftCommentRow>> first = comments_of_answer(reader, answer_id, 1);
    if (!first) return first.error();
    return first->empty() ? std::nullopt : std::optional(std::move(first->front()));
  }
  Result<std::optional<DraftCommentRow>> first = first_published_of(reader, answer_id);
  if (first && *first) make_public(**first);
  return first;
}

Result<std::vector<DraftsService::TableRow>> rows_of(Reader& reader, std::int64_t draft_id, Reading reading) {
  constexpr int kPage = 500;
  std::vector<DraftsService::TableRow> rows;
  std::int64_t after = 0;
  while (true) {
    const Result<std::vector<DraftAnswerRow>> page = answers_of(reader, draft_id, after, kPage);
    if (!page) return page.error();
    for (const DraftAnswerRow& one : *page) {
      Result<std::optional<DraftCommentRow>> said = said_in(reader, one.id, reading);
      if (!said) return said.error();
      rows.push_back({one.content, std::move(said).value()});
    }
    if (page->size() < kPage) return rows;
    after = page->back().id;
  }
}

}  // namespace

Result<std::vector<PublicDraftStep>> DraftsService::newest_steps(int limit) {
  std::vector<PublicDraftStep> steps;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::vector<PublicDraftStep>> found = newest_public_steps(reader, limit);
    if (!found) return found.error();
    steps = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  return steps;
}

Result<DraftsService::Table> DraftsService::disposition_table(std::int64_t draft_id) {
  Table table;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<Whole> draft = read_whole(reader, draft_id);
    if (!draft) return draft.error();
    if (draft->row.state != DraftState::issued) return no_draft();
    Result<std::vector<TableRow>> rows = rows_of(reader, draft_id, Reading::of_public);
    if (!rows) return rows.error();
    table = {std::move(draft->row), changeable_clauses(std::move(draft->proposed), draft->amended),
             std::move(rows).value()};
    return {};
  });
  if (!done) return done.error();
  return table;
}

Result<DraftsService::Table> DraftsService::disposition_table(const Actor& actor, std::int64_t draft_id) {
  if (!may_moderate(actor.role)) return forbidden();
  Table table;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<Whole> draft = read_whole(reader, draft_id);
    if (!draft) return draft.error();
    Result<std::vector<TableRow>> rows = rows_of(reader, draft_id, Reading::of_staff);
    if (!rows) return rows.error();
    table = {std::move(draft->row), changeable_clauses(std::move(draft->proposed), draft->amended),
             std::move(rows).value()};
    return {};
  });
  if (!done) return done.error();
  return table;
}

}  // namespace hamandish::server
