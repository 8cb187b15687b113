#include "shared/pages/staff_comments_page.h"

#include <algorithm>
#include <charconv>

#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/news/news_comment.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/remote_nodes.h"
#include "shared/pages/settings_page.h"
#include "shared/pages/staff_drafts_page.h"
#include "shared/pages/staff_news_page.h"
#include "shared/pages/text_nodes.h"
#include "shared/text/digits.h"
#include "shared/text/utf8.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

constexpr std::string_view kNothing = "-";

std::string segment(std::string_view value) {
  return std::string(value.empty() ? kNothing : value);
}

std::string hexadecimal(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    text += kDigits[value >> 4U];
    text += kDigits[value & 15U];
  }
  return text;
}

// "" if it is not such a text.
std::string from_hexadecimal(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at + 2 <= text.size(); at += 2) {
    unsigned value = 0;
    const char* const last = text.data() + at + 2;
    const auto [end, problem] = std::from_chars(text.data() + at, last, value, 16);
    if (problem != std::errc{} || end != last) return {};
    bytes += static_cast<char>(static_cast<unsigned char>(value));
  }
  return text::valid_utf8(bytes) ? bytes : std::string();
}

std::int64_t number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  return problem == std::errc{} && end == text.data() + text.size() ? number : 0;
}

// The next part of an address; empty for «-».
std::string_view next_part(std::string_view& rest) {
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const std::string_view part = rest.substr(0, slash);
  rest.remove_prefix(std::min(slash + 1, rest.size()));
  return part == kNothing ? std::string_view{} : part;
}

Node badge(std::string text, Tone tone) {
  Node result = view::node(Kind::badge, std::move(text), {});
  result.tone = tone;
  return result;
}

Node select(std::string id, std::string label, std::string value, std::vector<view::Option> options) {
  Node node = view::node(Kind::select, std::move(label), {}, std::move(id));
  node.value = std::move(value);
  node.options = std::move(options);
  return node;
}

template <typename List>
void add_options(std::vector<view::Option>& options, const List& values, const std::string& prefix) {
  for (const auto value : values) {
    const std::string name(wire_name(value));
    options.push_back({name, say(prefix + name)});
  }
}

Node filter_form(const Site& site, const QueueState& state) {
  const std::string every = say("news_queue.every");
  std::vector<view::Option> states = {{"all", every}};
  add_options(states, kNewsCommentStates, "comment_state.");
  std::vector<view::Option> tones = {{"", every}};
  add_options(tones, kCommentTones, "comment_tone.");
  std::vector<view::Option> items = {{"", every}};
  for (const NewsSummary& item : state.items) items.push_back({std::to_string(item.id), item.title});
  std::vector<view::Option> tags = {{"", every}};
  for (const std::string& tag : state.tags) tags.push_back({tag, tag});
  const std::vector<view::Option> answered = {
      {"", every}, {"yes", say("news_queue.answered")}, {"no", say("news_queue.unanswered")}};
  const std::string item = state.filter.item == 0 ? std::string() : std::to_string(state.filter.item);
  Node disclosure =
      view::node(Kind::disclosure, say("news_queue.filter"),
                 {staff_form(site, "filter", say("news_queue.filter"), std::string(kStaffCommentsPath),
                             {select("filter_state", say("news.state"), state.filter.state, states),
                              select("filter_item", say("news_comment.item"), item, items),
                              select("filter_tone", say("news_comment.tone"), state.filter.tone, tones),
                              select("filter_answered", say("news_queue.answer"), state.filter.answered, answered),
                              select("filter_tag", say("news_comment.tag"), state.filter.tag, tags),
                              submit("filter-send", say("news_queue.show"), Tone::neutral)})},
                 "filters");
  const QueueFilter& filter = state.filter;
  disclosure.checked = filter.item != 0 || !filter.tone.empty() || !filter.answered.empty() || !filter.tag.empty();
  return disclosure;
}

