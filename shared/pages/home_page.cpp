#include "shared/pages/home_page.h"

#include "shared/messages/messages.h"
#include "shared/pages/desk_page.h"
#include "shared/pages/frame.h"
#include "shared/pages/text_nodes.h"
#include "shared/pages/track_page.h"
#include "shared/text/digits.h"
#include "shared/text/isolate.h"

namespace hamandish::pages {

view::Node home_view(const Site& site) {
  const Profile& profile = *site.profile;
  view::Nodes content;
  content.push_back(title_heading(say("home.heading", {{"organisation", profile.name}})));
  content.push_back(view::paragraph(say("home.lead")));
  content.push_back(
      view::section(say("home.write"), {view::heading(2, say("home.write")), kinds_grid(profile)}, "write"));
  content.push_back(view::section(
      say("home.track"), {view::heading(2, say("home.track")), view::paragraph(say("home.track_lead")), track_form({})},
      "follow"));
  if (!profile.complaints_phone.empty()) {
    const std::string phone = text::ltr(text::persian_digits(profile.complaints_phone));
    const std::string how = say("home.phone", {{"phone", phone}, {"hours", profile.working_hours}});
    content.push_back(view::section(
        say("home.no_web"),
        {view::heading(2, say("home.no_web")), sentence_with_link(how, phone, "tel:" + profile.complaints_phone)},
        "phone"));
  }
  return frame(site, say("nav.home"), std::move(content));
}

}  // namespace hamandish::pages
