#include "shared/pages/kept_page.h"

#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/messages/size_text.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/remote_nodes.h"
#include "shared/pages/settings_page.h"
#include "shared/text/digits.h"
#include "shared/text/isolate.h"
#include "shared/text/utf8.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

constexpr std::size_t kShownScalars = 70;

std::string name_of(const KeptItem& item) {
  const std::string& words = item.subject.empty() ? item.text : item.subject;
  std::u32string first = text::to_scalars(words.substr(0, words.find('\n')));
  const bool cut = first.size() > kShownScalars;
  if (cut) first.resize(kShownScalars);
  const std::string name = text::to_utf8(first) + (cut ? "…" : "");
  return name.find_first_not_of(" \t\r") == std::string::npos ? say("kept.no_subject") : name;
}

std::string sender_of(const KeptItem& item) {
  if (item.sender.empty()) return say("kept.no_sender");
  return item.sender.find('@') == std::string::npos ? text::ltr(text::persian_digits(item.sender))
                                                    : text::ltr(item.sender);
}

Node why(const KeptItem& item) {
  Node badge = view::node(Kind::badge, say("kept_why." + item.outcome), {});
  badge.tone = item.outcome == "too_many" ? Tone::warning : Tone::neutral;
  return badge;
}

Node list_table(const KeptListState& state) {
  Node table = view::node(Kind::table, say("kept.heading"), {}, "kept-table");
  table.quiet = true;
  table.columns = {say("kept.message"), say("kept.sender"), say("kept.way"), say("kept.why"), say("kept.at")};
  for (const KeptItem& item : state.items) {
    table.children.push_back(view::node(
        Kind::row, {},
        {view::link(name_of(item), kept_address(item.id)), view::paragraph(sender_of(item)),
         view::paragraph(say("kept_way." + item.channel)), why(item), view::paragraph(date_and_time(item.at))},
        "kept-" + std::to_string(item.id)));
  }
  return table;
}

Node open_form(const Site& site, const KeptState& state) {
  const std::vector<Field> all = kept_fields(*site.profile);
  Node kind = field_node(all[0], answer(state.answers, all[0].id), state.errors);
  Node receipt = view::node(Kind::checkbox, say("kept.receipt"), {}, "receipt");
  receipt.checked = answer(state.answers, "receipt") == "1";
  receipt.help = say("kept.receipt_help");
  Nodes fields = {std::move(kind)};
  if (!state.item.sender.empty()) fields.push_back(std::move(receipt));
  fields.push_back(submit("kept-send", say("kept.open"), Tone::primary));
  return view::section({},
                       {view::heading(2, say("kept.open_heading")),
                        staff_form(site, "kept-form", say("kept.open_heading"), kept_address(state.item.id) + "/case",
                                   std::move(fields))},
                       "kept-open");
}

Node words_section(const KeptState& state) {
  const bool silent = state.item.text.find_first_not_of(" \t\r\n") == std::string::npos;
  Nodes content = {view::heading(2, say("kept.words")),
                   view::card({view::paragraph(silent ? say("kept.no_words") : state.item.text)})};
  if (!state.item.quoted.empty()) {
    content.push_back(
        view::node(Kind::disclosure, say("kept.quoted"), {view::paragraph(state.item.quoted)}, "kept-quoted"));
  }
  if (!state.head.empty()) {
    Node head = view::paragraph(text::ltr(state.head));
    content.push_back(view::node(Kind::disclosure, say("kept.head"), {std::move(head)}, "kept-head"));
  }
  if (state.raw_bytes > 0) {
    std::string name = say("kept.raw", {{"size", size_text(state.raw_bytes)}});
    content.push_back(view::actions({view::link(std::move(name), kept_address(state.item.id) + "/message.eml")}));
  }
  return view::section({}, std::move(content), "kept-words");
}

}  // namespace

std::string kept_address(std::int64_t id) {
  return std::string(kKeptPath) + "/" + std::to_string(id);
}

std::vector<Field> kept_fields(const Profile& profile) {
  Field kind;
  kind.id = "kind";
  kind.kind = FieldKind::choice;
  kind.label = say("staff_new.kind");
  kind.required = true;
  for (const KindForm& form : profile.kinds) kind.choices.push_back({std::string(wire_name(form.kind)), form.name});
  return {std::move(kind)};
}

Node kept_list_view(const Site& site, const KeptListState& state) {
  Nodes content = {view::actions({view::link(say("call.back"), std::string(kCallsPath))}),
                   title_heading(say("kept.heading")), view::paragraph(say("kept.lead"))};
  if (state.items.empty()) {
    content.push_back(view::node(Kind::empty_state, say("kept.none"), {}, "kept-none"));
  } else {
    content.push_back(list_table(state));
  }
  Nodes further;
  if (state.later) further.push_back(view::link(say("kept.newest"), std::string(kKeptPath)));
  if (state.next_before > 0) {
    further.push_back(
        view::link(say("kept.older"), std::string(kKeptPath) + "/before/" + std::to_string(state.next_before)));
  }
  if (!further.empty()) content.push_back(view::actions(std::move(further)));
  return frame(site, say("kept.heading"), std::move(content));
}

Node kept_view(const Site& site, const KeptState& state) {
  const std::string title = name_of(state.item);
  Nodes content = {view::actions({view::link(say("kept.back"), std::string(kKeptPath))}), title_heading(title)};
  add_failures(content, state.errors, state.failure);
  content.push_back(view::notice(say("kept_why_long." + state.item.outcome), Tone::neutral, "kept-why"));
  Node facts = view::node(Kind::facts, {}, {}, "kept-facts");
  facts.children = {view::fact(say("kept.sender"), sender_of(state.item)),
                    view::fact(say("kept.way"), say("kept_way." + state.item.channel)),
                    view::fact(say("kept.at"), date_and_time(state.item.at))};
  if (!state.item.recipient.empty()) {
    facts.children.push_back(view::fact(say("kept.recipient"), state.item.recipient, true));
  }
  content.push_back(std::move(facts));
  content.push_back(words_section(state));
  if (state.can_open) content.push_back(open_form(site, state));
  return frame(site, title, std::move(content));
}

}  // namespace hamandish::pages
