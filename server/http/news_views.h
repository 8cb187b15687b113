// What the public's and the staff's pages of news share: rows of the store as states of pages.
#pragma once

#include <string>
#include <string_view>

#include "server/http/routes.h"
#include "server/store/news_comments_store.h"
#include "server/store/news_pictures_store.h"
#include "server/store/news_store.h"
#include "shared/pages/news_page.h"

namespace hamandish::server {

pages::NewsSummary summary_of(const NewsRow& row);
pages::NewsWord word_of(const NewsCommentRow& row);
// `item`: address of the item, for the public or for staff.
std::vector<pages::NewsPicture> pictures_of(const std::vector<NewsPictureRow>& rows, const std::string& item);
// The bytes of the address's last segment, «<id>» or «<id>-small».
Reply picture_reply(const Call& call, std::int64_t news_id, std::string_view cache);
// What was typed into a field; empty if it is no UTF-8.
std::string typed_field(const Call& call, std::string_view name);
// What follows `prefix` in the address of the request, without slashes in front.
std::string_view rest_of_path(const Call& call, std::string_view prefix);

}  // namespace hamandish::server
