// «میز خدمت»: every kind of message that the organisation takes, each a link to its form.
#pragma once

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

view::Node desk_view(const Site& site);

// The kinds as a grid of links («ثبت شکایت», ...), in the profile's order.
view::Node kinds_grid(const Profile& profile);

}  // namespace hamandish::pages
