// Demo news: written, published, commented and answered by the same functions that people use, in their own time.
#include <utility>

#include "server/demo/demo_json.h"
#include "server/service/demo_accounts.h"
#include "server/service/services.h"
#include "server/store/news_store.h"
#include "shared/json/json.h"

namespace hamandish::server {
namespace {

class Maker {
 public:
  Maker(NewsService& news, std::string user_id, Instant now) : news_(news), user_(std::move(user_id)), now_(now) {}

  Result<void> make(const Json& demo) {
    const Instant made = now_ + -number_of(demo, "age_hours") * kHour;
    const Result<std::int64_t> id = news_.create(actor(), content_of(demo), made);
    if (!id) return id.error();
    if (text_of(demo, "state") == "draft") return {};
    const Instant publish = made + number_of(demo, "ahead_hours") * kHour;
    Result<void> done = news_.take(actor(), {*id, 1}, NewsStep::publish, publish, made);
    if (done && number_of(demo, "pinned") == 1) done = news_.take(actor(), {*id, 2}, NewsStep::pin, publish, publish);
    Instant at = publish;
    for (const Json& one : items_of(demo, "comments")) {
      at = at + 3 * kHour;
      if (!done || at > now_) return done;
      done = comment(*id, one, at);
    }
    for (std::int64_t i = 0; done && i < number_of(demo, "useful"); ++i) done = vote(*id, i, true, at);
    for (std::int64_t i = 0; done && i < number_of(demo, "useless"); ++i) done = vote(*id, i, false, at);
    return done;
  }

 private:
  Actor actor() const { return {user_, {}, Role::public_relations, {}}; }

  static NewsService::Content content_of(const Json& demo) {
    NewsService::Content content;
    content.category = news_category_from(text_of(demo, "category")).value_or(NewsCategory::report);
    content.comment_rule = comment_rule_from(text_of(demo, "rule")).value_or(CommentRule::before);
    content.title = text_of(demo, "title");
    content.slug = text_of(demo, "slug");
    content.summary = text_of(demo, "summary");
    content.body = lines_of(demo, "text");
    return content;
  }

  // Sent, and decided upon as the demo says; gives the id.
  Result<std::int64_t> send(std::int64_t item, std::int64_t parent, const Json& one, Instant at) {
    Answers answers = {{"comment_body", text_of(one, "body")}};
    if (!text_of(one, "author").empty()) set_answer(answers, "comment_author", text_of(one, "author"));
    const std::string address = std::to_string(item);
    const std::string key = "demo-" + std::to_string(++number_);
    const Result<std::string> code = news_.comment({address, parent}, answers, key, at);
    if (!code) return code.error();
    const Result<NewsService::OwnComment> own = news_.own_comment(*code);
    if (!own) return own.error();
    NewsService::Decision decision;
    decision.state = news_comment_state_from(text_of(one, "state")).value_or(NewsCommentState::published);
    decision.reason = text_of(one, "reason");
    decision.tone = comment_tone_from(text_of(one, "tone"));
    decision.tags = text_of(one, "tags");
    decision.answer = text_of(one, "answer");
    if (const Result<void> done = news_.decide(actor(), own->comment.id, decision, at + kHour); !done)
      return done.error();
    return own->comment.id;
  }

  Result<void> comment(std::int64_t item, const Json& one, Instant at) {
    const Result<std::int64_t> parent = send(item, 0, one, at);
    if (!parent) return parent.error();
    for (const Json& answer : items_of(one, "answers")) {
      at = at + kHour;
      const Result<std::int64_t> sent = send(item, *parent, answer, at);
      if (!sent) return sent.error();
    }
    return {};
  }

  Result<void> vote(std::int64_t item, std::int64_t number, bool useful, Instant at) {
    const std::string device = (useful ? "demo-yes-" : "demo-no-") + std::to_string(number);
    return news_.vote(std::to_string(item), device, useful, at);
  }

  NewsService& news_;
  std::string user_;
  Instant now_;
  int number_ = 0;
};

}  // namespace

Result<void> Services::insert_demo_news(std::string_view json, Instant now) {
  const Result<Json> parsed = parse_json(json);
  if (!parsed) return parsed.error();
  std::string user_id;
  bool fresh = false;
  Result<void> looked = database_.read([&](Reader& reader) -> Result<void> {
    const Result<bool> any = any_news(reader);
    if (!any) return any.error();
    Result<std::string> found = demo_account(reader, "ravabet");
    if (!found) return found.error();
    user_id = std::move(found).value();
    fresh = !*any && !user_id.empty();
    return {};
  });
  if (!looked || !fresh) return looked;
  Maker maker(news, std::move(user_id), now);
  for (const Json& demo : items_of(*parsed, "news")) {
    if (Result<void> made = maker.make(demo); !made) return made;
  }
  return {};
}

}  // namespace hamandish::server
