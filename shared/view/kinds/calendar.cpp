#include "shared/view/kinds/kinds.h"

namespace hamandish::view::kinds {
namespace {

constexpr std::size_t kWeek = 7;
constexpr std::size_t kLetter = 2;  // bytes of a Persian letter

void write_day(Html& html, const Node& day) {
  html.open("div").attribute("role", "gridcell").attribute_if(day.current, "aria-selected", "true");
  html.open("button").id(day.id).attribute("type", "button").style("", day.tone);
  html.attribute("tabindex", day.checked ? "0" : "-1").attribute("data-value", day.value);
  html.attribute_if(day.required, "aria-current", "date");
  html.attribute("aria-label", day.help).text(day.text).close().close();
}

}  // namespace

void write_calendar(Html& html, const Node& node) {
  html.open("div").id(node.id).style("calendar").attribute("role", "grid").attribute("aria-label", node.text);
  html.attribute("data-for", node.target);
  html.open("div").attribute("role", "row");
  for (std::size_t i = 0; i < node.columns.size(); ++i) {
    html.open("span").id(node.id, "-w" + std::to_string(i)).attribute("role", "columnheader");
    html.attribute("aria-label", node.columns[i]).text(node.columns[i].substr(0, kLetter)).close();
  }
  html.close();
  const auto before = static_cast<std::size_t>(node.level);
  for (std::size_t at = 0; at < before + node.children.size(); ++at) {
    if (at % kWeek == 0) html.open("div").attribute("role", "row");
    if (at >= before) write_day(html, node.children[at - before]);
    if (at < before) html.open("div").attribute("role", "gridcell").close();
    if (at % kWeek == kWeek - 1 || at + 1 == before + node.children.size()) html.close();
  }
  html.close();
}

}  // namespace hamandish::view::kinds