Node state_chips(const QueueState& state) {
  Node chips = view::node(Kind::chips, say("news_queue.states"), {}, "comment-states");
  const auto add = [&](const std::string& name, std::string text) {
    QueueFilter filter = state.filter;
    filter.state = name;
    Node link = view::link(std::move(text), queue_address(filter));
    link.current = state.filter.state == name;
    chips.children.push_back(std::move(link));
  };
  add("waiting", say("news_queue.waiting", {{"count", text::persian_number(state.waiting)}}));
  add("published", say("comment_state.published"));
  add("rejected", say("comment_state.rejected"));
  add("all", say("news_queue.all"));
  return chips;
}

Node marks_of(const QueuedComment& comment) {
  Node chips = view::node(Kind::chips, say("news_comment.marks"), {});
  const Tone tone = comment.state == NewsCommentState::published  ? Tone::success
                    : comment.state == NewsCommentState::rejected ? Tone::danger
                                                                  : Tone::warning;
  chips.children.push_back(badge(say("comment_state." + std::string(wire_name(comment.state))), tone));
  if (comment.tone) {
    const Tone shade = *comment.tone == CommentTone::positive   ? Tone::success
                       : *comment.tone == CommentTone::critical ? Tone::danger
                                                                : Tone::neutral;
    chips.children.push_back(badge(say("comment_tone." + std::string(wire_name(*comment.tone))), shade));
  }
  if (comment.answered) chips.children.push_back(badge(say("news_queue.answered"), Tone::primary));
  for (const std::string& tag : comment.tags) chips.children.push_back(badge(tag, Tone::neutral));
  return chips;
}

void add_comment(Nodes& nodes, const QueuedComment& comment) {
  const std::string author = comment.word.author.empty() ? say("comment.nameless") : comment.word.author;
  nodes.push_back(
      view::paragraph(say("news_queue.by", {{"author", author}, {"when", date_and_time(comment.word.at)}})));
  add_paragraphs(nodes, comment.word.body);
  nodes.push_back(marks_of(comment));
}

Node card_of(const QueuedComment& comment) {
  Node card = view::card({});
  card.id = "comment-" + std::to_string(comment.word.id);
  card.children.push_back(view::heading(2, comment.news_title));
  add_comment(card.children, comment);
  card.children.push_back(
      view::actions({view::link(say("news_queue.handle", {{"number", text::persian_number(comment.word.id)}}),
                                staff_comment_address(comment.word.id))}));
  return card;
}

// What was typed, or what holds.
std::string value_of(const StaffCommentState& state, std::string_view field, std::string held) {
  return state.errors.empty() && state.failure.empty() ? std::move(held) : std::string(answer(state.answers, field));
}

Node decision_form(const Site& site, const StaffCommentState& state) {
  const QueuedComment& comment = state.comment;
  std::vector<view::Option> verdicts = {{"waiting", say("news_queue.leave")},
                                        {"published", say("comment.do_publish")},
                                        {"rejected", say("comment.do_reject")}};
  std::vector<view::Option> tones = {{"", say("form.choose_one")}};
  add_options(tones, kCommentTones, "comment_tone.");
  Node verdict = select("verdict", say("comment.verdict"),
                        value_of(state, "verdict", std::string(wire_name(comment.state))), std::move(verdicts));
  std::vector<view::Option> reasons = {{"", say("form.choose_one")}};
  for (const Choice& one : moderation_reasons()) reasons.push_back({one.id, one.name});
  Node why = select("why", say("comment.why"), std::string(answer(state.answers, "why")), std::move(reasons));
  Node reason = view::node(Kind::text_area, say("comment.reason"), {}, "reason");
  reason.help = say("news_queue.reason_help");
  reason.value = value_of(state, "reason", state.reason);
  reason.error = error_text(state.errors, "reason");
  reason.input.rows = 2;
  const std::string held_tone(comment.tone ? wire_name(*comment.tone) : std::string_view{});
  Node tone = select("tone", say("news_comment.tone"), value_of(state, "tone", held_tone), std::move(tones));
  Node tags = view::node(Kind::text_field, say("news_comment.tags"), {}, "tags");
  tags.help = say("news_queue.tags_help");
  tags.value = value_of(state, "tags", tags_text(comment.tags));
  Node answer_text = view::node(Kind::text_area, say("news_comment.official"), {}, "answer");
  answer_text.help = say("news_queue.answer_help");
  answer_text.value = value_of(state, "answer", state.answer);
  answer_text.error = error_text(state.errors, "answer");
  answer_text.input.rows = 4;
  answer_text.input.max_length = kNewsCommentLetters;
  return staff_form(site, "decide", say("news_queue.decide"), staff_comment_address(comment.word.id),
                    {std::move(verdict), std::move(why), std::move(reason), std::move(tone), std::move(tags),
                     std::move(answer_text), submit("decide-send", say("draft.save"), Tone::primary)});
}

}  // namespace

