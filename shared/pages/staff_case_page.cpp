#include "shared/pages/staff_case_page.h"

#include "shared/calendar/jalali_text.h"
#include "shared/cases/case_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/text/digits.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

// The profile's label of a field, for the facts about the person.
std::string field_label(const Profile& profile, CaseKind kind, std::string_view id) {
  const KindForm* form = profile.kind(kind);
  if (form != nullptr) {
    for (const Field& field : form->fields) {
      if (field.id == id) return field.label;
    }
  }
  return std::string(id);
}

bool is_ltr_field(std::string_view id) {
  return id == "national_id" || id == "mobile" || id == "email" || id == "landline" || id == "postal_code" ||
         id == "legal_id";
}

Node case_facts(const Site& site, const api::StaffCase& found) {
  Node facts = view::node(Kind::facts, {}, {}, "facts");
  facts.children = {view::fact(say("case.state"), state_text(found.state)),
                    view::fact(say("case.kind"), kind_text(found.kind)),
                    view::fact(say("case.category"), found.category),
                    view::fact(say("case.unit"), found.unit_name),
                    view::fact(say("case.registered_at"), date_and_time(found.registered_at)),
                    view::fact(say("case.due_on"), long_date(found.due_on)),
                    view::fact(say("receipt.code"), grouped_code(found.tracking_code), true)};
  if (found.category.empty()) facts.children.erase(facts.children.begin() + 2);
  for (const Answer& other : found.other) {
    facts.children.push_back(view::fact(field_label(*site.profile, found.kind, other.field), other.value));
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
                                        number ? text::persian_digits(one.value) : one.value, is_ltr_field(one.field)));
  }
  section.children.push_back(std::move(facts));
  return section;
}

Node attachments_section(const api::StaffCase& found) {
  Node list = view::node(Kind::list, say("case.attachments"), {}, "attachments");
  for (const api::AttachmentInfo& file : found.attachments) {
    Node link = view::link(file.file_name, "/api/v1/staff/cases/" + found.id + "/attachments/" + file.id);
    list.children.push_back(view::node(Kind::item, {}, {std::move(link)}));
  }
  return view::section({}, {view::heading(2, say("case.attachments")), std::move(list)});
}

Node events_section(const api::StaffCase& found) {
  Node timeline = view::node(Kind::timeline, say("case.events"), {}, "events");
  for (const api::StaffEvent& event : found.events) {
    Node item = view::node(Kind::item, event_text(event.kind, event.from_unit, event.to_unit), {});
    item.note = event.actor.empty() ? date_and_time(event.at)
                                    : say("case.event_by", {{"actor", event.actor}, {"when", date_and_time(event.at)}});
    item.value = event.text;
    timeline.children.push_back(std::move(item));
  }
  return view::section({}, {view::heading(2, say("case.events")), std::move(timeline)});
}

Node text_area(const StaffCaseState& state, const char* id, const char* label, std::string_view value, int rows) {
  Node area = view::node(Kind::text_area, say(label), {}, id);
  area.value = value;
  area.input.rows = rows;
  area.error = error_text(state.errors, id);
  return area;
}

Node action_form(const StaffCaseState& state, const char* id, const char* intent, const char* button_key,
                 Nodes fields) {
  Node form = view::node(Kind::form, say(button_key), std::move(fields), id);
  form.intent = intent;
  form.target = "/staff/cases/" + state.found->id;
  Node submit = view::button(say(button_key), Tone::primary);
  submit.id = std::string(id) + "-submit";
  submit.busy = state.sending;
  submit.disabled = state.sending;
  form.children.push_back(view::actions({std::move(submit)}));
  return form;
}

Node referral_form(const Site& site, const StaffCaseState& state) {
  Node unit = view::node(Kind::select, say("case.refer_to"), {}, "to_unit");
  unit.value = state.to_unit;
  unit.required = true;
  unit.error = error_text(state.errors, "to_unit");
  unit.options.push_back({"", say("form.choose_one")});
  for (const Unit& one : site.profile->units) {
    if (one.id != state.found->unit_id) unit.options.push_back({one.id, one.name});
  }
  return action_form(state, "referral", "refer", "case.refer",
                     {std::move(unit), text_area(state, "referral_text", "case.refer_reason", state.referral_text, 3)});
}

Nodes work_sections(const Site& site, const StaffCaseState& state) {
  Nodes sections;
  const api::StaffCase& found = *state.found;
  if (found.may_reply) {
    sections.push_back(
        view::section({}, {view::heading(2, say("case.reply_heading")),
                           action_form(state, "reply-form", "reply", "case.reply",
                                       {text_area(state, "reply", "case.reply_text", state.reply, 6)})}));
  }
  if (found.may_refer) {
    sections.push_back(view::section({}, {view::heading(2, say("case.refer_heading")), referral_form(site, state)}));
  }
  if (found.may_note) {
    sections.push_back(view::section({}, {view::heading(2, say("case.note_heading")),
                                          action_form(state, "note-form", "note", "case.note_submit",
                                                      {text_area(state, "note", "case.note", state.note, 3)})}));
  }
  return sections;
}

Nodes found_content(const Site& site, const StaffCaseState& state) {
  const api::StaffCase& found = *state.found;
  Nodes content;
  content.push_back(view::actions({view::link(say("case.back"), "/staff")}));
  content.push_back(title_heading(found.subject));
  if (!state.done.empty()) content.push_back(view::notice(say(state.done), Tone::success, "done"));
  if (!state.errors.empty()) content.push_back(error_list(state.errors));
  if (!state.failure.empty()) content.push_back(view::notice(say(state.failure), Tone::danger, "failure"));
  content.push_back(case_facts(site, found));
  content.push_back(
      view::section({}, {view::heading(2, say("case.text")), view::card({view::paragraph(found.body)})}, "text"));
  if (!found.attachments.empty()) content.push_back(attachments_section(found));
  content.push_back(person_section(site, found));
  content.push_back(events_section(found));
  for (Node& section : work_sections(site, state)) content.push_back(std::move(section));
  return content;
}

}  // namespace

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
