// What staff do with comments on drafts: moderating them, answering them, asking for them.
#include <utility>

#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/remote_nodes.h"
#include "shared/pages/revision_nodes.h"
#include "shared/pages/settings_page.h"
#include "shared/pages/staff_drafts_page.h"
#include "shared/pages/text_nodes.h"
#include "shared/text/digits.h"
#include "shared/text/normalize.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

Node back(std::string text, std::string target) {
  return view::actions({view::link(std::move(text), std::move(target))});
}

void add_comment(Nodes& nodes, const ModeratedComment& comment) {
  const std::string where = comment.clause_name.empty() ? say("comment.whole") : comment.clause_name;
  nodes.push_back(view::paragraph(
      say("comment.by", {{"author", comment.author}, {"where", where}, {"when", date_and_time(comment.at)}})));
  add_paragraphs(nodes, comment.body);
  add_wording(nodes, comment.clause_text, comment.wording);
  add_file_links(nodes, comment.files, say("case.attachments"));
}

Node select(std::string id, std::string label, std::string value, const std::vector<Choice>& choices) {
  Node node = view::node(Kind::select, std::move(label), {}, std::move(id));
  node.value = std::move(value);
  node.options.push_back({"", say("form.choose_one")});
  for (const Choice& choice : choices) node.options.push_back({choice.id, choice.name});
  return node;
}

Node verdict_form(const Site& site, const ModerationState& state, const ModeratedComment& comment) {
  const std::string id = std::to_string(comment.id);
  std::vector<Choice> choices;
  if (comment.publication != Publication::not_at_all) choices.push_back({"published", say("comment.do_publish")});
  choices.push_back({"held", say("comment.do_hold")});
  choices.push_back({"rejected", say("comment.do_reject")});
  const bool failed = state.failed_id == comment.id;
  const auto typed = [&](const char* name) {
    return failed ? std::string(answer(state.answers, name)) : std::string();
  };
  const auto error = [&](const char* name) { return failed ? error_text(state.errors, name) : std::string(); };
  Node verdict = select("verdict-" + id, say("comment.verdict"), typed("verdict"), choices);
  verdict.required = true;
  verdict.error = error("verdict");
  Node files = view::node(Kind::checkbox, say("comment.files_shown"), {}, "files-" + id);
  files.value = "1";
  files.checked = failed ? typed("files") == "1" : comment.files_shown;
  Node why = select("why-" + id, say("comment.why"), typed("why"), moderation_reasons());
  why.help = say("comment.why_help");
  Node redacted = view::node(Kind::text_area, say("comment.redacted"), {}, "redacted-" + id);
  redacted.help = say("comment.redacted_help");
  redacted.input.rows = 2;
  redacted.value = failed ? typed("redacted") : comment.redacted;
  redacted.error = error("redacted");
  Node reason = view::node(Kind::text_area, say("comment.reason"), {}, "reason-" + id);
  reason.help = say("comment.reason_help");
  reason.input.rows = 2;
  reason.value = typed("reason");
  reason.error = error("reason");
  const std::string target = staff_draft_address(state.draft_id, "comments/" + state.room + "/" + id);
  Nodes fields = {std::move(verdict), std::move(redacted), std::move(why), std::move(reason)};
  if (!comment.files.empty()) fields.insert(fields.begin() + 1, std::move(files));
  fields.push_back(submit("moderate-send-" + id, say("comment.save_verdict"), Tone::primary));
  return staff_form(site, "moderate-" + id, say("comment.moderate_one", {{"number", text::persian_number(comment.id)}}),
                    target, std::move(fields));
}

