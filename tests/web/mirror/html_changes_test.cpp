#include "web/mirror/html_changes.h"

#include <doctest/doctest.h>

#include "shared/view/builder.h"
#include "shared/view/html_writer.h"

using namespace hamandish;
using web::HtmlChanges;

namespace {

view::Node field(const std::string& id, const std::string& value) {
  view::Node one = view::node(view::Kind::text_field, "نام", {}, id);
  one.value = value;
  return one;
}

view::Node page_with(const std::string& title, view::Nodes fields) {
  view::Node form = view::node(view::Kind::form, "پیام", std::move(fields), "form");
  form.target = "/desk";
  view::Node page =
      view::node(view::Kind::page, "صفحه",
                 {view::node(view::Kind::main, {}, {view::heading(1, title, "title"), std::move(form)}, "main")});
  view::finish(page);
  return page;
}

bool has(const std::string& html, std::string_view part) {
  return html.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("changes of HTML: the first page is whole") {
  const view::Node page = page_with("یک", {field("a", "1")});
  const HtmlChanges::Change change = HtmlChanges().of(page);
  CHECK(change.within.empty());
  CHECK(change.html == view::write_html(page));
}

TEST_CASE("changes of HTML: only what holds the changes is written, and what in it is as it was is an empty element") {
  HtmlChanges changes;
  changes.of(page_with("یک", {field("a", "1"), field("b", "2")}));
  SUBCASE("nothing changed") {
    const auto change = changes.of(page_with("یک", {field("a", "1"), field("b", "2")}));
    CHECK(change.within.empty());
    CHECK(change.html == "<main id=\"main\" same></main>");
  }
  SUBCASE("a text") {
    const auto change = changes.of(page_with("دو", {field("a", "1"), field("b", "2")}));
    CHECK(change.within == "title");
    CHECK(change.html == "دو");
  }
  SUBCASE("one field changed: its neighbours are not written") {
    const auto change = changes.of(page_with("یک", {field("a", "1"), field("b", "3")}));
    CHECK(change.within == "b-field");
    CHECK(has(change.html, "value=\"3\""));
    CHECK(!has(change.html, "id=\"a"));
  }
  SUBCASE("a field came between two") {
    const auto change = changes.of(page_with("یک", {field("a", "1"), field("c", "9"), field("b", "2")}));
    CHECK(change.within == "form");
    CHECK(change.html.find("<div id=\"a-field\" same></div>") < change.html.find("id=\"c\""));
    CHECK(change.html.find("id=\"c\"") < change.html.find("<div id=\"b-field\" same></div>"));
  }
  SUBCASE("a field went, and the other became it: not inside the first, though the texts round them are the same") {
    const auto change = changes.of(page_with("یک", {field("a", "2")}));
    CHECK(change.within == "form");
  }
  SUBCASE("two changes far apart") {
    const auto change = changes.of(page_with("دو", {field("a", "1"), field("b", "3")}));
    CHECK(change.within == "main");
    CHECK(has(change.html, "<div id=\"a-field\" same></div>"));
  }
  SUBCASE("what changed and changed back is compared with the last, not with the first") {
    changes.of(page_with("دو", {field("a", "1"), field("b", "2")}));
    CHECK(changes.of(page_with("یک", {field("a", "1"), field("b", "2")})).html == "یک");
  }
}

TEST_CASE("changes of HTML: the legend of a group that changed is a plain element, for a legend is slow to parse") {
  const auto page = [](view::Nodes fields) {
    view::Node whole =
        view::node(view::Kind::page, "صفحه",
                   {view::node(view::Kind::main, {},
                               {view::node(view::Kind::group, "مشخصات", std::move(fields), "person")}, "main")});
    view::finish(whole);
    return whole;
  };
  HtmlChanges changes;
  changes.of(page({field("a", "1")}));
  const auto change = changes.of(page({field("a", "1"), field("b", "2")}));
  CHECK(change.within == "person");
  CHECK(change.html.starts_with(R"(<i id="person-legend" same></i><div id="a-field" same></div><div id="b-field")"));
}

TEST_CASE("changes of HTML: a field that a person has touched is written whole once") {
  HtmlChanges changes;
  const view::Node page = page_with("یک", {field("a", "1"), field("b", "2")});
  changes.of(page);
  changes.touched("b");
  const auto change = changes.of(page);
  CHECK(change.within == "form");
  CHECK(has(change.html, "<div id=\"a-field\" same></div>"));
  CHECK(has(change.html, "value=\"2\""));
  CHECK(changes.of(page).html == "<main id=\"main\" same></main>");
}

TEST_CASE("changes of HTML: after forgetting the page is whole") {
  HtmlChanges changes;
  const view::Node page = page_with("یک", {field("a", "1")});
  changes.of(page);
  changes.forget();
  CHECK(changes.of(page).html == view::write_html(page));
}

TEST_CASE("parts of HTML: every node but the page is one element") {
  std::vector<view::HtmlPart> parts;
  const std::string html = view::write_html(page_with("یک", {field("a", "1")}), parts);
  REQUIRE(parts.size() == 5);
  CHECK_FALSE(parts[0].one_element);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    CHECK(parts[i].one_element);
    CHECK(html[parts[i].begin] == '<');
    CHECK(html[parts[i].end - 1] == '>');
  }
}
