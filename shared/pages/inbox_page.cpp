#include "shared/pages/inbox_page.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/case_text.h"
#include "shared/cases/names.h"
#include "shared/cases/queues.h"
#include "shared/cases/urgency.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/options.h"
#include "shared/pages/tones.h"
#include "shared/text/digits.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

std::string_view filter_of(const InboxState& state, std::string_view name) {
  return answer(state.filters, name);
}

bool sees_all_units(const Site& site) {
  return site.session && may_see_all_units(site.session->role);
}

std::string queue_text(const api::QueueCount& count) {
  std::string text = say(message_key(count.queue));
  if (count.count == 0) return text;
  return text + " " + text::persian_digits(std::to_string(count.count)) + (count.exact ? "" : "+");
}

Queue open_queue(const InboxState& state) {
  return queue_from(filter_of(state, "queue")).value_or(Queue::unit);
}

// The queues as links beside each other, each with how much is in it.
Node queue_links(const InboxState& state) {
  Node tabs = view::node(Kind::tabs, say("inbox.queues"), {}, "queues");
  const Queue open = open_queue(state);
  for (const Queue queue : kQueues) {
    api::QueueCount count{queue, 0, true};
    for (const api::QueueCount& one : state.workbench.queues) {
      if (one.queue == queue) count = one;
    }
    Node link = view::link(queue_text(count), "/staff?queue=" + std::string(wire_name(queue)));
    link.id = "queue-" + std::string(wire_name(queue));
    link.intent = "queue:" + std::string(wire_name(queue));
    link.current = queue == open;
    tabs.children.push_back(std::move(link));
  }
  return tabs;
}

Node choice(const InboxState& state, std::string_view name, std::string_view label_key,
            std::vector<view::Option> options) {
  Node select = view::node(Kind::select, say(label_key), {}, std::string(name));
  select.value = filter_of(state, name);
  select.options.push_back({"", say("inbox.any")});
  for (view::Option& option : options) select.options.push_back(std::move(option));
  return select;
}

Node date_filter(const InboxState& state, const char* name, const char* label_key) {
  Node field = view::date_field(name, say(label_key));
  field.value = filter_of(state, name);
  field.error = error_text(state.errors, name);
  return field;
}

Node sort_choice(const InboxState& state) {
  Node sort = view::node(Kind::select, say("inbox.sort"), {}, "sort");
  sort.value = filter_of(state, "sort");
  for (view::Option& option : enum_options(kInboxSorts)) sort.options.push_back(std::move(option));
  return sort;
}

Nodes filter_fields(const Site& site, const InboxState& state) {
  Nodes fields;
  fields.push_back(sort_choice(state));
  fields.push_back(choice(state, "kind", "case.kind", kind_options(*site.profile)));
  fields.push_back(choice(state, "state", "case.state", enum_options(kCaseStates)));
  fields.push_back(choice(state, "category", "case.category", named_options(site.profile->categories)));
  if (sees_all_units(site)) fields.push_back(choice(state, "unit", "case.unit", named_options(site.profile->units)));
  fields.push_back(choice(state, "priority", "case.priority", enum_options(kPriorities)));
  Node tag = view::node(Kind::text_field, say("case.tag"), {}, "tag");
  tag.value = filter_of(state, "tag");
  fields.push_back(std::move(tag));
  fields.push_back(date_filter(state, "from", "inbox.from"));
  fields.push_back(date_filter(state, "to", "inbox.to"));
  return fields;
}

// The order that stands there by itself is no filter: a search would open all of them.
bool any_filter(const InboxState& state) {
  return std::any_of(state.filters.begin(), state.filters.end(), [](const Answer& one) {
    const bool by_itself = one.field == "queue" || (one.field == "sort" && one.value == wire_name(kInboxSorts.front()));
    return !by_itself && !one.value.empty();
  });
}

Node save_fields(const InboxState& state) {
  Node name = view::node(Kind::text_field, say("inbox.filter_name"), {}, "filter_name");
  name.value = state.filter_name;
  name.error = error_text(state.errors, "filter_name");
  Node save = view::button(say("inbox.save_filter"), Tone::neutral, "save-filter");
  save.id = "save-filter";
  return view::node(Kind::group, say("inbox.save_heading"), {std::move(name), view::actions({std::move(save)})},
                    "save-group");
}

