#include "shared/news/news.h"

#include <algorithm>
#include <cstddef>

#include "shared/base/wire_names.h"
#include "shared/text/normalize.h"
#include "shared/text/search_key.h"
#include "shared/text/utf8.h"

namespace hamandish {
namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, kNewsCategories.size()> kCategoryNames = {"report", "announcement", "call",
                                                                                 "event", "guide"};
constexpr std::array<std::string_view, kNewsStates.size()> kStateNames = {"draft", "published", "withdrawn"};
constexpr std::array<std::string_view, 4> kPhaseNames = {"draft", "scheduled", "published", "withdrawn"};
constexpr std::array<std::string_view, kCommentRules.size()> kRuleNames = {"before", "after", "closed"};
constexpr std::array<std::string_view, kCommentTones.size()> kToneNames = {"positive", "neutral", "critical"};
constexpr std::array<std::string_view, kNewsCommentStates.size()> kCommentStateNames = {"waiting", "published",
                                                                                        "rejected"};
constexpr std::array<std::string_view, kNewsSteps.size()> kStepNames = {"publish", "withdraw", "pin", "unpin"};

constexpr std::array<std::string_view, 5> kReserved = {"page", "category", "track", "comments", "answer"};
constexpr std::size_t kSlugLetters = 60;

constexpr std::string_view kPersianComma = "\xD8\x8C";  // U+060C

// Where the next separator begins, and how long it is.
struct Cut {
  std::size_t at;
  std::size_t length;
};
Cut next_cut(std::string_view text) {
  const std::size_t plain = std::min(text.find_first_of(",;\n"), text.size());
  const std::size_t persian = std::min(text.find(kPersianComma), text.size());
  return persian < plain ? Cut{persian, kPersianComma.size()} : Cut{plain, 1};
}

}  // namespace

NewsPhase news_phase(NewsState state, Instant publish_at, Instant now) {
  switch (state) {
    case NewsState::draft:
      return NewsPhase::draft;
    case NewsState::withdrawn:
      return NewsPhase::withdrawn;
    case NewsState::published:
      break;
  }
  return publish_at <= now ? NewsPhase::published : NewsPhase::scheduled;
}

bool is_possible(NewsStep step, NewsState state, bool pinned) {
  switch (step) {
    case NewsStep::publish:
      return state != NewsState::published;
    case NewsStep::withdraw:
      return state == NewsState::published;
    case NewsStep::pin:
      return state == NewsState::published && !pinned;
    case NewsStep::unpin:
      return pinned;
  }
  return false;
}

std::string_view wire_name(NewsCategory category) {
  return name_in(kCategoryNames, category);
}
std::string_view wire_name(NewsState state) {
  return name_in(kStateNames, state);
}
std::string_view wire_name(NewsPhase phase) {
  return name_in(kPhaseNames, phase);
}
std::string_view wire_name(CommentRule rule) {
  return name_in(kRuleNames, rule);
}
std::string_view wire_name(CommentTone tone) {
  return name_in(kToneNames, tone);
}
std::string_view wire_name(NewsCommentState state) {
  return name_in(kCommentStateNames, state);
}
std::string_view wire_name(NewsStep step) {
  return name_in(kStepNames, step);
}

std::optional<NewsCategory> news_category_from(std::string_view wire_name) {
  return value_in<NewsCategory>(kCategoryNames, wire_name);
}
std::optional<NewsState> news_state_from(std::string_view wire_name) {
  return value_in<NewsState>(kStateNames, wire_name);
}
std::optional<CommentRule> comment_rule_from(std::string_view wire_name) {
  return value_in<CommentRule>(kRuleNames, wire_name);
}
std::optional<CommentTone> comment_tone_from(std::string_view wire_name) {
  return value_in<CommentTone>(kToneNames, wire_name);
}
std::optional<NewsCommentState> news_comment_state_from(std::string_view wire_name) {
  return value_in<NewsCommentState>(kCommentStateNames, wire_name);
}
std::optional<NewsStep> news_step_from(std::string_view wire_name) {
  return value_in<NewsStep>(kStepNames, wire_name);
}

bool may_keep_news(Role role) {
  return role == Role::public_relations || role == Role::head_office;
}

bool is_news_slug(std::string_view text) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto fits = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-'; };
  if (text.empty() || text.size() > kSlugLetters || text.front() == '-' || text.back() == '-') return false;
  if (text.find("--") != std::string_view::npos) return false;
  if (std::find(kReserved.begin(), kReserved.end(), text) != kReserved.end()) return false;
  return std::all_of(text.begin(), text.end(), fits) && std::any_of(text.begin(), text.end(), letter);
}

std::vector<std::string> tags_in(std::string_view typed) {
  std::vector<std::string> tags;
  std::vector<std::string> keys;
  while (!typed.empty() && tags.size() < kMostTags) {
    const Cut cut = next_cut(typed);
    std::string tag = text::for_storage_one_line(typed.substr(0, cut.at));
    typed.remove_prefix(std::min(cut.at + cut.length, typed.size()));
    std::string key = text::search_key(tag);
    const bool known = std::find(keys.begin(), keys.end(), key) != keys.end();
    if (key.empty() || known || text::count_scalars(tag) > kTagLetters) continue;
    tags.push_back(std::move(tag));
    keys.push_back(std::move(key));
  }
  return tags;
}

std::string tags_text(const std::vector<std::string>& tags) {
  std::string text;
  for (const std::string& tag : tags) {
    if (!text.empty()) text.append(kPersianComma).append(" ");
    text += tag;
  }
  return text;
}

}  // namespace hamandish
