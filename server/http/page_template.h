// The document round a page: build/web/index.html, and staff.html for the pages that need the client's program for the
// staff (it preloads that one), in which the site build left {{title}}, {{style}}, {{page}} and {{boot}} to be filled in.
#pragma once

#include <string>
#include <string_view>

#include "server/http/static_files.h"
#include "shared/base/result.h"

namespace hamandish::server {

// Whether an address is that of such a document, which is no page itself.
bool is_template(std::string_view path);

class PageTemplate {
 public:
  // Reads index.html and the style sheet it inlines, which begins with the colours made from the organisation's
  // `accent` («#rrggbb», shared/view/theme_css.h). A site without index.html (tests) gets the plainest document.
  static PageTemplate load(const StaticFiles& files, std::string_view accent);

  // `path`: the page's address, which decides between the two documents. `title` is text, `page` is HTML (view::write_html).
  // `theme`: chosen by hand (shared/pages/frame.h), or empty.
  std::string fill(std::string_view path, std::string_view title, std::string_view page,
                   std::string_view theme = {}) const;

  // The CSP source of the inlined style, or "".
  const std::string& style_hash() const { return style_hash_; }

 private:
  struct Document {
    std::string before_title;
    std::string before_page;
    std::string after_page;
  };
  static Document document(std::string text);

  Document citizens_;
  Document staff_;
  std::string style_hash_;
};

}  // namespace hamandish::server
