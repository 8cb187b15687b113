// Whether the promises of the strategy («راهبرد مشارکت») are kept: for each a sentence with its figures, and a verdict where
// figures can give one. Source of the promises: domain.md 0; their ids: assets/profiles.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/directory/profile.h"
#include "shared/reports/document.h"
#include "shared/reports/statistics.h"

namespace hamandish {

// Drafts whose consultation began in the period.
struct DraftPromise {
  std::int64_t opened = 0;
  std::int64_t long_enough = 0;  // open for at least the days that were promised
  std::int64_t open_now = 0;
  std::int64_t comments = 0;
  DraftPromise& operator+=(const DraftPromise& other);
};

// Answers that were given in the month itself, and how many days they took together.
struct AnswerDays {
  std::int64_t answers = 0;
  std::int64_t days = 0;
};

struct PromiseFacts {
  std::array<Tally, kCaseKinds.size()> by_kind{};   // messages of the period
  std::array<Tally, kIntakes.size()> by_channel{};  // the same messages
  std::array<AnswerDays, kCaseKinds.size()> month_by_kind{};
  std::array<AnswerDays, kIntakes.size()> month_by_channel{};
  DraftPromise own_drafts;
  DraftPromise higher_drafts;
  std::int64_t expert_comments = 0;  // of experts, professional bodies and other offices, on these drafts
  std::int64_t news_comments = 0;    // published ones of the period
  std::int64_t news_answered = 0;
  std::int64_t monthly_reports = 0;  // stored ones of the period
  std::int64_t ratings = 0;
  std::int64_t score_sum = 0;
};

struct PromiseFigure {
  std::string sentence;      // «از ۱۲۰ پیام ...»
  std::optional<bool> kept;  // nothing: there was nothing to keep it with
};

// The least share of answers in time with which the promise of answers counts as kept.
inline constexpr int kKeptPercent = 80;

// Whether the drafts of this origin are those that the promise speaks of.
bool is_kept_by(std::string_view promise_id, DraftOrigin origin);

PromiseFigure promise_figure(const Profile& profile, const Promise& promise, const PromiseFacts& facts);
std::string verdict_text(const PromiseFigure& figure);  // «به این وعده عمل شده است»

ReportDocument promises_document(const Profile& profile, JalaliMonth month, const PromiseFacts& facts);

}  // namespace hamandish
