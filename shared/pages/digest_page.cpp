#include "shared/pages/digest_page.h"

#include "shared/calendar/jalali.h"
#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/messages/messages.h"
#include "shared/pages/field_nodes.h"
#include "shared/pages/frame.h"
#include "shared/pages/settings_page.h"
#include "shared/pages/staff_comments_page.h"
#include "shared/pages/staff_news_page.h"
#include "shared/text/digits.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;
using view::Tone;

constexpr std::size_t kQuoteLetters = 280;

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}
std::string in_address(Day day) {
  const JalaliDate date = to_jalali(day);
  return std::to_string(date.year) + "-" + two_digits(date.month) + "-" + two_digits(date.day);
}

Node date_field(const std::string& id, const char* label, const std::string& value,
                const std::vector<FieldError>& errors) {
  Node field = view::date_field(id, say(label));
  field.value = value;
  field.help = say("digest.date_help");
  field.error = error_text(errors, id);
  field.required = true;
  return field;
}

Node period_form(const Site& site, const DigestState& state) {
  Node show = view::button(say("digest.show"), Tone::neutral);
  show.id = "period-send";
  Node form =
      staff_form(site, "period", say("digest.period"), std::string(kDigestPath),
                 {date_field("digest_from", "digest.from", state.from, state.errors),
                  date_field("digest_to", "digest.to", state.to, state.errors), view::actions({std::move(show)})});
  Node disclosure = view::node(Kind::disclosure, say("digest.period"), {std::move(form)}, "other-period");
  disclosure.checked = !state.errors.empty();
  return disclosure;
}

Node counts_of(const NewsDigest& digest) {
  Node facts = view::node(Kind::facts, {}, {}, "digest-counts");
  const auto add = [&facts](std::string term, std::int64_t count) {
    facts.children.push_back(view::fact(std::move(term), text::persian_number(count)));
  };
  add(say("digest.total"), digest.total);
  for (const NewsCommentState state : kNewsCommentStates) {
    add(state_count_word(state), digest.by_state[static_cast<std::size_t>(state)]);
  }
  add(say("digest.answered"), digest.answered);
  return facts;
}

Node share(std::string text, std::int64_t percent) {
  Node meter = view::node(Kind::meter, std::move(text), {});
  meter.value = std::to_string(percent);
  return meter;
}

void add_tones(Nodes& content, const NewsDigest& digest) {
  content.push_back(view::heading(2, say("digest.tones"), "tones"));
  const auto add = [&](const std::string& name, std::int64_t count) {
    const std::int64_t percent = percent_of(count, digest.total);
    content.push_back(
        share(say("digest.share",
                  {{"name", name}, {"percent", text::persian_number(percent)}, {"count", text::persian_number(count)}}),
              percent));
  };
  for (const CommentTone tone : kCommentTones) {
    add(say("comment_tone." + std::string(wire_name(tone))), digest.by_tone[static_cast<std::size_t>(tone)]);
  }
  if (digest.untoned > 0) add(say("digest.untoned"), digest.untoned);
  const std::int64_t published = digest.by_state[static_cast<std::size_t>(NewsCommentState::published)];
  const std::int64_t percent = percent_of(digest.answered, published);
  content.push_back(share(say("digest.answered_share", {{"percent", text::persian_number(percent)}}), percent));
}

Node number(std::int64_t count) {
  return view::paragraph(table_number(count));
}

void add_themes(Nodes& content, const NewsDigest& digest) {
  content.push_back(view::heading(2, say("digest.themes"), "digest-themes-heading"));
  Node table = view::node(Kind::table, say("digest.themes"), {}, "digest-themes");
  table.quiet = true;
  table.columns.push_back(say("digest.theme"));
  for (const DigestPart& part : digest.parts) table.columns.push_back(part.name);
  table.columns.push_back(say("digest.sum"));
  table.columns.push_back(say("digest.critical_sum"));
  for (const NewsDigest::Theme& theme : digest.themes) {
    Node row = view::node(Kind::row, {}, {view::paragraph(theme_word(theme))});
    for (const std::int64_t count : theme.by_part) row.children.push_back(number(count));
    row.children.push_back(number(theme.total));
    row.children.push_back(number(theme.critical));
    table.children.push_back(std::move(row));
  }
  content.push_back(std::move(table));
}

void add_items(Nodes& content, const NewsDigest& digest) {
  content.push_back(view::heading(2, say("digest.items"), "items-heading"));
  Node table = view::node(Kind::table, say("digest.items"), {}, "items");
  table.quiet = true;
  table.columns = {say("digest.item"), say("draft.comments"), say("digest.critical_sum"), say("digest.answered")};
  for (const NewsDigest::Item& item : digest.items) {
    table.children.push_back(view::node(Kind::row, {},
                                        {view::link(item.title, queue_address({.state = "all", .item = item.news_id})),
                                         number(item.comments), number(item.critical), number(item.answered)}));
  }
  content.push_back(std::move(table));
}

void add_useful(Nodes& content, const NewsDigest& digest) {
  if (digest.useful.empty()) return;
  content.push_back(view::heading(2, say("digest.useful"), "useful-heading"));
  Node table = view::node(Kind::table, say("digest.useful"), {}, "useful-items");
  table.quiet = true;
  table.columns = {say("digest.item"), say("digest.useful_yes"), say("digest.useful_no"), say("digest.useful_share")};
  for (const NewsVoices& item : digest.useful) {
    table.children.push_back(view::node(Kind::row, {},
                                        {view::link(item.title, staff_news_address(item.news_id)), number(item.yes),
                                         number(item.no), view::paragraph(useful_share(item))}));
  }
  content.push_back(std::move(table));
}

