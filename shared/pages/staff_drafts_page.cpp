#include "shared/pages/staff_drafts_page.h"

#include <algorithm>

#include "shared/calendar/jalali_text.h"
#include "shared/forms/limits.h"
#include "shared/messages/messages.h"
#include "shared/pages/draft_import_page.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/kept_files.h"
#include "shared/pages/remote_nodes.h"
#include "shared/pages/rich_nodes.h"
#include "shared/pages/settings_page.h"
#include "shared/pages/text_nodes.h"
#include "shared/text/digits.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

constexpr int kTitleMost = 300;
constexpr int kTextMost = 500000;

Field field(std::string id, FieldKind kind, std::string_view label, bool required) {
  Field made;
  made.id = std::move(id);
  made.kind = kind;
  made.label = say(label);
  made.required = required;
  return made;
}

std::string state_word(DraftState state) {
  return say("draft_state." + std::string(wire_name(state)));
}

std::string short_word(DraftState state) {
  return say("draft_short." + std::string(wire_name(state)));
}

Node state_badge(DraftState state) {
  Node badge = view::node(Kind::badge, short_word(state), {});
  if (state == DraftState::open) badge.tone = Tone::primary;
  if (state == DraftState::reviewing || state == DraftState::amended) badge.tone = Tone::warning;
  if (state == DraftState::issued) badge.tone = Tone::success;
  return badge;
}

Node state_chips(const StaffDraftsState& state) {
  Node chips = view::node(Kind::chips, say("drafts.states"), {}, "draft-states");
  const auto add = [&](std::string text, const std::optional<DraftState>& one) {
    Node link = view::link(std::move(text), staff_draft_list_address(one));
    link.current = state.state == one;
    chips.children.push_back(std::move(link));
  };
  add(say("drafts.every_state"), std::nullopt);
  for (const DraftState one : kDraftStates) add(short_word(one), one);
  return chips;
}

Node back(std::string text, std::string target) {
  return view::actions({view::link(std::move(text), std::move(target))});
}

void add_outcome(Nodes& content, const std::vector<FieldError>& errors, const std::string& failure,
                 const std::string& done) {
  add_failures(content, errors, failure);
  if (!done.empty()) content.push_back(view::notice(say(done), Tone::success, "done"));
}

// --- Steps

struct StepForm {
  DraftStep step;
  bool day;
  bool reason;
  bool number;
  bool text;
};
constexpr StepForm kStepForms[] = {
    {DraftStep::approve, true, false, false, false}, {DraftStep::send_back, false, false, false, false},
    {DraftStep::extend, true, true, false, false},   {DraftStep::amend, false, false, false, true},
    {DraftStep::issue, true, false, true, false},    {DraftStep::withdraw, false, true, false, false},
};

Node step_field(const StaffDraftState& state, DraftStep step, std::string_view name, Kind kind) {
  const std::string step_name(wire_name(step));
  const std::string id = step_name + "-" + std::string(name);
  // «draft_field.approve_day», «draft_field.extend_reason» ...
  Node node = view::node(kind, say("draft_field." + step_name + "_" + std::string(name)), {}, id);
  node.value = answer(state.answers, id);
  node.error = error_text(state.errors, id);
  node.required = true;
  return node;
}

Node step_form(const Site& site, const StaffDraftState& state, const StepForm& form) {
  const std::string name(wire_name(form.step));
  const std::string label = say("draft_do." + name);
  Nodes fields;
  if (form.day) {
    const std::string id = name + "-day";
    Node day = view::date_field(id, say("draft_field." + name + "_day"));
    day.value = answer(state.answers, id);
    day.error = error_text(state.errors, id);
    day.required = true;
    fields.push_back(std::move(day));
  }
  if (form.number) fields.push_back(step_field(state, form.step, "number", Kind::text_field));
  if (form.text) {
    Node text = step_field(state, form.step, "plain_text", Kind::text_area);
    if (text.value.empty()) text.value = state.amended_text;
    fields.push_back(std::move(text));
  }
  if (form.reason) fields.push_back(step_field(state, form.step, "reason", Kind::text_area));
  fields.push_back(submit(name + "-send", label, form.step == DraftStep::withdraw ? Tone::danger : Tone::primary));
  const std::string target = staff_draft_address(state.draft.id, "step/" + name + "/v" + std::to_string(state.version));
  return staff_form(site, name, label, target, std::move(fields));
}

