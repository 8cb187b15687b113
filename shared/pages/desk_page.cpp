#include "shared/pages/desk_page.h"

#include "shared/messages/messages.h"
#include "shared/pages/frame.h"

namespace hamandish::pages {

view::Node kinds_grid(const Profile& profile) {
  view::Node grid = view::node(view::Kind::link_grid, say("desk.kinds"), {}, "kinds");
  for (const KindForm& kind : profile.kinds) {
    view::Node link = view::link(kind.link_text, "/desk/new/" + std::string(wire_name(kind.kind)));
    link.note = profile.takes_from_web(kind) ? kind.explanation : say("desk.closed");
    grid.children.push_back(std::move(link));
  }
  return grid;
}

view::Node desk_view(const Site& site) {
  view::Nodes content;
  content.push_back(title_heading(say("nav.desk")));
  content.push_back(view::paragraph(say("desk.lead")));
  content.push_back(kinds_grid(*site.profile));
  view::Nodes questions;
  if (!site.profile->faq.empty()) {
    view::Nodes faq = {view::heading(2, say("desk.faq"))};
    for (const FaqEntry& entry : site.profile->faq) {
      faq.push_back(
          view::node(view::Kind::disclosure, entry.question, {view::paragraph(entry.answer)}, "faq-" + entry.id));
    }
    questions.push_back(view::section(say("desk.faq"), std::move(faq), "faq"));
  }
  content.push_back(
      view::actions({view::link(say("desk.survey"), "/surveys"), view::link(say("notices.link"), "/notices")}));
  view::Node advice = view::node(view::Kind::list, say("desk.advice"), {}, "advice");
  for (const char* key : {"desk.advice_once", "desk.advice_documents", "desk.advice_code"}) {
    advice.children.push_back(view::node(view::Kind::item, say(key), {}));
  }
  content.push_back(
      view::section(say("desk.advice"), {view::heading(2, say("desk.advice")), std::move(advice)}, "before"));
  for (view::Node& question : questions) content.push_back(std::move(question));
  if (!site.profile->privacy_notice.empty()) {
    content.push_back(view::section(
        say("desk.privacy"), {view::heading(2, say("desk.privacy")), view::paragraph(site.profile->privacy_notice)},
        "privacy"));
  }
  return frame(site, say("nav.desk"), std::move(content));
}

}  // namespace hamandish::pages
