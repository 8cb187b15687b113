// After a comment on a draft: its code, and later what became of it.
#include <utility>

#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/messages/size_text.h"
#include "shared/pages/drafts_page.h"
#include "shared/pages/frame.h"
#include "shared/pages/remote_nodes.h"
#include "shared/pages/revision_nodes.h"
#include "shared/pages/text_nodes.h"
#include "shared/text/digits.h"

namespace hamandish::pages {

using view::Kind;
using view::Node;
using view::Nodes;

void add_file_links(Nodes& content, const std::vector<DraftFileLink>& files, const std::string& name) {
  if (files.empty()) return;
  Node list = view::node(Kind::list, name, {});
  for (const DraftFileLink& file : files) {
    list.children.push_back(view::node(
        Kind::item, {},
        {view::link(say("draft.file_link", {{"name", file.name}, {"size", size_text(file.bytes)}}), file.address)}));
  }
  content.push_back(std::move(list));
}

Node comment_sent_view(const Site& site, std::int64_t draft_id, const std::string& tracking_code) {
  Nodes content = {title_heading(say("comment.sent"))};
  add_comment_code(content, tracking_code, std::string(kDraftsPath));
  content.push_back(view::actions({view::link(say("comment.back"), draft_address(draft_id))}));
  return frame(site, say("comment.sent"), std::move(content));
}

Node comment_outcome_view(const Site& site, const CommentOutcomeState& state) {
  Node facts = view::node(Kind::facts, {}, {}, "comment-facts");
  const auto add = [&facts](const char* key, std::string value) {
    if (!value.empty()) facts.children.push_back(view::fact(say(key), std::move(value)));
  };
  add("comment.draft", state.draft_title);
  add("comment.where", state.clause_name.empty() ? say("comment.whole") : state.clause_name);
  add("comment.when", date_and_time(state.at));
  add("comment.visibility", say(state.visibility));
  add("comment.verdict_reason", state.verdict_reason);
  if (state.alike > 1) add("comment.alike", text::persian_number(state.alike));
  Nodes content = {title_heading(say("comment.outcome")), std::move(facts),
                   view::heading(2, say("comment.yours"), "yours")};
  add_paragraphs(content, state.body);
  add_wording(content, state.clause_text, state.wording);
  if (!state.files.empty()) {
    Node files = view::node(Kind::list, say("case.attachments"), {}, "own-files");
    for (const std::string& name : state.files) files.children.push_back(view::node(Kind::item, name, {}));
    content.push_back(std::move(files));
  }
  if (!state.public_body.empty() || !state.public_wording.empty()) {
    content.push_back(view::heading(2, say("comment.as_published"), "as-published"));
    add_paragraphs(content, state.public_body);
    add_wording(content, state.clause_text, state.public_wording);
  }
  content.push_back(view::heading(2, say("comment.became"), "became"));
  if (state.outcome) {
    const std::string outcome = say("disposition." + std::string(wire_name(*state.outcome)));
    const view::Tone tone = *state.outcome == Disposition::not_accepted ? view::Tone::warning : view::Tone::success;
    content.push_back(view::node(Kind::badge, outcome, {}, "outcome"));
    content.back().tone = tone;
    add_paragraphs(content, state.reason);
    if (!state.changed_clause.empty()) {
      content.push_back(view::paragraph(say("disposition.changed", {{"clause", state.changed_clause}})));
    }
  } else {
    content.push_back(view::paragraph(
        say("comment.undecided", {{"state", say("draft_state." + std::string(wire_name(state.draft_state)))}})));
  }
  content.push_back(view::actions({view::link(say("comment.back"), draft_address(state.draft_id))}));
  return frame(site, say("comment.outcome"), std::move(content));
}

}  // namespace hamandish::pages
