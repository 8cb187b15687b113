#include "server/http/staff_comments_routes.h"

#include <optional>
#include <utility>

#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/news_views.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "shared/pages/staff_comments_page.h"
#include "shared/pages/staff_drafts_page.h"

namespace hamandish::server {
namespace {

constexpr std::string_view kList = "list/";
constexpr int kItemsOffered = 200;

NewsService& news_of(const Call& call) {
  return call.context.services.news;
}
const Actor& actor_of(const Call& call) {
  return call.session->actor;
}
Error forbidden() {
  return make_error(Code::forbidden, "error.forbidden");
}

pages::QueuedComment queued(const TaggedComment& comment, const std::string& title) {
  pages::QueuedComment made;
  made.word = word_of(comment.row);
  made.news_id = comment.row.news_id;
  made.news_title = title;
  made.state = comment.row.state;
  made.tone = comment.row.tone;
  made.tags = comment.tags;
  made.answered = comment.row.answered_at.has_value();
  return made;
}

NewsQueueFilter filter_of(const pages::QueueFilter& asked) {
  NewsQueueFilter filter;
  filter.state = news_comment_state_from(asked.state);
  filter.news_id = asked.item;
  filter.tag = asked.tag;
  filter.tone = comment_tone_from(asked.tone);
  if (asked.answered == "yes" || asked.answered == "no") filter.answered = asked.answered == "yes";
  return filter;
}

Reply queue_page(const Call& call, const pages::QueueAsked& asked) {
  const Result<NewsService::Queue> queue =
      news_of(call).queue(actor_of(call), filter_of(asked.filter), asked.before, kNewsPage);
  if (!queue) return remote_error(call, queue.error());
  const Result<std::vector<std::string>> tags = news_of(call).tags(actor_of(call));
  if (!tags) return remote_error(call, tags.error());
  const Result<std::vector<NewsRow>> items = news_of(call).all(actor_of(call), 0, kItemsOffered);
  if (!items) return remote_error(call, items.error());
  pages::QueueState state;
  state.filter = asked.filter;
  for (std::size_t i = 0; i < queue->comments.size(); ++i) {
    state.comments.push_back(queued(queue->comments[i], queue->titles[i]));
  }
  state.waiting = queue->waiting;
  state.tags = *tags;
  for (const NewsRow& row : *items) state.items.push_back(summary_of(row));
  if (queue->comments.size() == kNewsPage) {
    state.older = pages::queue_address(asked.filter, queue->comments.back().row.id);
  }
  return remote_reply(call, pages::queue_view(site_of(call), state));
}

Result<pages::StaffCommentState> state_of(const Call& call, std::int64_t id) {
  const Result<NewsService::Handled> handled = news_of(call).one_comment(actor_of(call), id);
  if (!handled) return handled.error();
  Result<std::vector<std::string>> tags = news_of(call).tags(actor_of(call));
  if (!tags) return tags.error();
  pages::StaffCommentState state;
  state.comment = queued(handled->comment, handled->news.title);
  state.parent = handled->parent;
  state.answer = handled->answer;
  state.reason = handled->comment.row.verdict_reason;
  state.tags = std::move(tags).value();
  return state;
}

}  // namespace

Reply staff_comments_page(const Call& call) {
  if (!may_keep_news(actor_of(call).role)) return remote_error(call, forbidden());
  std::string_view rest = rest_of_path(call, pages::kStaffCommentsPath);
  if (rest.empty() || rest.starts_with(kList)) {
    if (!rest.empty()) rest.remove_prefix(kList.size());
    return queue_page(call, pages::read_queue_address(rest));
  }
  const Result<pages::StaffCommentState> state = state_of(call, number_in(rest));
  if (!state) return remote_error(call, state.error());
  return remote_reply(call, pages::staff_comment_view(site_of(call), *state));
}

Reply post_queue_filter(const Call& call) {
  if (!may_keep_news(actor_of(call).role)) return remote_error(call, forbidden());
  pages::QueueFilter filter;
  const std::string state = typed_field(call, "filter_state");
  filter.state = news_comment_state_from(state) ? state : "all";
  filter.item = number_in(call.request.field("filter_item"));
  const std::string tone = typed_field(call, "filter_tone");
  if (comment_tone_from(tone)) filter.tone = tone;
  const std::string answered = typed_field(call, "filter_answered");
  if (answered == "yes" || answered == "no") filter.answered = answered;
  const std::vector<std::string> tags = tags_in(typed_field(call, "filter_tag"));
  if (!tags.empty()) filter.tag = tags.front();
  return remote_go(call, pages::queue_address(filter));
}

Reply post_decision(const Call& call) {
  if (!may_keep_news(actor_of(call).role)) return remote_error(call, forbidden());
  const std::int64_t id = number_in(call.request.path_value("comment"));
  NewsService::Decision decision;
  const std::optional<NewsCommentState> verdict = news_comment_state_from(call.request.field("verdict"));
  decision.state = verdict.value_or(NewsCommentState::waiting);
  decision.reason = pages::moderation_reason(typed_field(call, "why"), typed_field(call, "reason"));
  decision.tone = comment_tone_from(call.request.field("tone"));
  decision.tags = typed_field(call, "tags");
  decision.answer = typed_field(call, "answer");
  Result<void> done = make_error(Code::invalid, "comment.verdict_needed");
  if (verdict) done = news_of(call).decide(actor_of(call), id, decision, call.now);
  if (done) return remote_go(call, std::string(pages::kStaffCommentsPath));
  Result<pages::StaffCommentState> state = state_of(call, id);
  if (!state) return remote_error(call, state.error());
  state->errors = done.error().fields;
  if (state->errors.empty()) state->failure = done.error().key;
  for (const char* field : {"verdict", "why", "reason", "tone", "tags", "answer"}) {
    set_answer(state->answers, field, typed_field(call, field));
  }
  return remote_reply(call, pages::staff_comment_view(site_of(call), *state), status_of(done.error()));
}

}  // namespace hamandish::server
