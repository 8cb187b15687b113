#include "shared/pages/case_actions.h"

#include <algorithm>

#include "shared/calendar/jalali_text.h"
#include "shared/cases/names.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/options.h"
#include "shared/text/normalize.h"
#include "shared/view/builder.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Tone;

constexpr int kAnswerRows = 6;

constexpr ActionField kReply[] = {
    {"canned", Part::canned, "case.canned"},
    {"reply", Part::text, "case.reply_text", kAnswerRows, true},
};
constexpr ActionField kRefer[] = {
    {"to_unit", Part::to_unit, "case.refer_to", 0, true},
    {"referral_text", Part::text, "case.refer_reason"},
    {"referral_due_on", Part::due_on, "case.refer_due_on", 0, false, "case.date_help"},
};
constexpr ActionField kNote[] = {{"note", Part::text, "case.note", 3, true}};
constexpr ActionField kAsk[] = {{"ask_text", Part::text, "case.ask_text", 4, true}};
constexpr ActionField kAdvise[] = {{"advise_text", Part::text, "case.advise_text", 4, true}};
constexpr ActionField kConsult[] = {
    {"consult_units", Part::units, "case.consult_units", 0, true},
    {"consult_text", Part::text, "case.consult_text"},
    {"consult_due_on", Part::due_on, "case.consult_due_on", 0, false, "case.date_help"},
};
constexpr ActionField kGiveBack[] = {{"give_back_text", Part::text, "case.reason", 3, true}};
constexpr ActionField kAssign[] = {{"assignee", Part::assignee, "case.assignee"}};
constexpr ActionField kPrioritise[] = {{"priority", Part::priority, "case.priority"}};
constexpr ActionField kTag[] = {{"tag", Part::tag, "case.tag", 0, true}};
constexpr ActionField kUntag[] = {{"used_tag", Part::used_tag, "case.used_tag", 0, true}};
constexpr ActionField kExtend[] = {
    {"extend_due_on", Part::due_on, "case.new_due_on", 0, true, "case.date_help"},
    {"extend_text", Part::text, "case.reason_for_citizen", 3, true},
};
constexpr ActionField kReturnDraft[] = {{"return_draft_text", Part::text, "case.reason", 3, true}};
constexpr ActionField kClose[] = {
    {"outcome", Part::outcome, "case.outcome", 0, true},
    {"close_text", Part::text, "case.reason_for_citizen"},
};
constexpr ActionField kMerge[] = {{"merge_other", Part::other, "case.other", 0, true, "case.merge_help"}};
constexpr ActionField kLink[] = {{"link_other", Part::other, "case.other", 0, true}};
constexpr ActionField kSplit[] = {
    {"split_subject", Part::subject, "case.subject", 0, true},
    {"split_text", Part::text, "case.split_text", 4, true},
};
constexpr ActionField kRedact[] = {
    {"redact_what", Part::event, "case.redact_what_label", 0, true},
    {"redact_text", Part::text, "case.reason", 3, true},
};

constexpr ActionForm kForms[] = {
    {CaseAction::reply, "reply-form", "case.reply_heading", "case.reply", "case.replied", kReply},
    {CaseAction::refer, "referral", "case.refer_heading", "case.refer", "case.referred", kRefer},
    {CaseAction::note, "note-form", "case.note_heading", "case.note_submit", "case.noted", kNote},
    {CaseAction::return_draft, "return-draft-form", "case.return_draft", "case.return_draft_submit",
     "case.draft_returned", kReturnDraft},
    {CaseAction::advise, "advise-form", "case.advise", "case.advise_submit", "case.advised", kAdvise},
    {CaseAction::ask, "ask-form", "case.ask", "case.ask_submit", "case.asked", kAsk},
    {CaseAction::assign, "assign-form", "case.assign", "case.assign_submit", "case.assigned", kAssign},
    {CaseAction::prioritise, "priority-form", "case.prioritise", "case.prioritise_submit", "case.prioritised",
     kPrioritise},
    {CaseAction::tag, "tag-form", "case.tag_heading", "case.tag_submit", "case.tagged", kTag},
    {CaseAction::untag, "untag-form", "case.untag_heading", "case.untag_submit", "case.untagged", kUntag},
    {CaseAction::consult, "consult-form", "case.consult", "case.consult_submit", "case.consulted", kConsult},
    {CaseAction::extend, "extend-form", "case.extend", "case.extend_submit", "case.extended", kExtend},
    {CaseAction::give_back, "give-back-form", "case.give_back", "case.give_back_submit", "case.given_back", kGiveBack},
    {CaseAction::close, "close-form", "case.close", "case.close_submit", "case.closed", kClose},
    {CaseAction::link, "link-form", "case.link", "case.link_submit", "case.linked", kLink},
    {CaseAction::merge, "merge-form", "case.merge", "case.merge_submit", "case.merged", kMerge, "case.merge_ask"},
    {CaseAction::split, "split-form", "case.split", "case.split_submit", "case.split_done", kSplit},
    {CaseAction::redact, "redact-form", "case.redact", "case.redact_submit", "case.redacted", kRedact,
     "case.redact_ask"},
};

