#include "shared/pages/news_thread_page.h"

#include <utility>

#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/frame.h"
#include "shared/pages/text_nodes.h"
#include "shared/text/digits.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;

std::string author_of(const NewsWord& word) {
  if (word.official) return say("news_comment.organisation");
  return word.author.empty() ? say("comment.nameless") : word.author;
}

Node answer_item(const NewsWord& word) {
  Node item = view::node(Kind::item, {}, {});
  item.note = say("news_comment.by", {{"author", author_of(word)}, {"when", date_and_time(word.at)}});
  if (word.official) {
    item.children.push_back(view::node(Kind::badge, say("news_comment.official"), {}));
    item.children.back().tone = view::Tone::success;
  }
  add_paragraphs(item.children, word.body);
  return item;
}

}  // namespace

view::Node comment_card(const NewsWord& comment) {
  Node card = view::card({view::heading(3, author_of(comment)), view::paragraph(date_and_time(comment.at))});
  add_paragraphs(card.children, comment.body);
  return card;
}

view::Node thread_card(const NewsWord& comment) {
  Node card = comment_card(comment);
  const std::string id = std::to_string(comment.id);
  card.id = "comment-" + id;
  if (comment.answers.empty()) return card;
  Node answers = view::node(Kind::list, say("news_comment.answers"), {}, "answers-" + id);
  for (const NewsWord& one : comment.answers) answers.children.push_back(answer_item(one));
  card.children.push_back(std::move(answers));
  return card;
}

view::Node news_thread_view(const Site& site, const NewsThreadState& state) {
  const std::string title = say("news_thread.heading");
  const std::string id = std::to_string(state.comment.id);
  Node card = thread_card(state.comment);
  card.children.front().level = 2;
  Nodes links;
  if (!state.next.empty()) {
    links.push_back(
        view::link(say("news_thread.next", {{"count", text::persian_number(state.comment.more)}}), state.next));
  }
  if (state.open) {
    links.push_back(view::link(say("news_comment.answer_this"), news_address(state.item, "answer/" + id)));
  }
  Nodes content = {view::actions({view::link(state.item.title, news_address(state.item))}), title_heading(title),
                   std::move(card)};
  if (!links.empty()) content.push_back(view::actions(std::move(links)));
  return frame(site, title, std::move(content));
}

}  // namespace hamandish::pages
