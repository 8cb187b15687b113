// The frame round every page: skip link, banner with the main links, the page itself, the foot.
#pragma once

#include <string>
#include <string_view>

#include "shared/pages/state.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

// A finished page. `title` is what stands in the browser's tab beside the organisation's name; `content` goes into
// <main>.
view::Node frame(const Site& site, std::string title, view::Nodes content);

// What a role of the staff opens: links, in the order of the banner.
view::Nodes staff_links(Role role);

// Whether Site::theme may be this: empty, light, dark or contrast.
bool is_theme(std::string_view name);

// The h1 of a page: always has the id "title", where focus goes on a change of page.
view::Node title_heading(std::string text);

}  // namespace hamandish::pages
