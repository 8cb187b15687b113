#include "web/mirror/row_changes.h"

#include <doctest/doctest.h>

#include <string>

#include "shared/view/builder.h"
#include "shared/view/html_writer.h"

using namespace hamandish;
using view::Kind;
using view::Node;
using web::change_rows;
using web::RowChanges;

namespace {

// The row of a case: its subject leads to it.
Node row(int number, const std::string& subject, const std::string& address, Node last) {
  Node made =
      view::node(Kind::row, {}, {view::link(subject, address), std::move(last)}, "all-" + std::to_string(number));
  made.level = number;
  return made;
}

std::string table(view::Nodes rows) {
  Node made = view::node(Kind::table, "همه", {}, "all");
  made.columns = {"موضوع", "وضعیت"};
  made.children = std::move(rows);
  Node page = view::node(Kind::page, "صفحه", {std::move(made)});
  view::finish(page);
  return view::write_html(page);
}

std::string with_marks(std::string edits) {
  for (char& c : edits) c = c == '\x1F' ? '|' : c;
  return edits;
}

}  // namespace

TEST_CASE("a row that is built alike becomes the other one by its ids, its texts and its address") {
  const RowChanges changes = change_rows(table({row(1, "آب", "/staff/1?a=1", view::paragraph("باز"))}),
                                         table({row(41, "برق & «گاز»", "/staff/41?a=1&b", view::paragraph("باز"))}));
  CHECK(changes.gone.empty());
  CHECK(changes.html.empty());
  CHECK(with_marks(changes.edits) ==
        "all-1|id|all-41|aria-rowindex|42\n"
        "all-1-c0|id|all-41-c0\n"
        "all-1-0|id|all-41-0|href|/staff/41?a=1&b||برق & «گاز»\n"
        "all-1-c1|id|all-41-c1\n"
        "all-1-1|id|all-41-1");
}

TEST_CASE("a text or an attribute where there was none, and none where there was one") {
  Node urgent = row(1, "آب", "/1", view::paragraph("باز"));
  urgent.tone = view::Tone::danger;
  const Node plain = row(41, "آب", "/1", view::paragraph(""));
  const std::string calmed = with_marks(change_rows(table({urgent}), table({plain})).edits);
  CHECK(calmed.starts_with("all-1|id|all-41|aria-rowindex|42|-class|\n"));
  CHECK(calmed.ends_with("\nall-1-1|id|all-41-1||"));
  const std::string raised = with_marks(change_rows(table({plain}), table({urgent})).edits);
  CHECK(raised.starts_with("all-41|id|all-1|class|danger|aria-rowindex|2\n"));
  CHECK(raised.ends_with("\nall-41-1|id|all-1-1||باز"));
}

TEST_CASE("a row that is built otherwise goes, and the one that comes is made anew") {
  const Node gone = row(1, "آب", "/1", view::paragraph("باز"));
  SUBCASE("another element") {
    const RowChanges changes = change_rows(table({gone}), table({row(41, "برق", "/41", view::link("باز", "/x"))}));
    CHECK(changes.edits.empty());
    CHECK(changes.gone == "all-1");
    CHECK(changes.html.find("<tr id=\"all-41\"") != std::string::npos);
    CHECK(changes.html.find("</tr></tbody></table>") != std::string::npos);
  }
  SUBCASE("a cell more") {
    Node other = row(41, "برق", "/41", view::paragraph("باز"));
    other.children.push_back(view::paragraph("فردا"));
    CHECK(change_rows(table({gone}), table({other})).edits.empty());
  }
  SUBCASE("a text in lines of its own") {
    Node other = row(41, "برق\nگاز", "/41", view::paragraph("باز"));
    CHECK(change_rows(table({gone}), table({other})).edits.empty());
  }
  SUBCASE("a field keeps what was typed into it") {
    Node field = view::node(Kind::checkbox, "گزینش", {}, "pick-1");
    Node after = view::node(Kind::checkbox, "گزینش", {}, "pick-41");
    CHECK(change_rows(table({row(1, "آب", "/1", field)}), table({row(41, "آب", "/1", after)})).edits.empty());
  }
}

TEST_CASE("more rows come than go, or fewer") {
  const auto one = [](int number) { return row(number, "آب", "/1", view::paragraph("باز")); };
  const RowChanges more = change_rows(table({one(1)}), table({one(41), one(42), one(43)}));
  CHECK(with_marks(more.edits).starts_with("all-1|id|all-41|"));
  CHECK(more.gone.empty());
  CHECK(more.html.find("all-41") == std::string::npos);
  CHECK(more.html.find("<tr id=\"all-42\"") < more.html.find("<tr id=\"all-43\""));
  const RowChanges fewer = change_rows(table({one(1), one(2), one(3)}), table({one(41)}));
  CHECK(fewer.gone == "all-2\nall-3");
  CHECK(fewer.html.empty());
  const RowChanges none = change_rows(table({}), table({}));
  CHECK((none.gone.empty() && none.edits.empty() && none.html.empty()));
}
