#include "server/store/draft_comments_store.h"

#include <cstddef>

#include "shared/base/wire_names.h"

namespace hamandish::server {
namespace {

constexpr std::array<std::string_view, kCommentStates.size()> kStateNames = {"waiting", "published", "held",
                                                                             "rejected"};
constexpr std::size_t kHashBytes = 4;
constexpr unsigned kByteBits = 8;

// Lowest byte first.
std::string bytes_of(const TextPrint& print) {
  std::string bytes;
  bytes.reserve(print.size() * kHashBytes);
  for (const std::uint32_t hash : print) {
    for (std::size_t i = 0; i < kHashBytes; ++i) bytes += static_cast<char>(hash >> (kByteBits * i) & 0xFFU);
  }
  return bytes;
}

TextPrint print_from(std::string_view bytes) {
  TextPrint print;
  for (std::size_t at = 0; at + kHashBytes <= bytes.size(); at += kHashBytes) {
    std::uint32_t hash = 0;
    for (std::size_t i = 0; i < kHashBytes; ++i) {
      hash |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (kByteBits * i);
    }
    print.push_back(hash);
  }
  return print;
}

// The columns in the order of read_comment.
constexpr std::string_view kSelectComment = R"sql(
    SELECT
      id,
      draft_id,
      clause_id,
      tracking_code,
      request_key,
      at,
      commenter_group,
      publication,
      first_name,
      last_name,
      organisation,
      mobile,
      email,
      body,
      wording,
      print,
      state,
      verdict_reason,
      answer_id,
      redacted,
      files_shown
    FROM draft_comments
  )sql";

DraftCommentRow read_comment(const Row& row) {
  DraftCommentRow comment;
  comment.id = row.integer(0);
  comment.draft_id = row.integer(1);
  comment.clause_id = row.copy(2);
  comment.tracking_code = row.copy(3);
  comment.request_key = row.copy(4);
  comment.at = Instant{row.integer(5)};
  comment.group = commenter_group_from(row.text(6)).value_or(CommenterGroup::citizen);
  comment.publication = publication_from(row.text(7)).value_or(Publication::not_at_all);
  comment.first_name = row.copy(8);
  comment.last_name = row.copy(9);
  comment.organisation = row.copy(10);
  comment.mobile = row.copy(11);
  comment.email = row.copy(12);
  comment.body = row.copy(13);
  comment.wording = row.copy(14);
  comment.print = print_from(row.text(15));
  comment.state = comment_state_from(row.text(16)).value_or(CommentState::held);
  comment.verdict_reason = row.copy(17);
  comment.answer_id = row.integer(18);
  comment.redacted = row.copy(19);
  comment.files_shown = row.integer(20) != 0;
  return comment;
}

Result<std::optional<DraftCommentRow>> one_comment(Reader& reader, std::string_view condition, const Bound& bound) {
  std::optional<DraftCommentRow> found;
  const Result<bool> done = reader.first(std::string(kSelectComment) + std::string(condition), {bound},
                                         [&](const Row& row) { found = read_comment(row); });
  if (!done) return done.error();
  return found;
}

Result<std::vector<DraftCommentRow>> many_comments(Reader& reader, const std::string& sql,
                                                   std::initializer_list<Bound> bounds) {
  std::vector<DraftCommentRow> comments;
  const Result<void> done = reader.query(sql, bounds, [&](const Row& row) {
    comments.push_back(read_comment(row));
    return true;
  });
  if (!done) return done.error();
  return comments;
}

Result<void> only_done(const Result<std::int64_t>& changed) {
  if (!changed) return changed.error();
  return {};
}

// The greatest id: for «from the newest» in the same statement as for a cursor.
constexpr std::int64_t kNewest = INT64_MAX;

DraftAnswerRow read_answer(const Row& row) {
  DraftAnswerRow answer;
  answer.id = row.integer(0);
  answer.draft_id = row.integer(1);
  answer.content.comments = row.integer(2);
  answer.content.outcome = disposition_from(row.text(3));
  answer.content.reason = row.copy(4);
  answer.content.changed_clause = row.copy(5);
  return answer;
}

Result<void> count_in_answer(Transaction& transaction, std::int64_t answer_id, std::int64_t change) {
  return only_done(
      transaction.execute("UPDATE draft_answers SET comments = comments + ? WHERE id = ?", {change, answer_id}));
}

}  // namespace

std::string_view wire_name(CommentState state) {
  return name_in(kStateNames, state);
}

std::optional<CommentState> comment_state_from(std::string_view wire_name) {
  return value_in<CommentState>(kStateNames, wire_name);
}

