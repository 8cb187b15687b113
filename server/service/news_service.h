// News and information: written and published by public relations, commented by everybody, summed up for the head's office.
// The words stand in shared/news; each public function here is one transaction.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "server/store/news_comments_store.h"
#include "server/store/news_pictures_store.h"
#include "server/store/news_store.h"
#include "shared/forms/field.h"
#include "shared/news/digest.h"
#include "shared/news/news.h"
#include "shared/users/permissions.h"

namespace hamandish::server {

inline constexpr int kNewsPage = 20;

class NewsService {
 public:
  explicit NewsService(Database& database) : database_(database) {}

  // --- The public

  struct List {
    std::vector<NewsRow> rows;
    std::int64_t total = 0;
  };
  // `page` counts from 1.
  Result<List> published(std::optional<NewsCategory> category, std::int64_t page, Instant now);
  // By number or slug. Not found (news.not_found) also for what is not published at `now`.
  Result<NewsRow> published_item(std::string_view id_or_slug, Instant now);

  // Of an item that the caller may read; nothing is asked here of its state.
  Result<std::vector<NewsPictureRow>> pictures(std::int64_t news_id);
  // Not found.
  Result<PictureBytes> picture(std::int64_t news_id, std::string_view id, PictureSize size);

  struct Thread {
    NewsCommentRow comment;
    std::vector<NewsCommentRow> answers;  // the organisation's, then people's, the oldest first
    std::int64_t more = 0;                // people's answers after these
    std::int64_t last = 0;                // id of the last of people's answers here; 0: none
  };
  // The newest first, below `before` (0: from the newest); of people's answers the first few.
  Result<std::vector<Thread>> threads(std::int64_t news_id, std::int64_t before, int limit);
  // One of them with people's answers after the one with the id `after`. Not found as `answerable`.
  Result<Thread> thread(std::int64_t news_id, std::int64_t comment_id, std::int64_t after, int limit);
  // Not found (news_comment.not_found) unless the public reads it on this item and it may be answered.
  Result<NewsCommentRow> answerable(std::int64_t news_id, std::int64_t comment_id);
  // The code (16 digits). `parent_id`: the comment that is answered, or 0. The same key again: the same code. Conflict
  // «news_comment.closed» where none are taken; otherwise as check_news_comment.
  struct Where {
    std::string_view item;  // as in the address
    std::int64_t parent_id = 0;
  };
  Result<std::string> comment(const Where& where, const Answers& answers, std::string_view idempotency_key,
                              Instant now);
  struct OwnComment {
    NewsCommentRow comment;
    NewsRow news;
    std::string answer;  // of the organisation
  };
  // What became of one's own comment. Not found (news_comment.code_unknown).
  Result<OwnComment> own_comment(std::string_view tracking_code);
  // `device`: what its cookie holds. One voice for each; a later one counts instead.
  // What this device said before; empty for a device that is not known.
  Result<std::optional<bool>> voice(std::int64_t news_id, std::string_view device);
  Result<void> vote(std::string_view item, std::string_view device, bool useful, Instant now);

  // --- Staff; forbidden unless may_keep_news

  // What people write when they make or edit an item.
  struct Content {
    NewsCategory category = NewsCategory::report;
    CommentRule comment_rule = CommentRule::before;
    std::string title;
    std::string slug;
    std::string summary;
    std::string body;
  };
  Result<std::vector<NewsRow>> all(const Actor& actor, std::int64_t before, int limit);
  Result<NewsRow> item(const Actor& actor, std::int64_t id);
  // Invalid with fields news_title, summary, news_text, slug («news.slug_bad», «news.slug_taken»).
  Result<std::int64_t> create(const Actor& actor, const Content& content, Instant now);
  // Conflict «news.changed_meanwhile» if `version` is not the present one, here and in `take`.
  struct Edition {
    std::int64_t id = 0;
    std::int64_t version = 0;
  };
  Result<void> edit(const Actor& actor, const Edition& edition, const Content& content, Instant now);
  // `publish_at`: for NewsStep::publish, at `now` or later. Conflict «news.not_possible_now».
  Result<void> take(const Actor& actor, const Edition& edition, NewsStep step, Instant publish_at, Instant now);

  // `file`: id of a waiting attachment. Invalid with fields picture (picture.needed, picture.too_many,
  // form.attachment_unknown, and those of resize_picture), alt (picture.alt_needed, picture.words_too_long), caption.
  struct NewPicture {
    std::string file;
    std::string alt;
    std::string caption;
  };
  Result<void> add_picture(const Actor& actor, std::int64_t news_id, const NewPicture& wanted, Instant now);
  Result<void> remove_picture(const Actor& actor, std::int64_t news_id, std::string_view id, Instant now);

  struct Queue {
    std::vector<TaggedComment> comments;
    std::vector<std::string> titles;  // of their items
    std::int64_t waiting = 0;         // over all items
  };
  Result<Queue> queue(const Actor& actor, const NewsQueueFilter& filter, std::int64_t before, int limit);
  Result<std::vector<std::string>> tags(const Actor& actor);
  struct Handled {
    TaggedComment comment;
    NewsRow news;
    std::string parent;  // the words that it answers
    std::string answer;  // of the organisation
  };
  Result<Handled> one_comment(const Actor& actor, std::int64_t id);
  // All that an officer decides about a comment, at once.
  struct Decision {
    NewsCommentState state = NewsCommentState::waiting;
    std::string reason;  // needed to reject: the author reads it
    std::optional<CommentTone> tone;
    std::string tags;    // as typed
    std::string answer;  // in the organisation's name; empty: as it is
  };
  // Invalid with fields: reason (news_comment.reason_needed), answer (news_comment.answer_unpublished: only what all may
  // read is answered before all). Stands in the audit.
  Result<void> decide(const Actor& actor, std::int64_t comment_id, const Decision& decision, Instant now);

  // What was said in a period, and what was found useful. Invalid as check_period.
  Result<NewsDigest> digest(const Actor& actor, const DigestPeriod& period);

 private:
  Database& database_;
};

}  // namespace hamandish::server
