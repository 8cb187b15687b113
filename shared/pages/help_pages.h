// What helps a reader find their way: answers to frequent questions, what is done with their data, service levels, the site
// map, search, and each unit as a contact. The server makes these pages whole (server/http/help_routes.cpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/pages/state.h"
#include "shared/search/site_search.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

inline constexpr std::string_view kFaqPath = "/faq";
inline constexpr std::string_view kPrivacyPath = "/privacy";
inline constexpr std::string_view kServiceLevelsPath = "/service-levels";
inline constexpr std::string_view kSiteMapPath = "/sitemap";
inline constexpr std::string_view kSearchPath = "/search";

// The pages themselves, to be found by a search: their names and what they are for.
std::vector<Findable> findable_pages(const Profile& profile);
// Units, frequent questions and promises.
std::vector<Findable> findable_profile(const Profile& profile);

// «آخرین به‌روزرسانی»: what a page says of its own age. `updated`: when its words were changed last.
view::Node updated_line(Instant updated);

view::Node faq_view(const Site& site, Instant updated);
view::Node privacy_view(const Site& site, Instant updated);
view::Node service_levels_view(const Site& site, Instant updated);
view::Node site_map_view(const Site& site);
view::Node unit_view(const Site& site, const Unit& unit, Instant updated);

struct SearchState {
  std::string query;  // empty: nothing was asked yet
  std::vector<Findable> found;
  bool more = false;  // than stand in `found`
  std::vector<FieldError> errors;
};
view::Node search_view(const Site& site, const SearchState& state);

}  // namespace hamandish::pages
