#include "shared/pages/news_page.h"

#include <algorithm>

#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/news/news_comment.h"
#include "shared/news/rich_text.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/news_thread_page.h"
#include "shared/pages/remote_nodes.h"
#include "shared/pages/rich_nodes.h"
#include "shared/pages/text_nodes.h"
#include "shared/text/digits.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

// «اطلاعیه · شنبه ۳۰ آبان ۱۴۰۵، ساعت ۱۱:۳۰»
std::string note_of(const NewsSummary& item) {
  return say("news.note", {{"category", category_word(item.category)}, {"when", date_and_time(item.publish_at)}});
}

Node badge(std::string text, Tone tone) {
  Node result = view::node(Kind::badge, std::move(text), {});
  result.tone = tone;
  return result;
}

Node back(std::string text, std::string target) {
  return view::actions({view::link(std::move(text), std::move(target))});
}

// --- The list

std::string list_address(const std::optional<NewsCategory>& category, std::int64_t page) {
  std::string address(kNewsPath);
  if (category) address.append("/category/").append(wire_name(*category));
  if (page > 1) address.append(category ? "/" : "/page/").append(std::to_string(page));
  return address;
}

Node categories(const NewsListState& state) {
  Node chips = view::node(Kind::chips, say("news.categories"), {}, "categories");
  const auto add = [&](std::string text, const std::optional<NewsCategory>& category) {
    Node link = view::link(std::move(text), list_address(category, 1));
    link.current = state.category == category;
    chips.children.push_back(std::move(link));
  };
  add(say("news.all"), std::nullopt);
  for (const NewsCategory category : kNewsCategories) add(category_word(category), category);
  return chips;
}

Node list_item(const NewsSummary& item) {
  Node result = view::node(Kind::item, {}, {}, "news-" + std::to_string(item.id));
  result.note = note_of(item);
  if (item.comments > 0) {
    const std::string count = text::persian_number(item.comments);
    result.note = say("news.note_with_comments", {{"note", result.note}, {"count", count}});
  }
  if (item.pinned) result.note = say("news.note_pinned", {{"note", result.note}});
  result.children.push_back(view::link(item.title, news_address(item)));
  result.children.push_back(view::paragraph(item.summary));
  return result;
}

Node pagination(const NewsListState& state) {
  constexpr std::int64_t kAround = 2;
  Node pages = view::node(Kind::pagination, say("news.pages"), {}, "pages");
  std::int64_t last = 0;
  for (std::int64_t page = 1; page <= state.pages; ++page) {
    const bool shown =
        page == 1 || page == state.pages || (page >= state.page - kAround && page <= state.page + kAround);
    if (!shown) continue;
    if (page > last + 1) pages.children.push_back(view::paragraph("…"));
    Node link = view::link(text::persian_number(page), list_address(state.category, page));
    link.current = page == state.page;
    pages.children.push_back(std::move(link));
    last = page;
  }
  return pages;
}

// --- One item

Node useful_form(const NewsItemState& state, bool useful) {
  const char* word = useful ? "yes" : "no";
  const char* label = useful ? "news.useful_yes" : "news.useful_no";
  const std::int64_t count = useful ? state.useful_yes : state.useful_no;
  const std::string id = "useful-" + std::string(word);
  const std::string text = say(label, {{"count", text::persian_number(count)}});
  const bool said = state.voice == useful;
  Node row = submit(id + "-send", text, said ? Tone::primary : Tone::neutral);
  row.children.front().checked = said;
  Node form = view::node(Kind::form, text, {view::hidden(id + "-voice", word), std::move(row)}, id);
  form.target = news_address(state.item, "useful/" + std::string(word));
  form.intent = "send:" + id;
  return form;
}

void add_useful(Nodes& content, const NewsItemState& state) {
  content.push_back(view::heading(2, say("news.useful"), "useful"));
  if (!state.done.empty()) content.push_back(view::notice(say(state.done), Tone::success, "done"));
  content.push_back(useful_form(state, true));
  content.push_back(useful_form(state, false));
}

