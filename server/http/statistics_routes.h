// «آمار»: the page, and the same figures as open data; «راهبرد مشارکت» with the figures of its promises.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

Reply statistics_page(const Call& call);
Reply strategy_page(const Call& call);
Reply get_statistics(const Call& call);      // JSON
Reply get_statistics_csv(const Call& call);  // UTF-8 with a byte order mark, for spreadsheets

}  // namespace hamandish::server
