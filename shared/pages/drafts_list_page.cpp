// The lists of drafts: the first part of each on one page, further parts on their own.
#include <algorithm>

#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/drafts_page.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/remote_nodes.h"
#include "shared/text/digits.h"
#include "shared/text/isolate.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;

std::string state_word(DraftState state) {
  return say("draft_state." + std::string(wire_name(state)));
}

std::string note_of(const DraftSummary& draft, Instant now) {
  if (draft.state == DraftState::issued && draft.issued_on) {
    return say("draft.issued_note", {{"number", text::ltr(draft.issue_number)}, {"date", long_date(*draft.issued_on)}});
  }
  if (draft.state == DraftState::open && draft.window) return closing_text(draft, now);
  return state_word(draft.state);
}

Node summary_card(const DraftSummary& draft, Instant now) {
  Node item = view::node(Kind::item, {}, {}, "draft-" + std::to_string(draft.id));
  item.children.push_back(view::link(draft.title, draft_address(draft.id)));
  item.children.push_back(
      view::paragraph(say("draft.list_note", {{"kind", say("draft_kind." + std::string(wire_name(draft.kind)))},
                                              {"unit", draft.unit_name},
                                              {"state", note_of(draft, now)}})));
  return item;
}

Node list_of(const DraftRoom& room, const DraftList& drafts, Instant now) {
  Node list = view::node(Kind::list, say(room.heading), {}, std::string(room.name) + "-drafts");
  for (const DraftSummary& draft : drafts.drafts) list.children.push_back(summary_card(draft, now));
  return list;
}

void add_list(Nodes& content, const DraftRoom& room, const DraftList& drafts, Instant now) {
  if (drafts.drafts.empty()) return;
  content.push_back(view::heading(2, say(room.heading), std::string(room.name) + "-drafts-heading"));
  content.push_back(list_of(room, drafts, now));
  if (!drafts.more.empty()) {
    content.push_back(view::actions({view::link(say("drafts.more", {{"list", say(room.heading)}}), drafts.more)}));
  }
}

}  // namespace

std::string draft_list_address(const DraftRoom& room, std::string_view mark) {
  std::string address = std::string(kDraftsPath) + "/list/" + std::string(room.name);
  if (!mark.empty()) address.append("/").append(mark);
  return address;
}

Node drafts_list_view(const Site& site, const DraftsState& state) {
  Nodes content = {title_heading(say("nav.drafts")), view::paragraph(say("drafts.lead"))};
  if (!state.errors.empty()) content.push_back(error_list(state.errors));
  if (state.lists.front().drafts.empty()) {
    content.push_back(
        view::node(Kind::empty_state, say("drafts.empty"), {view::link(say("nav.desk"), "/desk")}, "empty"));
  }
  for (std::size_t i = 0; i < kDraftRooms.size(); ++i) add_list(content, kDraftRooms[i], state.lists[i], site.now);
  content.push_back(view::heading(2, say("comment.find"), "find-heading"));
  content.push_back(comment_code_form("/drafts/track", state.code, state.errors));
  content.push_back(view::actions({view::link(say("draft.file_feed"), std::string(kDraftsFeed))}));
  return frame(site, say("nav.drafts"), std::move(content));
}

Node draft_room_view(const Site& site, const DraftRoom& room, const DraftList& list) {
  const std::string title = say("drafts.room", {{"list", say(room.heading)}});
  Nodes content = {view::actions({view::link(say("drafts.all"), std::string(kDraftsPath))}), title_heading(title)};
  if (list.drafts.empty()) {
    content.push_back(view::node(Kind::empty_state, say("drafts.room_empty"), {}, "empty"));
  } else {
    content.push_back(list_of(room, list, site.now));
  }
  if (!list.more.empty()) content.push_back(view::actions({view::link(say("drafts.older"), list.more)}));
  return frame(site, title, std::move(content));
}

}  // namespace hamandish::pages