Node answer_form(const Site& site, const DispositionState& state, const DispositionGroup& group) {
  const std::string id = std::to_string(group.id);
  const bool failed = state.failed_id == group.id;
  const auto error = [&](const char* name) { return failed ? error_text(state.errors, name) : std::string(); };
  const std::string value(group.row.outcome ? wire_name(*group.row.outcome) : std::string_view{});
  Node outcome = select("outcome-" + id, say("disposition.outcome"), value, choices_of(kDispositions, "disposition."));
  outcome.required = true;
  outcome.error = error("outcome");
  std::vector<Choice> clauses;
  for (const Clause& clause : state.clauses)
    clauses.push_back({clause.id, clause.name.empty() ? say("draft.preamble") : clause.name});
  Node changed = select("changed-" + id, say("disposition.changed_clause"), group.row.changed_clause, clauses);
  changed.error = error("changed_clause");
  Node reason = view::node(Kind::text_area, say("disposition.reason"), {}, "reason-" + id);
  reason.value = group.row.reason;
  reason.required = true;
  reason.error = error("reason");
  reason.input.rows = 3;
  const std::string target = staff_draft_address(state.draft_id, "answers/" + id);
  return staff_form(
      site, "answer-" + id, say("disposition.answer_one", {{"number", text::persian_number(group.id)}}), target,
      {view::hidden("rows-" + id, state.undecided ? "undecided" : "all"), std::move(outcome), std::move(reason),
       std::move(changed), submit("answer-send-" + id, say("disposition.save"), Tone::primary)});
}

// --- Invitations

Node guests_table(const InvitationsState& state) {
  Node table = view::node(Kind::table, say("invitation.guests"), {}, "guests");
  table.columns = {say("invitation.name"), say("invitation.address"), say("comment_group.head"), say("invitation.at"),
                   say("invitation.state")};
  for (const InvitedGuest& guest : state.guests) {
    Node address = view::paragraph(guest.address);
    address.ltr = true;
    Node badge = view::node(Kind::badge, say("invitation.sent"), {});
    if (guest.opened_at.milliseconds != 0) {
      badge.text = say("invitation.opened", {{"when", short_date(to_tehran(guest.opened_at).day)}});
      badge.tone = Tone::primary;
    }
    if (guest.answered) {
      badge.text = say("invitation.answered");
      badge.tone = Tone::success;
    }
    table.children.push_back(view::node(Kind::row, {},
                                        {view::paragraph(guest.name), std::move(address),
                                         view::paragraph(say("comment_group." + std::string(wire_name(guest.group)))),
                                         view::paragraph(short_date(to_tehran(guest.at).day)), std::move(badge)}));
  }
  return table;
}

// All rows, or those that still wait for their outcome; each with its number.
Node row_chips(const DispositionState& state) {
  Node chips = view::node(Kind::chips, say("disposition.which"), {}, "which-rows");
  const auto add = [&](const char* key, std::int64_t count, bool undecided) {
    Node link = view::link(say(key, {{"count", text::persian_number(count)}}),
                           staff_draft_address(state.draft_id, undecided ? "answers/undecided" : "answers"));
    link.current = state.undecided == undecided;
    chips.children.push_back(std::move(link));
  };
  add("disposition.every_row", state.counts.rows, false);
  add("disposition.undecided_rows", state.counts.undecided, true);
  return chips;
}

Node invite_form(const Site& site, const InvitationsState& state) {
  Node group = select("group", say("invitation.group"), std::string(answer(state.answers, "group")),
                      choices_of(kCommenterGroups, "comment_group."));
  group.required = true;
  group.error = error_text(state.errors, "group");
  Node guests = view::node(Kind::text_area, say("invitation.invited"), {}, "invited");
  guests.help = say("invitation.invited_help");
  guests.value = answer(state.answers, "invited");
  guests.error = error_text(state.errors, "invited");
  guests.required = true;
  return staff_form(
      site, "invite", say("invitation.send"), staff_draft_address(state.draft_id, "invitations"),
      {std::move(group), std::move(guests), submit("invite-send", say("invitation.send"), Tone::primary)});
}

}  // namespace

std::vector<Choice> moderation_reasons() {
  std::vector<Choice> reasons;
  for (const char* name : {"insult", "personal", "unrelated", "advertising", "repeated", "unlawful"}) {
    reasons.push_back({name, say("moderation_reason." + std::string(name))});
  }
  return reasons;
}

