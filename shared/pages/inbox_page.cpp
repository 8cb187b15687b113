#include "shared/pages/inbox_page.h"

#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/case_text.h"
#include "shared/cases/urgency.h"
#include "shared/messages/messages.h"
#include "shared/pages/frame.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

Tone state_tone(CaseState state) {
  if (state == CaseState::answered || state == CaseState::closed) return Tone::success;
  return state == CaseState::registered ? Tone::primary : Tone::neutral;
}

Tone deadline_tone(const api::InboxRow& row, Day today) {
  switch (urgency(row.state, to_tehran(row.registered_at).day, row.due_on, today)) {
    case Urgency::overdue:
    case Urgency::red:
      return Tone::danger;
    case Urgency::yellow:
      return Tone::warning;
    default:
      return Tone::neutral;
  }
}

Node search_form(const InboxState& state) {
  Node field = view::node(Kind::text_field, say("inbox.search"), {}, "q");
  field.value = state.search;
  field.input.keyboard = view::Keyboard::search;
  field.help = say("inbox.search_help");
  Node submit = view::button(say("inbox.search_submit"), Tone::neutral);
  submit.id = "search-submit";
  Node form = view::node(Kind::form, say("inbox.search"), {}, "search");
  form.target = "/staff";
  form.intent = "search";
  form.children = {std::move(field), view::actions({std::move(submit)})};
  return form;
}

Node badge(std::string text, Tone tone) {
  Node result = view::node(Kind::badge, std::move(text), {});
  result.tone = tone;
  return result;
}

Node row_node(const api::InboxRow& row, Day today) {
  const Tone deadline = deadline_tone(row, today);
  Node due =
      deadline == Tone::neutral ? view::paragraph(short_date(row.due_on)) : badge(short_date(row.due_on), deadline);
  Node result =
      view::node(Kind::row, {},
                 {view::link(row.subject, "/staff/cases/" + row.id), view::paragraph(kind_text(row.kind)),
                  view::paragraph(row.sender.empty() ? say("case.anonymous") : row.sender),
                  view::paragraph(row.unit_name), view::paragraph(short_date(to_tehran(row.registered_at).day)),
                  std::move(due), badge(state_text(row.state), state_tone(row.state))},
                 "row-" + row.id);
  result.tone = deadline;
  return result;
}

Node inbox_table(const Site& site, const InboxState& state) {
  Node table = view::node(Kind::table, say("inbox.heading"), {}, "inbox");
  for (const char* key :
       {"case.subject", "case.kind", "case.sender", "case.unit", "case.registered_on", "case.due_on", "case.state"}) {
    table.columns.push_back(say(key));
  }
  const Day today = to_tehran(site.now).day;
  for (const api::InboxRow& row : state.page.cases) table.children.push_back(row_node(row, today));
  table.busy = state.loading;
  table.quiet = true;  // the page's heading says it already
  return table;
}

Node empty_state(const InboxState& state) {
  Node empty =
      view::node(Kind::empty_state, say(state.search.empty() ? "inbox.empty" : "inbox.none_found"), {}, "empty");
  empty.note = say(state.search.empty() ? "inbox.empty_note" : "inbox.none_found_note");
  return empty;
}

}  // namespace

Node inbox_view(const Site& site, const InboxState& state) {
  Nodes content;
  content.push_back(title_heading(say("inbox.heading")));
  if (!state.failure.empty()) content.push_back(view::notice(say(state.failure), Tone::danger, "failure"));
  content.push_back(search_form(state));
  if (state.loading && state.page.cases.empty()) {
    content.push_back(view::notice(say("inbox.loading"), Tone::neutral, "loading"));
  }
  content.push_back(inbox_table(site, state));
  if (!state.loading && state.page.cases.empty()) content.push_back(empty_state(state));
  if (!state.page.next.empty()) {
    Node more = view::button(say("inbox.more"), Tone::neutral, "next-page");
    more.busy = state.loading;
    more.id = "more";
    content.push_back(view::actions({std::move(more)}));
  }
  return frame(site, say("inbox.heading"), std::move(content));
}

}  // namespace hamandish::pages
