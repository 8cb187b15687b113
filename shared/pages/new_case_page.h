// «ثبت شکایت» and its sisters: the form of one kind of message. The same view is the empty form, the form with errors
// and the form while it is being sent; nothing that was typed is ever lost between them.
#pragma once

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

// A refused file is not sent: an error of the field «attachments» for each, so that nobody thinks that it was. Those that may
// be tried again are none.
std::vector<FieldError> refused_files(const NewCaseState& state);

view::Node new_case_view(const Site& site, const NewCaseState& state);
// The field of the files with those that were chosen; also of the form by which staff take a message down.
view::Node attachments_field(const Field& field, const NewCaseState& state);

}  // namespace hamandish::pages