std::string typed(const StaffCaseState& state, std::string_view id) {
  return std::string(answer(state.typed, id));
}

Node named(Kind kind, const StaffCaseState& state, const ActionField& field) {
  Node node = view::node(kind, say(field.label), {}, std::string(field.id));
  node.value = typed(state, field.id);
  node.required = field.required;
  node.error = error_text(state.errors, field.id);
  if (!field.help.empty()) node.help = say(field.help);
  return node;
}

Node text_area(const StaffCaseState& state, const ActionField& field) {
  Node area = named(Kind::text_area, state, field);
  area.input.rows = field.rows;
  return area;
}

Node date(const StaffCaseState& state, const ActionField& field) {
  Node node = view::date_field(std::string(field.id), say(field.label));
  node.value = typed(state, field.id);
  node.required = field.required;
  node.error = error_text(state.errors, field.id);
  if (!field.help.empty()) node.help = say(field.help);
  return node;
}

Node select(const StaffCaseState& state, const ActionField& field, std::string_view first_key,
            std::vector<view::Option> options) {
  Node node = named(Kind::select, state, field);
  if (!first_key.empty()) node.options.push_back({"", say(first_key)});
  for (view::Option& option : options) node.options.push_back(std::move(option));
  return node;
}

std::vector<view::Option> unit_options(const Site& site, const StaffCaseState& state) {
  std::vector<view::Option> options;
  for (const Unit& unit : site.profile->units) {
    if (unit.id != state.found->unit_id) options.push_back({unit.id, unit.name});
  }
  return options;
}

std::string box_id(const ActionField& field, std::string_view unit) {
  return std::string(field.id) + "-" + std::string(unit);
}

Node unit_boxes(const Site& site, const StaffCaseState& state, const ActionField& field) {
  Node group = named(Kind::checkbox_group, state, field);
  group.value.clear();
  for (const view::Option& unit : unit_options(site, state)) {
    Node box = view::node(Kind::checkbox, unit.text, {}, box_id(field, unit.value));
    box.checked = typed(state, box.id) == "1";
    group.children.push_back(std::move(box));
  }
  return group;
}

std::vector<view::Option> officer_options(const StaffCaseState& state) {
  std::vector<view::Option> options;
  for (const api::Officer& one : state.found->officers) options.push_back({one.username, one.name});
  return options;
}

std::vector<view::Option> text_options(const StaffCaseState& state) {
  std::vector<view::Option> options;
  if (!state.found->redacted) options.push_back({"body", say("case.text")});
  for (const api::StaffEvent& event : state.found->events) {
    if (event.id.empty()) continue;
    options.push_back({event.id, say(message_key(event.kind)) + "، " + date_and_time(event.at)});
  }
  return options;
}

std::vector<view::Option> plain_options(const std::vector<std::string>& values) {
  std::vector<view::Option> options;
  options.reserve(values.size());
  for (const std::string& value : values) options.push_back({value, value});
  return options;
}

std::vector<view::Option> canned_options(const StaffCaseState& state) {
  std::vector<view::Option> options;
  for (const api::CannedText& one : state.found->canned) options.push_back({one.id, one.title});
  return options;
}

Node field_of(const Site& site, const StaffCaseState& state, const ActionField& field) {
  switch (field.part) {
    case Part::text:
      return text_area(state, field);
    case Part::to_unit:
      return select(state, field, "form.choose_one", unit_options(site, state));
    case Part::units:
      return unit_boxes(site, state, field);
    case Part::due_on:
      return date(state, field);
    case Part::assignee:
      return select(state, field, "case.nobody", officer_options(state));
    case Part::priority:
      return select(state, field, "", enum_options(kPriorities));
    case Part::used_tag:
      return select(state, field, "form.choose_one", plain_options(state.found->tags));
    case Part::outcome:
      return select(state, field, "form.choose_one", enum_options(kOutcomes));
    case Part::event:
      return select(state, field, "form.choose_one", text_options(state));
    case Part::canned:
      return select(state, field, "case.canned_none", canned_options(state));
    case Part::other: {
      Node node = named(Kind::text_field, state, field);
      node.input.ltr = true;
      node.input.keyboard = view::Keyboard::numeric;
      return node;
    }
    case Part::tag:
    case Part::subject:
      break;
  }
  return named(Kind::text_field, state, field);
}

