#include "server/http/page_template.h"

#include "server/http/security_headers.h"
#include "shared/pages/page.h"
#include "shared/view/theme_css.h"
#include "shared/view/tokens.h"

namespace hamandish::server {
namespace {

// For a site without index.html: enough to read and to test.
constexpr std::string_view kPlainest =
    "<!doctype html><html lang=\"fa\" dir=\"rtl\"><head><meta charset=\"utf-8\">"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{{title}}</title>{{style}}{{boot}}"
    "</head><body>{{page}}</body></html>";

void replace(std::string& text, std::string_view marker, std::string_view value) {
  const std::size_t at = text.find(marker);
  if (at != std::string::npos) text.replace(at, marker.size(), value);
}

// The marker may stand inside <style> or alone.
std::string style_element(const std::string& text, const std::string& css) {
  if (css.empty()) return {};
  return text.find("<style>{{style}}") != std::string::npos ? css : "<style>" + css + "</style>";
}

std::string boot_element(const StaticFiles& files) {
  const std::string script = files.hashed_name("boot", ".js");
  return script.empty() ? std::string() : "<script src=\"/" + script + "\" type=\"module\"></script>";
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

bool is_template(std::string_view path) {
  return path == "/index.html" || path == "/staff.html";
}

PageTemplate::Document PageTemplate::document(std::string text) {
  Document made;
  const std::size_t title = text.find("{{title}}");
  if (title != std::string::npos) {
    made.before_title = text.substr(0, title);
    text.erase(0, title + std::string_view("{{title}}").size());
  }
  const std::size_t page = text.find("{{page}}");
  made.before_page = text.substr(0, page);
  if (page != std::string::npos) made.after_page = text.substr(page + std::string_view("{{page}}").size());
  return made;
}

PageTemplate PageTemplate::load(const StaticFiles& files, std::string_view accent) {
  const std::string* sheet = files.bytes(files.hashed_name("style", ".css"));
  const std::string colours = view::theme_css(view::tokens::parse_colour(accent.data(), accent.size()));
  const std::string css = sheet != nullptr ? colours + *sheet : std::string();
  const auto filled = [&](std::string_view name) {
    const std::string* file = files.bytes(std::string(name));
    std::string text = file != nullptr ? *file : std::string(kPlainest);
    replace(text, "{{style}}", style_element(text, css));
    replace(text, "{{boot}}", boot_element(files));
    return document(std::move(text));
  };
  PageTemplate made;
  if (!css.empty()) made.style_hash_ = csp_hash(css);
  made.citizens_ = filled("index.html");
  made.staff_ = filled("staff.html");
  return made;
}

std::string PageTemplate::fill(std::string_view path, std::string_view title, std::string_view page,
                               std::string_view theme) const {
  constexpr std::string_view kRoot = "<html";
  const Document& document = pages::needs_staff_program(path) ? staff_ : citizens_;
  std::string out;
  out.reserve(document.before_title.size() + document.before_page.size() + document.after_page.size() + title.size() +
              page.size());
  out += document.before_title;
  if (!document.before_title.empty()) out += escaped(title);
  out += document.before_page;
  out += page;
  out += document.after_page;
  if (const std::size_t root = out.find(kRoot); !theme.empty() && root != std::string::npos) {
    out.insert(root + kRoot.size(), " data-theme=\"" + std::string(theme) + "\"");
  }
  return out;
}

}  // namespace hamandish::server
