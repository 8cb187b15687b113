#include "shared/pages/staff_case_page.h"

#include <algorithm>

#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/case_text.h"
#include "shared/cases/names.h"
#include "shared/messages/messages.h"
#include "shared/pages/case_actions.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/tones.h"
#include "shared/text/digits.h"
#include "shared/text/isolate.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

bool is_ltr_field(std::string_view id) {
  return id == "national_id" || id == "mobile" || id == "email" || id == "landline" || id == "postal_code" ||
         id == "legal_id" || id == "foreign_id";
}

Node case_facts(const Site& site, const api::StaffCase& found) {
  Node facts = view::node(Kind::facts, {}, {}, "facts");
  facts.children = {view::fact(say("case.state"), state_text(found.state)),
                    view::fact(say("case.kind"), kind_text(*site.profile, found.kind)),
                    view::fact(say("case.category"), found.category),
                    view::fact(say("case.unit"), found.unit_name),
                    view::fact(say("case.registered_at"), date_and_time(found.registered_at)),
                    view::fact(say("case.due_on"), long_date(found.due_on)),
                    view::fact(say("receipt.code"), grouped_code(found.tracking_code), true)};
  if (found.category.empty()) facts.children.erase(facts.children.begin() + 2);
  const std::string assigned = found.assigned_name.empty() ? say("case.nobody") : found.assigned_name;
  facts.children.push_back(view::fact(say("case.assignee"), assigned));
  if (found.unit_due_on) facts.children.push_back(view::fact(say("case.unit_due_on"), long_date(*found.unit_due_on)));
  if (found.outcome) facts.children.push_back(view::fact(say("case.outcome"), say(message_key(*found.outcome))));
  const KindForm* form = site.profile->kind(found.kind);
  const Field* earlier = form != nullptr ? earlier_code_field(*form) : nullptr;
  for (const Answer& other : found.other) {
    if (earlier != nullptr && earlier->id == other.field) {
      facts.children.push_back(view::fact(earlier->label, grouped_code(other.value), true));
      continue;
    }
    facts.children.push_back(
        view::fact(field_label(*site.profile, found.kind, other.field), field_words(other.field, other.value)));
  }
  return facts;
}

Node person_section(const Site& site, const api::StaffCase& found) {
  Node section = view::section({}, {view::heading(2, say("case.person"))}, "person");
  if (found.anonymous || found.person.empty()) {
    section.children.push_back(view::paragraph(say("case.anonymous")));
    return section;
  }
  Node facts = view::node(Kind::facts, {}, {}, "person-facts");
  for (const Answer& one : found.person) {
    if (one.value.empty()) continue;
    const bool number = is_ltr_field(one.field) && one.field != "email";
    facts.children.push_back(view::fact(field_label(*site.profile, found.kind, one.field),
                                        number ? text::persian_digits(one.value) : field_words(one.field, one.value),
                                        is_ltr_field(one.field)));
  }
  section.children.push_back(std::move(facts));
  return section;
}

// Pictures and sound are shown where they stand; all else is a download.
Node attachment_node(const std::string& case_id, const api::AttachmentInfo& file) {
  const std::string address = "/api/v1/staff/cases/" + case_id + "/attachments/" + file.id;
  Nodes parts;
  if (file.mime.starts_with("image/")) {
    parts.push_back(view::node(Kind::picture, say("case.picture_of", {{"name", file.file_name}}), {}));
    parts.back().target = address + "?show=1";
  } else if (file.mime.starts_with("audio/")) {
    parts.push_back(view::node(Kind::audio, say("case.sound_of", {{"name", file.file_name}}), {}));
    parts.back().target = address + "?show=1";
  }
  parts.push_back(view::link(file.file_name, address));
  return view::node(Kind::item, {}, std::move(parts));
}

Node attachments_section(const api::StaffCase& found) {
  Node list = view::node(Kind::list, say("case.attachments"), {}, "attachments");
  for (const api::AttachmentInfo& file : found.attachments) list.children.push_back(attachment_node(found.id, file));
  return view::section({}, {view::heading(2, say("case.attachments")), std::move(list)});
}

Node event_node(const api::StaffEvent& event) {
  Node item = view::node(Kind::item, event_line(event), {});
  item.note = event_by(event);
  item.value = event_words(event);
  return item;
}

Node events_section(const api::StaffCase& found) {
  Node timeline = view::node(Kind::timeline, say("case.events"), {}, "events");
  for (const api::StaffEvent& event : found.events) timeline.children.push_back(event_node(event));
  return view::section({}, {view::heading(2, say("case.events")), std::move(timeline)});
}

Node badge(std::string text, Tone tone) {
  Node node = view::node(Kind::badge, std::move(text), {});
  node.tone = tone;
  return node;
}

