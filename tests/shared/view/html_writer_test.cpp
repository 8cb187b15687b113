// A page of all kinds at once: ids, references between elements, and balance of tags, found by reading the HTML.
#include "shared/view/html_writer.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "shared/view/builder.h"
#include "tests/support/sample_views.h"

using namespace hamandish;

namespace {

// Values of every attribute `name` in the order of the text. Our writer puts exactly one space before an attribute.
std::vector<std::string> values_of(const std::string& html, const std::string& name) {
  std::vector<std::string> values;
  const std::string opening = " " + name + "=\"";
  for (std::size_t at = html.find(opening); at != std::string::npos; at = html.find(opening, at)) {
    at += opening.size();
    values.push_back(html.substr(at, html.find('"', at) - at));
  }
  return values;
}

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> result;
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t to = std::min(text.find(' ', from), text.size());
    if (to > from) result.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return result;
}

}  // namespace

TEST_CASE("ids are unique and every reference leads to one") {
  for (const tests::SampleView& sample : tests::sample_views()) {
    CAPTURE(sample.name);
    const std::string html = view::write_html(sample.page);
    std::set<std::string> ids;
    for (const std::string& id : values_of(html, "id")) {
      CAPTURE(id);
      CHECK(ids.insert(id).second);
      CHECK(id.find(' ') == std::string::npos);
    }
    for (const char* reference : {"for", "aria-labelledby", "aria-describedby"}) {
      for (const std::string& value : values_of(html, reference)) {
        for (const std::string& id : words(value)) {
          CAPTURE(id);
          CHECK(ids.count(id) == 1);
        }
      }
    }
  }
}

TEST_CASE("nothing that the content security policy forbids is written") {
  for (const tests::SampleView& sample : tests::sample_views()) {
    const std::string html = view::write_html(sample.page);
    CHECK(html.find(" style=") == std::string::npos);
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find(" on") == std::string::npos);
  }
}

TEST_CASE("the same view gives the same HTML and the same dump") {
  const auto first = tests::sample_views();
  const auto second = tests::sample_views();
  REQUIRE(first.size() == second.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(view::write_html(first[i].page) == view::write_html(second[i].page));
    CHECK(view::write_text(first[i].page) == view::write_text(second[i].page));
  }
}

TEST_CASE("the dump is one line a node, says what is set, and leaves out ids that come from the place") {
  view::Node button;
  button.kind = view::Kind::button;
  button.id = "send";
  button.text = "two\nlines";
  button.busy = true;
  view::Node actions;
  actions.kind = view::Kind::actions;
  actions.id = "a";
  actions.children = {button, button};
  actions.children[1].id = "a-1";
  CHECK(view::write_text(actions) == "actions #a\n  button #send «two\\nlines» busy\n  button «two\\nlines» busy\n");
}

TEST_CASE("children in braces are moved to where they stand, with all that is below them") {
  view::Node list = view::node(view::Kind::list, {}, {view::paragraph("یک"), view::paragraph("دو")});
  const view::Node* first = list.children.data();
  const view::Node kept = view::paragraph("سه");
  const view::Node main = view::node(view::Kind::main, {}, {std::move(list), kept});
  REQUIRE(main.children.size() == 2);
  CHECK(main.children[0].children.data() == first);
  CHECK(main.children[1] == kept);
}

TEST_CASE("ids that occur twice and controls without a name are mended, the same way each time") {
#ifdef NDEBUG  // elsewhere a mistake stops the program
  const auto page = [] {
    view::Node made = view::node(
        view::Kind::page, "p",
        {view::node(view::Kind::paragraph, "one", {}, "rows"), view::node(view::Kind::paragraph, "two", {}, "rows"),
         view::node(view::Kind::paragraph, "three", {}, "rows"), view::link("", "/somewhere"),
         view::node(view::Kind::paragraph, "four", {}, "page-3")});
    view::finish(made);
    return made;
  };
  const view::Node mended = page();
  CHECK(mended.children[0].id == "rows");
  CHECK(mended.children[1].id == "rows-again");
  CHECK(mended.children[2].id == "rows-again-again");
  CHECK(!mended.children[3].text.empty());
  CHECK(mended.children[3].id == "page-3-again");  // what follows from the place gives way to what a page has named
  CHECK(mended.children[4].id == "page-3");
  CHECK(mended == page());
#endif
}

TEST_CASE("progress that is no percentage counts as nothing done, more than all as all") {
  for (const auto& [value, shown] : std::vector<std::pair<std::string, std::string>>{
           {"", "0"}, {"x", "0"}, {"-5", "0"}, {"12345678901234567890", "0"}, {"250", "100"}, {"007", "7"}}) {
    view::Node progress = view::node(view::Kind::progress, "p", {}, "p");
    progress.value = value;
    CAPTURE(progress.value);
    CHECK(view::write_html(progress).find("aria-valuenow=\"" + shown + "\"") != std::string::npos);
  }
}
