// The nodes of a rich text (shared/news/rich_text.h).
#pragma once

#include <string_view>

#include "shared/news/rich_text.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

// Of one block; of a picture none, for a text does not know its pictures. Headings begin at `level`.
void add_rich_block(view::Nodes& nodes, const RichBlock& block, int level);
// Of a whole text without pictures.
void add_rich_text(view::Nodes& nodes, std::string_view text, int level);

}  // namespace hamandish::pages
