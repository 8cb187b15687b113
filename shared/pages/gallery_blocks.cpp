// The gallery's texts, data and messages.
#include "shared/messages/messages.h"
#include "shared/pages/gallery_page.h"
#include "shared/text/digits.h"
#include "shared/view/builder.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Sort;
using view::Tone;

constexpr Tone kTones[] = {Tone::neutral, Tone::primary, Tone::success, Tone::warning, Tone::danger};

Node toned(Kind kind, std::string text, Tone tone) {
  Node result = view::node(kind, std::move(text), {});
  result.tone = tone;
  return result;
}

Node measure(Kind kind, const char* text, const char* value) {
  Node result = view::node(kind, say(text), {});
  result.value = value;
  return result;
}

// The link sorts the other way round when the column sorts already.
Sort sort_by(const GalleryState& state, const std::string& column) {
  const bool here = state.sort == column;
  const bool back = state.sort == "-" + column;
  const std::string next = here ? "-" + column : column;
  return {"/gallery?sort=" + next, "sort:" + next,
          here   ? Sort::Order::ascending
          : back ? Sort::Order::descending
                 : Sort::Order::none};
}

Node table(const GalleryState& state) {
  Node result = view::node(Kind::table, say("gallery.table"), {}, "g-table");
  result.columns = {say("gallery.pick"), say("case.subject"), say("case.due_on"), say("case.state")};
  result.sorts = {{}, sort_by(state, "subject"), sort_by(state, "due_on"), {}};
  int row = 0;
  for (const Tone tone : {Tone::danger, Tone::warning, Tone::neutral}) {
    const std::string number = std::to_string(++row);
    Node pick = view::node(Kind::pick, say("gallery.pick_row", {{"number", number}}), {}, "g-pick-" + number);
    pick.checked = row == 2;
    Node one = view::node(Kind::row, {},
                          {std::move(pick),
                           view::link(row == 3 ? say("gallery.long") : say("gallery.row", {{"number", number}}),
                                      "/gallery?row=" + number),
                           view::paragraph(say("gallery.day")), toned(Kind::badge, say("gallery.urgent"), tone)});
    one.tone = tone;
    result.children.push_back(std::move(one));
  }
  return result;
}

Node chart(const char* shape, const char* fact, std::vector<view::Option> series,
           const std::vector<const char*>& figures) {
  Node rows = view::node(Kind::table, say("gallery.chart_table"), {});
  rows.quiet = true;
  rows.columns = {say("gallery.chart_table"), say("gallery.chart_count")};
  int month = 0;
  for (const char* value : figures) {
    const std::string name = say("gallery.chart_month", {{"number", std::to_string(++month)}});
    Node row = view::node(Kind::row, {}, {view::paragraph(name), view::paragraph(text::persian_digits(value))});
    row.value = value;
    rows.children.push_back(std::move(row));
  }
  Node result =
      view::node(Kind::chart, say(fact),
                 {view::node(Kind::disclosure, say("gallery.chart_more", {{"chart", say(fact)}}), {std::move(rows)})});
  result.value = shape;
  result.options = std::move(series);
  return result;
}

Node timeline() {
  Node result = view::node(Kind::timeline, say("track.trail"), {});
  for (const char* value : {"gallery.short", "gallery.mixed"}) {
    Node item = view::node(Kind::item, say("case.registered_at"), {});
    item.note = say("gallery.day");
    item.value = say(value);
    result.children.push_back(std::move(item));
  }
  return result;
}

Node media(Kind kind, const char* text, const char* target) {
  Node result = view::node(kind, say(text), {});
  result.target = target;
  result.note = kind == Kind::picture ? say("gallery.short") : std::string();
  return result;
}

}  // namespace

