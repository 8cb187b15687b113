// The forms with which staff act on a case, as data: the page draws them, the controller reads them. The three of the
// contract (refer, note, reply) are forms like the others.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/api/wire.h"
#include "shared/base/result.h"
#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

// What a field of such a form fills in StaffAction.
enum class Part {
  text,
  to_unit,
  units,
  due_on,
  assignee,
  priority,
  tag,
  used_tag,
  outcome,
  other,
  subject,
  event,
  canned
};

struct ActionField {
  std::string_view id;  // of the field in the page
  Part part = Part::text;
  std::string_view label;  // message key
  int rows = 3;            // of a text area
  bool required = false;
  std::string_view help{};  // message key
};

struct ActionForm {
  CaseAction action = CaseAction::note;
  std::string_view id;       // of the form; its intent is the wire name of the action
  std::string_view heading;  // message key; of the disclosure, too
  std::string_view button;   // message key
  std::string_view done;     // message key: what to say afterwards
  std::span<const ActionField> fields;
  std::string_view ask = {};  // message key: what cannot be undone is asked for first
};

// In the order of the page. The first three stand open.
std::span<const ActionForm> action_forms();
const ActionForm* action_form(std::string_view intent);
// The first of fields with that part, or nullptr.
const ActionField* field_for(const ActionForm& form, Part part);

view::Node action_form_node(const Site& site, const StaffCaseState& state, const ActionForm& form);

// What was typed, as it is sent. Dates are read as Jalali; errors carry the ids of the fields.
api::StaffAction typed_action(const Site& site, const StaffCaseState& state, const ActionForm& form,
                              std::vector<FieldError>& errors);
// The errors of the server with the ids of the fields instead of the names of the members.
std::vector<FieldError> named_errors(const ActionForm& form, std::vector<FieldError> errors);

}  // namespace hamandish::pages
