#include "server/store/work_store.h"

namespace hamandish::server {
namespace {

Result<void> nothing(const Result<std::int64_t>& done) {
  if (!done) return done.error();
  return {};
}

Result<bool> one(const Result<std::int64_t>& done) {
  if (!done) return done.error();
  return *done > 0;
}

}  // namespace

Result<std::vector<ConsultationRow>> consultations_of(Reader& reader, std::int64_t case_id) {
  std::vector<ConsultationRow> rows;
  const Result<void> done =
      reader.query("SELECT unit_id, asked_at, due_on, advised_at FROM case_consultations WHERE case_id = ? ORDER BY id",
                   {case_id}, [&](const Row& row) {
                     rows.push_back({row.copy(0), Instant{row.integer(1)},
                                     Day{static_cast<std::int32_t>(row.integer(2))}, !row.is_null(3)});
                     return true;
                   });
  if (!done) return done.error();
  return rows;
}

Result<void> insert_consultation(Transaction& transaction, std::int64_t case_id, const ConsultationRow& row) {
  return nothing(
      transaction.execute("INSERT INTO case_consultations (case_id, unit_id, asked_at, due_on) VALUES (?, ?, ?, ?)",
                          {case_id, row.unit_id, row.asked_at.milliseconds, std::int64_t{row.due_on.number}}));
}

Result<std::int64_t> end_consultations(Transaction& transaction, std::int64_t case_id, std::string_view unit_id,
                                       Instant now) {
  if (unit_id.empty()) {
    return transaction.execute("UPDATE case_consultations SET advised_at = ? WHERE case_id = ? AND advised_at IS NULL",
                               {now.milliseconds, case_id});
  }
  return transaction.execute(
      "UPDATE case_consultations SET advised_at = ? WHERE case_id = ? AND unit_id = ? AND advised_at IS NULL",
      {now.milliseconds, case_id, unit_id});
}

Result<std::vector<std::string>> tags_of(Reader& reader, std::int64_t case_id) {
  std::vector<std::string> tags;
  const Result<void> done = reader.query("SELECT tag FROM case_tags WHERE case_id = ?", {case_id}, [&](const Row& row) {
    tags.push_back(row.copy(0));
    return true;
  });
  if (!done) return done.error();
  return tags;
}

Result<bool> insert_tag(Transaction& transaction, std::int64_t case_id, std::string_view tag) {
  return one(
      transaction.execute("INSERT INTO case_tags (case_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING", {case_id, tag}));
}

Result<bool> delete_tag(Transaction& transaction, std::int64_t case_id, std::string_view tag) {
  return one(transaction.execute("DELETE FROM case_tags WHERE tag = ? AND case_id = ?", {tag, case_id}));
}

Result<std::optional<AnswerDraftRow>> draft_of(Reader& reader, std::int64_t case_id) {
  std::optional<AnswerDraftRow> draft;
  const Result<bool> done = reader.first(
      R"sql(
        SELECT
          d.unit_id,
          d.user_id,
          u.name,
          d.written_at,
          d.text
        FROM case_drafts d
        JOIN users u ON u.id = d.user_id
        WHERE d.case_id = ?
      )sql",
      {case_id}, [&](const Row& row) {
        draft = AnswerDraftRow{row.copy(0), row.integer(1), row.copy(2), Instant{row.integer(3)}, row.copy(4)};
      });
  if (!done) return done.error();
  return draft;
}

Result<void> put_draft(Transaction& transaction, std::int64_t case_id, const AnswerDraftRow& row) {
  const Result<bool> gone = delete_draft(transaction, case_id);
  if (!gone) return gone.error();
  return nothing(transaction.execute(
      "INSERT INTO case_drafts (case_id, unit_id, user_id, written_at, text) VALUES (?, ?, ?, ?, ?)",
      {case_id, row.unit_id, row.user_id, row.written_at.milliseconds, row.text}));
}

Result<bool> delete_draft(Transaction& transaction, std::int64_t case_id) {
  return one(transaction.execute("DELETE FROM case_drafts WHERE case_id = ?", {case_id}));
}

Result<std::vector<LinkRow>> links_of(Reader& reader, std::int64_t case_id) {
  std::vector<LinkRow> links;
  const Result<void> done = reader.query(
      R"sql(
        SELECT
          l.other_id,
          l.relation,
          c.unit_id,
          c.tracking_code,
          c.subject
        FROM case_links l
        JOIN cases c ON c.id = l.other_id
        WHERE l.case_id = ?
        ORDER BY l.other_id
      )sql",
      {case_id}, [&](const Row& row) {
        links.push_back({row.integer(0), row.copy(1), row.copy(2), row.copy(3), row.copy(4)});
        return true;
      });
  if (!done) return done.error();
  return links;
}

Result<void> insert_link(Transaction& transaction, const NewLink& link) {
  constexpr std::string_view kSql =
      "INSERT INTO case_links (case_id, other_id, relation) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
  Result<void> done = nothing(transaction.execute(kSql, {link.case_id, link.other_id, link.relation}));
  if (done) done = nothing(transaction.execute(kSql, {link.other_id, link.case_id, link.back}));
  return done;
}

Result<std::vector<FilterRow>> filters_of(Reader& reader, std::int64_t user_id) {
  std::vector<FilterRow> rows;
  const Result<void> done = reader.query("SELECT id, name, query FROM saved_filters WHERE user_id = ? ORDER BY id",
                                         {user_id}, [&](const Row& row) {
                                           rows.push_back({row.integer(0), row.copy(1), row.copy(2)});
                                           return true;
                                         });
  if (!done) return done.error();
  return rows;
}

Result<void> insert_filter(Transaction& transaction, std::int64_t user_id, std::string_view name,
                           std::string_view query) {
  return nothing(
      transaction.execute("INSERT INTO saved_filters (user_id, name, query) VALUES (?, ?, ?)", {user_id, name, query}));
}

Result<bool> delete_filter(Transaction& transaction, std::int64_t user_id, std::int64_t id) {
  return one(transaction.execute("DELETE FROM saved_filters WHERE id = ? AND user_id = ?", {id, user_id}));
}

}  // namespace hamandish::server
