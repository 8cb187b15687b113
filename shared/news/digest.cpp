#include "shared/news/digest.h"

#include <algorithm>
#include <map>

#include "shared/calendar/jalali.h"
#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/messages/messages.h"
#include "shared/text/digits.h"
#include "shared/text/utf8.h"

namespace hamandish {
namespace {

constexpr std::size_t kMostThemes = 12;
constexpr std::size_t kMostItems = 10;
constexpr std::size_t kQuotesOfTone = 3;
constexpr std::size_t kMostAnswers = 8;
constexpr std::size_t kMostWaiting = 12;
constexpr int kWeekDays = 7;
constexpr int kDaysByWeeks = 35;
constexpr int kDaysByMonths = 190;

void add_weeks(std::vector<DigestPart>& parts, const DigestPeriod& period) {
  for (Day day = period.from; day <= period.to; day.number += kWeekDays) {
    parts.push_back({say("digest.week", {{"date", short_date(day)}}), day});
  }
}

// `length`: months of a part, which divides twelve.
void add_months(std::vector<DigestPart>& parts, const DigestPeriod& period, int length) {
  JalaliDate date = to_jalali(period.from);
  date.day = 1;
  date.month -= (date.month - 1) % length;
  while (to_day(date) <= period.to) {
    const std::string year = std::to_string(date.year);
    // «digest_season.1» is spring.
    const std::string name =
        length == 1 ? say("digest.month", {{"month", std::string(month_name(date.month))}, {"year", year}})
                    : say("digest.season", {{"season", say("digest_season." + std::to_string(date.month / length + 1))},
                                            {"year", year}});
    parts.push_back({name, to_day(date)});
    date.month += length;
    if (date.month > 12) date = {date.year + 1, 1, 1};
  }
}

std::vector<DigestPart> parts_of(const DigestPeriod& period) {
  std::vector<DigestPart> parts;
  const int days = period.to.number - period.from.number + 1;
  if (days <= kDaysByWeeks) {
    add_weeks(parts, period);
  } else {
    add_months(parts, period, days <= kDaysByMonths ? 1 : 3);
  }
  return parts;
}

std::size_t part_of(const std::vector<DigestPart>& parts, Instant at) {
  const Day day = to_tehran(at).day;
  std::size_t found = 0;
  while (found + 1 < parts.size() && parts[found + 1].from <= day) ++found;
  return found;
}

bool is_critical(const DigestComment& comment) {
  return comment.tone == CommentTone::critical;
}

void count(NewsDigest& digest, const DigestComment& comment) {
  ++digest.total;
  ++digest.by_state[static_cast<std::size_t>(comment.state)];
  if (comment.tone) {
    ++digest.by_tone[static_cast<std::size_t>(*comment.tone)];
  } else {
    ++digest.untoned;
  }
  if (comment.answered) ++digest.answered;
}

std::vector<NewsDigest::Theme> themes_of(const std::vector<DigestPart>& parts,
                                         const std::vector<DigestComment>& comments) {
  std::map<std::string, NewsDigest::Theme> by_tag;
  const std::vector<std::string> none = {""};
  for (const DigestComment& comment : comments) {
    if (comment.state == NewsCommentState::rejected) continue;
    for (const std::string& tag : comment.tags.empty() ? none : comment.tags) {
      NewsDigest::Theme& theme = by_tag[tag];
      theme.tag = tag;
      theme.by_part.resize(parts.size());
      ++theme.by_part[part_of(parts, comment.at)];
      ++theme.total;
      if (is_critical(comment)) ++theme.critical;
    }
  }
  std::vector<NewsDigest::Theme> themes;
  for (const auto& entry : by_tag) {
    if (!entry.first.empty()) themes.push_back(entry.second);
  }
  std::stable_sort(themes.begin(), themes.end(), [](const auto& a, const auto& b) { return a.total > b.total; });
  if (themes.size() > kMostThemes) themes.resize(kMostThemes);
  if (const auto untagged = by_tag.find(""); untagged != by_tag.end()) themes.push_back(untagged->second);
  return themes;
}

std::vector<NewsDigest::Item> items_of(const std::vector<DigestComment>& comments) {
  std::map<std::int64_t, NewsDigest::Item> by_id;
  for (const DigestComment& comment : comments) {
    NewsDigest::Item& item = by_id[comment.news_id];
    item.news_id = comment.news_id;
    item.title = comment.news_title;
    ++item.comments;
    if (is_critical(comment)) ++item.critical;
    if (comment.answered) ++item.answered;
  }
  std::vector<NewsDigest::Item> items;
  items.reserve(by_id.size());
  for (const auto& entry : by_id) items.push_back(entry.second);
  std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.comments > b.comments; });
  if (items.size() > kMostItems) items.resize(kMostItems);
  return items;
}

