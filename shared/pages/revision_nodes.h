// A text with what was taken out of it and put into it, as nodes.
#pragma once

#include <string_view>

#include "shared/consultations/diff.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

// One node for each line of the text.
void add_revision(view::Nodes& nodes, const std::vector<DiffPart>& parts);

// A proposed wording against the clause that it is proposed for; without a clause, the wording as it is.
void add_wording(view::Nodes& nodes, std::string_view clause_text, std::string_view wording);

// What the marks mean, in marks.
view::Node revision_legend();

}  // namespace hamandish::pages