void read_due_on(const std::string& text, const ActionField& field, api::StaffAction& action,
                 std::vector<FieldError>& errors) {
  if (text::blank(text)) return;
  const std::optional<JalaliDate> date = parse_jalali(text);
  if (date) action.due_on = to_day(*date);
  if (!date) errors.push_back({std::string(field.id), std::string(jalali_fault(text, "case.date_wrong")), {}});
}

void read_units(const Site& site, const StaffCaseState& state, const ActionField& field, api::StaffAction& action) {
  for (const Unit& unit : site.profile->units) {
    if (typed(state, box_id(field, unit.id)) == "1") action.units.push_back(unit.id);
  }
}

void read_part(const Site& site, const StaffCaseState& state, const ActionField& field, api::StaffAction& action,
               std::vector<FieldError>& errors) {
  const std::string value = typed(state, field.id);
  switch (field.part) {
    case Part::text:
      action.text = value;
      return;
    case Part::to_unit:
      action.to_unit = value;
      return;
    case Part::units:
      return read_units(site, state, field, action);
    case Part::due_on:
      return read_due_on(value, field, action, errors);
    case Part::assignee:
      action.assignee = value;
      return;
    case Part::priority:
      action.priority = priority_from(value).value_or(Priority::normal);
      return;
    case Part::tag:
    case Part::used_tag:
      action.tag = value;
      return;
    case Part::outcome:
      action.outcome = outcome_from(value);
      return;
    case Part::other:
      action.other = value;
      return;
    case Part::subject:
      action.subject = value;
      return;
    case Part::event:
      action.event = value;
      return;
    case Part::canned:
      return;
  }
}

bool is_choice(Part part) {
  return part == Part::to_unit || part == Part::units || part == Part::outcome || part == Part::event ||
         part == Part::used_tag;
}

bool is_empty(const StaffCaseState& state, const ActionField& field, const api::StaffAction& action) {
  return field.part == Part::units ? action.units.empty() : text::blank(typed(state, field.id));
}

std::string_view member_of(Part part) {
  switch (part) {
    case Part::text:
      return "text";
    case Part::to_unit:
      return "to_unit";
    case Part::units:
      return "units";
    case Part::due_on:
      return "due_on";
    case Part::assignee:
      return "assignee";
    case Part::priority:
      return "priority";
    case Part::tag:
    case Part::used_tag:
      return "tag";
    case Part::outcome:
      return "outcome";
    case Part::other:
      return "other";
    case Part::subject:
      return "subject";
    case Part::event:
      return "event";
    case Part::canned:
      break;
  }
  return "";
}

}  // namespace

std::span<const ActionForm> action_forms() {
  return kForms;
}

const ActionForm* action_form(std::string_view intent) {
  for (const ActionForm& form : kForms) {
    if (wire_name(form.action) == intent) return &form;
  }
  return nullptr;
}

const ActionField* field_for(const ActionForm& form, Part part) {
  const auto found = std::find_if(form.fields.begin(), form.fields.end(),
                                  [&](const ActionField& field) { return field.part == part; });
  return found != form.fields.end() ? &*found : nullptr;
}

Node action_form_node(const Site& site, const StaffCaseState& state, const ActionForm& form) {
  Node node = view::node(Kind::form, say(form.heading), {}, std::string(form.id));
  node.intent = wire_name(form.action);
  node.target = "/staff/cases/" + state.found->id;
  for (const ActionField& field : form.fields) {
    const bool pointless = field.part == Part::canned && state.found->canned.empty();
    if (!pointless) node.children.push_back(field_of(site, state, field));
  }
  const bool drafts = form.action == CaseAction::reply && state.found->reply_is_draft;
  Node submit = view::button(say(drafts ? "case.reply_as_draft" : form.button),
                             form.action == CaseAction::redact ? Tone::danger : Tone::primary);
  submit.id = std::string(form.id) + "-submit";
  if (!form.ask.empty()) submit.note = say(form.ask);
  submit.busy = state.sending;
  submit.disabled = state.sending;
  node.children.push_back(view::actions({std::move(submit)}));
  return node;
}

api::StaffAction typed_action(const Site& site, const StaffCaseState& state, const ActionForm& form,
                              std::vector<FieldError>& errors) {
  api::StaffAction action;
  action.action = form.action;
  action.version = state.found->version;
  for (const ActionField& field : form.fields) {
    read_part(site, state, field, action, errors);
    if (!field.required || !is_empty(state, field, action)) continue;
    errors.push_back(
        {std::string(field.id), is_choice(field.part) ? "form.choose" : "form.write", {{"label", say(field.label)}}});
  }
  return action;
}

std::vector<FieldError> named_errors(const ActionForm& form, std::vector<FieldError> errors) {
  for (FieldError& error : errors) {
    for (const ActionField& field : form.fields) {
      if (member_of(field.part) == error.field) {
        error.field = field.id;
        break;
      }
    }
  }
  return errors;
}

}  // namespace hamandish::pages
