#include "shared/pages/frame.h"
#include "shared/consultations/transitions.h"

#include <algorithm>
#include <array>

#include "shared/messages/messages.h"
#include "shared/news/news.h"
#include "shared/pages/text_nodes.h"
#include "shared/reports/report_names.h"
#include "shared/surveys/survey.h"
#include "shared/text/digits.h"
#include "shared/text/isolate.h"
#include "shared/users/settings_permissions.h"

namespace hamandish::pages {
namespace {

using view::Kind;
using view::Node;
using view::Nodes;

struct MainLink {
  std::string_view message;
  std::string_view target;
};

// What the staff's roles open.
struct StaffLink {
  const char* message;
  const char* target;
  bool (*may)(Role);  // nullptr: everybody
};

constexpr std::array kStaffLinks = {
    StaffLink{"inbox.heading", "/staff", &may_see_any_case},
    StaffLink{"banner.account", "/staff/account", nullptr},
    StaffLink{"banner.drafts", "/staff/drafts", &may_moderate},
    StaffLink{"banner.news", "/staff/news", &may_keep_news},
    StaffLink{"banner.calls", "/staff/calls", &may_take_calls},
    StaffLink{"banner.channels", "/staff/channels", &may_keep_channels},
    StaffLink{"banner.surveys", "/staff/surveys", &may_read_surveys},
    StaffLink{"banner.reports", "/staff/reports", &may_read_any_report},
    StaffLink{"banner.settings", "/staff/settings", &may_open_settings},
};

// The names are fixed by contract.md.
constexpr std::array kMainLinks = {
    MainLink{"nav.home", "/"},
    MainLink{"nav.desk", "/desk"},
    MainLink{"nav.track", "/track"},
    MainLink{"nav.drafts", "/drafts"},
    MainLink{"nav.news", "/news"},
    MainLink{"nav.surveys", "/surveys"},
    MainLink{"nav.contact", "/contact"},
    MainLink{"nav.strategy", "/strategy"},
    MainLink{"nav.statistics", "/statistics"},
    MainLink{"nav.staff", "/staff"},
};

constexpr std::array<std::string_view, 4> kThemes = {"", "light", "dark", "contrast"};

// A link is the current one on its own page and on the pages below it.
bool is_current(std::string_view target, std::string_view path) {
  if (target == "/") return path == "/";
  return path == target || (path.starts_with(target) && path.size() > target.size() && path[target.size()] == '/');
}

Node navigation(const Site& site) {
  Node result = view::node(Kind::navigation, say("nav.name"), {}, "nav");
  for (const MainLink& main_link : kMainLinks) {
    Node link = view::link(say(main_link.message), std::string(main_link.target));
    // Whoever is signed in has a navigation of the staff's own, where the place is marked.
    const bool marked_below = site.session && main_link.target == "/staff";
    link.current = !marked_below && is_current(main_link.target, site.path);
    result.children.push_back(std::move(link));
  }
  return result;
}

Node banner(const Site& site) {
  Node result = view::node(Kind::banner, site.profile->name, {}, "banner");
  result.target = "/";
  result.children.push_back(navigation(site));
  if (site.session) {
    Node row = view::actions(
        {view::paragraph(say("banner.signed_in", {{"name", site.session->name}, {"unit", site.session->unit_name}})),
         view::button(say("banner.sign_out"), view::Tone::neutral)});
    row.id = "session";
    // A form, so that it needs no application.
    Node form = view::node(Kind::form, {}, {std::move(row), view::hidden("csrf-sign-out", site.session->csrf_token)},
                           "sign-out");
    form.target = "/staff/account/sign-out";
    form.intent = "logout";
    Node places = view::node(Kind::navigation, say("banner.places"), staff_links(site.session->role), "staff-nav");
    for (Node& link : places.children) {
      const bool inbox = link.target == "/staff";  // all other places stand below its address
      link.current =
          inbox ? site.path == "/staff" || site.path.starts_with("/staff/cases/") : is_current(link.target, site.path);
    }
    result.children.push_back(std::move(form));
    result.children.push_back(std::move(places));
  }
  return result;
}

// Each choice is a link: without the app the server remembers it in a cookie and comes back to the page.
Node themes(const Site& site) {
  Node result = view::node(Kind::chips, say("theme.name"), {}, "themes");
  for (const std::string_view theme : kThemes) {
    const std::string name = theme.empty() ? "auto" : std::string(theme);
    Node link = view::link(say("theme." + name), "/theme/" + name);
    link.id = "theme-" + name;
    link.intent = "theme:" + name;
    link.current = site.theme == theme;
    result.children.push_back(std::move(link));
  }
  return result;
}

Node foot(const Site& site) {
  const Profile& profile = *site.profile;
  Nodes lines;
  if (!profile.address.empty()) lines.push_back(view::paragraph(profile.address));
  const std::string phone = text::ltr(text::persian_digits(profile.phone));
  if (!profile.phone.empty()) {
    lines.push_back(sentence_with_link(say("foot.phone", {{"phone", phone}}), phone, "tel:" + profile.phone));
  }
  const std::string email = text::ltr(profile.email);
  if (!profile.email.empty()) {
    lines.push_back(sentence_with_link(say("foot.email", {{"email", email}}), email, "mailto:" + profile.email));
  }
  lines.push_back(
      view::actions({view::link(say("help.faq"), "/faq"), view::link(say("help.service_levels"), "/service-levels"),
                     view::link(say("help.privacy"), "/privacy"), view::link(say("help.site_map"), "/sitemap"),
                     view::link(say("help.search"), "/search")}));
  lines.push_back(themes(site));
  return view::node(Kind::footer, {}, std::move(lines), "foot");
}

Node site_notice(const SiteNotice& one) {
  Node result = view::notice(say(one.message), one.good ? view::Tone::success : view::Tone::warning, one.id);
  if (!one.link.empty()) result.children.push_back(view::link(say(one.link), one.target));
  return result;
}

// Dates can be chosen from a calendar, long lists filtered: their buttons need names. That of a page's first list does
// without the list's own name, which must stand once in a form (contract.md).
void name_tools(Nodes& nodes, bool& first) {
  for (Node& node : nodes) {
    const bool date = node.kind == Kind::text_field && node.input.keyboard == view::Keyboard::date;
    const bool list = node.kind == Kind::select && node.options.size() >= view::kLongList;
    if ((date || list) && node.note.empty()) {
      const char* key = date ? "pick.open_date" : first ? "pick.open_list" : "pick.open_next_list";
      node.note = say(key, {{"label", node.text}});
      first = first && !list;
    }
    name_tools(node.children, first);
  }
}

}  // namespace

Nodes staff_links(Role role) {
  Nodes links;
  for (const StaffLink& one : kStaffLinks) {
    if (one.may == nullptr || one.may(role)) links.push_back(view::link(say(one.message), one.target));
  }
  return links;
}

bool is_theme(std::string_view name) {
  return std::find(kThemes.begin(), kThemes.end(), name) != kThemes.end();
}

Node title_heading(std::string text) {
  return view::heading(1, std::move(text), "title");
}

Node frame(const Site& site, std::string title, Nodes content) {
  if (!site.notice.empty()) {
    content.insert(content.begin(), view::notice(say(site.notice), view::Tone::warning, "site-notice"));
  }
  for (auto one = site.notices.rbegin(); one != site.notices.rend(); ++one) {
    content.insert(content.begin(), site_notice(*one));
  }
  bool first = true;
  name_tools(content, first);
  Node skip = view::node(Kind::skip_link, say("nav.skip"), {}, "skip");
  skip.target = "#main";
  Nodes parts;
  parts.push_back(std::move(skip));
  parts.push_back(banner(site));
  parts.push_back(view::node(Kind::main, {}, std::move(content), "main"));
  parts.push_back(foot(site));
  Node page = view::node(Kind::page, say("page.title", {{"title", title}, {"organisation", site.profile->short_name}}),
                         std::move(parts), "page");
  view::finish(page);
  return page;
}

}  // namespace hamandish::pages
