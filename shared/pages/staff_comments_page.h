// Comments on all news for public relations: the queue with its filters, one comment with all that is decided about it.
// Made whole by the server. The filters stand in the address, so that a queue can be linked and kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/forms/field.h"
#include "shared/pages/news_page.h"
#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

inline constexpr std::string_view kStaffCommentsPath = "/staff/comments";
inline constexpr std::string_view kDigestPath = "/staff/digest";

// What narrows the queue; empty: nothing.
struct QueueFilter {
  std::string state{};  // «waiting» if nothing is said, «all» for every one
  std::int64_t item = 0;
  std::string tone{};
  std::string answered{};  // «yes», «no»
  std::string tag{};
};
// /staff/comments/list/<state>/<item>/<tone>/<answered>/<tag>, «-» for what is empty, the tag in hexadecimal (it may hold
// any character); with `before`: older ones.
std::string queue_address(const QueueFilter& filter, std::int64_t before = 0);
// The other way round, from what follows «list/». Nothing narrows what cannot be read.
struct QueueAsked {
  QueueFilter filter;
  std::int64_t before = 0;
};
QueueAsked read_queue_address(std::string_view rest);
// /staff/comments/<id>
std::string staff_comment_address(std::int64_t id);

struct QueuedComment {
  NewsWord word;
  std::int64_t news_id = 0;
  std::string news_title;
  NewsCommentState state = NewsCommentState::waiting;
  std::optional<CommentTone> tone;
  std::vector<std::string> tags;
  bool answered = false;
};

struct QueueState {
  QueueFilter filter;
  std::vector<QueuedComment> comments;
  std::int64_t waiting = 0;        // over all items
  std::vector<std::string> tags;   // in use
  std::vector<NewsSummary> items;  // to choose from
  std::string older;               // address, or empty
};
view::Node queue_view(const Site& site, const QueueState& state);

struct StaffCommentState {
  QueuedComment comment;
  std::string parent;  // the words that it answers
  std::string answer;  // of the organisation
  std::string reason;
  std::vector<std::string> tags;  // in use, to help
  // As typed, when something was wrong: verdict, reason, tone, tags, answer.
  Answers answers;
  std::vector<FieldError> errors;
  std::string failure;
};
view::Node staff_comment_view(const Site& site, const StaffCommentState& state);

}  // namespace hamandish::pages