Node gallery_texts() {
  Nodes all = {view::heading(2, say("gallery.texts")), view::heading(3, say("gallery.heading_third")),
               view::heading(4, say("gallery.heading_fourth")), view::paragraph(say("gallery.long")),
               view::paragraph(say("gallery.mixed"))};
  for (const Tone tone : {Tone::success, Tone::warning, Tone::danger}) {
    all.push_back(view::paragraph(say("gallery.short"), tone));
  }
  all.push_back(
      view::node(Kind::revision, {},
                 {view::paragraph(say("gallery.short") + " "), view::paragraph(say("gallery.day"), Tone::danger),
                  view::paragraph(" "), view::paragraph(say("gallery.mixed"), Tone::success)}));
  all.push_back(view::node(
      Kind::quote, {},
      {view::paragraph(say("gallery.long")),
       view::node(Kind::prose, {},
                  {view::paragraph(say("gallery.mixed") + " "), view::paragraph(say("gallery.short"), Tone::primary),
                   view::paragraph(" "), view::link(say("nav.desk"), "/desk")})}));
  for (const bool ordered : {false, true}) {
    Node list =
        view::node(Kind::list, say(ordered ? "gallery.steps" : "gallery.items"),
                   {view::node(Kind::item, say("gallery.short"), {}), view::node(Kind::item, say("gallery.long"), {})});
    list.ordered = ordered;
    all.push_back(std::move(list));
  }
  all.push_back(view::columns({view::paragraph(say("gallery.long")), view::paragraph(say("gallery.short"))},
                              {view::paragraph(say("gallery.long"))}, "g-columns"));
  return view::section(say("gallery.texts"), std::move(all));
}

Node gallery_data(const GalleryState& state) {
  Node code = view::node(Kind::code, say("receipt.code"), {}, "g-code");
  code.value = "140508307391";
  Node empty = view::node(Kind::empty_state, say("inbox.empty"), {view::link(say("nav.desk"), "/desk")});
  empty.note = say("inbox.empty_note");
  return view::section(
      say("gallery.data"),
      {view::heading(2, say("gallery.data")),
       view::node(Kind::facts, {},
                  {view::fact(say("case.unit"), say("gallery.long")),
                   view::fact(say("contact.email"), "reza@example.ir", true)}),
       table(state), std::move(empty), timeline(), std::move(code), measure(Kind::progress, "gallery.progress", "40"),
       measure(Kind::meter, "gallery.meter", "80"),
       view::card({view::heading(3, say("gallery.card")), view::paragraph(say("gallery.mixed"))}),
       media(Kind::picture, "gallery.picture", "/icon.svg"), media(Kind::audio, "gallery.audio", "/gallery.ogg")});
}

Node gallery_charts() {
  const std::string received = say("gallery.chart_received");
  const std::string answered = say("gallery.chart_answered");
  const std::string waiting = say("gallery.chart_waiting");
  const std::string late = say("gallery.chart_late");
  return view::section(
      say("gallery.charts"),
      {view::heading(2, say("gallery.charts")),
       chart("bar", "gallery.chart_bar", {{"", received}}, {"12", "40", "0", "7"}),
       chart("bar", "gallery.chart_stacked",
             {{"success", answered}, {"warning", late}, {"danger", say("gallery.chart_overdue")}, {"neutral", waiting}},
             {"30 6 3 1", "12 0 0 9", "0 0 4 0"}),
       chart("line", "gallery.chart_line", {{"", received}, {"", answered}},
             {"40 21", "35 30", "61 44", "52 50", "48 47"}),
       chart("donut", "gallery.chart_donut", {}, {"48", "21", "16", "9", "4", "2"})});
}

Node gallery_messages(const GalleryState& state) {
  Nodes all = {view::heading(2, say("gallery.messages"))};
  Node badges = view::node(Kind::chips, say("gallery.badges"), {});
  for (const Tone tone : kTones) badges.children.push_back(toned(Kind::badge, say("gallery.urgent"), tone));
  all.push_back(std::move(badges));
  for (const Tone tone : kTones) all.push_back(view::notice(say("gallery.mixed"), tone, {}));
  all.push_back(view::node(
      Kind::error_list, say("form.errors_heading"),
      {view::link(say("gallery.error_field"), "#g-wrong"), view::link(say("gallery.error"), "#g-radio-wrong")}));
  Node live =
      view::node(Kind::live_region, state.announced.empty() ? std::string() : say(state.announced), {}, "g-live");
  all.push_back(std::move(live));
  return view::section(say("gallery.messages"), std::move(all));
}

}  // namespace hamandish::pages
