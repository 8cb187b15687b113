#include "shared/pages/gallery_page.h"

#include "shared/messages/messages.h"
#include "shared/pages/frame.h"
#include "shared/text/digits.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

Node with_intent(Node node, std::string intent) {
  node.intent = std::move(intent);
  return node;
}

Node buttons() {
  Nodes all;
  for (const Tone tone : {Tone::primary, Tone::neutral, Tone::danger}) {
    const bool danger = tone == Tone::danger;
    const char* key = tone == Tone::primary ? "form.send" : danger ? "gallery.remove" : "gallery.check";
    all.push_back(view::button(say(key), tone, "nothing"));
  }
  Node busy = view::button(say("form.sending"), Tone::primary, "nothing");
  busy.busy = true;
  Node waiting = view::button(say("gallery.loading"), Tone::neutral, "nothing");
  waiting.busy = true;
  Node closed = view::button(say("gallery.closed"), Tone::neutral, "nothing");
  closed.disabled = true;
  Node off = view::button(say("gallery.closed_main"), Tone::primary, "nothing");
  off.disabled = true;
  for (Node* one : {&busy, &waiting, &closed, &off}) all.push_back(std::move(*one));
  Node told = view::button(say("gallery.told"), Tone::neutral, "nothing");
  told.disabled = true;
  told.help = say("gallery.told_why");
  Node tip = view::button(say("gallery.tip"), Tone::neutral, "copy:g-code:" + say("receipt.copied"));
  tip.help = say("gallery.tip_text");
  for (Node* one : {&told, &tip}) all.push_back(std::move(*one));
  all.push_back(view::button(say("gallery.long_button"), Tone::neutral, "nothing"));
  all.push_back(view::link(say("gallery.link_in_row"), "/contact"));
  return view::section(say("gallery.buttons"), {view::heading(2, say("gallery.buttons")), view::actions(std::move(all)),
                                                view::link(say("gallery.link"), "/desk")});
}

Node tabs(const GalleryState& state) {
  const bool trail = state.tab == "trail";
  Node first = with_intent(view::link(say("case.text"), "/gallery?tab=text"), "tab:text");
  first.current = !trail;
  Node second = with_intent(view::link(say("case.events"), "/gallery?tab=trail"), "tab:trail");
  second.current = trail;
  return view::node(
      Kind::tabs, say("gallery.tabs"),
      {std::move(first), std::move(second), view::paragraph(say(trail ? "gallery.mixed" : "gallery.short"))}, "parts");
}

Node menu() {
  return view::node(Kind::menu, say("gallery.menu"),
                    {view::link(say("nav.desk"), "/desk"), view::button(say("gallery.check"), Tone::neutral, "nothing"),
                     view::button(say("gallery.remove"), Tone::danger, "nothing")},
                    "g-menu");
}

Node steps() {
  Node result = view::node(Kind::stepper, say("gallery.stepper"), {}, "g-steps");
  for (const char* key : {"gallery.step_kind", "gallery.step_text", "gallery.step_sender", "gallery.step_send"}) {
    result.children.push_back(view::node(Kind::item, say(key), {}));
  }
  result.children[0].checked = true;
  result.children[1].current = true;
  return result;
}

Node waiting() {
  Node result = view::node(Kind::skeleton, say("gallery.loading_list"), {}, "g-skeleton");
  result.level = 4;
  return result;
}

Node opening(const GalleryState& state) {
  Node open =
      view::node(Kind::disclosure, say("gallery.details"), {view::paragraph(say("gallery.long"))}, "details-open");
  open.checked = true;
  Node shut =
      view::node(Kind::disclosure, say("gallery.question"), {view::paragraph(say("gallery.short"))}, "details-shut");
  Node ask = with_intent(view::link(say("gallery.open_dialog"), "/gallery?dialog=1"), "open-dialog");
  ask.id = "open-dialog";
  return view::section(say("gallery.opening"), {view::heading(2, say("gallery.opening")), tabs(state), std::move(open),
                                                std::move(shut), std::move(ask), menu(), steps(), waiting()});
}

Node rows_of_links() {
  Node crumbs = view::node(Kind::breadcrumb, say("gallery.crumbs"),
                           {view::link(say("nav.home"), "/"), view::link(say("nav.desk"), "/desk"),
                            view::paragraph(say("gallery.heading"))});
  Node second = view::link(text::persian_number(2), "/gallery?page=2");
  second.current = true;
  Node pages = view::node(
      Kind::pagination, say("gallery.pages"),
      {view::link(say("gallery.previous"), "/gallery?page=1"), view::link(text::persian_number(1), "/gallery?page=1"),
       std::move(second), view::paragraph(say("gallery.between")),
       view::link(text::persian_number(12), "/gallery?page=12"), view::link(say("gallery.next"), "/gallery?page=3")});
  Node urgent;
  urgent.kind = Kind::badge;
  urgent.text = say("gallery.urgent");
  urgent.tone = Tone::danger;
  Node chips = view::node(Kind::chips, say("gallery.tags"),
                          {view::link(say("case.kind"), "/gallery"), std::move(urgent),
                           view::button(say("gallery.untag"), Tone::neutral, "nothing")});
  Node grid = view::node(Kind::link_grid, say("desk.kinds"),
                         {view::link(say("nav.desk"), "/desk"), view::link(say("nav.track"), "/track"),
                          view::link(say("nav.contact"), "/contact")});
  grid.children[0].note = say("gallery.short");
  grid.children[1].note = say("gallery.long");
  return view::section(say("gallery.links"), {view::heading(2, say("gallery.links")), std::move(crumbs),
                                              std::move(pages), std::move(chips), std::move(grid)});
}

Node dialog() {
  Node result = with_intent(
      view::node(Kind::dialog, say("gallery.dialog"), {view::paragraph(say("gallery.dialog_text"))}, "dialog"),
      "close-dialog");
  Node back = with_intent(view::link(say("gallery.cancel"), "/gallery"), "close-dialog");
  result.children.push_back(
      view::actions({view::button(say("gallery.remove_it"), Tone::danger, "confirm"), std::move(back)}));
  return result;
}

}  // namespace

GalleryState gallery_state(std::string_view tab, std::string_view sort, std::string_view dialog) {
  GalleryState state;
  state.tab = tab;
  state.sort = sort;
  state.dialog = !dialog.empty();
  return state;
}

void gallery_intent(GalleryState& state, std::string_view intent) {
  if (intent == "open-dialog") state.dialog = true;
  if (intent == "close-dialog" || intent == "confirm") state.dialog = false;
  if (intent == "confirm") state.announced = "gallery.removed";
  if (intent.starts_with("tab:")) state.tab = intent.substr(4);
  if (intent.starts_with("sort:")) state.sort = intent.substr(5);
}

Node gallery_view(const Site& site, const GalleryState& state) {
  Nodes content = {title_heading(say("gallery.heading")),
                   view::paragraph(say("gallery.lead")),
                   gallery_texts(),
                   rows_of_links(),
                   buttons(),
                   gallery_fields(),
                   gallery_choices(),
                   gallery_data(state),
                   gallery_charts(),
                   opening(state),
                   gallery_messages(state)};
  if (state.dialog) content.push_back(dialog());
  return frame(site, say("gallery.heading"), std::move(content));
}

}  // namespace hamandish::pages