Node thread(const NewsItemState& state, const NewsWord& comment) {
  Node card = thread_card(comment);
  const std::string id = std::to_string(comment.id);
  Nodes links;
  if (comment.more > 0) {
    links.push_back(view::link(say("news_thread.all", {{"count", text::persian_number(comment.answers_in_all())}}),
                               news_address(state.item, "thread/" + id)));
  }
  if (state.comment_rule != CommentRule::closed) {
    links.push_back(view::link(say("news_comment.answer_this"), news_address(state.item, "answer/" + id)));
  }
  if (!links.empty()) card.children.push_back(view::actions(std::move(links)));
  return card;
}

Node comment_form(const NewsCommentForm& state, CommentRule rule, const std::string& name, std::string target) {
  Node form = view::node(Kind::form, name, {}, "comment-form");
  form.target = std::move(target);
  form.intent = "send:comment-form";
  if (!state.errors.empty()) form.children.push_back(error_list(state.errors));
  if (!state.failure.empty()) form.children.push_back(view::notice(say(state.failure), Tone::danger, "failure"));
  form.children.push_back(view::hidden("idempotency_key", state.idempotency_key));
  for (const Field& field : news_comment_fields()) {
    form.children.push_back(field_node(field, answer(state.answers, field.id), state.errors));
  }
  Node trap = view::hidden(std::string(kNewsTrap), {});
  trap.text = say("form.trap");
  form.children.push_back(std::move(trap));
  form.children.push_back(view::paragraph(say("news_rule_note." + std::string(wire_name(rule)))));
  form.children.push_back(submit("comment-send", say("comment.send"), Tone::primary));
  return form;
}

void add_comments(Nodes& content, const NewsItemState& state) {
  content.push_back(view::heading(
      2, say("news_comment.heading", {{"count", text::persian_number(state.item.comments)}}), "comments-heading"));
  if (state.comment_rule == CommentRule::closed) {
    content.push_back(view::paragraph(say("news_comment.closed")));
  } else {
    content.push_back(comment_form(state.form, state.comment_rule, say("news_comment.form"),
                                   news_address(state.item, "comments/new")));
  }
  for (const NewsWord& comment : state.comments) content.push_back(thread(state, comment));
  if (!state.older.empty()) content.push_back(back(say("draft.more_comments"), state.older));
}

Tone tone_of(NewsCommentState state) {
  if (state == NewsCommentState::waiting) return Tone::neutral;
  return state == NewsCommentState::published ? Tone::success : Tone::warning;
}

}  // namespace

std::string news_address(const NewsSummary& item, std::string_view room) {
  std::string address = std::string(kNewsPath) + "/" + (item.slug.empty() ? std::to_string(item.id) : item.slug);
  if (!room.empty()) address.append("/").append(room);
  return address;
}

std::string category_word(NewsCategory category) {
  return say("news_category." + std::string(wire_name(category)));
}

Node picture_node(const NewsPicture& picture) {
  Node node = view::node(Kind::picture, picture.alt, {}, "picture-" + std::to_string(picture.number));
  node.target = picture.address;
  node.note = picture.caption;
  node.value = std::to_string(picture.width) + "x" + std::to_string(picture.height);
  node.options = {{picture.address + "-small", std::to_string(picture.small_width) + "w"},
                  {picture.address, std::to_string(picture.width) + "w"}};
  return node;
}

Nodes rich_nodes(std::string_view text, int level, const std::vector<NewsPicture>& pictures) {
  using Block = RichBlock::Kind;
  const std::vector<RichBlock> blocks = rich_blocks(text);
  Nodes nodes;
  std::vector<std::int64_t> placed;
  for (const NewsPicture& picture : pictures) {
    if (std::none_of(blocks.begin(), blocks.end(),
                     [&](const RichBlock& one) { return one.number == picture.number; })) {
      nodes.push_back(picture_node(picture));
      placed.push_back(picture.number);
    }
  }
  for (const RichBlock& block : blocks) {
    if (block.kind == Block::picture) {
      const auto at = std::find_if(pictures.begin(), pictures.end(),
                                   [&](const NewsPicture& one) { return one.number == block.number; });
      // Twice the same would be two nodes with one id.
      if (at != pictures.end() && std::find(placed.begin(), placed.end(), block.number) == placed.end()) {
        nodes.push_back(picture_node(*at));
        placed.push_back(block.number);
      }
      continue;
    }
    add_rich_block(nodes, block, level);
  }
  return nodes;
}

