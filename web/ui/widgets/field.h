// What all fields share: label, help, control, error below each other, and the frame of a control.
#pragma once

#include <string>
#include <string_view>

#include "web/ui/widgets/widgets.h"

namespace hamandish::web {

// Lays out label and help; gives the area that begins where the control may begin.
Area arrange_field_head(Composer& to, const view::Node& field, Area area, std::string_view name_part = "-label");
// Lays out the error below the control that ended at area.y; gives the area below.
Area arrange_field_error(Composer& to, const view::Node& field, Area area);
// A box of 24 with a label beside it: a checkbox, or one of a group's. `id`: of the input. Gives the area of the label,
// moved below it.
Area arrange_tick(Composer& to, const view::Node& node, const std::string& id, std::string_view label, Area area);
// The button behind a control that opens its calendar or its list, if it has one. Gives what is left for the control.
Area arrange_tool(Composer& to, const view::Node& field, Area area);
// The frame in the field's state (plain, hovered, focused, invalid, disabled) on its surface.
void paint_frame(Painter& painter, const Piece& piece);
// The text that the control shows when the browser does not: at rest, unless it is empty or a password.
void paint_value(Painter& painter, const Piece& piece, bool one_line);

}  // namespace hamandish::web