Result<std::optional<std::int64_t>> insert_comment(Transaction& transaction, const DraftCommentRow& row) {
  const std::string print = bytes_of(row.print);
  std::optional<std::int64_t> id;
  const Result<bool> done = transaction.first(
      R"sql(
        INSERT INTO draft_comments (
          draft_id,
          clause_id,
          tracking_code,
          request_key,
          at,
          commenter_group,
          publication,
          first_name,
          last_name,
          organisation,
          mobile,
          email,
          body,
          wording,
          print,
          state,
          answer_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        RETURNING id
      )sql",
      {row.draft_id, Bound::text_or_null(row.clause_id), row.tracking_code, Bound::bytes(row.request_key),
       row.at.milliseconds, wire_name(row.group), wire_name(row.publication), Bound::text_or_null(row.first_name),
       Bound::text_or_null(row.last_name), Bound::text_or_null(row.organisation), Bound::text_or_null(row.mobile),
       Bound::text_or_null(row.email), row.body, Bound::text_or_null(row.wording), Bound::bytes(print),
       wire_name(row.state), row.answer_id},
      [&](const Row& inserted) { id = inserted.integer(0); });
  if (!done) return done.error();
  if (!id) return id;
  const Result<void> counted = count_in_answer(transaction, row.answer_id, 1);
  if (!counted) return counted.error();
  const Result<std::int64_t> total =
      transaction.execute("UPDATE drafts SET comment_count = comment_count + 1 WHERE id = ?", {row.draft_id});
  if (!total) return total.error();
  return id;
}

Result<std::optional<DraftCommentRow>> comment_by_request(Reader& reader, std::string_view request_key) {
  return one_comment(reader, "WHERE request_key = ?", Bound::bytes(request_key));
}

Result<std::optional<DraftCommentRow>> comment_by_code(Reader& reader, std::string_view code) {
  return one_comment(reader, "WHERE tracking_code = ?", code);
}

Result<std::optional<DraftCommentRow>> comment_by_id(Reader& reader, std::int64_t id) {
  return one_comment(reader, "WHERE id = ?", id);
}

Result<std::vector<DraftCommentRow>> comments_of(Reader& reader, std::int64_t draft_id, CommentState state,
                                                 std::string_view clause_id, std::int64_t before, int limit) {
  static const std::string kAll =
      std::string(kSelectComment) + "WHERE draft_id = ? AND state = ? AND id < ? ORDER BY id DESC LIMIT ?";
  static const std::string kOfClause =
      std::string(kSelectComment) +
      "WHERE draft_id = ? AND clause_id = ? AND state = ? AND id < ? ORDER BY id DESC LIMIT ?";
  const std::int64_t below = before == 0 ? kNewest : before;
  if (clause_id.empty()) return many_comments(reader, kAll, {draft_id, wire_name(state), below, limit});
  return many_comments(reader, kOfClause, {draft_id, clause_id, wire_name(state), below, limit});
}

Result<std::vector<DraftCommentRow>> comments_of_answer(Reader& reader, std::int64_t answer_id, int limit) {
  static const std::string kSql = std::string(kSelectComment) + "WHERE answer_id = ? ORDER BY id LIMIT ?";
  return many_comments(reader, kSql, {answer_id, limit});
}

Result<std::optional<DraftCommentRow>> first_published_of(Reader& reader, std::int64_t answer_id) {
  return one_comment(reader, "WHERE answer_id = ? AND state = 'published' ORDER BY id LIMIT 1", answer_id);
}

Result<void> set_comment_verdict(Transaction& transaction, std::int64_t id, const CommentVerdict& verdict) {
  return only_done(transaction.execute(
      "UPDATE draft_comments SET state = ?, verdict_reason = ?, redacted = ?, files_shown = ? WHERE id = ?",
      {wire_name(verdict.state), Bound::text_or_null(verdict.reason), Bound::text_or_null(verdict.redacted),
       verdict.files_shown, id}));
}

Result<void> move_comment(Transaction& transaction, const DraftCommentRow& row, std::int64_t answer_id) {
  if (row.answer_id == answer_id) return {};
  Result<void> done =
      only_done(transaction.execute("UPDATE draft_comments SET answer_id = ? WHERE id = ?", {answer_id, row.id}));
  if (done) done = count_in_answer(transaction, answer_id, 1);
  if (done) done = count_in_answer(transaction, row.answer_id, -1);
  if (!done) return done;
  return only_done(transaction.execute("DELETE FROM draft_answers WHERE id = ? AND comments = 0", {row.answer_id}));
}