// What must be seen at a glance.
Node marks(const Site& site, const api::StaffCase& found) {
  Node chips = view::node(Kind::chips, say("case.marks"), {}, "marks");
  Nodes& all = chips.children;
  all.push_back(badge(state_text(found.state), state_tone(found.state)));
  const Urgency mark = urgency(found.state, to_tehran(found.registered_at).day, found.due_on, to_tehran(site.now).day,
                               urgency_rule(site.profile->office));
  if (urgency_tone(mark) != Tone::neutral) all.push_back(badge(say(message_key(mark)), urgency_tone(mark)));
  if (found.priority != Priority::normal) {
    const Tone tone = found.priority == Priority::urgent ? Tone::danger : Tone::warning;
    all.push_back(badge(say(message_key(found.priority)), tone));
  }
  if (found.objected) all.push_back(badge(say("case.objected"), Tone::danger));
  if (found.draft) all.push_back(badge(say("case.has_draft"), Tone::primary));
  if (found.channel != Intake::web) all.push_back(badge(say(message_key(found.channel)), Tone::neutral));
  for (const std::string& tag : found.tags) all.push_back(badge(tag, Tone::neutral));
  return chips;
}

Node consultations_section(const api::StaffCase& found) {
  Node list = view::node(Kind::list, say("case.consultations"), {}, "consultations");
  for (const api::Consultation& one : found.consultations) {
    const std::string_view key = one.advised ? "case.consulted_answered" : "case.consulted_open";
    list.children.push_back(
        view::node(Kind::item, say(key, {{"unit", one.unit_name}, {"due", long_date(one.due_on)}}), {}));
  }
  return view::section({}, {view::heading(2, say("case.consultations")), std::move(list)});
}

Node links_section(const api::StaffCase& found) {
  Node list = view::node(Kind::list, say("case.links"), {}, "links");
  for (const api::CaseLink& link : found.links) {
    const std::string name = link.subject.empty() ? grouped_code(link.tracking_code) : link.subject;
    list.children.push_back(
        view::node(Kind::item, {},
                   {view::paragraph(say(relation_key(link.relation))), view::link(name, "/staff/cases/" + link.id)}));
  }
  return view::section({}, {view::heading(2, say("case.links")), std::move(list)});
}

// What was sent to the citizen, when, where and with what outcome.
Node messages_section(const api::StaffCase& found) {
  Node timeline = view::node(Kind::timeline, say("case.messages"), {}, "messages");
  for (const api::SentMessage& sent : found.messages) {
    const std::string channel = say("sent_by." + sent.channel);
    Node item = view::node(
        Kind::item,
        say("case.sent_to", {{"channel", channel}, {"address", text::ltr(text::persian_digits(sent.address))}}), {});
    if (sent.channel == "email")
      item.text = say("case.sent_to", {{"channel", channel}, {"address", text::ltr(sent.address)}});
    item.note = say("case.sent_state", {{"state", say("sent_state." + sent.state)}, {"when", date_and_time(sent.at)}});
    item.value = sent.text;
    timeline.children.push_back(std::move(item));
  }
  return view::section({}, {view::heading(2, say("case.messages")), std::move(timeline)});
}

Node draft_section(const api::DraftAnswer& draft) {
  return view::section(
      {},
      {view::heading(2, say("case.draft")),
       view::paragraph(say("case.event_by", {{"actor", draft.author}, {"when", date_and_time(draft.written_at)}})),
       view::card({view::paragraph(draft.text)})},
      "draft");
}

bool is_offered(const api::StaffCase& found, CaseAction action) {
  if (action == CaseAction::reply) return found.may_reply;
  if (action == CaseAction::refer) return found.may_refer;
  if (action == CaseAction::note) return found.may_note;
  return std::find(found.actions.begin(), found.actions.end(), action) != found.actions.end();
}

bool has_error(const StaffCaseState& state, const ActionForm& form) {
  return std::any_of(form.fields.begin(), form.fields.end(),
                     [&](const ActionField& field) { return !error_text(state.errors, field.id).empty(); });
}

// Answering, passing on and noting stand open; what is rarer is opened by its name.
Nodes work_sections(const Site& site, const StaffCaseState& state) {
  Nodes sections;
  Nodes rare;
  for (const ActionForm& form : action_forms()) {
    if (!is_offered(*state.found, form.action)) continue;
    const bool open = form.action == CaseAction::reply || form.action == CaseAction::refer ||
                      form.action == CaseAction::note || form.action == CaseAction::advise;
    Node node = action_form_node(site, state, form);
    if (open) {
      sections.push_back(view::section({}, {view::heading(2, say(form.heading)), std::move(node)}));
      continue;
    }
    Node more = view::node(Kind::disclosure, say(form.heading), {std::move(node)}, "more-" + std::string(form.id));
    more.checked = has_error(state, form);
    rare.push_back(std::move(more));
  }
  if (!rare.empty()) {
    rare.insert(rare.begin(), view::heading(2, say("case.more_actions")));
    sections.push_back(view::section({}, std::move(rare), "more-actions"));
  }
  return sections;
}

