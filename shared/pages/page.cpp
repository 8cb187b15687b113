#include "shared/pages/page.h"

#include <algorithm>
#include <array>

namespace hamandish::pages {
namespace {

struct Pattern {
  PageId id;
  std::string_view path;  // a trailing * stands for exactly one segment, the param
};

constexpr std::array kPatterns = {
    Pattern{PageId::home, "/"},
    Pattern{PageId::desk, "/desk"},
    Pattern{PageId::new_case, "/desk/new/*"},
    Pattern{PageId::receipt, "/desk/receipt/*"},
    Pattern{PageId::track, "/track"},
    Pattern{PageId::lost_code, "/track/lost"},
    Pattern{PageId::track, "/track/*"},
    Pattern{PageId::drafts, "/drafts"},
    Pattern{PageId::news, "/news"},
    Pattern{PageId::surveys, "/surveys"},
    Pattern{PageId::contact, "/contact"},
    Pattern{PageId::strategy, "/strategy"},
    Pattern{PageId::statistics, "/statistics"},
    Pattern{PageId::gallery, "/gallery"},
    Pattern{PageId::gallery, "/gallery/*"},
    Pattern{PageId::staff, "/staff"},
    Pattern{PageId::staff_new, "/staff/new"},
    Pattern{PageId::staff_case, "/staff/cases/*"},
};

std::optional<std::string> match_one(std::string_view pattern, std::string_view path) {
  if (!pattern.ends_with('*')) {
    return pattern == path ? std::optional<std::string>(std::string()) : std::nullopt;
  }
  pattern.remove_suffix(1);
  if (!path.starts_with(pattern)) return std::nullopt;
  const std::string_view param = path.substr(pattern.size());
  if (param.empty() || param.find('/') != std::string_view::npos) return std::nullopt;
  return std::string(param);
}

// What stands at «/staff/digest/.../pdf» is a document to download.
bool is_remote_news(std::string_view path) {
  for (const std::string_view room : {"/staff/news", "/staff/comments", "/staff/digest", "/staff/surveys"}) {
    if (path == room) return true;
    const bool download = path.ends_with("/pdf") || path.ends_with("/csv") || path.ends_with("/xlsx") ||
                          path.find("/files/") != std::string_view::npos;
    if (path.starts_with(room) && path[room.size()] == '/') return !download;
  }
  return false;
}

// What stands at «/staff/reports/<name>/<month>/v<version>/report.pdf» is a document to download.
bool is_remote_report(std::string_view path) {
  constexpr std::string_view kReports = "/staff/reports";
  if (!path.starts_with(kReports)) return false;
  if (path.size() > kReports.size() && path[kReports.size()] != '/') return false;
  return path.find("/report.") == std::string_view::npos;
}

// Settings, drafts, news, surveys, reports and the own account: the server makes these pages whole.
bool is_remote(std::string_view path) {
  return path == "/staff/account" || path == "/staff/settings" || path.starts_with("/staff/settings/") ||
         path == "/staff/channels" || path == "/staff/calls" ||
         (path.starts_with("/staff/calls/") && !path.ends_with(".svg") && !path.ends_with(".eml")) ||
         path == "/staff/drafts" || path.starts_with("/staff/drafts/") || is_remote_news(path) ||
         is_remote_report(path);
}

// Pages that help a reader find their way: /contact/<unit>, /search/<words> and those of one segment (help_pages.h).
bool is_help(std::string_view path) {
  for (const std::string_view page : {"/faq", "/privacy", "/service-levels", "/sitemap", "/search", "/notices"}) {
    if (path == page) return true;
  }
  return match_one("/search/*", path) || match_one("/contact/*", path);
}

// Up to three segments; the server knows which of them are pages. The feed is none.
bool is_news(std::string_view param) {
  const auto slashes = std::count(param.begin(), param.end(), '/');
  return !param.empty() && param.front() != '/' && slashes <= 2 && !param.ends_with(".atom");
}

// /surveys/<id>, /surveys/<id>/results, /surveys/<id>/link/<token> and the like.
bool is_survey(std::string_view param) {
  return !param.empty() && param.front() != '/' && std::count(param.begin(), param.end(), '/') <= 2;
}

// /drafts/list/<name> with or without a mark, /drafts/<id>, /drafts/<id>/comment/<clause>, /drafts/<id>/comments/<before>, and /drafts/<id>/invited/<token> with or without
// /comment/<clause>.
bool is_draft(std::string_view param) {
  if (match_one("list/*", param) || match_one("list/open/*", param) || match_one("list/reviewed/*", param) ||
      match_one("list/former/*", param)) {
    return true;
  }
  const std::size_t slash = param.find('/');
  if (slash == std::string_view::npos) return !param.empty();
  std::string_view rest = param.substr(slash + 1);
  constexpr std::string_view kInvited = "invited/";
  if (rest.starts_with(kInvited)) {
    rest.remove_prefix(kInvited.size());
    const std::size_t end = rest.find('/');
    if (end == std::string_view::npos || end == 0) return slash > 0 && !rest.empty() && end != 0;
    rest.remove_prefix(end + 1);
  }
  const bool known = rest.starts_with("comment/") || rest.starts_with("comments/");
  return slash > 0 && known && rest.find('/') == rest.rfind('/') && !rest.ends_with('/');
}

}  // namespace

std::optional<Route> match(std::string_view path) {
  if (path.find("//") != std::string_view::npos) return std::nullopt;
  if (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  if (is_remote(path)) return Route{PageId::remote, std::string(path)};
  if (is_help(path)) return Route{PageId::help, std::string(path)};
  constexpr std::string_view kDraft = "/drafts/";
  if (path.starts_with(kDraft) && is_draft(path.substr(kDraft.size()))) {
    return Route{PageId::draft, std::string(path.substr(kDraft.size()))};
  }
  constexpr std::string_view kNews = "/news/";
  if (path.starts_with(kNews)) {
    const std::string_view param = path.substr(kNews.size());
    return is_news(param) ? std::optional(Route{PageId::news_item, std::string(param)}) : std::nullopt;
  }
  constexpr std::string_view kSurvey = "/surveys/";
  if (path.starts_with(kSurvey)) {
    const std::string_view param = path.substr(kSurvey.size());
    return is_survey(param) ? std::optional(Route{PageId::survey, std::string(param)}) : std::nullopt;
  }
  for (const Pattern& pattern : kPatterns) {
    std::optional<std::string> param = match_one(pattern.path, path);
    if (!param) continue;
    if (pattern.id == PageId::new_case && !case_kind_from(*param)) return std::nullopt;
    return Route{pattern.id, std::move(*param)};
  }
  return std::nullopt;
}

bool needs_staff_program(std::string_view path) {
  return path == "/gallery" || path.starts_with("/gallery/") || path == "/staff" || path.starts_with("/staff/");
}

bool is_staff_page(PageId id) {
  return id == PageId::staff || id == PageId::remote || id == PageId::staff_case || id == PageId::staff_new;
}

}  // namespace hamandish::pages