std::string queue_address(const QueueFilter& filter, std::int64_t before) {
  std::string address =
      std::string(kStaffCommentsPath) + "/list/" + segment(filter.state.empty() ? "waiting" : filter.state);
  address.append("/").append(filter.item == 0 ? std::string(kNothing) : std::to_string(filter.item));
  address.append("/").append(segment(filter.tone)).append("/").append(segment(filter.answered));
  address.append("/").append(segment(hexadecimal(filter.tag)));
  if (before != 0) address.append("/").append(std::to_string(before));
  return address;
}

QueueAsked read_queue_address(std::string_view rest) {
  QueueAsked asked;
  asked.filter.state = next_part(rest);
  if (asked.filter.state.empty()) asked.filter.state = "waiting";
  asked.filter.item = number_in(next_part(rest));
  asked.filter.tone = next_part(rest);
  asked.filter.answered = next_part(rest);
  asked.filter.tag = from_hexadecimal(next_part(rest));
  asked.before = number_in(next_part(rest));
  return asked;
}

std::string staff_comment_address(std::int64_t id) {
  return std::string(kStaffCommentsPath) + "/" + std::to_string(id);
}

Node queue_view(const Site& site, const QueueState& state) {
  const std::string title = say("news_queue.heading");
  Nodes content = {title_heading(title), news_rooms(kStaffCommentsPath), state_chips(state), filter_form(site, state)};
  if (state.comments.empty()) content.push_back(view::node(Kind::empty_state, say("comment.none"), {}, "empty"));
  for (const QueuedComment& comment : state.comments) content.push_back(card_of(comment));
  if (!state.older.empty()) content.push_back(view::actions({view::link(say("draft.more_comments"), state.older)}));
  return frame(site, title, std::move(content));
}

Node staff_comment_view(const Site& site, const StaffCommentState& state) {
  const std::string title = say("news_queue.one", {{"number", text::persian_number(state.comment.word.id)}});
  Nodes content = {view::actions({view::link(say("news_queue.heading"), std::string(kStaffCommentsPath))}),
                   title_heading(title)};
  if (!state.errors.empty()) content.push_back(error_list(state.errors));
  if (!state.failure.empty()) content.push_back(view::notice(say(state.failure), Tone::danger, "failure"));
  content.push_back(view::paragraph(say("news_queue.on", {{"title", state.comment.news_title}})));
  if (!state.parent.empty()) content.push_back(view::paragraph(say("news_queue.answers", {{"words", state.parent}})));
  Node card = view::card({});
  add_comment(card.children, state.comment);
  content.push_back(std::move(card));
  content.push_back(view::heading(2, say("news_queue.decide"), "decide-heading"));
  if (!state.tags.empty()) {
    content.push_back(view::paragraph(say("news_queue.tags_in_use", {{"tags", tags_text(state.tags)}})));
  }
  content.push_back(decision_form(site, state));
  return frame(site, title, std::move(content));
}

}  // namespace hamandish::pages
