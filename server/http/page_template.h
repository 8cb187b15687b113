// The document round a page: build/web/index.html, in which the site build left {{title}}, {{style}}, {{page}} and
// {{boot}} to be filled in.
#pragma once

#include <string>
#include <string_view>

#include "server/http/static_files.h"
#include "shared/base/result.h"

namespace hamandish::server {

class PageTemplate {
 public:
  // Reads index.html and the style sheet it inlines, which begins with the colours made from the organisation's
  // `accent` («#rrggbb», shared/view/theme_css.h). A site without index.html (tests) gets the plainest document.
  static PageTemplate load(const StaticFiles& files, std::string_view accent);

  // `title` is text, `page` is HTML (view::write_html).
  // `theme`: chosen by hand (shared/pages/frame.h), or empty.
  std::string fill(std::string_view title, std::string_view page, std::string_view theme = {}) const;

  // The CSP source of the inlined style, or "".
  const std::string& style_hash() const { return style_hash_; }

 private:
  std::string before_title_;
  std::string before_page_;
  std::string after_page_;
  std::string style_hash_;
};

}  // namespace hamandish::server
