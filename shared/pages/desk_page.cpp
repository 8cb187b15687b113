#include "shared/pages/desk_page.h"

#include "shared/messages/messages.h"
#include "shared/pages/frame.h"

namespace hamandish::pages {

view::Node kinds_grid(const Profile& profile) {
  view::Node grid = view::node(view::Kind::link_grid, say("desk.kinds"), {}, "kinds");
  for (const KindForm& kind : profile.kinds) {
    view::Node link = view::link(kind.link_text, "/desk/new/" + std::string(wire_name(kind.kind)));
    link.note = kind.explanation;
    grid.children.push_back(std::move(link));
  }
  return grid;
}

view::Node desk_view(const Site& site) {
  view::Nodes content;
  content.push_back(title_heading(say("nav.desk")));
  content.push_back(view::paragraph(say("desk.lead")));
  content.push_back(kinds_grid(*site.profile));
  view::Node advice = view::node(view::Kind::list, say("desk.advice"), {}, "advice");
  for (const char* key : {"desk.advice_once", "desk.advice_documents", "desk.advice_code"}) {
    advice.children.push_back(view::node(view::Kind::item, say(key), {}));
  }
  content.push_back(
      view::section(say("desk.advice"), {view::heading(2, say("desk.advice")), std::move(advice)}, "before"));
  if (!site.profile->privacy_notice.empty()) {
    content.push_back(view::section(
        say("desk.privacy"), {view::heading(2, say("desk.privacy")), view::paragraph(site.profile->privacy_notice)},
        "privacy"));
  }
  return frame(site, say("nav.desk"), std::move(content));
}

}  // namespace hamandish::pages