Result<GroupCounts> count_groups(Reader& reader, std::int64_t draft_id) {
  GroupCounts counts{};
  const Result<void> done =
      reader.query("SELECT commenter_group, count(*) FROM draft_comments WHERE draft_id = ? GROUP BY commenter_group",
                   {draft_id}, [&](const Row& row) {
                     const std::optional<CommenterGroup> group = commenter_group_from(row.text(0));
                     if (group) counts[static_cast<std::size_t>(*group)] = row.integer(1);
                     return true;
                   });
  if (!done) return done.error();
  return counts;
}

Result<DispositionCounts> count_outcomes(Reader& reader, std::int64_t draft_id) {
  DispositionCounts counts;
  const Result<bool> done = reader.first(
      R"sql(
        SELECT
          count(*),
          coalesce(sum(comments), 0),
          count(*) FILTER (WHERE outcome = 'accepted'),
          count(*) FILTER (WHERE outcome = 'partly'),
          count(*) FILTER (WHERE outcome = 'not_accepted'),
          count(*) FILTER (WHERE outcome IS NULL)
        FROM draft_answers
        WHERE draft_id = ?
      )sql",
      {draft_id}, [&](const Row& row) {
        counts = {row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4), row.integer(5)};
      });
  if (!done) return done.error();
  return counts;
}

Result<std::int64_t> insert_answer(Transaction& transaction, std::int64_t draft_id) {
  std::int64_t id = 0;
  const Result<bool> done =
      transaction.first("INSERT INTO draft_answers (draft_id, comments) VALUES (?, 0) RETURNING id", {draft_id},
                        [&](const Row& row) { id = row.integer(0); });
  if (!done) return done.error();
  return id;
}

Result<void> write_answer(Transaction& transaction, const DraftAnswerRow& row) {
  const DispositionRow& content = row.content;
  return only_done(
      transaction.execute("UPDATE draft_answers SET outcome = ?, reason = ?, changed_clause = ? WHERE id = ?",
                          {content.outcome ? Bound(wire_name(*content.outcome)) : Bound(nullptr),
                           Bound::text_or_null(content.reason), Bound::text_or_null(content.changed_clause), row.id}));
}

Result<std::optional<DraftAnswerRow>> answer_by_id(Reader& reader, std::int64_t id) {
  std::optional<DraftAnswerRow> found;
  const Result<bool> done =
      reader.first("SELECT id, draft_id, comments, outcome, reason, changed_clause FROM draft_answers WHERE id = ?",
                   {id}, [&](const Row& row) { found = read_answer(row); });
  if (!done) return done.error();
  return found;
}

namespace {

Result<std::vector<DraftAnswerRow>> answers_where(Reader& reader, std::string_view condition, std::int64_t draft_id,
                                                  std::int64_t after, int limit) {
  std::vector<DraftAnswerRow> answers;
  const std::string sql = "SELECT id, draft_id, comments, outcome, reason, changed_clause FROM draft_answers WHERE " +
                          std::string(condition) + " AND id > ? ORDER BY id LIMIT ?";
  const Result<void> done = reader.query(sql, {draft_id, after, limit}, [&](const Row& row) {
    answers.push_back(read_answer(row));
    return true;
  });
  if (!done) return done.error();
  return answers;
}

}  // namespace

Result<std::vector<DraftAnswerRow>> answers_of(Reader& reader, std::int64_t draft_id, std::int64_t after, int limit) {
  return answers_where(reader, "draft_id = ?", draft_id, after, limit);
}

Result<std::vector<DraftAnswerRow>> undecided_answers_of(Reader& reader, std::int64_t draft_id, std::int64_t after,
                                                         int limit) {
  return answers_where(reader, "draft_id = ? AND outcome IS NULL", draft_id, after, limit);
}

Result<std::vector<AnswerPrint>> prints_of(Reader& reader, std::int64_t draft_id, std::string_view clause_id,
                                           int limit) {
  std::vector<AnswerPrint> prints;
  const Result<void> done = reader.query(
      R"sql(
        SELECT a.id, c.print
        FROM draft_answers a
        JOIN draft_comments c ON c.id = (SELECT min(id) FROM draft_comments WHERE answer_id = a.id)
        WHERE a.draft_id = ? AND c.clause_id IS ?
        ORDER BY a.id DESC
        LIMIT ?
      )sql",
      {draft_id, Bound::text_or_null(clause_id), limit}, [&](const Row& row) {
        prints.push_back({row.integer(0), print_from(row.text(1))});
        return true;
      });
  if (!done) return done.error();
  return prints;
}

}  // namespace hamandish::server