// The newest of those that `fits` is true for.
template <typename Fits>
void take_newest(std::vector<DigestComment>& to, const std::vector<DigestComment>& comments, std::size_t most,
                 Fits fits) {
  for (auto one = comments.rbegin(); one != comments.rend() && most > 0; ++one) {
    if (!fits(*one)) continue;
    to.push_back(*one);
    --most;
  }
}

bool waits(const DigestComment& comment) {
  if (comment.state == NewsCommentState::waiting) return true;
  return comment.state == NewsCommentState::published && is_critical(comment) && !comment.answered;
}

}  // namespace

Result<void> check_period(const DigestPeriod& period) {
  Error error = make_error(Code::invalid, "error.invalid");
  if (period.to < period.from) {
    error.fields.push_back({"to", "digest.order_bad", {}});
  } else if (period.to.number - period.from.number >= kDigestDays) {
    error.fields.push_back({"from", "digest.too_long", {}});
  }
  if (!error.fields.empty()) return error;
  return {};
}

DigestPeriod usual_period(Instant now) {
  constexpr int kUsualDays = 30;
  const Day today = to_tehran(now).day;
  return {Day{today.number - kUsualDays + 1}, today};
}

NewsDigest make_digest(const DigestPeriod& period, const std::vector<DigestComment>& comments) {
  NewsDigest digest;
  digest.period = period;
  digest.parts = parts_of(period);
  for (const DigestComment& comment : comments) count(digest, comment);
  digest.themes = themes_of(digest.parts, comments);
  digest.items = items_of(comments);
  for (const CommentTone tone : {CommentTone::critical, CommentTone::neutral, CommentTone::positive}) {
    take_newest(digest.quotes, comments, kQuotesOfTone,
                [&](const DigestComment& one) { return one.state == NewsCommentState::published && one.tone == tone; });
  }
  take_newest(digest.answers, comments, kMostAnswers, [](const DigestComment& one) { return one.answered; });
  for (const DigestComment& comment : comments) {
    if (!waits(comment)) continue;
    ++digest.waiting_count;
    if (digest.waiting.size() < kMostWaiting) digest.waiting.push_back(comment);
  }
  return digest;
}

std::string cut_text(const std::string& text, std::size_t letters) {
  std::u32string scalars = text::to_scalars(text);
  std::replace(scalars.begin(), scalars.end(), U'\n', U' ');
  if (scalars.size() <= letters) return text::to_utf8(scalars);
  // At the end of a word, if there is one near.
  std::size_t end = letters;
  while (end > letters / 2 && scalars[end] != U' ') --end;
  if (scalars[end] != U' ') end = letters;
  return text::to_utf8(std::u32string_view(scalars).substr(0, end)) + "…";
}

std::int64_t percent_of(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0 : (part * 200 + whole) / (whole * 2);
}

std::int64_t days_waited(const DigestComment& comment, Instant now) {
  return std::max<std::int64_t>(0, (now.milliseconds - comment.at.milliseconds) / kDay);
}

}  // namespace hamandish