Nodes notices(const StaffCaseState& state) {
  Nodes all;
  if (!state.done.empty()) all.push_back(view::notice(say(state.done), Tone::success, "done"));
  if (!state.errors.empty()) all.push_back(error_list(state.errors));
  if (!state.failure.empty()) all.push_back(view::notice(say(state.failure), Tone::danger, "failure"));
  if (state.outdated) {
    Node outdated = view::notice(say("case.outdated"), Tone::warning, "outdated");
    outdated.children.push_back(view::actions({view::button(say("case.refresh"), Tone::neutral, "refresh")}));
    all.push_back(std::move(outdated));
  }
  Node presence = view::node(Kind::live_region, {}, {}, "presence");
  if (!state.others.empty()) {
    std::string names;
    for (const std::string& name : state.others) names += (names.empty() ? "" : "، ") + name;
    presence.text = say(state.others.size() == 1 ? "case.other_here" : "case.others_here", {{"names", names}});
  }
  all.push_back(std::move(presence));
  return all;
}

void append(Nodes& to, Nodes from) {
  for (Node& node : from) to.push_back(std::move(node));
}

Nodes found_content(const Site& site, const StaffCaseState& state) {
  const api::StaffCase& found = *state.found;
  Nodes content;
  content.push_back(view::actions({view::link(say("case.back"), "/staff"),
                                   view::link(say("case.pdf"), "/api/v1/staff/cases/" + found.id + "/pdf")}));
  content.push_back(title_heading(found.subject));
  content.push_back(marks(site, found));
  append(content, notices(state));
  Nodes told;
  told.push_back(case_facts(site, found));
  const std::string body = found.redacted ? say("case.text_redacted") : found.body;
  told.push_back(view::section({}, {view::heading(2, say("case.text")), view::card({view::paragraph(body)})}, "text"));
  if (!found.attachments.empty()) told.push_back(attachments_section(found));
  told.push_back(person_section(site, found));
  if (!found.consultations.empty()) told.push_back(consultations_section(found));
  if (!found.links.empty()) told.push_back(links_section(found));
  told.push_back(events_section(found));
  if (!found.messages.empty()) told.push_back(messages_section(found));
  // Beside each other on a wide screen: the message is in sight while its answer is written.
  Nodes work;
  if (found.draft) work.push_back(draft_section(*found.draft));
  append(work, work_sections(site, state));
  if (work.empty()) {
    append(content, std::move(told));
  } else {
    content.push_back(view::columns(std::move(told), std::move(work), "case"));
  }
  return content;
}

}  // namespace

std::string field_words(std::string_view id, std::string_view value) {
  const std::optional<PersonKind> person = id == kPersonKindField ? person_kind_from(value) : std::nullopt;
  return person ? say(message_key(*person)) : std::string(value);
}

std::string field_label(const Profile& profile, CaseKind kind, std::string_view id) {
  if (id == kPersonKindField) return say("form.person_kind");
  const KindForm* form = profile.kind(kind);
  if (form != nullptr) {
    for (const Field& field : form->fields) {
      if (field.id == id) return field.label;
    }
  }
  return std::string(id);
}

std::string event_line(const api::StaffEvent& event) {
  switch (event.kind) {
    case EventKind::assigned:
      return event.detail.empty() ? say("event.unassigned") : say("event.assigned_to", {{"who", event.text}});
    case EventKind::prioritised:
      return say("event.prioritised_to",
                 {{"priority", say(message_key(priority_from(event.detail).value_or(Priority::normal)))}});
    case EventKind::tagged:
      return say("event.tagged_with", {{"tag", event.detail}});
    case EventKind::untagged:
      return say("event.untagged_with", {{"tag", event.detail}});
    case EventKind::returned:
      return say("event.returned_from_to", {{"from_unit", event.from_unit}, {"to_unit", event.to_unit}});
    case EventKind::consulted:
      return say("event.consulted_to", {{"to_unit", event.to_unit}});
    case EventKind::advised:
      return say("event.advised_by", {{"from_unit", event.from_unit}});
    default:
      return event_text(event.kind, event.from_unit, event.to_unit);
  }
}

std::string event_words(const api::StaffEvent& event) {
  if (event.redacted) return say("case.text_redacted");
  return event.kind == EventKind::assigned ? std::string() : event.text;
}

std::string event_by(const api::StaffEvent& event) {
  if (event.actor.empty()) return date_and_time(event.at);
  return say("case.event_by", {{"actor", event.actor}, {"when", date_and_time(event.at)}});
}

std::string_view relation_key(std::string_view relation) {
  if (relation == "merged") return "case.relation_merged";
  if (relation == "merged_from") return "case.relation_merged_from";
  if (relation == "split") return "case.relation_split";
  return relation == "split_from" ? "case.relation_split_from" : "case.relation_linked";
}

Node staff_case_view(const Site& site, const StaffCaseState& state) {
  if (state.found) return frame(site, state.found->subject, found_content(site, state));
  Nodes content;
  content.push_back(title_heading(say("case.heading")));
  if (!state.failure.empty()) content.push_back(view::notice(say(state.failure), Tone::danger, "failure"));
  if (state.loading) content.push_back(view::notice(say("case.loading"), Tone::neutral, "loading"));
  content.push_back(view::actions({view::link(say("case.back"), "/staff")}));
  return frame(site, say("case.heading"), std::move(content));
}

}  // namespace hamandish::pages
