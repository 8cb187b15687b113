#include "server/http/help_routes.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "server/http/context.h"
#include "server/http/news_views.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "server/http/url.h"
#include "shared/api/routes.h"
#include "shared/directory/vcard.h"
#include "shared/pages/help_pages.h"
#include "shared/pages/news_page.h"
#include "shared/pages/notices_page.h"
#include "shared/search/site_search.h"

namespace hamandish::server {
namespace {

constexpr int kMostDrafts = 200;
constexpr std::int64_t kMostNewsPages = 10;

void append(std::vector<Findable>& all, std::vector<Findable> some) {
  all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
}

Result<void> add_drafts(const Call& call, std::vector<Findable>& all) {
  const Result<std::vector<DraftRow>> drafts = call.context.services.drafts.published(kMostDrafts);
  if (!drafts) return drafts.error();
  for (const DraftRow& row : *drafts) {
    all.push_back({FindableKind::draft, row.title, row.affects, row.purpose, "/drafts/" + std::to_string(row.id)});
  }
  return {};
}

// The newest ones; older ones are found by their category and page.
Result<void> add_news(const Call& call, std::vector<Findable>& all) {
  for (std::int64_t page = 1; page <= kMostNewsPages; ++page) {
    const Result<NewsService::List> list = call.context.services.news.published({}, page, call.now);
    if (!list) return list.error();
    for (const NewsRow& row : list->rows) {
      all.push_back({FindableKind::news, row.title, row.body, row.summary, pages::news_address(summary_of(row))});
    }
    if (page * kNewsPage >= list->total) break;
  }
  return {};
}

Reply search_page(const Call& call, std::string_view query) {
  pages::SearchState state;
  state.query = query_for_address(query);
  if (!state.query.empty()) {
    std::vector<Findable> all = pages::findable_pages(*call.profile);
    append(all, pages::findable_profile(*call.profile));
    Result<void> done = add_drafts(call, all);
    if (done) done = add_news(call, all);
    if (!done) return remote_error(call, done.error());
    for (const Findable* one : find(all, state.query)) state.found.push_back(*one);
  }
  return remote_reply(call, pages::search_view(site_of(call), state));
}

}  // namespace

Reply help_page(const Call& call, std::string_view path) {
  const pages::Site site = site_of(call);
  if (path == pages::kNoticesPath) return remote_reply(call, pages::notices_view(site, {}));
  if (path == pages::kFaqPath) return remote_reply(call, pages::faq_view(site));
  if (path == pages::kPrivacyPath) return remote_reply(call, pages::privacy_view(site));
  if (path == pages::kServiceLevelsPath) return remote_reply(call, pages::service_levels_view(site));
  if (path == pages::kSiteMapPath) return remote_reply(call, pages::site_map_view(site));
  constexpr std::string_view contact = "/contact/";
  if (path.starts_with(contact)) {
    const Unit* unit = call.profile->unit(path.substr(contact.size()));
    if (unit == nullptr) return remote_error(call, error_of_status(404));
    return remote_reply(call, pages::unit_view(site, *unit));
  }
  return search_page(call, path.substr(std::min(path.size(), pages::kSearchPath.size() + 1)));
}

Reply post_search(const Call& call) {
  const std::string query = query_for_address(typed_field(call, "words"));
  std::string address(pages::kSearchPath);
  if (!query.empty()) address.append("/").append(api::percent_encode(query));
  return remote_go(call, address);
}

Reply get_vcard(const Call& call) {
  const Unit* unit = call.profile->unit(call.request.path_value("unit"));
  if (unit == nullptr) return error_page(call, error_of_status(404));
  Reply reply;
  reply.content_type = "text/vcard; charset=utf-8";
  reply.body = write_vcard(*call.profile, *unit);
  reply.set("Content-Disposition", attachment_disposition(unit->name + ".vcf"));
  reply.set("Cache-Control", std::string(kPublicPage));
  return reply;
}

}  // namespace hamandish::server
