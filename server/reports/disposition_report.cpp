#include "server/reports/disposition_report.h"

#include <algorithm>
#include <utility>

#include "shared/calendar/jalali_text.h"
#include "shared/json/iso_date.h"
#include "shared/messages/messages.h"
#include "shared/pages/drafts_page.h"
#include "shared/text/digits.h"

namespace hamandish::server {
namespace {

using Kind = ReportBlock::Kind;
using Blocks = std::vector<ReportBlock>;

std::string outcome_word(const DispositionRow& row) {
  return say(row.outcome ? "disposition." + std::string(wire_name(*row.outcome)) : "disposition.undecided");
}

std::string where_word(const Clauses& clauses, const std::string& clause_id) {
  return clause_id.empty() ? say("comment.whole") : pages::clause_name(clauses, clause_id);
}

std::string group_word(CommenterGroup group) {
  return say("comment_group." + std::string(wire_name(group)));
}

// The comment with its proposed wording.
std::string said_text(const std::optional<DraftCommentRow>& said) {
  if (!said) return say("disposition.unpublished");
  std::string text = said->body;
  if (!said->wording.empty()) {
    text += (text.empty() ? "" : "\n") + say("comment.proposes", {{"wording", said->wording}});
  }
  return text;
}

void add_counts(Blocks& blocks, const std::vector<DraftsService::TableRow>& rows) {
  std::vector<DispositionRow> answers;
  answers.reserve(rows.size());
  for (const DraftsService::TableRow& row : rows) answers.push_back(row.answer);
  const DispositionCounts counts = count_dispositions(answers);
  ReportBlock table{Kind::table, {}, {say("draft.heard"), say("digest.count")}, {}};
  const auto add = [&table](const char* key, std::int64_t count) {
    table.rows.push_back({say(key), text::persian_number(count)});
  };
  add("disposition.comments", counts.comments);
  add("disposition.rows", counts.rows);
  add("disposition.accepted", counts.accepted);
  add("disposition.partly", counts.partly);
  add("disposition.not_accepted", counts.not_accepted);
  if (counts.undecided > 0) add("disposition.undecided", counts.undecided);
  blocks.push_back(std::move(table));
}

void add_row(Blocks& blocks, const DraftsService::Table& table, const DraftsService::TableRow& row,
             std::int64_t number) {
  const std::string where = row.said ? where_word(table.clauses, row.said->clause_id) : say("disposition.one");
  blocks.push_back({Kind::small_heading, say("disposition.row", {{"number", text::persian_number(number)},
                                                                 {"where", where},
                                                                 {"outcome", outcome_word(row.answer)}})});
  blocks.push_back({Kind::paragraph, said_text(row.said)});
  if (row.said) {
    const std::string group = group_word(row.said->group);
    blocks.push_back({Kind::note, row.answer.comments > 1
                                      ? say("disposition.by_many",
                                            {{"group", group}, {"count", text::persian_number(row.answer.comments)}})
                                      : group});
  }
  if (!row.answer.reason.empty()) {
    blocks.push_back({Kind::paragraph, say("disposition.because", {{"reason", row.answer.reason}})});
  }
  if (!row.answer.changed_clause.empty()) {
    const std::string clause = pages::clause_name(table.clauses, row.answer.changed_clause);
    blocks.push_back({Kind::note, say("disposition.changed", {{"clause", clause}})});
  }
}

}  // namespace

std::vector<std::string> disposition_heads() {
  return {say("disposition.number"),  say("comment.where"),      say("comment.said"),
          say("comment.wording_of"),  say("comment_group.head"), say("disposition.comments"),
          say("disposition.outcome"), say("disposition.reason"), say("disposition.changed_clause")};
}

Cells disposition_cells(const DraftsService::Table& table) {
  Cells cells;
  std::int64_t number = 0;
  for (const DraftsService::TableRow& row : table.rows) {
    ++number;
    const std::optional<DraftCommentRow>& said = row.said;
    cells.push_back({std::to_string(number), said ? where_word(table.clauses, said->clause_id) : std::string(),
                     said ? said->body : say("disposition.unpublished"), said ? said->wording : std::string(),
                     said ? group_word(said->group) : std::string(), std::to_string(row.answer.comments),
                     outcome_word(row.answer), row.answer.reason,
                     pages::clause_name(table.clauses, row.answer.changed_clause)});
  }
  return cells;
}

Report disposition_report(const Profile& profile, const DraftsService::Table& table, Instant now) {
  Report report;
  report.organisation = profile.name;
  report.title = say("disposition.heading");
  report.lead = table.draft.title;
  report.foot = say("digest.made_at", {{"when", date_and_time(now)}});
  if (table.draft.issued_on) {
    const std::string date = long_date(*table.draft.issued_on);
    report.blocks.push_back(
        {Kind::paragraph, say("draft.issued_note", {{"number", table.draft.issue_number}, {"date", date}})});
  }
  add_counts(report.blocks, table.rows);
  const std::size_t printed = std::min(table.rows.size(), kMostPrintedRows);
  for (std::size_t i = 0; i < printed; ++i) {
    add_row(report.blocks, table, table.rows[i], static_cast<std::int64_t>(i) + 1);
  }
  if (printed < table.rows.size()) report.blocks.push_back({Kind::note, say("disposition.rest_in_csv")});
  return report;
}

std::vector<std::string> comment_heads() {
  return {say("disposition.number"), say("comment.when_utc"),        say("comment.where"),
          say("comment_group.head"), say("comment.author_head"),     say("comment.said"),
          say("comment.wording_of"), say("comment.redaction_reason")};
}

std::vector<std::string> comment_cells(const Clauses& clauses, const DraftCommentRow& comment) {
  const bool named = comment.publication == Publication::with_name;
  return {std::to_string(comment.id),
          iso_time(comment.at),
          where_word(clauses, comment.clause_id),
          group_word(comment.group),
          named ? comment.first_name + " " + comment.last_name : std::string(),
          comment.body,
          comment.wording,
          comment.verdict_reason};
}

}  // namespace hamandish::server
