// Draft regulations as open data: everything of them that the public may read, in JSON.
#include <array>
#include <optional>
#include <utility>

#include "server/base/random.h"
#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/drafts_routes.h"
#include "server/http/open_data.h"
#include "server/http/reply.h"
#include "shared/json/json.h"
#include "shared/messages/messages.h"

namespace hamandish::server {
namespace {

constexpr int kNewestComments = 20;
constexpr std::array kPublicStates = {DraftState::open, DraftState::reviewing, DraftState::amended, DraftState::issued,
                                      DraftState::withdrawn};

DraftsService& drafts_of(const Call& call) {
  return call.context.services.drafts;
}

Json summary_json(const Profile& profile, const DraftRow& row) {
  const Unit* unit = profile.unit(row.unit_id);
  Json json = Json::object({{"id", row.id},
                            {"title", row.title},
                            {"kind", std::string(wire_name(row.kind))},
                            {"origin", std::string(wire_name(row.origin))},
                            {"state", std::string(wire_name(row.state))},
                            {"unit", unit != nullptr ? unit->name : row.unit_id},
                            {"comments", row.comment_count}});
  if (row.window) {
    json.set("opens_at", opening(*row.window).milliseconds);
    json.set("closes_at", closing(*row.window).milliseconds);
  }
  if (!row.issue_number.empty()) json.set("issue_number", row.issue_number);
  return json;
}

Json files_json(const std::string& draft, const std::vector<AttachmentRow>& files) {
  Json list = Json::array();
  for (const pages::DraftFileLink& file : file_links(draft, files)) {
    list.push(Json::object({{"name", file.name}, {"address", file.address}, {"bytes", file.bytes}}));
  }
  return list;
}

Json clauses_json(const Clauses& clauses) {
  Json list = Json::array();
  for (const Clause& clause : clauses) {
    list.push(Json::object({{"id", clause.id},
                            {"kind", std::string(wire_name(clause.kind))},
                            {"name", clause.name},
                            {"text", clause.text}}));
  }
  return list;
}

Json steps_json(const std::vector<DraftStepRow>& steps) {
  Json list = Json::array();
  for (const DraftStepRow& step : steps) {
    if (step.step == DraftStep::edit || step.step == DraftStep::approve || step.step == DraftStep::send_back) continue;
    list.push(Json::object({{"step", std::string(wire_name(step.step))},
                            {"at", step.at.milliseconds},
                            {"reason", step.text},
                            {"text_sha256", hex(step.text_hash)}}));
  }
  return list;
}

Json heard_json(const DraftsService::Heard& heard) {
  Json groups = Json::object({});
  for (const CommenterGroup group : kCommenterGroups) {
    groups.set(std::string(wire_name(group)), heard.groups[static_cast<std::size_t>(group)]);
  }
  return Json::object({{"comments", heard.outcomes.comments},
                       {"rows", heard.outcomes.rows},
                       {"accepted", heard.outcomes.accepted},
                       {"partly", heard.outcomes.partly},
                       {"not_accepted", heard.outcomes.not_accepted},
                       {"groups", std::move(groups)}});
}

void set_outcome(Json& json, const DispositionRow& row) {
  json.set("outcome", row.outcome ? std::string(wire_name(*row.outcome)) : std::string());
  json.set("answer", row.reason);
  json.set("alike", row.comments);
}

Json comment_json(const DraftsService::Whole& draft, const DraftCommentRow& row) {
  const bool named = row.publication == Publication::with_name;
  const std::string group(wire_name(row.group));
  return Json::object({{"id", row.id},
                       {"at", row.at.milliseconds},
                       {"group", group},
                       {"author", named ? row.first_name + " " + row.last_name : say("comment_group." + group)},
                       {"clause", clause_name(draft.proposed, row.clause_id)},
                       {"clause_id", row.clause_id},
                       {"text", row.body},
                       {"wording", row.wording},
                       {"files", files_json(pages::draft_address(row.draft_id), row.files)},
                       {"redaction_reason", row.redacted.empty() ? std::string() : row.verdict_reason}});
}

Result<Json> comments_json(const Call& call, const DraftsService::Whole& draft,
                           const std::vector<DraftCommentRow>& rows) {
  const bool issued = draft.row.state == DraftState::issued;
  const Result<std::vector<DispositionRow>> outcomes =
      issued ? drafts_of(call).outcomes_of(rows) : std::vector<DispositionRow>(rows.size());
  if (!outcomes) return outcomes.error();
  Json list = Json::array();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Json comment = comment_json(draft, rows[i]);
    if (issued) set_outcome(comment, (*outcomes)[i]);
    list.push(std::move(comment));
  }
  return list;
}

}  // namespace

