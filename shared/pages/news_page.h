// News and information for the public: the list, one item with its comments, the outcome of a comment. The server makes
// these pages whole (server/http/remote_pages.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/forms/field.h"
#include "shared/news/news.h"
#include "shared/pages/state.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

inline constexpr std::string_view kNewsPath = "/news";
inline constexpr std::string_view kNewsFeed = "/news/feed.atom";
// A field that people do not see: who fills it in is a machine.
inline constexpr std::string_view kNewsTrap = "website";

struct NewsSummary {
  std::int64_t id = 0;
  std::string slug;  // may be empty
  NewsCategory category = NewsCategory::report;
  std::string title;
  std::string summary;
  Instant publish_at;
  Instant updated_at;
  bool pinned = false;
  std::int64_t comments = 0;
};
// /news/<slug or id>, or one of its rooms: «answer/<comment>», «comments/<before>», «useful/yes».
std::string news_address(const NewsSummary& item, std::string_view room = {});
std::string category_word(NewsCategory category);
// The nodes of a rich text (shared/news/rich_text.h); its headings begin at `level`.
struct NewsPicture {
  std::string id;
  std::int64_t number = 0;
  std::string alt;
  std::string caption;
  std::string address;  // of the large one; the small one has «-small» behind it
  int width = 0;
  int height = 0;
  int small_width = 0;
};
view::Node picture_node(const NewsPicture& picture);
// `pictures`: for «![2]»; those that stand nowhere in the text come first.
view::Nodes rich_nodes(std::string_view text, int level, const std::vector<NewsPicture>& pictures = {});

struct NewsListState {
  std::vector<NewsSummary> items;
  std::optional<NewsCategory> category;
  std::int64_t page = 1;
  std::int64_t pages = 1;
  // The form that asks for a comment's outcome.
  std::string code;                // as typed
  std::vector<FieldError> errors;  // of «comment_code»
};
view::Node news_list_view(const Site& site, const NewsListState& state);

struct NewsWord {
  std::int64_t id = 0;
  std::string author;  // empty: nameless
  std::string body;
  Instant at;
  bool official = false;
  std::vector<NewsWord> answers;  // of a comment on the item: the first few
  std::int64_t more = 0;          // people's answers after these

  // How many there are, those in the organisation's name not counted.
  std::int64_t answers_in_all() const {
    std::int64_t count = more;
    for (const NewsWord& one : answers) count += one.official ? 0 : 1;
    return count;
  }
};

// The form of a comment, on the item or on another comment.
struct NewsCommentForm {
  Answers answers;
  std::vector<FieldError> errors;
  std::string failure;  // message key
  std::string idempotency_key;
};

struct NewsItemState {
  NewsSummary item;
  std::string body;
  std::vector<NewsPicture> pictures;
  CommentRule comment_rule = CommentRule::before;
  std::int64_t useful_yes = 0;
  std::int64_t useful_no = 0;
  std::optional<bool> voice;  // of this device
  std::vector<NewsWord> comments;
  std::string older;  // address, or empty
  NewsCommentForm form;
  std::string done;  // message key
};
view::Node news_item_view(const Site& site, const NewsItemState& state);

struct NewsAnswerState {
  NewsSummary item;
  NewsWord comment;  // that is to be answered
  CommentRule comment_rule = CommentRule::before;
  NewsCommentForm form;
};
view::Node news_answer_view(const Site& site, const NewsAnswerState& state);

// After sending: the code. `rule`: says when the comment will be read.
view::Node news_comment_sent_view(const Site& site, const NewsSummary& item, CommentRule rule,
                                  const std::string& tracking_code);

struct NewsOutcomeState {
  NewsSummary item;
  NewsWord comment;
  NewsCommentState state = NewsCommentState::waiting;
  std::string verdict_reason;
  std::string answer;  // of the organisation
};
view::Node news_outcome_view(const Site& site, const NewsOutcomeState& state);

}  // namespace hamandish::pages
