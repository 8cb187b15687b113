#include "shared/pages/strategy_page.h"

#include <cstddef>
#include <utility>

#include "shared/messages/messages.h"
#include "shared/pages/frame.h"
#include "shared/text/digits.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

Tone tone_of(const PromiseFigure& figure) {
  if (!figure.kept) return Tone::neutral;
  return *figure.kept ? Tone::success : Tone::warning;
}

Node verdict(const PromiseFigure& figure) {
  Node badge = view::node(Kind::badge, verdict_text(figure), {});
  badge.tone = tone_of(figure);
  return badge;
}

}  // namespace

Node strategy_view(const Site& site, const std::vector<PromiseFigure>& figures) {
  Nodes content = {title_heading(say("nav.strategy")),
                   view::paragraph(say("strategy.lead", {{"organisation", site.profile->name}}))};
  for (std::size_t i = 0; i < site.profile->promises.size() && i < figures.size(); ++i) {
    const Promise& promise = site.profile->promises[i];
    const PromiseFigure& figure = figures[i];
    Node section = view::section(promise.title,
                                 {view::heading(2, promise.title), view::paragraph(promise.text),
                                  view::paragraph(figure.sentence), verdict(figure)},
                                 "promise-" + promise.id);
    if (!promise.target.empty()) {
      section.children.push_back(
          view::actions({view::link(say("strategy.go", {{"title", promise.title}}), promise.target)}));
    }
    content.push_back(std::move(section));
  }
  content.push_back(view::heading(2, say("reports.how_counted"), "how-counted"));
  content.push_back(view::paragraph(say("promise.how", {{"percent", text::persian_number(kKeptPercent)}})));
  content.push_back(view::actions({view::link(say("nav.statistics"), "/statistics")}));
  return frame(site, say("nav.strategy"), std::move(content));
}

}  // namespace hamandish::pages
