#include "server/http/help_routes.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "server/http/context.h"
#include "server/http/news_views.h"
#include "server/http/page_routes.h"
#include "server/http/qr_svg.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "server/http/url.h"
#include "server/reports/unit_card_pdf.h"
#include "shared/api/routes.h"
#include "shared/directory/vcard.h"
#include "shared/pages/drafts_page.h"
#include "shared/pages/help_pages.h"
#include "shared/pages/news_page.h"
#include "shared/pages/notices_page.h"
#include "shared/search/site_search.h"

namespace hamandish::server {
namespace {

void append(std::vector<Findable>& all, std::vector<Findable> some) {
  all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
}

Result<std::vector<Findable>> surveys_of(const Call& call) {
  const Result<SurveysService::Lists> lists = call.context.services.surveys.lists(call.now);
  if (!lists) return lists.error();
  std::vector<Findable> all;
  all.reserve(lists->open.size() + lists->with_results.size());
  for (const auto* part : {&lists->open, &lists->with_results}) {
    for (const SurveyView& view : *part) {
      all.push_back(
          {FindableKind::survey, view.survey.title, {}, view.survey.lead, "/surveys/" + std::to_string(view.row.id)});
    }
  }
  return all;
}

// Pages, answers, units and surveys first, for they are few; then drafts and news, of which there is no end.
Result<void> search_for(const Call& call, pages::SearchState& state) {
  std::vector<Findable> all = pages::findable_pages(*call.profile);
  append(all, pages::findable_profile(*call.profile));
  Result<std::vector<Findable>> surveys = surveys_of(call);
  if (!surveys) return surveys.error();
  append(all, std::move(surveys).value());
  for (const Findable* one : find(all, state.query)) state.found.push_back(*one);
  const Result<SearchService::Found> texts = call.context.services.search.find(state.query, kMostFound, call.now);
  if (!texts) return texts.error();
  for (const DraftRow& row : texts->drafts) {
    state.found.push_back({FindableKind::draft, row.title, {}, row.purpose, pages::draft_address(row.id)});
  }
  for (const NewsRow& row : texts->news) {
    state.found.push_back({FindableKind::news, row.title, {}, row.summary, pages::news_address(summary_of(row))});
  }
  state.more = texts->more;
  return {};
}

Reply search_page(const Call& call, std::string_view query) {
  pages::SearchState state;
  state.query = query_for_address(query);
  if (!state.query.empty()) {
    const Result<void> done = search_for(call, state);
    if (!done) return remote_error(call, done.error());
  }
  return remote_reply(call, pages::search_view(site_of(call), state));
}

}  // namespace

namespace {

// What the pages say is the profile's: they are as old as the parts of it that they show.
struct HelpPage {
  std::string_view path;
  std::string_view section;
  view::Node (*view)(const pages::Site& site, Instant updated);
};
constexpr HelpPage kHelpPages[] = {{pages::kFaqPath, "faq", pages::faq_view},
                                   {pages::kPrivacyPath, "texts", pages::privacy_view},
                                   {pages::kServiceLevelsPath, "kinds", pages::service_levels_view}};

Reply unit_page(const Call& call, std::string_view id) {
  const Unit* unit = call.profile->unit(id);
  if (unit == nullptr) return remote_error(call, error_of_status(404));
  const Result<Instant> updated = call.context.services.settings.changed_at({"units", "texts"});
  if (!updated) return remote_error(call, updated.error());
  return remote_reply(call, pages::unit_view(site_of(call), *unit, *updated));
}

}  // namespace

Reply help_page(const Call& call, std::string_view path) {
  if (path == pages::kNoticesPath) return remote_reply(call, pages::notices_view(site_of(call), {}));
  for (const HelpPage& page : kHelpPages) {
    if (path != page.path) continue;
    const Result<Instant> updated = call.context.services.settings.changed_at({page.section});
    if (!updated) return remote_error(call, updated.error());
    return remote_reply(call, page.view(site_of(call), *updated));
  }
  if (path == pages::kSiteMapPath) return remote_reply(call, pages::site_map_view(site_of(call)));
  constexpr std::string_view contact = "/contact/";
  if (path.starts_with(contact)) return unit_page(call, path.substr(contact.size()));
  return search_page(call, path.substr(std::min(path.size(), pages::kSearchPath.size() + 1)));
}

Reply post_search(const Call& call) {
  const std::string query = query_for_address(typed_field(call, "words"));
  if (query.empty()) {
    pages::SearchState state;
    state.errors.push_back({"words", "help.search_empty", {}});
    return remote_reply(call, pages::search_view(site_of(call), state), 422);
  }
  return remote_go(call, std::string(pages::kSearchPath) + "/" + api::percent_encode(query));
}

Reply post_contact(const Call& call) {
  const std::string query = query_for_address(typed_field(call, "words"));
  return see_other(query.empty() ? "/contact?empty=1" : "/contact?q=" + api::percent_encode(query));
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

Reply get_unit_card(const Call& call) {
  const Unit* unit = call.profile->unit(call.request.path_value("unit"));
  if (unit == nullptr) return error_page(call, error_of_status(404));
  const QrModules qr = qr_modules(write_vcard(*call.profile, *unit));
  Result<std::string> pdf = write_unit_card(call.context.receipt_pdf.fonts(), *call.profile, *unit, qr);
  if (!pdf) return error_page(call, pdf.error());
  Reply reply;
  reply.content_type = "application/pdf";
  reply.body = std::move(pdf).value();
  reply.set("Content-Disposition", attachment_disposition(unit->name + ".pdf"));
  reply.set("Cache-Control", std::string(kPublicPage));
  return reply;
}

}  // namespace hamandish::server
