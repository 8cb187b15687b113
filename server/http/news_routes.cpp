#include "server/http/news_routes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "server/base/random.h"
#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/gate.h"
#include "server/http/news_views.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "server/http/submissions.h"
#include "shared/identity/tracking_code.h"
#include "shared/messages/messages.h"
#include "shared/pages/news_page.h"
#include "shared/pages/news_thread_page.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr std::string_view kDevice = "device";  // the cookie

NewsService& news_of(const Call& call) {
  return call.context.services.news;
}

std::string_view next_part(std::string_view& rest) {
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const std::string_view part = rest.substr(0, slash);
  rest.remove_prefix(std::min(slash + 1, rest.size()));
  return part;
}

Result<pages::NewsListState> list_of(const Call& call, std::optional<NewsCategory> category, std::int64_t page) {
  const Result<NewsService::List> list = news_of(call).published(category, page, call.now);
  if (!list) return list.error();
  pages::NewsListState state;
  state.category = category;
  state.page = page;
  state.pages = std::max<std::int64_t>(1, (list->total + kNewsPage - 1) / kNewsPage);
  for (const NewsRow& row : list->rows) state.items.push_back(summary_of(row));
  return state;
}

// `page`: as in the address; empty: the first.
Reply list_page(const Call& call, std::optional<NewsCategory> category, std::string_view page) {
  const std::int64_t number = page.empty() ? 1 : number_in(page);
  const Result<pages::NewsListState> state = list_of(call, category, std::max<std::int64_t>(number, 1));
  if (!state) return remote_error(call, state.error());
  if (number < 1 || number > state->pages) return remote_error(call, error_of_status(404));
  return remote_reply(call, pages::news_list_view(site_of(call), *state));
}

pages::NewsWord thread_of(const NewsService::Thread& thread) {
  pages::NewsWord word = word_of(thread.comment);
  for (const NewsCommentRow& row : thread.answers) word.answers.push_back(word_of(row));
  word.more = thread.more;
  return word;
}

// `rest`: <comment>, or <comment>-<the last answer that was read>.
Reply thread_page(const Call& call, std::string_view item, std::string_view rest) {
  const std::size_t dash = std::min(rest.find('-'), rest.size());
  const std::int64_t comment = number_in(rest.substr(0, dash));
  const std::int64_t after = number_in(rest.substr(std::min(dash + 1, rest.size())));
  const Result<NewsRow> row = news_of(call).published_item(item, call.now);
  if (!row) return remote_error(call, row.error());
  const Result<NewsService::Thread> thread = news_of(call).thread(row->id, comment, after, kNewsPage);
  if (!thread) return remote_error(call, thread.error());
  pages::NewsThreadState state;
  state.item = summary_of(*row);
  state.comment = thread_of(*thread);
  state.open = row->comment_rule != CommentRule::closed;
  if (thread->more > 0) {
    const std::string room = "thread/" + std::to_string(comment) + "-" + std::to_string(thread->last);
    state.next = pages::news_address(state.item, room);
  }
  return remote_reply(call, pages::news_thread_view(site_of(call), state));
}

Result<pages::NewsItemState> item_of(const Call& call, std::string_view item, std::int64_t before = 0) {
  const Result<NewsRow> row = news_of(call).published_item(item, call.now);
  if (!row) return row.error();
  const Result<std::vector<NewsService::Thread>> threads = news_of(call).threads(row->id, before, kNewsPage);
  if (!threads) return threads.error();
  pages::NewsItemState state;
  state.item = summary_of(*row);
  state.body = row->body;
  const Result<std::vector<NewsPictureRow>> pictures = news_of(call).pictures(row->id);
  if (!pictures) return pictures.error();
  state.pictures = pictures_of(*pictures, pages::news_address(state.item));
  state.comment_rule = row->comment_rule;
  state.useful_yes = row->useful_yes;
  state.useful_no = row->useful_no;
  const Result<std::optional<bool>> voice = news_of(call).voice(row->id, cookie_value(call.request, kDevice));
  if (!voice) return voice.error();
  state.voice = *voice;
  for (const NewsService::Thread& thread : *threads) state.comments.push_back(thread_of(thread));
  if (threads->size() == kNewsPage) {
    state.older = pages::news_address(state.item, "comments/" + std::to_string(threads->back().comment.id));
  }
  state.form.idempotency_key = random_token(16);
  return state;
}

Result<pages::NewsAnswerState> answer_of(const Call& call, std::string_view item, std::int64_t comment) {
  const Result<NewsRow> row = news_of(call).published_item(item, call.now);
  if (!row) return row.error();
  const Result<NewsCommentRow> parent = news_of(call).answerable(row->id, comment);
  if (!parent) return parent.error();
  pages::NewsAnswerState state;
  state.item = summary_of(*row);
  state.comment = word_of(*parent);
  state.comment_rule = row->comment_rule;
  state.form.idempotency_key = random_token(16);
  return state;
}

Answers typed_answers(const Request& request) {
  Answers answers;
  for (const Part& part : request.parts) {
    const bool ours = part.name == "idempotency_key" || part.name == pages::kNewsTrap;
    if (part.is_file || ours || !text::valid_utf8(part.content)) continue;
    set_answer(answers, part.name, std::string(part.content));
  }
  return answers;
}

pages::NewsCommentForm form_again(const Call& call, const Error& error) {
  pages::NewsCommentForm form;
  form.answers = typed_answers(call.request);
  form.errors = error.fields;
  if (form.errors.empty()) form.failure = error.key;
  form.idempotency_key = call.request.field("idempotency_key");
  if (form.idempotency_key.empty() || !text::valid_utf8(form.idempotency_key)) form.idempotency_key = random_token(16);
  return form;
}