Node news_list_view(const Site& site, const NewsListState& state) {
  Nodes content = {title_heading(say("nav.news")),
                   view::paragraph(say("news.lead", {{"head", site.profile->head_title}})), categories(state)};
  if (!state.errors.empty()) content.insert(content.begin() + 1, error_list(state.errors));
  if (state.items.empty()) {
    content.push_back(view::node(Kind::empty_state, say(state.category ? "news.empty_category" : "news.empty"),
                                 {view::link(say("nav.desk"), "/desk")}, "empty"));
  } else {
    Node list = view::node(Kind::list, say("nav.news"), {}, "news");
    for (const NewsSummary& item : state.items) list.children.push_back(list_item(item));
    content.push_back(std::move(list));
  }
  if (state.pages > 1) content.push_back(pagination(state));
  content.push_back(view::actions(
      {view::link(say("news.feed"), std::string(kNewsFeed)), view::link(say("news.surveys"), "/surveys")}));
  content.push_back(view::heading(2, say("comment.find"), "find-heading"));
  content.push_back(comment_code_form("/news/track", state.code, state.errors));
  return frame(site, say("nav.news"), std::move(content));
}

Node news_item_view(const Site& site, const NewsItemState& state) {
  const NewsSummary& item = state.item;
  Nodes content = {back(say("news.back_to_list"), std::string(kNewsPath)), title_heading(item.title),
                   view::paragraph(note_of(item))};
  if (item.updated_at > item.publish_at) {
    content.push_back(view::paragraph(say("news.updated", {{"when", date_and_time(item.updated_at)}})));
  }
  add_paragraphs(content, item.summary);
  for (Node& node : rich_nodes(state.body, 2, state.pictures)) content.push_back(std::move(node));
  add_useful(content, state);
  add_comments(content, state);
  return frame(site, item.title, std::move(content));
}

Node news_answer_view(const Site& site, const NewsAnswerState& state) {
  const std::string title = say("news_comment.answer_heading");
  Node card = comment_card(state.comment);
  card.children.front().level = 2;
  Nodes content = {back(state.item.title, news_address(state.item)), title_heading(title), std::move(card),
                   comment_form(state.form, state.comment_rule, title,
                                news_address(state.item, "answer/" + std::to_string(state.comment.id)))};
  return frame(site, title, std::move(content));
}

Node news_comment_sent_view(const Site& site, const NewsSummary& item, CommentRule rule,
                            const std::string& tracking_code) {
  Nodes content = {title_heading(say("comment.sent")),
                   view::paragraph(say("news_sent." + std::string(wire_name(rule))))};
  add_comment_code(content, tracking_code, std::string(kNewsPath));
  content.push_back(back(say("news_comment.back"), news_address(item)));
  return frame(site, say("comment.sent"), std::move(content));
}

Node news_outcome_view(const Site& site, const NewsOutcomeState& state) {
  Node facts = view::node(Kind::facts, {}, {}, "comment-facts");
  facts.children.push_back(view::fact(say("news_comment.item"), state.item.title));
  facts.children.push_back(view::fact(say("comment.when"), date_and_time(state.comment.at)));
  if (!state.verdict_reason.empty()) {
    facts.children.push_back(view::fact(say("comment.verdict_reason"), state.verdict_reason));
  }
  Nodes content = {title_heading(say("comment.outcome")),
                   badge(say("news_outcome." + std::string(wire_name(state.state))), tone_of(state.state)),
                   std::move(facts), view::heading(2, say("comment.yours"), "yours")};
  add_paragraphs(content, state.comment.body);
  content.push_back(view::heading(2, say("news_comment.official"), "became"));
  if (state.answer.empty()) {
    content.push_back(view::paragraph(say("news_comment.unanswered")));
  } else {
    add_paragraphs(content, state.answer);
  }
  content.push_back(back(say("news_comment.back"), news_address(state.item)));
  return frame(site, say("comment.outcome"), std::move(content));
}

}  // namespace hamandish::pages