Node search_form(const Site& site, const InboxState& state) {
  Node field = view::node(Kind::text_field, say("inbox.search"), {}, "q");
  field.value = state.search;
  field.input.keyboard = view::Keyboard::search;
  field.help = say("inbox.search_help");
  Node submit = view::button(say("inbox.search_submit"), Tone::neutral);
  submit.id = "search-submit";
  Nodes inner = filter_fields(site, state);
  Node apply = view::button(say("inbox.apply"), Tone::primary);
  apply.id = "filters-submit";
  Node clear = view::button(say("inbox.clear"), Tone::neutral, "clear-filters");
  clear.id = "filters-clear";
  inner.push_back(view::actions({std::move(apply), std::move(clear)}));
  inner.push_back(save_fields(state));
  Node filters = view::node(Kind::disclosure, say("inbox.filters"), std::move(inner), "filters");
  filters.checked = any_filter(state) || !state.errors.empty();
  Node form = view::node(Kind::form, say("inbox.search"), {}, "search");
  form.target = "/staff";
  form.intent = "search";
  const std::string_view queue = wire_name(open_queue(state));
  form.children = {view::hidden("queue", std::string(queue)), std::move(field), view::actions({std::move(submit)}),
                   std::move(filters)};
  return form;
}

Node saved_filters(const InboxState& state) {
  Node chips = view::node(Kind::chips, say("inbox.saved"), {}, "saved-filters");
  for (const api::SavedFilter& filter : state.workbench.filters) {
    Node use = view::button(filter.name, Tone::neutral, "filter:" + filter.id);
    use.id = "filter-" + filter.id;
    chips.children.push_back(std::move(use));
    Node remove =
        view::button(say("inbox.remove_filter", {{"name", filter.name}}), Tone::neutral, "remove-filter:" + filter.id);
    remove.id = "remove-filter-" + filter.id;
    chips.children.push_back(std::move(remove));
  }
  return chips;
}

Node badge(std::string text, Tone tone) {
  Node result = view::node(Kind::badge, std::move(text), {});
  result.tone = tone;
  return result;
}

Node badges(Nodes all) {
  if (all.size() == 1) return std::move(all.front());
  return view::node(Kind::chips, {}, std::move(all));
}

// Before the state what makes a case more urgent than its deadline says.
Node state_cell(const api::InboxRow& row) {
  Nodes all;
  if (row.objected) all.push_back(badge(say("case.objected"), Tone::danger));
  if (row.first_reply_late) all.push_back(badge(say("inbox.first_reply_late"), Tone::warning));
  if (row.priority == Priority::urgent) all.push_back(badge(say(message_key(row.priority)), Tone::danger));
  if (row.priority == Priority::high) all.push_back(badge(say(message_key(row.priority)), Tone::warning));
  all.push_back(badge(state_text(row.state), state_tone(row.state)));
  return badges(std::move(all));
}

// A deadline that presses says in words what its colour says.
Node due_cell(Day due_on, Day today, Tone tone) {
  if (tone == Tone::neutral) return view::paragraph(short_date(due_on));
  const std::int64_t days = due_on.number - today.number;
  const std::string count = std::to_string(days < 0 ? -days : days);
  const std::string left =
      days == 0 ? say("inbox.due_today") : say(days < 0 ? "inbox.days_over" : "inbox.days_left", {{"count", count}});
  Nodes all;
  all.push_back(badge(short_date(due_on), tone));
  all.push_back(badge(left, tone));
  return badges(std::move(all));
}

std::string kind_and_tags(const Site& site, const api::InboxRow& row) {
  std::string text = kind_text(*site.profile, row.kind);
  for (const std::string& tag : row.tags) text += "، " + tag;
  return text;
}

// Cases of one subject: whoever hears only the links of the list is told whose each is, and of which day.
void tell_apart(const std::vector<api::InboxRow>& rows, Node& table) {
  std::map<std::string_view, int> subjects;
  std::map<std::string, int> known;
  for (const api::InboxRow& row : rows) ++subjects[row.subject];
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const api::InboxRow& row = rows[i];
    if (subjects[row.subject] == 1) continue;
    std::string whose = row.sender.empty() ? say("case.anonymous") : row.sender;
    whose += "، " + short_date(to_tehran(row.registered_at).day);
    if (const int count = ++known[row.subject + whose]; count > 1) whose += "، " + text::persian_number(count);
    table.children[i].children.front().help = "، " + whose;
  }
}