std::string moderation_reason(std::string_view choice, const std::string& more) {
  std::string reason;
  for (const Choice& one : moderation_reasons()) {
    if (one.id == choice) reason = one.name;
  }
  if (reason.empty() || text::blank(more)) return reason.empty() ? more : reason;
  return say("comment.reason_and_more", {{"reason", reason}, {"more", more}});
}

Node invitations_view(const Site& site, const InvitationsState& state) {
  const std::string title = say("invitation.heading");
  Nodes content = {back(state.draft_title, staff_draft_address(state.draft_id)), title_heading(title)};
  add_failures(content, state.errors, state.failure);
  if (!state.done.empty()) content.push_back(view::notice(state.done, Tone::success, "done"));
  content.push_back(view::paragraph(say("invitation.lead")));
  if (state.open) {
    content.push_back(invite_form(site, state));
  } else {
    content.push_back(view::notice(say("invitation.closed"), Tone::neutral, "closed"));
  }
  if (!state.guests.empty()) content.push_back(guests_table(state));
  return frame(site, title, std::move(content));
}

Node moderation_view(const Site& site, const ModerationState& state) {
  const std::string title = say("draft.moderate");
  Nodes content = {back(state.draft_title, staff_draft_address(state.draft_id)), title_heading(title)};
  Node tabs = view::node(Kind::tabs, title, {}, "comment-states");
  for (const char* room : {"waiting", "published", "held", "rejected"}) {
    Node tab = view::link(say("comment_state." + std::string(room)),
                          staff_draft_address(state.draft_id, "comments/" + std::string(room)));
    tab.current = state.room == room;
    tabs.children.push_back(std::move(tab));
  }
  content.push_back(std::move(tabs));
  if (state.comments.empty()) content.push_back(view::node(Kind::empty_state, say("comment.none"), {}, "empty"));
  for (const ModeratedComment& comment : state.comments) {
    Node card = view::card({});
    add_comment(card.children, comment);
    if (!comment.contact.empty())
      card.children.push_back(view::paragraph(say("comment.contact", {{"contact", comment.contact}})));
    card.children.push_back(view::paragraph(say("comment_publication." + std::string(wire_name(comment.publication)))));
    if (!comment.verdict_reason.empty())
      card.children.push_back(view::paragraph(say("comment.reason_was", {{"reason", comment.verdict_reason}})));
    card.children.push_back(verdict_form(site, state, comment));
    content.push_back(std::move(card));
  }
  if (!state.older.empty()) content.push_back(back(say("draft.more_comments"), state.older));
  return frame(site, title, std::move(content));
}

Node disposition_view(const Site& site, const DispositionState& state) {
  const std::string title = say("draft.answer");
  Nodes content = {back(state.draft_title, staff_draft_address(state.draft_id)), title_heading(title)};
  if (!state.errors.empty()) content.push_back(view::notice(say("error.invalid"), Tone::danger, "failure"));
  if (!state.failure.empty()) content.push_back(view::notice(say(state.failure), Tone::danger, "failure"));
  content.push_back(row_chips(state));
  if (state.groups.empty()) {
    const bool done = state.undecided && state.counts.rows > 0;
    content.push_back(
        view::node(Kind::empty_state, say(done ? "disposition.all_decided" : "comment.none"), {}, "empty"));
  }
  for (const DispositionGroup& group : state.groups) {
    Node card = view::card({});
    if (group.row.comments > 1) {
      card.children.push_back(
          view::paragraph(say("disposition.alike", {{"count", text::persian_number(group.row.comments)}})));
    }
    for (const ModeratedComment& comment : group.comments) add_comment(card.children, comment);
    if (group.row.outcome) {
      Node badge = view::node(Kind::badge, say("disposition." + std::string(wire_name(*group.row.outcome))), {});
      badge.tone = *group.row.outcome == Disposition::not_accepted ? Tone::warning : Tone::success;
      card.children.push_back(std::move(badge));
      add_paragraphs(card.children, group.row.reason);
    }
    if (state.may_answer) card.children.push_back(answer_form(site, state, group));
    content.push_back(std::move(card));
  }
  if (!state.next.empty()) content.push_back(back(say("disposition.next"), state.next));
  return frame(site, title, std::move(content));
}

}  // namespace hamandish::pages
