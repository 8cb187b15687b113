// News for staff: pages that the server makes whole, and their forms.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

// GET of /staff/news and everything below it.
Reply staff_news_page(const Call& call);

Reply post_new_news(const Call& call);   // POST /staff/news/new
Reply post_news_edit(const Call& call);  // POST /staff/news/:id/edit/:version
Reply post_news_step(const Call& call);  // POST /staff/news/:id/do/:step/:version

// Pictures of an item: /staff/news/:id/pictures[/:picture[/remove]]
Reply get_staff_news_picture(const Call& call);
Reply post_news_picture(const Call& call);
Reply post_picture_removal(const Call& call);

}  // namespace hamandish::server
