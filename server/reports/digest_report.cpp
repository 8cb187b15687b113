#include "server/reports/digest_report.h"

#include <utility>

#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"
#include "shared/pages/digest_page.h"
#include "shared/text/digits.h"

namespace hamandish::server {
namespace {

using Kind = ReportBlock::Kind;
using Blocks = std::vector<ReportBlock>;

constexpr std::size_t kQuoteLetters = 400;

std::string number(std::int64_t count) {
  return text::persian_number(count);
}

void heading(Blocks& blocks, std::string_view key) {
  blocks.push_back({Kind::heading, say(key)});
}

void add_counts(Blocks& blocks, const NewsDigest& digest) {
  heading(blocks, "digest.counts");
  ReportBlock table{Kind::table, {}, {say("digest.measure"), say("digest.count")}, {}};
  table.rows.push_back({say("digest.total"), number(digest.total)});
  for (const NewsCommentState state : kNewsCommentStates) {
    table.rows.push_back({pages::state_count_word(state), number(digest.by_state[static_cast<std::size_t>(state)])});
  }
  table.rows.push_back({say("digest.answered"), number(digest.answered)});
  blocks.push_back(std::move(table));
  heading(blocks, "digest.tones");
  const auto share = [&](const std::string& name, std::int64_t count) {
    const std::string percent = number(percent_of(count, digest.total));
    blocks.push_back(
        {Kind::paragraph, say("digest.share", {{"name", name}, {"percent", percent}, {"count", number(count)}})});
  };
  for (const CommentTone tone : kCommentTones) {
    share(say("comment_tone." + std::string(wire_name(tone))), digest.by_tone[static_cast<std::size_t>(tone)]);
  }
  if (digest.untoned > 0) share(say("digest.untoned"), digest.untoned);
}

void add_themes(Blocks& blocks, const NewsDigest& digest) {
  heading(blocks, "digest.themes");
  ReportBlock table{Kind::table, {}, {say("digest.theme")}, {}};
  for (const DigestPart& part : digest.parts) table.columns.push_back(part.name);
  table.columns.push_back(say("digest.sum"));
  table.columns.push_back(say("digest.critical_sum"));
  for (const NewsDigest::Theme& theme : digest.themes) {
    std::vector<std::string> row = {pages::theme_word(theme)};
    for (const std::int64_t count : theme.by_part) row.push_back(pages::table_number(count));
    row.push_back(pages::table_number(theme.total));
    row.push_back(pages::table_number(theme.critical));
    table.rows.push_back(std::move(row));
  }
  blocks.push_back(std::move(table));
}

void add_items(Blocks& blocks, const NewsDigest& digest) {
  heading(blocks, "digest.items");
  ReportBlock table{Kind::table,
                    {},
                    {say("digest.item"), say("draft.comments"), say("digest.critical_sum"), say("digest.answered")},
                    {}};
  for (const NewsDigest::Item& item : digest.items) {
    table.rows.push_back(
        {item.title, number(item.comments), pages::table_number(item.critical), pages::table_number(item.answered)});
  }
  blocks.push_back(std::move(table));
}

void add_useful(Blocks& blocks, const NewsDigest& digest) {
  if (digest.useful.empty()) return;
  heading(blocks, "digest.useful");
  ReportBlock table{Kind::table,
                    {},
                    {say("digest.item"), say("digest.useful_yes"), say("digest.useful_no"), say("digest.useful_share")},
                    {}};
  for (const NewsVoices& item : digest.useful) {
    table.rows.push_back(
        {item.title, pages::table_number(item.yes), pages::table_number(item.no), pages::useful_share(item)});
  }
  blocks.push_back(std::move(table));
}

void add_quote(Blocks& blocks, const DigestComment& comment) {
  blocks.push_back({Kind::paragraph, say("digest.quote", {{"words", cut_text(comment.body, kQuoteLetters)}})});
}

void add_words(Blocks& blocks, const NewsDigest& digest, Instant now) {
  if (!digest.quotes.empty()) heading(blocks, "digest.quotes");
  std::optional<CommentTone> last;
  for (const DigestComment& comment : digest.quotes) {
    if (comment.tone != last) {
      blocks.push_back({Kind::small_heading, say("comment_tone." + std::string(wire_name(*comment.tone)))});
    }
    last = comment.tone;
    add_quote(blocks, comment);
    blocks.push_back({Kind::note, pages::quote_note(comment)});
  }
  heading(blocks, "digest.answers");
  if (digest.answers.empty()) blocks.push_back({Kind::paragraph, say("digest.no_answers")});
  for (const DigestComment& comment : digest.answers) {
    add_quote(blocks, comment);
    blocks.push_back({Kind::paragraph, say("digest.answer", {{"words", cut_text(comment.answer, kQuoteLetters)}})});
    blocks.push_back({Kind::note, pages::quote_note(comment)});
  }
  heading(blocks, "digest.waits");
  if (digest.waiting.empty()) blocks.push_back({Kind::paragraph, say("digest.nothing_waits")});
  if (const std::string more = pages::waits_count(digest); !more.empty()) blocks.push_back({Kind::paragraph, more});
  for (const DigestComment& comment : digest.waiting) {
    add_quote(blocks, comment);
    blocks.push_back({Kind::paragraph, pages::waits_note(comment, now)});
    blocks.push_back({Kind::note, pages::quote_note(comment)});
  }
}

}  // namespace

Report digest_report(const Profile& profile, const NewsDigest& digest, Instant now) {
  Report report;
  report.organisation = profile.name;
  report.title = say("digest.heading");
  report.lead = say("digest.lead", {{"from", long_date(digest.period.from)}, {"to", long_date(digest.period.to)}});
  report.foot = say("digest.made_at", {{"when", date_and_time(now)}});
  if (digest.total == 0) {
    report.blocks.push_back({Kind::paragraph, say("digest.none")});
    add_useful(report.blocks, digest);
    return report;
  }
  add_counts(report.blocks, digest);
  add_themes(report.blocks, digest);
  add_items(report.blocks, digest);
  add_useful(report.blocks, digest);
  add_words(report.blocks, digest, now);
  return report;
}

}  // namespace hamandish::server
