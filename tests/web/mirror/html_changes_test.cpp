#include "web/mirror/html_changes.h"

#include <doctest/doctest.h>

#include "shared/view/builder.h"
#include "shared/view/html_writer.h"

using namespace hamandish;
using web::HtmlChanges;
using Changes = std::vector<HtmlChanges::Change>;

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
  const Changes all = HtmlChanges().of(page);
  REQUIRE(all.size() == 1);
  CHECK(all[0].within.empty());
  CHECK(all[0].html == view::write_html(page));
}

TEST_CASE("changes of HTML: what holds a change is written, and what in it is as it was is an empty element") {
  HtmlChanges changes;
  changes.of(page_with("یک", {field("a", "1"), field("b", "2")}));
  SUBCASE("nothing changed") {
    CHECK(changes.of(page_with("یک", {field("a", "1"), field("b", "2")})).empty());
  }
  SUBCASE("a text") {
    const Changes all = changes.of(page_with("دو", {field("a", "1"), field("b", "2")}));
    REQUIRE(all.size() == 1);
    CHECK(all[0].within == "title");
    CHECK(all[0].html == "دو");
  }
  SUBCASE("one field changed: its neighbours are not written") {
    const Changes all = changes.of(page_with("یک", {field("a", "1"), field("b", "3")}));
    REQUIRE(all.size() == 1);
    CHECK(all[0].within == "b-field");
    CHECK(has(all[0].html, "value=\"3\""));
    CHECK(!has(all[0].html, "id=\"a"));
  }
  SUBCASE("a field came between two") {
    const Changes all = changes.of(page_with("یک", {field("a", "1"), field("c", "9"), field("b", "2")}));
    REQUIRE(all.size() == 1);
    CHECK(all[0].within == "form");
    CHECK(all[0].html.find("<div id=\"a-field\" same></div>") < all[0].html.find("id=\"c\""));
    CHECK(all[0].html.find("id=\"c\"") < all[0].html.find("<div id=\"b-field\" same></div>"));
  }
  SUBCASE("a field went, and the other became it: not inside the first, though the texts round them are the same") {
    const Changes all = changes.of(page_with("یک", {field("a", "2")}));
    REQUIRE(all.size() == 1);
    CHECK(all[0].within == "form");
  }
  SUBCASE("changes far apart are each by itself, in the order of the page") {
    const Changes all = changes.of(page_with("دو", {field("a", "3"), field("b", "4")}));
    REQUIRE(all.size() == 3);
    CHECK(all[0].within == "title");
    CHECK(all[1].within == "a-field");
    CHECK(all[2].within == "b-field");
  }
  SUBCASE("an element whose own tag changed is written by what holds it, and nothing in it a second time") {
    view::Node page = page_with("یک", {field("a", "1"), field("b", "3")});
    page.children[0].children[1].target = "/track";
    const Changes all = changes.of(page);
    REQUIRE(all.size() == 1);
    CHECK(all[0].within == "main");
    CHECK(all[0].html.starts_with("<h1 id=\"title\" same></h1><form id=\"form\""));
    CHECK(has(all[0].html, "<div id=\"a-field\" same></div>"));
    CHECK(has(all[0].html, "value=\"3\""));
  }
  SUBCASE("what changed and changed back is compared with the last, not with the first") {
    changes.of(page_with("دو", {field("a", "1"), field("b", "2")}));
    CHECK(changes.of(page_with("یک", {field("a", "1"), field("b", "2")}))[0].html == "یک");
  }
}

TEST_CASE("changes of HTML: what moves from one element to another is in one change with both") {
  const auto page = [](view::Nodes left, view::Nodes right) {
    view::Node whole = view::node(view::Kind::page, "صفحه",
                                  {view::node(view::Kind::main, {},
                                              {view::node(view::Kind::group, "راست", std::move(left), "first"),
                                               view::node(view::Kind::group, "چپ", std::move(right), "second")},
                                              "main")});
    view::finish(whole);
    return whole;
  };
  HtmlChanges changes;
  changes.of(page({field("a", "1"), field("b", "2")}, {field("c", "3")}));
  const Changes all = changes.of(page({field("a", "1")}, {field("b", "2"), field("c", "3")}));
  REQUIRE(all.size() == 1);
  CHECK(all[0].within.empty());
  CHECK(has(all[0].html, "<div id=\"a-field\" same></div>"));
  CHECK(has(all[0].html, "<div id=\"b-field\" same></div><div id=\"c-field\" same></div>"));
}

TEST_CASE("changes of HTML: an element without an end tag stands in the change of what holds it") {
  const auto page = [](const std::string& key) {
    view::Node hidden = view::node(view::Kind::hidden, {}, {}, "key");
    hidden.value = key;
    return page_with("یک", {hidden, field("a", "1")});
  };
  HtmlChanges changes;
  changes.of(page("x"));
  const Changes all = changes.of(page("y"));
  REQUIRE(all.size() == 1);
  CHECK(all[0].within == "form");
  CHECK(has(all[0].html, "value=\"y\""));
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
  const Changes all = changes.of(page({field("a", "1"), field("b", "2")}));
  REQUIRE(all.size() == 1);
  CHECK(all[0].within == "person");
  CHECK(all[0].html.starts_with(R"(<i id="person-legend" same></i><div id="a-field" same></div><div id="b-field")"));
}

TEST_CASE("changes of HTML: a field that a person has touched is written whole once") {
  HtmlChanges changes;
  const view::Node page = page_with("یک", {field("a", "1"), field("b", "2")});
  changes.of(page);
  changes.touched("b");
  const Changes all = changes.of(page);
  REQUIRE(all.size() == 1);
  CHECK(all[0].within == "b-field");
  CHECK(has(all[0].html, "value=\"2\""));
  CHECK(changes.of(page).empty());
}

TEST_CASE("changes of HTML: after forgetting the page is whole") {
  HtmlChanges changes;
  const view::Node page = page_with("یک", {field("a", "1")});
  changes.of(page);
  changes.forget();
  CHECK(changes.of(page)[0].html == view::write_html(page));
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
