// News and information, and what people say about it: the words for both. Source of the promise: domain.md 0, commitment 3
// (comments on all news and information; public relations summarise them for the head's office).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/time.h"
#include "shared/users/permissions.h"

namespace hamandish {

// خبر، اطلاعیه، فراخوان، رویداد، اطلاعات و راهنما. The same in every organisation; what a comment is about is a tag.
enum class NewsCategory { report, announcement, call, event, guide };
inline constexpr std::array kNewsCategories = {NewsCategory::report, NewsCategory::announcement, NewsCategory::call,
                                               NewsCategory::event, NewsCategory::guide};

// What was decided about an item. A published one whose time has not come is scheduled: the clock needs no job.
enum class NewsState { draft, published, withdrawn };
inline constexpr std::array kNewsStates = {NewsState::draft, NewsState::published, NewsState::withdrawn};

// How an item stands to the public at a time.
enum class NewsPhase { draft, scheduled, published, withdrawn };
NewsPhase news_phase(NewsState state, Instant publish_at, Instant now);

// When a comment on the item is read by all: after an officer has seen it, at once, or no comments are taken.
enum class CommentRule { before, after, closed };
inline constexpr std::array kCommentRules = {CommentRule::before, CommentRule::after, CommentRule::closed};

enum class CommentTone { positive, neutral, critical };
inline constexpr std::array kCommentTones = {CommentTone::positive, CommentTone::neutral, CommentTone::critical};

enum class NewsCommentState { waiting, published, rejected };
inline constexpr std::array kNewsCommentStates = {NewsCommentState::waiting, NewsCommentState::published,
                                                  NewsCommentState::rejected};

// What staff do with an item besides writing it.
enum class NewsStep { publish, withdraw, pin, unpin };
inline constexpr std::array kNewsSteps = {NewsStep::publish, NewsStep::withdraw, NewsStep::pin, NewsStep::unpin};
bool is_possible(NewsStep step, NewsState state, bool pinned);

std::string_view wire_name(NewsCategory category);
std::string_view wire_name(NewsState state);
std::string_view wire_name(NewsPhase phase);
std::string_view wire_name(CommentRule rule);
std::string_view wire_name(CommentTone tone);
std::string_view wire_name(NewsCommentState state);
std::string_view wire_name(NewsStep step);

// nullopt for a name that is none.
std::optional<NewsCategory> news_category_from(std::string_view wire_name);
std::optional<NewsState> news_state_from(std::string_view wire_name);
std::optional<CommentRule> comment_rule_from(std::string_view wire_name);
std::optional<CommentTone> comment_tone_from(std::string_view wire_name);
std::optional<NewsCommentState> news_comment_state_from(std::string_view wire_name);
std::optional<NewsStep> news_step_from(std::string_view wire_name);

// Public relations write the news and answer what is said about it; the head's office may do the same and reads the digest.
bool may_keep_news(Role role);

// A name in an address instead of a number: small ASCII letters, digits and single hyphens, at least one letter, at most 60
// characters, none of the words that addresses of news use themselves.
bool is_news_slug(std::string_view text);

// The subjects of a comment as typed, between commas of any kind or on lines of their own: normalised, each once, at most
// kMostTags of at most kTagLetters letters.
inline constexpr std::size_t kMostTags = 8;
inline constexpr std::size_t kTagLetters = 40;
std::vector<std::string> tags_in(std::string_view typed);
// The same as one text for a field.
std::string tags_text(const std::vector<std::string>& tags);

}  // namespace hamandish
