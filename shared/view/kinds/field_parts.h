// What all fields of a form share: label, star, help, error, and the attributes that tie them to the control.
#pragma once

#include "shared/view/html.h"

namespace hamandish::view::kinds {

// <label id="…-label" for="…">, and the star of a required field beside it, not in it: the accessible name is the
// label's text exactly, and `required` says the rest.
void write_label(Html& html, const Node& field);

// <p id="…-help"> between label and control, <p id="…-error"> after it; each only if there is one.
void write_help(Html& html, const Node& field);
void write_error(Html& html, const Node& field);

// aria-describedby, aria-invalid, required, aria-required, disabled: after open() of the control.
void field_attributes(Html& html, const Node& field);

// Opens <div class="field …" id="…-field">; invalid fields are marked. Close it.
void open_field(Html& html, const Node& field, std::string_view extra_class = {});

// dir, inputmode and what the phone's keyboard and autofill need.
void input_attributes(Html& html, const Node& field);

// A group of radio buttons or checkboxes: <div class="field …" id="…<part>" role=…> with its name and description.
void open_choices(Html& html, const Node& group, std::string_view part, std::string_view role);
// Its <span id="…-legend">, star and help.
void write_legend(Html& html, const Node& group);

// Room for a control and, behind it, the button that opens its calendar or its list; nothing when the field has none.
// Closed with write_tool.
void open_tooled(Html& html, const Node& field);
void write_tool(Html& html, const Node& field);

}  // namespace hamandish::view::kinds