void add_steps(Nodes& content, const Site& site, const StaffDraftState& state) {
  const Role role = site.session ? site.session->role : Role::officer;
  Nodes forms;
  for (const StepForm& form : kStepForms) {
    if (!may_take(role, form.step) || !next_state(state.draft.state, form.step)) continue;
    forms.push_back(view::section(
        say("draft_do." + std::string(wire_name(form.step))),
        {view::heading(3, say("draft_do." + std::string(wire_name(form.step)))), step_form(site, state, form)},
        "do-" + std::string(wire_name(form.step))));
  }
  if (forms.empty()) return;
  content.push_back(view::heading(2, say("draft.next_steps"), "next-steps"));
  const bool waits = state.draft.state == DraftState::prepared && !may_take(role, DraftStep::approve);
  if (waits) {
    content.push_back(view::paragraph(say("draft.waits_for_approval", {{"head", site.profile->head_title}})));
  }
  for (Node& form : forms) content.push_back(std::move(form));
}

Node rooms(const Site& site, const StaffDraftState& state) {
  const Role role = site.session ? site.session->role : Role::officer;
  Node links = view::actions({});
  if (may_take(role, DraftStep::edit) && next_state(state.draft.state, DraftStep::edit).ok()) {
    links.children.push_back(view::link(say("draft.edit"), staff_draft_address(state.draft.id, "edit")));
  }
  links.children.push_back(view::link(say("draft.moderate"), staff_draft_address(state.draft.id, "comments/waiting")));
  links.children.push_back(view::link(say("draft.answer"), staff_draft_address(state.draft.id, "answers")));
  links.children.push_back(view::link(say("invitation.heading"), staff_draft_address(state.draft.id, "invitations")));
  const std::string table = staff_draft_address(state.draft.id) + "/dispositions";
  links.children.push_back(view::link(say("draft.file_table_pdf"), table + ".pdf"));
  links.children.push_back(view::link(say("draft.file_table_csv"), table + ".csv"));
  if (is_public(state.draft.state, state.draft.window.has_value() && state.draft.state != DraftState::approved)) {
    links.children.push_back(view::link(say("draft.public_page"), draft_address(state.draft.id)));
  }
  return links;
}

Node summary_facts(const StaffDraftState& state) {
  const DraftSummary& draft = state.draft;
  Node facts = view::node(Kind::facts, {}, {}, "draft-facts");
  facts.children.push_back(view::fact(say("draft.state"), state_word(draft.state)));
  facts.children.push_back(view::fact(say("draft.kind"), say("draft_kind." + std::string(wire_name(draft.kind)))));
  facts.children.push_back(
      view::fact(say("draft.origin"), say("draft_origin." + std::string(wire_name(draft.origin)))));
  facts.children.push_back(view::fact(say("draft.unit"), draft.unit_name));
  if (draft.window) {
    facts.children.push_back(
        view::fact(say("draft.window"), say("draft.window_text", {{"from", long_date(draft.window->opens_on)},
                                                                  {"to", long_date(draft.window->closes_on)}})));
  }
  if (!draft.window && state.days > 0) {
    facts.children.push_back(view::fact(say("draft.days"), text::persian_number(state.days)));
  }
  if (!state.days_reason.empty()) facts.children.push_back(view::fact(say("draft.days_reason"), state.days_reason));
  facts.children.push_back(view::fact(say("draft.comments"), text::persian_number(draft.comments)));
  return facts;
}

