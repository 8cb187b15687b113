// Long texts as nodes.
#pragma once

#include <string>
#include <string_view>

#include "shared/view/builder.h"

namespace hamandish::pages {

// A text of several lines as a paragraph for each line; empty lines are left out.
void add_paragraphs(view::Nodes& nodes, std::string_view text);

// A sentence in which one part is a link: a number that is called with one touch.
view::Node sentence_with_link(std::string_view sentence, std::string_view part, std::string target);

}  // namespace hamandish::pages
