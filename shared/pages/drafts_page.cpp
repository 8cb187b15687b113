#include "shared/pages/drafts_page.h"

#include <algorithm>

#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/remote_nodes.h"
#include "shared/pages/revision_nodes.h"
#include "shared/pages/rich_nodes.h"
#include "shared/pages/text_nodes.h"
#include "shared/text/digits.h"
#include "shared/text/isolate.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;

std::string state_word(DraftState state) {
  return say("draft_state." + std::string(wire_name(state)));
}
std::string kind_word(DraftKind kind) {
  return say("draft_kind." + std::string(wire_name(kind)));
}

// Who came by a personal link stays on it.
std::string form_address(const DraftPageState& state, std::string_view clause_id) {
  if (state.invitation.empty()) return comment_address(state.draft.id, clause_id);
  return invited_address(state.draft.id, state.invitation) + "/comment/" + std::string(clause_id);
}

Node comment_form(const DraftPageState& state) {
  const bool on_clause = state.open_clause != kWholeDraft;
  Node form = view::node(Kind::form, say("comment.form"), {}, "comment-form");
  form.target = form_address(state, state.open_clause);
  form.intent = "send:comment-form";
  form.multipart = true;
  if (!state.errors.empty()) form.children.push_back(error_list(state.errors));
  if (!state.failure.empty()) form.children.push_back(view::notice(say(state.failure), view::Tone::danger, "failure"));
  form.children.push_back(view::hidden("idempotency_key", state.idempotency_key));
  for (const Field& field : comment_fields(on_clause)) {
    form.children.push_back(field_node(field, answer(state.answers, field.id), state.errors));
    if (field.id != "body" && field.id != "wording") continue;
    if (field.id == "wording" || !on_clause) {
      add_files_field(form.children,
                      {"attachments", say("comment.attach"), say("comment.attach_help"), {}, true, state.kept},
                      state.errors);
    }
  }
  Node send = view::button(say("comment.send"), view::Tone::primary);
  send.id = "comment-send";
  form.children.push_back(view::actions({std::move(send)}));
  return form;
}

// Opens the comment form at this clause.
Node open_form(const DraftPageState& state, std::string_view clause_id, std::string label) {
  const std::string id = "open-" + std::string(clause_id);
  Node button = view::button(label, view::Tone::neutral);
  button.id = id + "-button";
  Node form = view::node(Kind::form, std::move(label), {view::actions({std::move(button)})}, id);
  form.target = form_address(state, clause_id);
  form.intent = "send:" + id;
  return form;
}

Node clause_section(const DraftPageState& state, const Clause& clause, bool takes_comments) {
  const std::string name = clause.name.empty() ? say("draft.preamble") : clause.name;
  const int level = clause.kind == ClauseKind::article || clause.kind == ClauseKind::preamble ? 3 : 4;
  Node section = view::section(name, {view::heading(level, name)}, "clause-" + clause.id);
  add_paragraphs(section.children, clause.text);
  if (!takes_comments) return section;
  if (state.open_clause == clause.id) {
    section.children.push_back(comment_form(state));
  } else {
    section.children.push_back(open_form(state, clause.id, say("comment.on", {{"clause", name}})));
  }
  return section;
}

Node facts_of(const DraftPageState& state) {
  const DraftSummary& draft = state.draft;
  Node facts = view::node(Kind::facts, {}, {}, "draft-facts");
  const auto add = [&facts](const char* key, std::string value, bool ltr = false) {
    if (!value.empty()) facts.children.push_back(view::fact(say(key), std::move(value), ltr));
  };
  add("draft.kind", kind_word(draft.kind));
  add("draft.origin", say("draft_origin." + std::string(wire_name(draft.origin))));
  add("draft.unit", draft.unit_name);
  add("draft.state", state_word(draft.state));
  if (draft.window) {
    add("draft.window", say("draft.window_text",
                            {{"from", long_date(draft.window->opens_on)}, {"to", long_date(draft.window->closes_on)}}));
  }
  add("draft.days_reason", state.days_reason);
  add("draft.comments", text::persian_number(draft.comments));
  if (!draft.issue_number.empty()) add("draft.issue_number", draft.issue_number, true);
  if (draft.issued_on) add("draft.issued_on", long_date(*draft.issued_on));
  add("draft.end_reason", draft.end_reason);
  add("draft.fingerprint", state.fingerprint, true);
  return facts;
}

