#include "shared/pages/strategy_page.h"

#include <cstddef>
#include <utility>

#include "shared/messages/messages.h"
#include "shared/pages/frame.h"
#include "shared/pages/help_pages.h"
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

// Each with its days left, under the promise that it is kept by.
void add_open_drafts(Nodes& content, const Site& site, const Promise& promise, const StrategyState& state) {
  Node list = view::node(Kind::list, say("drafts.open"), {}, "open-" + promise.id);
  for (const DraftSummary& draft : state.open_drafts) {
    if (!is_kept_by(promise.id, draft.origin)) continue;
    Node item = view::node(Kind::item, {}, {view::link(draft.title, draft_address(draft.id))});
    if (draft.window) item.children.push_back(view::paragraph(closing_text(draft, site.now)));
    list.children.push_back(std::move(item));
  }
  if (!list.children.empty()) content.push_back(std::move(list));
}

}  // namespace

Node strategy_view(const Site& site, const StrategyState& state) {
  Nodes content = {title_heading(say("nav.strategy")),
                   view::paragraph(say("strategy.lead", {{"organisation", site.profile->name}}))};
  for (std::size_t i = 0; i < site.profile->promises.size() && i < state.figures.size(); ++i) {
    const Promise& promise = site.profile->promises[i];
    const PromiseFigure& figure = state.figures[i];
    Node section = view::section(promise.title,
                                 {view::heading(2, promise.title), view::paragraph(promise.text),
                                  view::paragraph(figure.sentence), verdict(figure)},
                                 "promise-" + promise.id);
    add_open_drafts(section.children, site, promise, state);
    if (!promise.target.empty()) {
      section.children.push_back(
          view::actions({view::link(say("strategy.go", {{"title", promise.title}}), promise.target)}));
    }
    content.push_back(std::move(section));
  }
  content.push_back(view::heading(2, say("reports.how_counted"), "how-counted"));
  content.push_back(view::paragraph(say("promise.how", {{"percent", text::persian_number(kKeptPercent)}})));
  content.push_back(view::actions({view::link(say("nav.statistics"), "/statistics")}));
  content.push_back(updated_line(state.updated));
  return frame(site, say("nav.strategy"), std::move(content));
}

}  // namespace hamandish::pages
