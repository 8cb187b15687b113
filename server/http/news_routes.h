// News for the public: pages that the server makes whole, their forms, open data, the feed.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

// GET /news (`rest` is empty), and /news/<rest>: «page/<n>», «category/<name>», «category/<name>/<n>», «<item>»,
// «<item>/comments/<before>», «<item>/answer/<comment>», with item = id or slug.
Reply news_page(const Call& call, std::string_view rest);

// POST /news/:item/comments/new and /news/:item/answer/:comment.
Reply get_news_picture(const Call& call);  // GET /news/:item/pictures/:picture
Reply post_news_comment(const Call& call);
// POST /news/:item/useful/:voice, «yes» or «no»; the device is known by a cookie.
Reply post_news_vote(const Call& call);
// POST /news/track: what became of a comment, by its code.
Reply post_find_news_comment(const Call& call);

// GET /api/v1/news?category=&page= and /api/v1/news/:id: open data.
Reply get_news(const Call& call);
Reply get_news_item(const Call& call);
// Its comments in parts, the newest first; one of them with the answers to it in parts, the oldest first (open_data.h).
Reply get_news_comments(const Call& call);
Reply get_news_thread(const Call& call);
// GET /news/feed.atom: the newest items (RFC 4287).
Reply get_news_feed(const Call& call);

}  // namespace hamandish::server