Node change_section(const ClauseChange& change) {
  using Change = ClauseChange::Kind;
  const std::string name = change.name.empty() ? say("draft.preamble") : change.name;
  Node section = view::section(name, {view::heading(3, name)}, "change-" + change.id);
  if (change.kind == Change::removed)
    section.children.push_back(view::paragraph(say("draft.clause_removed"), view::Tone::danger));
  if (change.kind == Change::added)
    section.children.push_back(view::paragraph(say("draft.clause_added"), view::Tone::success));
  add_paragraphs(section.children, change.text);
  if (change.kind != Change::changed) return section;
  add_revision(section.children, change.parts);
  return section;
}

// How many comments came from each group.
Node groups_table(const DraftPageState& state) {
  Node table = view::node(Kind::table, say("draft.by_group"), {}, "heard-groups");
  table.columns = {say("comment_group.head"), say("disposition.comments")};
  for (const CommenterGroup group : kCommenterGroups) {
    table.children.push_back(
        view::node(Kind::row, {},
                   {view::paragraph(say("comment_group." + std::string(wire_name(group)))),
                    view::paragraph(text::persian_number(state.groups[static_cast<std::size_t>(group)]))}));
  }
  return table;
}

void add_outcome(Nodes& content, const DraftPageState& state) {
  if (state.draft.state != DraftState::issued) return;
  content.push_back(view::heading(2, say("draft.heard"), "heard"));
  Node facts = view::node(Kind::facts, {}, {}, "heard-facts");
  const auto add = [&facts](const char* key, std::int64_t count) {
    facts.children.push_back(view::fact(say(key), text::persian_number(count)));
  };
  add("disposition.comments", state.counts.comments);
  add("disposition.rows", state.counts.rows);
  add("disposition.accepted", state.counts.accepted);
  add("disposition.partly", state.counts.partly);
  add("disposition.not_accepted", state.counts.not_accepted);
  content.push_back(std::move(facts));
  content.push_back(groups_table(state));
  content.push_back(view::heading(2, say("draft.issued_text"), "issued-text"));
  content.push_back(revision_legend());
  for (const ClauseChange& change : state.changes) content.push_back(change_section(change));
}

// What the organisation says to it, for those who ask.
void add_answer(Nodes& content, const PublishedComment& comment) {
  if (!comment.outcome) return;
  const std::string outcome = say("disposition." + std::string(wire_name(*comment.outcome)));
  Nodes words;
  add_paragraphs(words, comment.answer);
  if (comment.alike > 1) {
    words.push_back(view::paragraph(say("comment.answer_alike", {{"count", text::persian_number(comment.alike)}})));
  }
  content.push_back(view::node(Kind::disclosure, say("comment.answer", {{"outcome", outcome}}), std::move(words),
                               "answer-" + std::to_string(comment.id)));
}

void add_comments(Nodes& content, const DraftPageState& state) {
  if (state.comments.empty()) return;
  content.push_back(view::heading(2, say("draft.published_comments"), "comments-heading"));
  Node list = view::node(Kind::list, say("draft.published_comments"), {}, "comments");
  for (const PublishedComment& comment : state.comments) {
    Node item = view::node(Kind::item, {}, {});
    const std::string where = comment.clause_name.empty() ? say("comment.whole") : comment.clause_name;
    item.note = say("comment.by", {{"author", comment.author}, {"where", where}, {"when", date_and_time(comment.at)}});
    add_paragraphs(item.children, comment.body);
    add_wording(item.children, comment.clause_text, comment.wording);
    add_file_links(item.children, comment.files, say("case.attachments"));
    add_answer(item.children, comment);
    if (!comment.redaction_reason.empty()) {
      item.children.push_back(
          view::paragraph(say("comment.redacted_note", {{"reason", comment.redaction_reason}}), view::Tone::warning));
    }
    list.children.push_back(std::move(item));
  }
  content.push_back(std::move(list));
  if (!state.more_comments.empty())
    content.push_back(view::actions({view::link(say("draft.more_comments"), state.more_comments)}));
}