Node row_node(const Site& site, const api::InboxRow& row, Day today) {
  const Urgency mark =
      urgency(row.state, to_tehran(row.registered_at).day, row.due_on, today, urgency_rule(site.profile->office));
  const Tone deadline = urgency_tone(mark);
  Nodes cells;
  cells.push_back(view::link(row.subject, "/staff/cases/" + row.id));
  cells.push_back(view::paragraph(kind_and_tags(site, row)));
  cells.push_back(view::paragraph(row.sender.empty() ? say("case.anonymous") : row.sender));
  if (sees_all_units(site)) cells.push_back(view::paragraph(row.unit_name));
  cells.push_back(view::paragraph(row.assigned_to.empty() ? say("case.nobody_short") : row.assigned_to));
  cells.push_back(view::paragraph(short_date(to_tehran(row.registered_at).day)));
  cells.push_back(due_cell(row.due_on, today, deadline));
  cells.push_back(state_cell(row));
  Node result = view::node(Kind::row, {}, std::move(cells), "row-" + row.id);
  result.tone = deadline;
  return result;
}
Node inbox_table(const Site& site, const InboxState& state) {
  Node table = view::node(Kind::table, say("inbox.heading"), {}, "inbox");
  const auto column = [&](const char* key) { table.columns.push_back(say(key)); };
  column("case.subject");
  column("case.kind");
  column("case.sender");
  if (sees_all_units(site)) column("case.unit");
  column("case.assignee_short");
  column("case.registered_on");
  column("case.due_on");
  column("case.state");
  const Day today = to_tehran(site.now).day;
  for (const api::InboxRow& row : state.page.cases) table.children.push_back(row_node(site, row, today));
  tell_apart(state.page.cases, table);
  table.busy = state.loading;
  // The page's heading says it already; an empty table keeps its caption, or nothing of it would be seen on a phone.
  table.quiet = !state.page.cases.empty();
  return table;
}

Node empty_state(const InboxState& state) {
  const bool narrowed = !state.search.empty() || any_filter(state);
  Node empty = view::node(Kind::empty_state, say(narrowed ? "inbox.none_found" : "inbox.empty"), {}, "empty");
  empty.note = say(narrowed ? "inbox.none_found_note" : "inbox.empty_note");
  return empty;
}

Node keys_dialog() {
  Node dialog = view::node(Kind::dialog, say("inbox.keys"), {}, "keys");
  dialog.intent = "keys";
  Node facts = view::node(Kind::facts, {}, {}, "keys-list");
  facts.children = {
      view::fact("j", say("inbox.key_next"), false),     view::fact("k", say("inbox.key_previous"), false),
      view::fact("Enter", say("inbox.key_open"), false), view::fact("/", say("inbox.key_search"), false),
      view::fact("n", say("inbox.key_new"), false),      view::fact("?", say("inbox.key_help"), false)};
  Node close = view::button(say("inbox.keys_close"), Tone::primary, "keys");
  close.id = "keys-close";
  dialog.children = {std::move(facts), view::actions({std::move(close)})};
  return dialog;
}

Node tools(const Site& site) {
  Nodes all;
  if (site.session && may_register_cases(site.session->role)) {
    all.push_back(view::link(say("inbox.register"), "/staff/new"));
    all.back().id = "register";
  }
  Node keys = view::button(say("inbox.keys"), Tone::neutral, "keys");
  keys.id = "show-keys";
  all.push_back(std::move(keys));
  return view::actions(std::move(all));
}

Node desk_notice(const InboxState& state) {
  Node node = view::notice(say("inbox.unread"), Tone::neutral, "desk-notice");
  for (const api::DeskNotice& notice : state.workbench.notices) {
    node.children.push_back(view::link(notice.text, notice.target));
  }
  return node;
}

}  // namespace

Node inbox_view(const Site& site, const InboxState& state) {
  Nodes content;
  content.push_back(title_heading(say("inbox.heading")));
  if (!state.failure.empty()) content.push_back(view::notice(say(state.failure), Tone::danger, "failure"));
  if (state.asked) content.push_back(view::hidden("asked", "1"));
  if (!state.workbench.notices.empty()) content.push_back(desk_notice(state));
  content.push_back(tools(site));
  content.push_back(queue_links(state));
  if (!state.workbench.filters.empty()) content.push_back(saved_filters(state));
  content.push_back(search_form(site, state));
  if (state.loading && state.page.cases.empty()) {
    content.push_back(view::notice(say("inbox.loading"), Tone::neutral, "loading"));
  }
  content.push_back(inbox_table(site, state));
  if (!state.loading && state.page.cases.empty() && state.page.next.empty()) content.push_back(empty_state(state));
  if (!state.page.next.empty()) {
    Node more = view::button(say("inbox.more"), Tone::neutral, "next-page");
    more.busy = state.loading;
    more.id = "more";
    content.push_back(view::actions({std::move(more)}));
  }
  if (state.keys_shown) content.push_back(keys_dialog());
  return frame(site, say("inbox.heading"), std::move(content));
}

}  // namespace hamandish::pages