// The code of the comment, if everything holds.
Result<std::string> take_comment(const Call& call, const NewsService::Where& where) {
  if (!call.request.field(pages::kNewsTrap).empty()) return make_error(Code::invalid, "form.trapped");
  if (const Result<void> admitted = admit_short_form(call); !admitted) return admitted.error();
  return news_of(call).comment(where, typed_answers(call.request), call.request.field("idempotency_key"), call.now);
}

Reply refused(const Call& call, const NewsService::Where& where, const Error& error) {
  if (error.code == Code::not_found) return remote_error(call, error);
  if (where.parent_id != 0) {
    Result<pages::NewsAnswerState> state = answer_of(call, where.item, where.parent_id);
    if (!state) return remote_error(call, state.error());
    state->form = form_again(call, error);
    return remote_reply(call, pages::news_answer_view(site_of(call), *state), status_of(error));
  }
  Result<pages::NewsItemState> state = item_of(call, where.item);
  if (!state) return remote_error(call, state.error());
  state->form = form_again(call, error);
  return remote_reply(call, pages::news_item_view(site_of(call), *state), status_of(error));
}

// What the device's cookie holds, made now if it has none.
struct Device {
  std::string token;
  bool fresh = false;
};
Device device_of(const Call& call) {
  constexpr std::size_t kLeast = 16;
  constexpr std::size_t kMost = 64;
  std::string token = cookie_value(call.request, kDevice);
  if (token.size() >= kLeast && token.size() <= kMost) return {std::move(token), false};
  return {random_token(16), true};
}

}  // namespace

Reply news_page(const Call& call, std::string_view rest) {
  if (rest.empty()) return list_page(call, std::nullopt, {});
  const std::string_view first = next_part(rest);
  if (first == "page") return list_page(call, std::nullopt, rest.empty() ? "0" : rest);
  if (first == "category") {
    const std::optional<NewsCategory> category = news_category_from(next_part(rest));
    if (!category) return remote_error(call, error_of_status(404));
    return list_page(call, category, rest);
  }
  const std::string_view room = next_part(rest);
  if (room == "thread") return thread_page(call, first, rest);
  if (room == "answer") {
    const Result<pages::NewsAnswerState> state = answer_of(call, first, number_in(rest));
    if (!state) return remote_error(call, state.error());
    return remote_reply(call, pages::news_answer_view(site_of(call), *state));
  }
  // Forms answer at their own address; who reloads it asks for the item.
  if (!room.empty() && room != "comments" && room != "useful") return remote_error(call, error_of_status(404));
  const Result<pages::NewsItemState> state = item_of(call, first, room == "comments" ? number_in(rest) : 0);
  if (!state) return remote_error(call, state.error());
  return remote_reply(call, pages::news_item_view(site_of(call), *state));
}

Reply get_news_picture(const Call& call) {
  const Result<NewsRow> row = news_of(call).published_item(call.request.path_value("item"), call.now);
  if (!row) return error_page(call, row.error());
  return picture_reply(call, row->id, "public, max-age=86400");
}

Reply post_news_comment(const Call& call) {
  const std::string_view parent = call.request.path_value("comment");
  const NewsService::Where where{call.request.path_value("item"), number_in(parent)};
  if (!parent.empty() && where.parent_id == 0) return remote_error(call, error_of_status(404));
  const Result<std::string> code = take_comment(call, where);
  if (!code) return refused(call, where, code.error());
  const Result<NewsRow> row = news_of(call).published_item(where.item, call.now);
  if (!row) return remote_error(call, row.error());
  return remote_reply(call, pages::news_comment_sent_view(site_of(call), summary_of(*row), row->comment_rule, *code),
                      201);
}

Reply post_news_vote(const Call& call) {
  const std::string_view voice = call.request.path_value("voice");
  if (voice != "yes" && voice != "no") return remote_error(call, error_of_status(404));
  const std::string_view item = call.request.path_value("item");
  const Device device = device_of(call);
  const Result<void> done = news_of(call).vote(item, device.token, voice == "yes", call.now);
  if (!done) return remote_error(call, done.error());
  Result<pages::NewsItemState> state = item_of(call, item);
  if (!state) return remote_error(call, state.error());
  state->done = "news.voted";
  state->voice = voice == "yes";
  Reply reply = remote_reply(call, pages::news_item_view(site_of(call), *state));
  if (device.fresh) {
    std::string cookie = std::string(kDevice) + "=" + device.token + "; Path=/news; HttpOnly; SameSite=Lax";
    cookie += "; Max-Age=31536000";
    if (call.context.settings.behind_tls) cookie += "; Secure";
    reply.set("Set-Cookie", std::move(cookie));
  }
  return reply;
}

Reply post_find_news_comment(const Call& call) {
  const ParsedCode code = parse_tracking_code(call.request.field("comment_code"));
  Result<NewsService::OwnComment> own = make_error(Code::not_found, "news_comment.code_unknown");
  if (code.check == CodeCheck::ok) own = news_of(call).own_comment(code.code);
  if (own) {
    const pages::NewsOutcomeState state{summary_of(own->news), word_of(own->comment), own->comment.state,
                                        own->comment.verdict_reason, own->answer};
    return remote_reply(call, pages::news_outcome_view(site_of(call), state));
  }
  if (own.error().code != Code::not_found) return remote_error(call, own.error());
  Result<pages::NewsListState> state = list_of(call, std::nullopt, 1);
  if (!state) return remote_error(call, state.error());
  state->code = typed_field(call, "comment_code");
  state->errors.push_back({"comment_code", "news_comment.code_unknown", {}});
  return remote_reply(call, pages::news_list_view(site_of(call), *state), 422);
}

}  // namespace hamandish::server