// What stands behind the draft, with forms as long as it may be edited.
void add_documents(Nodes& content, const Site& site, const StaffDraftState& state) {
  const Role role = site.session ? site.session->role : Role::officer;
  const bool may = may_take(role, DraftStep::edit) && next_state(state.draft.state, DraftStep::edit).ok();
  if (state.documents.empty() && !may) return;
  content.push_back(view::heading(2, say("draft.documents"), "documents-heading"));
  add_file_links(content, state.documents, say("draft.documents"));
  if (!may) return;
  for (std::size_t i = 0; i < state.documents.size() && i < state.document_ids.size(); ++i) {
    const std::string& id = state.document_ids[i];
    content.push_back(action_form(site, "remove-" + id, say("form.file_remove", {{"name", state.documents[i].name}}),
                                  staff_draft_address(state.draft.id, "documents/" + id + "/remove"), Tone::neutral));
  }
  Nodes fields;
  add_files_field(fields,
                  {"documents", say("draft.documents_choose"), say("comment.attach_help"), {}, true, state.kept},
                  state.errors);
  fields.push_back(submit("documents-send", say("draft.documents_add"), Tone::primary));
  Node form = staff_form(site, "add-documents", say("draft.documents_add"),
                         staff_draft_address(state.draft.id, "documents"), std::move(fields));
  form.multipart = true;
  content.push_back(std::move(form));
}

Node clause_section(const Clause& clause, const std::string& prefix) {
  const std::string name = clause.name.empty() ? say("draft.preamble") : clause.name;
  Node section = view::section(name, {view::heading(3, name)}, prefix + clause.id);
  add_paragraphs(section.children, clause.text);
  return section;
}

Node trail_of(const StaffDraftState& state) {
  Node trail = view::node(Kind::timeline, say("draft.trail"), {}, "draft-trail");
  for (std::size_t i = 0; i < state.events.size(); ++i) {
    const DraftEvent& event = state.events[i];
    Node item = view::node(Kind::item, say("draft_step." + std::string(wire_name(event.step))), {});
    const std::string who =
        i < state.actors.size() && !state.actors[i].empty() ? state.actors[i] : say("draft.by_clock");
    item.note = say("draft.step_note", {{"who", who}, {"when", date_and_time(event.at)}});
    item.value = event.reason;
    trail.children.push_back(std::move(item));
  }
  return trail;
}

}  // namespace

std::string staff_draft_address(std::int64_t id, std::string_view room) {
  std::string address = std::string(kStaffDraftsPath) + "/" + std::to_string(id);
  if (!room.empty()) address.append("/").append(room);
  return address;
}

std::vector<Field> draft_fields(const Profile& profile) {
  std::vector<Field> fields;
  fields.push_back(field("draft_title", FieldKind::line, "draft.title", true));
  fields.back().max_length = kTitleMost;
  fields.push_back(field("kind", FieldKind::choice, "draft.kind", true));
  fields.back().choices = choices_of(kDraftKinds, "draft_kind.");
  fields.push_back(field("origin", FieldKind::choice, "draft.origin", true));
  fields.back().choices = choices_of(kDraftOrigins, "draft_origin.");
  fields.push_back(field("unit_id", FieldKind::choice, "draft.unit", true));
  for (const Unit& unit : profile.units) fields.back().choices.push_back({unit.id, unit.name});
  fields.push_back(field("purpose", FieldKind::text, "draft.purpose", true));
  fields.back().help = say("draft.rich_help");
  fields.push_back(field("affects", FieldKind::text, "draft.affects", true));
  fields.push_back(field("days", FieldKind::line, "draft.days", false));
  fields.back().help = say("draft.days_help");
  fields.push_back(field("days_reason", FieldKind::text, "draft.days_reason", false));
  fields.push_back(field("plain_text", FieldKind::text, "draft.plain_text", true));
  fields.back().help = say("draft.plain_text_help");
  fields.back().max_length = kTextMost;
  return fields;
}

std::string staff_draft_list_address(const std::optional<DraftState>& state, std::string_view mark) {
  if (!state && mark.empty()) return std::string(kStaffDraftsPath);
  std::string address(kStaffDraftsPath);
  address.append("/list/").append(state ? wire_name(*state) : "all");
  if (!mark.empty()) address.append("/").append(mark);
  return address;
}

