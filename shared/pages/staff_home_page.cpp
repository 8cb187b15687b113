#include "shared/pages/staff_home_page.h"

#include "shared/messages/messages.h"
#include "shared/pages/frame.h"

namespace hamandish::pages {

view::Node staff_home_view(const Site& site) {
  view::Node grid = view::node(view::Kind::link_grid, say("banner.places"), staff_links(site.session->role), "places");
  return frame(site, say("staff_home.heading"),
               {title_heading(say("staff_home.heading")), view::paragraph(say("staff_home.lead")), std::move(grid)});
}

}  // namespace hamandish::pages
