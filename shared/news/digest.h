// The digest that public relations give to the head's office: what people said about the news in a period. Made of the
// comments alone, without a clock, so that the page and the PDF cannot disagree. Source: domain.md 0, commitment 3.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/news/news.h"

namespace hamandish {

// Days in Tehran, both included.
struct DigestPeriod {
  Day from;
  Day to;
  bool operator==(const DigestPeriod&) const = default;
};
inline constexpr int kDigestDays = 366;
// Invalid with fields from, to: digest.order_bad, digest.too_long.
Result<void> check_period(const DigestPeriod& period);
// The thirty days until `now`.
DigestPeriod usual_period(Instant now);

struct DigestComment {
  std::int64_t id = 0;
  std::int64_t news_id = 0;
  std::string news_title;
  std::string author;  // empty: nameless
  std::string body;
  Instant at;
  NewsCommentState state = NewsCommentState::waiting;
  std::optional<CommentTone> tone;
  std::vector<std::string> tags;
  bool answered = false;
  std::string answer;  // the organisation's words; only in NewsDigest::answers, where the service puts them
};

// A part of the period, by which themes are followed: weeks of a month, months of half a year, seasons of a year.
struct DigestPart {
  std::string name;
  Day from;  // the first part may begin before the period
};

// Whether an item was useful to its readers.
struct NewsVoices {
  std::int64_t news_id = 0;
  std::string title;
  std::int64_t yes = 0;
  std::int64_t no = 0;
};

struct NewsDigest {
  DigestPeriod period;

  std::int64_t total = 0;
  std::array<std::int64_t, kNewsCommentStates.size()> by_state{};
  std::array<std::int64_t, kCommentTones.size()> by_tone{};
  std::int64_t untoned = 0;
  std::int64_t answered = 0;

  std::vector<DigestPart> parts;
  struct Theme {
    std::string tag;  // empty: comments without any
    std::vector<std::int64_t> by_part;
    std::int64_t total = 0;
    std::int64_t critical = 0;
  };
  std::vector<Theme> themes;  // the most frequent first; those without any last

  struct Item {
    std::int64_t news_id = 0;
    std::string title;
    std::int64_t comments = 0;
    std::int64_t critical = 0;
    std::int64_t answered = 0;
  };
  std::vector<Item> items;  // the most commented first

  std::vector<NewsVoices> useful;  // the most voices first; the service puts them here

  std::vector<DigestComment> quotes;   // published ones of each tone, the critical ones first
  std::vector<DigestComment> answers;  // the newest first
  std::vector<DigestComment> waiting;  // for a verdict, or critical ones for an answer; the oldest first
  std::int64_t waiting_count = 0;      // of them all
};

// `comments`: of the period, oldest first.
NewsDigest make_digest(const DigestPeriod& period, const std::vector<DigestComment>& comments);

// A text for a report: at most `letters` of it, then «…».
std::string cut_text(const std::string& text, std::size_t letters);
// 0 to 100, rounded; 0 of nothing.
std::int64_t percent_of(std::int64_t part, std::int64_t whole);
// Whole days that a comment has waited.
std::int64_t days_waited(const DigestComment& comment, Instant now);

}  // namespace hamandish