// Words of a comment under a line that says whose, about what and when.
Node quoted(const DigestComment& comment) {
  const std::string words = say("digest.quote", {{"words", cut_text(comment.body, kQuoteLetters)}});
  Node item = view::node(Kind::item, {}, {view::paragraph(words)});
  item.note = quote_note(comment);
  return item;
}

void add_quotes(Nodes& content, const NewsDigest& digest) {
  if (digest.quotes.empty()) return;
  content.push_back(view::heading(2, say("digest.quotes"), "quotes-heading"));
  for (const CommentTone tone : {CommentTone::critical, CommentTone::neutral, CommentTone::positive}) {
    Node list = view::node(Kind::list, say("comment_tone." + std::string(wire_name(tone))), {});
    for (const DigestComment& comment : digest.quotes) {
      if (comment.tone != tone) continue;
      list.children.push_back(quoted(comment));
    }
    if (list.children.empty()) continue;
    content.push_back(view::heading(3, list.text));
    content.push_back(std::move(list));
  }
}

void add_answers(Nodes& content, const NewsDigest& digest) {
  content.push_back(view::heading(2, say("digest.answers"), "answers-heading"));
  if (digest.answers.empty()) content.push_back(view::paragraph(say("digest.no_answers")));
  Node list = view::node(Kind::list, say("digest.answers"), {}, "answers");
  for (const DigestComment& comment : digest.answers) {
    list.children.push_back(quoted(comment));
    list.children.back().children.push_back(
        view::paragraph(say("digest.answer", {{"words", cut_text(comment.answer, kQuoteLetters)}})));
  }
  if (!list.children.empty()) content.push_back(std::move(list));
}

void add_waiting(Nodes& content, const NewsDigest& digest, Instant now) {
  content.push_back(view::heading(2, say("digest.waits"), "waits-heading"));
  if (digest.waiting.empty()) {
    content.push_back(view::paragraph(say("digest.nothing_waits")));
    return;
  }
  if (const std::string more = waits_count(digest); !more.empty()) content.push_back(view::paragraph(more));
  Node list = view::node(Kind::list, say("digest.waits"), {}, "waits");
  for (const DigestComment& comment : digest.waiting) {
    list.children.push_back(quoted(comment));
    Node badge = view::node(Kind::badge, waits_note(comment, now), {});
    badge.tone = Tone::warning;
    list.children.back().children.push_back(std::move(badge));
  }
  content.push_back(std::move(list));
}

}  // namespace

std::string digest_address(const DigestPeriod& period, bool pdf) {
  return std::string(kDigestPath) + "/" + in_address(period.from) + "/" + in_address(period.to) + (pdf ? "/pdf" : "");
}

std::string state_count_word(NewsCommentState state) {
  switch (state) {
    case NewsCommentState::waiting:
      return say("digest.waiting");
    case NewsCommentState::published:
      return say("digest.published");
    case NewsCommentState::rejected:
      return say("digest.rejected");
  }
  return {};
}

std::string table_number(std::int64_t count) {
  return count == 0 ? say("digest.zero") : text::persian_number(count);
}

std::string waits_count(const NewsDigest& digest) {
  const auto shown = static_cast<std::int64_t>(digest.waiting.size());
  if (digest.waiting_count <= shown) return {};
  return say("digest.waits_count",
             {{"count", text::persian_number(digest.waiting_count)}, {"shown", text::persian_number(shown)}});
}

std::string useful_share(const NewsVoices& item) {
  return say("digest.percent", {{"percent", text::persian_number(percent_of(item.yes, item.yes + item.no))}});
}

std::string theme_word(const NewsDigest::Theme& theme) {
  return theme.tag.empty() ? say("digest.untagged") : theme.tag;
}

std::string quote_note(const DigestComment& comment) {
  const std::string author = comment.author.empty() ? say("comment.nameless") : comment.author;
  return say("digest.quote_note",
             {{"author", author}, {"title", comment.news_title}, {"when", long_date(to_tehran(comment.at).day)}});
}

std::string waits_note(const DigestComment& comment, Instant now) {
  const char* what = comment.state == NewsCommentState::waiting ? "digest.waits_verdict" : "digest.waits_answer";
  const std::int64_t days = days_waited(comment, now);
  if (days == 0) return say("digest.waits_today", {{"what", say(what)}});
  return say("digest.waits_days", {{"what", say(what)}, {"days", text::persian_number(days)}});
}

Node digest_view(const Site& site, const DigestState& state) {
  const NewsDigest& digest = state.digest;
  const std::string title = say("digest.heading");
  Nodes content = {title_heading(title), news_rooms(kDigestPath)};
  if (!state.errors.empty()) content.push_back(error_list(state.errors));
  content.push_back(view::paragraph(
      say("digest.lead", {{"from", long_date(digest.period.from)}, {"to", long_date(digest.period.to)}})));
  content.push_back(period_form(site, state));
  if (digest.total == 0) {
    content.push_back(view::node(Kind::empty_state, say("digest.none"), {}, "empty"));
    add_useful(content, digest);
    return frame(site, title, std::move(content));
  }
  content.push_back(view::actions({view::link(say("digest.pdf"), digest_address(digest.period, true))}));
  content.push_back(view::heading(2, say("digest.counts"), "counts-heading"));
  content.push_back(counts_of(digest));
  add_tones(content, digest);
  add_themes(content, digest);
  add_items(content, digest);
  add_useful(content, digest);
  add_quotes(content, digest);
  add_answers(content, digest);
  add_waiting(content, digest, site.now);
  return frame(site, title, std::move(content));
}

}  // namespace hamandish::pages
