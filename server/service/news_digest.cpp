// The digest for the head's office.
#include <map>
#include <utility>

#include "server/service/news_parts.h"
#include "shared/calendar/tehran_time.h"

namespace hamandish::server {
namespace {

using namespace news;  // NOLINT(google-build-using-namespace)

constexpr int kMostComments = 200'000;
constexpr int kMostItems = 10;

DigestComment digest_comment(const TaggedComment& comment, const std::string& title) {
  DigestComment made;
  made.id = comment.row.id;
  made.news_id = comment.row.news_id;
  made.news_title = title;
  made.author = comment.row.author;
  made.body = comment.row.body;
  made.at = comment.row.at;
  made.state = comment.row.state;
  made.tone = comment.row.tone;
  made.tags = comment.tags;
  made.answered = comment.row.answered_at.has_value();
  return made;
}

Result<std::string> title_of(Reader& reader, std::map<std::int64_t, std::string>& known, std::int64_t news_id) {
  const auto at = known.find(news_id);
  if (at != known.end()) return at->second;
  const Result<NewsRow> item = need_item(reader, news_id);
  if (!item) return item.error();
  known.emplace(news_id, item->title);
  return item->title;
}

}  // namespace

Result<NewsDigest> NewsService::digest(const Actor& actor, const DigestPeriod& period) {
  if (!may_keep_news(actor.role)) return forbidden();
  if (const Result<void> fit = check_period(period); !fit) return fit.error();
  const Instant from = start_of_day_in_tehran(period.from);
  const Instant to = start_of_day_in_tehran(Day{period.to.number + 1});
  NewsDigest digest;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Result<std::vector<TaggedComment>> rows = news_comments_between(reader, from, to, kMostComments);
    if (!rows) return rows.error();
    std::map<std::int64_t, std::string> titles;
    std::vector<DigestComment> comments;
    for (const TaggedComment& row : *rows) {
      const Result<std::string> title = title_of(reader, titles, row.row.news_id);
      if (!title) return title.error();
      comments.push_back(digest_comment(row, *title));
    }
    digest = make_digest(period, comments);
    Result<std::vector<NewsVoices>> voices = news_voices(reader, from, to, kMostItems);
    if (!voices) return voices.error();
    digest.useful = std::move(voices).value();
    for (DigestComment& comment : digest.answers) {
      Result<std::optional<NewsCommentRow>> answer = official_answer(reader, comment.id);
      if (!answer) return answer.error();
      if (*answer) comment.answer = std::move((*answer)->body);
    }
    return {};
  });
  if (!done) return done.error();
  return digest;
}

}  // namespace hamandish::server
