#include "shared/pages/rich_nodes.h"

#include <doctest/doctest.h>

#include "shared/view/html_writer.h"

using namespace hamandish;

namespace {

std::string html_of(std::string_view text) {
  view::Nodes nodes;
  pages::add_rich_text(nodes, text, 3);
  std::string html;
  for (const view::Node& node : nodes) html += view::write_html(node);
  return html;
}

}  // namespace

TEST_CASE("nodes of a rich text: strong words, links among words, quotations, and all else as it is") {
  CHECK(html_of("ساده\nدوم") == "<p>ساده</p><p>دوم</p>");
  CHECK(html_of("**مهم** و [متن](/drafts/1).") ==
        "<p class=\"prose\"><strong>مهم</strong><span> و </span><a href=\"/drafts/1\">متن</a><span>.</span></p>");
  CHECK(html_of("> گفت\n> **نه**") == "<blockquote><p>گفت</p><p class=\"prose\"><strong>نه</strong></p></blockquote>");
  CHECK(html_of("## عنوان") == "<h3>عنوان</h3>");
  CHECK(html_of("### زیرعنوان") == "<h4>زیرعنوان</h4>");
  CHECK(html_of("[متن](/drafts/1)") == "<div class=\"actions links\"><a href=\"/drafts/1\">متن</a></div>");
  CHECK(html_of("<b>نه</b> **<i>**") ==
        "<p class=\"prose\"><span>&lt;b&gt;نه&lt;/b&gt; </span><strong>&lt;i&gt;</strong></p>");
}

TEST_CASE("nodes of a rich text: an entry of a list with marked words holds them, a plain one is its text") {
  const std::string html = html_of("- ساده\n- **مهم**");
  CHECK(html.find("ساده") != std::string::npos);
  CHECK(html.find("<p class=\"prose\"><strong>مهم</strong></p>") != std::string::npos);
}