Reply get_drafts(const Call& call) {
  const std::string_view state = call.request.query_value("state");
  const std::optional<DraftState> only = draft_state_from(state);
  if (!state.empty() && !only) return error_reply(bad_query("state"));
  const std::string_view after = call.request.query_value("after");
  const std::optional<DraftMark> from = mark_in(after);
  if (!after.empty() && !from) return error_reply(bad_query("after"));
  const Result<int> limit = limit_in(call);
  if (!limit) return error_reply(limit.error());
  const DraftsService::States states = only ? DraftsService::States(&*only, 1) : DraftsService::States(kPublicStates);
  const Result<DraftsService::Part> part = drafts_of(call).published(states, from, *limit);
  if (!part) return error_reply(part.error());
  Json list = Json::array();
  for (const DraftRow& row : part->rows) list.push(summary_json(*call.profile, row));
  return json_reply(
      Json::object({{"drafts", std::move(list)}, {"next", part->next ? mark_text(*part->next) : std::string()}}));
}

Reply get_draft(const Call& call) {
  const std::int64_t id = number_in(call.request.path_value("id"));
  const Result<DraftsService::Whole> draft = drafts_of(call).published_draft(id);
  if (!draft) return error_reply(draft.error());
  const Result<std::vector<DraftCommentRow>> rows = drafts_of(call).published_comments(id, {}, 0, kNewestComments);
  if (!rows) return error_reply(rows.error());
  Result<Json> comments = comments_json(call, *draft, *rows);
  if (!comments) return error_reply(comments.error());
  Json json = summary_json(*call.profile, draft->row);
  json.set("purpose", draft->row.purpose);
  json.set("affects", draft->row.affects);
  json.set("text_sha256", hex(draft->row.text_hash));
  json.set("clauses", clauses_json(draft->proposed));
  json.set("documents", files_json(pages::draft_address(id), draft->documents));
  json.set("steps", steps_json(draft->steps));
  if (draft->row.state == DraftState::issued) {
    const Result<DraftsService::Heard> heard = drafts_of(call).counts(id);
    if (!heard) return error_reply(heard.error());
    json.set("issued_clauses", clauses_json(draft->amended));
    json.set("heard", heard_json(*heard));
  }
  json.set("published_comments", std::move(comments).value());
  return json_reply(json);
}

Reply get_draft_comments(const Call& call) {
  const Result<std::int64_t> before = after_in(call);
  if (!before) return error_reply(before.error());
  const Result<int> limit = limit_in(call);
  if (!limit) return error_reply(limit.error());
  const std::int64_t id = number_in(call.request.path_value("id"));
  const Result<DraftsService::Whole> draft = drafts_of(call).published_draft(id);
  if (!draft) return error_reply(draft.error());
  Result<std::vector<DraftCommentRow>> rows = drafts_of(call).published_comments(id, {}, *before, *limit + 1);
  if (!rows) return error_reply(rows.error());
  std::string next;
  if (rows->size() > static_cast<std::size_t>(*limit)) {
    rows->pop_back();
    next = std::to_string(rows->back().id);
  }
  Result<Json> comments = comments_json(call, *draft, *rows);
  if (!comments) return error_reply(comments.error());
  return json_reply(Json::object({{"comments", std::move(comments).value()}, {"next", next}}));
}

Reply get_draft_dispositions(const Call& call) {
  const Result<DraftsService::Table> table =
      drafts_of(call).disposition_table(number_in(call.request.path_value("id")));
  if (!table) return error_reply(table.error());
  Json rows = Json::array();
  for (const DraftsService::TableRow& row : table->rows) {
    Json json = Json::object({});
    set_outcome(json, row.answer);
    json.set("changed_clause", row.answer.changed_clause);
    // Nothing of it may be read: the row counts all the same.
    if (row.said) {
      json.set("clause", clause_name(table->clauses, row.said->clause_id));
      json.set("text", row.said->body);
      json.set("wording", row.said->wording);
    }
    rows.push(std::move(json));
  }
  return json_reply(Json::object({{"dispositions", std::move(rows)}}));
}

}  // namespace hamandish::server
