#include "server/http/page_routes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "server/base/random.h"
#include "server/http/account_forms.h"
#include "server/http/context.h"
#include "server/http/drafts_routes.h"
#include "server/http/gate.h"
#include "server/http/help_routes.h"
#include "server/http/news_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "server/http/statistics_routes.h"
#include "server/http/surveys_routes.h"
#include "server/http/url.h"
#include "shared/messages/messages.h"
#include "shared/pages/desk_page.h"
#include "shared/pages/frame.h"
#include "shared/pages/gallery_page.h"
#include "shared/pages/gallery_rows.h"
#include "shared/pages/home_page.h"
#include "shared/pages/inbox_page.h"
#include "shared/pages/info_pages.h"
#include "shared/pages/login_page.h"
#include "shared/pages/lost_code_page.h"
#include "shared/pages/new_case_page.h"
#include "shared/pages/page.h"
#include "shared/pages/receipt_page.h"
#include "shared/pages/staff_case_page.h"
#include "shared/pages/staff_home_page.h"
#include "shared/pages/staff_new_page.h"
#include "shared/pages/track_page.h"
#include "shared/search/site_search.h"
#include "shared/text/utf8.h"
#include "shared/view/escape.h"
#include "shared/view/html_writer.h"

namespace hamandish::server {
namespace {

using pages::PageId;

// Not HttpOnly: the app sets it too (web/platform/js/theme.js).
constexpr std::string_view kThemeCookie = "theme";

Reply not_found_page(const Call& call) {
  return page_reply(call, pages::not_found_view(site_of(call)), 404, kPrivatePage);
}

Reply new_case_page(const Call& call, std::string_view kind_name) {
  const std::optional<CaseKind> kind = case_kind_from(kind_name);
  if (!kind || call.profile->kind(*kind) == nullptr) return not_found_page(call);
  pages::NewCaseState state;
  state.kind = *kind;
  state.idempotency_key = random_token(16);
  return page_reply(call, pages::new_case_view(site_of(call), state), 200, kPrivatePage);
}

Reply receipt_page(const Call& call, std::string_view token) {
  Result<api::Receipt> receipt = call.context.services.cases.receipt(token, call.now);
  if (!receipt) return error_page(call, receipt.error());
  pages::ReceiptState state;
  state.receipt = std::move(receipt).value();
  return page_reply(call, pages::receipt_view(site_of(call), state), 200, kSecretPage);
}

// What the inbox was asked for by a link to a queue or by its form, by a person who was quicker than the client.
pages::InboxState asked_inbox(const Request& request) {
  constexpr std::string_view kNames[] = {"q",    "queue",    "sort", "kind", "state", "category",
                                         "unit", "priority", "tag",  "from", "to"};
  pages::InboxState state;
  state.loading = true;
  for (const std::string_view name : kNames) {
    const std::string_view field = request.field(name);
    const std::string value(field.empty() ? request.query_value(name) : field);
    if (value.empty() || !text::valid_utf8(value)) continue;
    state.asked = true;
    if (name == "q") {
      state.search = value;
    } else {
      set_answer(state.filters, name, value);
    }
  }
  return state;
}

// A page that the client fills says so beneath its title to whoever has no JavaScript; style.css hides that it is loading.
Reply filled_by_client(const Call& call, const view::Node& view) {
  constexpr std::string_view kTitleEnd = "</h1>";
  Reply reply = page_reply(call, view, 200, kSecretPage);
  const std::size_t end = reply.body.find(kTitleEnd);
  if (end == std::string::npos) return reply;
  const view::Node notice = view::notice(say("page.needs_script"), view::Tone::warning, "needs-script");
  reply.body.insert(end + kTitleEnd.size(), "<noscript>" + view::write_html(notice) + "</noscript>");
  return reply;
}

// Staff pages are filled by the client: the server sends the frame and, to strangers, the login form. Never case data.
Reply staff_page(const Call& call, PageId id) {
  pages::Site site = site_of(call);
  std::optional<Session> known;
  const std::string token = session_token(call.request, call.context.settings.behind_tls);
  if (!token.empty()) {
    Result<Session> session = call.context.services.sessions.session(token, call.now);
    if (session) {
      known = std::move(session).value();
      site.session = known->info;
    }
  }
  if (!site.session) return page_reply(call, pages::login_view(site, {}), 200, kSecretPage);
  if (id == PageId::remote || known->must_change) {
    Call with_session = call;
    with_session.session = &*known;
    return known->must_change ? account_page(with_session) : remote_page(with_session);
  }
  if (id == PageId::staff && !may_see_any_case(site.session->role)) {
    return page_reply(call, pages::staff_home_view(site), 200, kSecretPage);
  }
  if (id == PageId::staff) return filled_by_client(call, pages::inbox_view(site, asked_inbox(call.request)));
  if (id == PageId::staff_new && !may_register_cases(site.session->role)) {
    return page_reply(call, pages::forbidden_view(site), 403, kSecretPage);
  }
  if (id == PageId::staff_new) return filled_by_client(call, pages::staff_new_view(site, {}));
  pages::StaffCaseState state;
  state.loading = true;
  return filled_by_client(call, pages::staff_case_view(site, state));
}

// «/contact?q=...»; empty: the search was pressed with nothing in it.
pages::ContactState asked_units(const Request& request) {
  pages::ContactState state;
  const std::string asked(request.query_value("q"));
  if (!text::valid_utf8(asked)) return state;
  state.query = query_for_address(asked);
  state.typed = state.query;
  state.empty = request.query_value("empty") == "1";
  return state;
}

// Pages that are a function of the profile alone, and of what was asked for.
std::optional<view::Node> plain_page(const Call& call, PageId id) {
  const pages::Site site = site_of(call);
  switch (id) {
    case PageId::home:
      return pages::home_view(site);
    case PageId::desk:
      return pages::desk_view(site);
    case PageId::contact:
      return pages::contact_view(site, asked_units(call.request));
    default:
      return std::nullopt;
  }
}

}  // namespace

pages::Site site_of(const Call& call) {
  pages::Site site;
  site.profile = call.profile.get();
  site.path = call.request.path;
  site.now = call.now;
  if (call.session != nullptr) site.session = call.session->info;
  const std::string theme = cookie_value(call.request, kThemeCookie);
  if (pages::is_theme(theme)) site.theme = theme;
  return site;
}

Reply choose_theme(const Call& call) {
  const std::string_view asked = call.request.path_value("name");
  const std::string theme(asked == "auto" ? std::string_view{} : asked);
  if (!pages::is_theme(theme)) return not_found_page(call);
  Reply reply;
  reply.status = 303;
  // Back to the page it was chosen on: its address without the origin.
  std::string_view from = call.request.header("Referer");
  if (const std::size_t host = from.find("://"); host != std::string_view::npos) from.remove_prefix(host + 3);
  const std::size_t path = from.find('/');
  from = path == std::string_view::npos ? std::string_view{} : from.substr(path);
  from = view::safe_address(from);
  reply.set("Location", from == "#" || from.starts_with("/theme/") ? "/" : std::string(from));
  std::string cookie = std::string(kThemeCookie) + "=" + theme + "; Path=/; SameSite=Lax; Max-Age=";
  cookie += theme.empty() ? "0" : "31536000";
  reply.set("Set-Cookie", std::move(cookie));
  reply.set("Cache-Control", std::string(kSecretPage));
  return reply;
}

Reply page_reply(const Call& call, const view::Node& view, int status, std::string_view cache) {
  Reply reply;
  reply.status = status;
  reply.content_type = "text/html; charset=utf-8";
  reply.body = call.context.pages.fill(call.request.path, view.text, view::write_html(view), site_of(call).theme);
  reply.set("Vary", "Cookie");
  reply.set("Cache-Control", std::string(cache));
  return reply;
}

// The app shows as many rows as the address says; a page without it does not carry them all.
Reply gallery_rows_page(const Call& call, std::string_view param) {
  constexpr std::size_t kMost = 1000;
  const std::optional<std::size_t> rows = pages::gallery_rows(param);
  if (!rows) return not_found_page(call);
  return page_reply(call, pages::gallery_rows_view(site_of(call), std::min(*rows, kMost)), 200, kPublicPage);
}

Reply answer_page(const Call& call) {
  const std::optional<pages::Route> route = pages::match(call.request.path);
  if (!route) return not_found_page(call);
  if (pages::is_staff_page(route->id)) return staff_page(call, route->id);
  if (std::optional<view::Node> plain = plain_page(call, route->id)) {
    return page_reply(call, *plain, 200, kPublicPage);
  }
  switch (route->id) {
    case PageId::new_case:
      return new_case_page(call, route->param);
    case PageId::receipt:
      return receipt_page(call, route->param);
    case PageId::gallery: {
      if (!route->param.empty()) return gallery_rows_page(call, route->param);
      const auto asked = [&](std::string_view name) { return call.request.query_value(name); };
      const pages::GalleryState state = pages::gallery_state(asked("tab"), asked("sort"), asked("dialog"));
      return page_reply(call, pages::gallery_view(site_of(call), state), 200, kPublicPage);
    }
    case PageId::lost_code:
      return page_reply(call, pages::lost_code_view(site_of(call), {}), 200, kPrivatePage);
    case PageId::drafts:
      return drafts_page(call);
    case PageId::draft:
      return draft_page(call, route->param);
    case PageId::news:
    case PageId::news_item:
      return news_page(call, route->param);
    case PageId::help:
      return help_page(call, route->param);
    case PageId::statistics:
      return statistics_page(call);
    case PageId::surveys:
    case PageId::survey:
      return surveys_page(call, route->param);
    case PageId::strategy:
      return strategy_page(call);
    case PageId::track: {
      pages::TrackState state;
      state.tracking_code = route->param;
      return page_reply(call, pages::track_view(site_of(call), state), 200, kPrivatePage);
    }
    default:
      return not_found_page(call);
  }
}

Reply error_page(const Call& call, const Error& error) {
  const std::string message = say(error.key, error.params);
  const view::Node view = pages::failure_view(site_of(call), message);
  const Reply as_json = error_reply(error);
  Reply reply = page_reply(call, view, as_json.status, kSecretPage);
  reply.detail = as_json.detail;
  if (const std::string_view wait = as_json.header("Retry-After"); !wait.empty()) {
    reply.set("Retry-After", std::string(wait));
  }
  return reply;
}

Reply get_receipt_pdf(const Call& call) {
  const Result<api::Receipt> receipt = call.context.services.cases.receipt(call.request.path_value("token"), call.now);
  if (!receipt) return error_page(call, receipt.error());
  Result<std::string> pdf = call.context.receipt_pdf.write(*call.profile, *receipt);
  if (!pdf) return error_page(call, pdf.error());
  Reply reply;
  reply.content_type = "application/pdf";
  reply.body = std::move(pdf).value();
  reply.set("Content-Disposition", attachment_disposition("receipt-" + receipt->tracking_code + ".pdf"));
  reply.set("Cache-Control", std::string(kSecretPage));
  return reply;
}

}  // namespace hamandish::server
