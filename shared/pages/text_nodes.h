// Long texts as nodes.
#pragma once

#include <string_view>

#include "shared/view/builder.h"

namespace hamandish::pages {

// A text of several lines as a paragraph for each line; empty lines are left out.
void add_paragraphs(view::Nodes& nodes, std::string_view text);

}  // namespace hamandish::pages