// What the page holds, to take away.
Node files_of(const DraftSummary& draft) {
  const std::string address = draft_address(draft.id);
  Node links = view::node(Kind::list, say("draft.files"), {}, "draft-files");
  const auto add = [&links](const char* key, std::string target) {
    links.children.push_back(view::node(Kind::item, {}, {view::link(say(key), std::move(target))}));
  };
  if (draft.state == DraftState::issued) {
    add("draft.file_table_pdf", address + "/dispositions.pdf");
    add("draft.file_table_csv", address + "/dispositions.csv");
  }
  add("draft.file_comments_csv", address + "/comments.csv");
  add("draft.file_json", "/api/v1" + address);
  add("draft.file_feed", std::string(kDraftsFeed));
  return links;
}

// The window closed while someone wrote: the form is gone, what was written is not.
void add_too_late(Nodes& content, const DraftPageState& state) {
  content.push_back(view::notice(say(state.failure), view::Tone::danger, "failure"));
  content.push_back(view::heading(2, say("comment.yours"), "unsent"));
  add_paragraphs(content, answer(state.answers, "body"));
  add_paragraphs(content, answer(state.answers, "wording"));
}

Node trail_of(const DraftPageState& state) {
  Node trail = view::node(Kind::timeline, say("draft.trail"), {}, "draft-trail");
  for (const DraftEvent& event : state.events) {
    Node item = view::node(Kind::item, say("draft_step." + std::string(wire_name(event.step))), {});
    item.note = date_and_time(event.at);
    item.value = event.reason;
    trail.children.push_back(std::move(item));
  }
  return trail;
}

}  // namespace

std::string closing_text(const DraftSummary& draft, Instant now) {
  const std::string date = long_date(draft.window->closes_on);
  const std::optional<int> left = days_left(*draft.window, now);
  if (!left) return say("draft.closed_on", {{"date", date}});
  if (*left == 0) return say("draft.closes_today", {{"date", date}});
  return say("draft.closes_on", {{"date", date}, {"days", text::persian_number(*left)}});
}

std::string clause_name(const Clauses& clauses, const std::string& id) {
  for (const Clause& clause : clauses) {
    if (clause.id == id) return clause.name.empty() ? say("draft.preamble") : clause.name;
  }
  return {};
}

std::string draft_address(std::int64_t id) {
  return std::string(kDraftsPath) + "/" + std::to_string(id);
}

std::string invited_address(std::int64_t id, std::string_view token) {
  return draft_address(id) + "/invited/" + std::string(token);
}

std::string comment_address(std::int64_t id, std::string_view clause_id) {
  return draft_address(id) + "/comment/" + std::string(clause_id);
}

Node draft_view(const Site& site, const DraftPageState& state) {
  const DraftSummary& draft = state.draft;
  const bool takes_comments =
      draft.state == DraftState::open && draft.window && phase(*draft.window, site.now) == WindowPhase::open;
  Nodes content = {title_heading(draft.title)};
  if (takes_comments) content.push_back(view::notice(closing_text(draft, site.now), view::Tone::primary, "timer"));
  if (!state.guest.empty()) {
    content.push_back(
        view::notice(say("invitation.welcome", {{"group", state.guest}}), view::Tone::success, "invited"));
  }
  if (!takes_comments && !state.failure.empty()) add_too_late(content, state);
  content.push_back(facts_of(state));
  content.push_back(view::heading(2, say("draft.purpose"), "purpose"));
  add_rich_text(content, state.purpose, 3);
  content.push_back(view::heading(2, say("draft.affects"), "affects"));
  add_rich_text(content, state.affects, 3);
  if (!state.documents.empty()) content.push_back(view::heading(2, say("draft.documents"), "documents"));
  add_file_links(content, state.documents, say("draft.documents"));
  add_outcome(content, state);
  content.push_back(view::heading(2, say("draft.text"), "text"));
  for (const Clause& clause : state.clauses) content.push_back(clause_section(state, clause, takes_comments));
  if (takes_comments) {
    if (!state.open_clause.empty()) content.push_back(view::hidden(std::string(kGoTo), "body"));
    content.push_back(view::heading(2, say("comment.on_whole"), "on-whole"));
    content.push_back(state.open_clause == kWholeDraft ? comment_form(state)
                                                       : open_form(state, kWholeDraft, say("comment.on_whole")));
  }
  add_comments(content, state);
  content.push_back(view::heading(2, say("draft.trail"), "trail-heading"));
  content.push_back(trail_of(state));
  content.push_back(view::heading(2, say("draft.files"), "files-heading"));
  content.push_back(files_of(draft));
  return frame(site, draft.title, std::move(content));
}

}  // namespace hamandish::pages