Node staff_drafts_view(const Site& site, const StaffDraftsState& state) {
  Nodes content = {title_heading(say("draft.staff_heading"))};
  const Role role = site.session ? site.session->role : Role::officer;
  if (may_take(role, DraftStep::edit)) {
    content.push_back(view::actions({view::link(say("draft.new"), std::string(kStaffDraftsPath) + "/new"),
                                     view::link(say("import.heading"), std::string(kDraftImportPath))}));
  }
  content.push_back(state_chips(state));
  if (state.drafts.empty()) {
    content.push_back(
        view::node(Kind::empty_state, say(state.state ? "drafts.room_empty" : "draft.none"), {}, "empty"));
    return frame(site, say("draft.staff_heading"), std::move(content));
  }
  Node table = view::node(Kind::table, say("draft.staff_heading"), {}, "drafts");
  table.quiet = true;
  table.columns = {say("draft.title"), say("draft.state"), say("draft.closes"), say("draft.comments")};
  for (const DraftSummary& draft : state.drafts) {
    const std::string closes = draft.window ? short_date(draft.window->closes_on) : std::string("—");
    table.children.push_back(
        view::node(Kind::row, {},
                   {view::link(draft.title, staff_draft_address(draft.id)), state_badge(draft.state),
                    view::paragraph(closes), view::paragraph(text::persian_number(draft.comments))}));
  }
  content.push_back(std::move(table));
  if (!state.more.empty()) content.push_back(view::actions({view::link(say("drafts.older"), state.more)}));
  return frame(site, say("draft.staff_heading"), std::move(content));
}

Node draft_form_view(const Site& site, const DraftFormState& state) {
  const std::string title = say(state.id == 0 ? "draft.new" : "draft.edit");
  Nodes content = {back(say("draft.staff_heading"), std::string(kStaffDraftsPath)), title_heading(title)};
  add_outcome(content, state.errors, state.failure, {});
  Nodes fields;
  for (const Field& one : draft_fields(*site.profile)) {
    fields.push_back(field_node(one, answer(state.answers, one.id), state.errors));
    if (one.id == "plain_text") fields.back().input.rows = 16;
  }
  if (state.id != 0) fields.push_back(version_field(state.version));
  fields.push_back(submit("draft-save", say("draft.save"), Tone::primary));
  const std::string target =
      state.id == 0 ? std::string(kStaffDraftsPath) + "/new" : staff_draft_address(state.id, "edit");
  content.push_back(staff_form(site, "draft", title, target, std::move(fields)));
  return frame(site, title, std::move(content));
}

Node staff_draft_view(const Site& site, const StaffDraftState& state) {
  Nodes content = {back(say("draft.staff_heading"), std::string(kStaffDraftsPath)), title_heading(state.draft.title)};
  add_outcome(content, state.errors, state.failure, state.done);
  content.push_back(summary_facts(state));
  content.push_back(rooms(site, state));
  add_steps(content, site, state);
  content.push_back(view::heading(2, say("draft.purpose"), "purpose"));
  add_rich_text(content, state.purpose, 3);
  content.push_back(view::heading(2, say("draft.affects"), "affects"));
  add_rich_text(content, state.affects, 3);
  add_documents(content, site, state);
  if (!state.amended.empty()) {
    content.push_back(view::heading(2, say("draft.amended_text"), "amended-text"));
    for (const Clause& clause : state.amended) content.push_back(clause_section(clause, "amended-"));
  }
  content.push_back(view::heading(2, say("draft.text"), "text"));
  for (const Clause& clause : state.proposed) content.push_back(clause_section(clause, "clause-"));
  content.push_back(view::heading(2, say("draft.trail"), "trail-heading"));
  content.push_back(trail_of(state));
  return frame(site, state.draft.title, std::move(content));
}

}  // namespace hamandish::pages
