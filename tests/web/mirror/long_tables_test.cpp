#include "web/mirror/long_tables.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "shared/view/builder.h"
#include "shared/view/html_writer.h"
#include "shared/view/tokens.h"

using namespace hamandish;
using web::LongTables;
using web::RowPlaces;

namespace {

constexpr float kPitch = 50;
constexpr float kTop = 300;
constexpr float kWindow = 900;

view::Node page_with(std::size_t rows, const std::string& before = "آغاز") {
  view::Node table = view::node(view::Kind::table, "همه", {}, "all");
  table.columns = {"موضوع"};
  for (std::size_t i = 1; i <= rows; ++i) {
    table.children.push_back(view::node(view::Kind::row, {}, {view::link("ردیف " + std::to_string(i), "/x")}));
  }
  view::Node page = view::node(view::Kind::page, "صفحه",
                               {view::node(view::Kind::main, {}, {view::paragraph(before), std::move(table)}, "main")});
  view::finish(page);
  return page;
}

const view::Node& table_of(const view::Node& page) {
  return page.children[0].children[1];
}

const std::vector<RowPlaces> kPlaces = {{"all", kTop, kPitch, {}}};

// Whether every row that touches the window stands in the page.
bool covers(const view::Node& page, float top, std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i) {
    const float y = kTop + static_cast<float>(i) * kPitch;
    if (y + kPitch < top || y > top + kWindow) continue;
    bool there = false;
    for (const view::Node& row : table_of(page).children) there = there || row.level == static_cast<int>(i) + 1;
    if (!there) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a page without long tables is shown as it is") {
  LongTables tables;
  const view::Node page = page_with(web::kLongTable);
  CHECK(tables.take(page) == page);
  CHECK_FALSE(tables.has_any());
}

TEST_CASE("of a long table the rows near the window stand there, wherever one scrolls to") {
  constexpr std::size_t kRows = 5000;
  LongTables tables;
  view::Node shown = tables.take(page_with(kRows));
  REQUIRE(tables.has_any());
  CHECK(table_of(shown).value == "5000");
  CHECK(table_of(shown).children.size() < 100);
  std::size_t cuts = 0;
  for (const float top : {0.0F, 60.0F, 400.0F, 1500.0F, 125'000.0F, 124'000.0F, 260'000.0F, 0.0F}) {
    if (tables.move(kPlaces, top, kWindow, "")) {
      shown = tables.cut();
      ++cuts;
    }
    CAPTURE(top);
    CHECK(covers(shown, top, kRows));
    CHECK(table_of(shown).children.size() < 100);
  }
  CHECK(cuts >= 4);
  // Nothing else of the page changes, and a row is what it was.
  const view::Node whole = page_with(kRows);
  CHECK(shown.children[0].children[0] == whole.children[0].children[0]);
  view::Node first = table_of(shown).children.front();
  CHECK(first.level == 1);
  first.level = 0;
  CHECK(first == table_of(whole).children.front());
}

TEST_CASE("a table that has just come gets the rows that are seen, and those around them with the next move") {
  LongTables tables;
  view::Node shown = tables.take(page_with(5000));
  CHECK(covers(shown, 0, 5000));
  CHECK_FALSE(tables.move(kPlaces, 0, kWindow, ""));
  CHECK(tables.wants_more());
  CHECK(tables.move(kPlaces, 0, kWindow, ""));
  CHECK_FALSE(tables.wants_more());
  CHECK(table_of(tables.cut()).children.size() > table_of(shown).children.size());
  CHECK_FALSE(tables.move(kPlaces, 0, kWindow, ""));
}

TEST_CASE("tables in forms and charts are whole: a form sends what stands in it, a chart is drawn from all rows") {
  for (const view::Kind round : {view::Kind::form, view::Kind::chart}) {
    view::Node page = page_with(1000);
    view::Node& main = page.children[0];
    main.children[1] = view::node(round, "همه", {main.children[1]}, "round");
    LongTables tables;
    CHECK(tables.take(page) == page);
    CHECK_FALSE(tables.has_any());
  }
}

TEST_CASE("the changes between two cuts make the one from the other") {
  LongTables tables;
  view::Node shown = tables.take(page_with(5000));
  for (const float top : {0.0F, 600.0F, 1500.0F, 900.0F, 90'000.0F}) {
    if (!tables.move(kPlaces, top, kWindow, top > 1000 ? "all-7-0" : "")) continue;
    const view::Node next = tables.cut();
    const std::vector<LongTables::Change> changes = tables.changes(shown, next);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].came.id == "all");
    view::Nodes rows = table_of(shown).children;
    for (const view::Node& gone : changes[0].gone.children) CHECK(std::erase(rows, gone) == 1);
    for (const view::Node& row : changes[0].came.children) rows.push_back(row);
    std::sort(rows.begin(), rows.end(), [](const view::Node& a, const view::Node& b) { return a.level < b.level; });
    CHECK(rows == table_of(next).children);
    shown = next;
  }
}

TEST_CASE("small steps do not cut each time") {
  LongTables tables;
  tables.take(page_with(5000));
  int cuts = 0;
  for (float top = 0; top < 6000; top += 60) cuts += tables.move(kPlaces, top, kWindow, "") ? 1 : 0;
  CHECK(cuts > 10);
  CHECK(cuts <= 25);
}

TEST_CASE("the row with the focus and its neighbours stay when the window leaves it") {
  LongTables tables;
  tables.take(page_with(5000));
  REQUIRE(tables.move(kPlaces, 125'000, kWindow, "all-4-0"));
  const view::Node below = tables.cut();
  for (const int place : {0, 1, 2}) CHECK(table_of(below).children[static_cast<std::size_t>(place)].level == 4 + place);
  CHECK(table_of(below).children[3].level > 2000);
  CHECK(covers(below, 125'000, 5000));
  REQUIRE(tables.move(kPlaces, 0, kWindow, "all-4900"));
  CHECK(table_of(tables.cut()).children.back().level == 4902);
  // What is no row of it keeps nothing.
  REQUIRE(tables.move(kPlaces, 125'000, kWindow, "alley-7"));
  CHECK(table_of(tables.cut()).children.front().level > 2000);
  CHECK_FALSE(tables.move(kPlaces, 125'000, kWindow, "all-99999999999999999999"));
}

TEST_CASE("a new view of the same page stays where one was reading, and one with fewer rows is whole") {
  LongTables tables;
  tables.take(page_with(5000));
  REQUIRE(tables.move(kPlaces, 125'000, kWindow, ""));
  const view::Node again = tables.take(page_with(5000, "دوباره"));
  CHECK(covers(again, 125'000, 5000));
  CHECK(again.children[0].children[0].text == "دوباره");
  tables.take(page_with(400));
  tables.move(kPlaces, 0, kWindow, "");
  CHECK(covers(tables.cut(), 0, 400));
  CHECK(table_of(tables.take(page_with(10))).value.empty());
  CHECK_FALSE(tables.has_any());
}

TEST_CASE("the columns of some rows are as wide as those of all, and a reader hears how many there are") {
  LongTables tables;
  view::Node page = page_with(1000);
  view::Node& table = page.children[0].children[1];
  table.columns = {"موضوع", "وضعیت"};
  for (view::Node& row : table.children) row.children.push_back(view::paragraph("باز"));
  table.children[900].children[0].text =
      "نامی بسیار بلندتر از نام‌های دیگر که فقط یک بار می‌آید";
  table.children[900].children[1].id = table.children[900].id + "-1";
  for (view::Node& row : table.children) row.children[1].id = row.id + "-1";
  const view::Node shown = tables.take(page);
  CHECK(view::column_shares(table_of(shown)) == view::column_shares(table));
  const std::string html = view::write_html(shown);
  CHECK(html.find("aria-rowcount=\"1001\"") != std::string::npos);
  CHECK(html.find("aria-rowindex=\"2\"") != std::string::npos);
}
