#include "web/ui/ui.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <set>

#include "shared/directory/profile.h"
#include "shared/view/builder.h"
#include "shared/view/tokens.h"
#include "tests/support/page_views.h"
#include "tests/support/sample_views.h"
#include "tests/web/text/test_font.h"
#include "web/platform/gl_native.h"

using namespace hamandish;
using web::Placement;
using web::Ui;

namespace {

std::vector<tests::SampleView> all_views() {
  std::vector<tests::SampleView> views = tests::sample_views();
  std::ifstream file(HAMANDISH_SOURCE_DIR "/assets/profiles/khorasan-agri.json");
  const std::string json((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const Result<Profile> profile = read_profile(json);
  REQUIRE(profile.ok());
  static const Profile kept = profile.value();
  for (tests::SampleView& view : tests::page_views(kept)) views.push_back(std::move(view));
  return views;
}

struct Laid {
  Ui ui;
  Laid(const view::Node& page, float width) {
    REQUIRE(ui.set_font(text::font_bytes()));
    ui.set_view(&page);
    ui.set_width(width);
    ui.layout();
  }
  [[nodiscard]] const Placement* find(std::string_view id) const {
    for (const Placement& placement : ui.placements()) {
      if (placement.element_id == id) return &placement;
    }
    return nullptr;
  }
};

bool overlap(const Placement& a, const Placement& b) {
  constexpr float touch = 0.1F;
  return a.x + a.width > b.x + touch && b.x + b.width > a.x + touch && a.y + a.height > b.y + touch &&
         b.y + b.height > a.y + touch;
}

bool inside(const Placement& inner, const Placement& outer) {
  return inner.x >= outer.x - 0.1F && inner.y >= outer.y - 0.1F &&
         inner.x + inner.width <= outer.x + outer.width + 0.1F &&
         inner.y + inner.height <= outer.y + outer.height + 0.1F;
}

view::Node page_of(view::Nodes content) {
  view::Node page = view::node(view::Kind::page, "p", {view::node(view::Kind::main, {}, std::move(content), "main")});
  view::finish(page);
  return page;
}

}  // namespace

TEST_CASE("every page at every width: each element placed once, inside the page, none upon another") {
  for (const tests::SampleView& view : all_views()) {
    for (const float width : {320.0F, 360.0F, 599.0F, 720.0F, 1440.0F}) {
      CAPTURE(view.name);
      CAPTURE(width);
      const Laid laid(view.page, width);
      const auto& all = laid.ui.placements();
      std::set<std::string> ids;
      for (const Placement& one : all) {
        CAPTURE(one.element_id);
        CHECK(ids.insert(one.element_id).second);
        CHECK(one.x >= -0.1F);
        CHECK(one.y >= -0.1F);
        CHECK(one.width > 0);
        CHECK(one.height > 0);
        CHECK(one.x + one.width <= width + 0.1F);
        CHECK(one.y + one.height <= laid.ui.document_height() + 0.1F);
      }
      for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
          // The navigation's row begins a link's padding outside its box, as in CSS (tokens.h).
          const auto is_bar = [](const Placement& one) {
            return one.element_id == "nav" || one.element_id == "staff-nav";
          };
          if (is_bar(all[i]) || is_bar(all[j])) continue;
          if (all[i].element_id == "menu-0" || all[i].element_id == "m-del") continue;  // of an open menu
          if (!overlap(all[i], all[j]) || inside(all[i], all[j]) || inside(all[j], all[i])) continue;
          FAIL_CHECK(all[i].element_id << " lies upon " << all[j].element_id);
        }
      }
    }
  }
}

TEST_CASE("start is right: a heading ends at the column's right edge, a label above its control") {
  view::Node field = view::node(view::Kind::text_field, "نام", {}, "first_name");
  field.help = "مانند شناسنامه";
  field.error = "نام را بنویسید";
  const view::Node page = page_of({view::heading(1, "ثبت", "title"), std::move(field)});
  const Laid laid(page, 360);
  const Placement* title = laid.find("title");
  REQUIRE(title != nullptr);
  CHECK(title->x == 16);
  CHECK(title->y == 24);
  CHECK(title->width == 328);
  CHECK(title->height == 40);
  CHECK(title->text_x + title->text_width == doctest::Approx(344));
  const Placement* label = laid.find("first_name-label");
  const Placement* help = laid.find("first_name-help");
  const Placement* control = laid.find("first_name");
  const Placement* error = laid.find("first_name-error");
  REQUIRE((label != nullptr && help != nullptr && control != nullptr && error != nullptr));
  CHECK(label->y == 24 + 40 + 24);
  CHECK(help->y == label->y + 31 + 4);
  CHECK(control->y == help->y + 26 + 4);
  CHECK(control->height == 48);
  CHECK(error->y == control->y + 48 + 4);
}

TEST_CASE("prose is never wider than a column, the page never than its container") {
  const std::string words =
      "یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست";
  view::Node paragraph = view::paragraph(words + " " + words);
  paragraph.id = "prose";
  const view::Node page = page_of({std::move(paragraph)});
  const Laid laid(page, 1440);
  const Placement* prose = laid.find("prose");
  REQUIRE(prose != nullptr);
  CHECK(prose->width == 720);
  CHECK(prose->x + prose->width == 1280);  // starts at the container's right edge
  REQUIRE(prose->line_breaks.size() >= 1);
  CHECK(std::is_sorted(prose->line_breaks.begin(), prose->line_breaks.end()));
}

TEST_CASE("a changed text is one text in its lines, as wide as its column, and a picture with a size keeps its ratio") {
  view::Node revision = view::node(
      view::Kind::revision, {},
      {view::paragraph("مهلت پاسخ "), view::paragraph("سی روز", view::Tone::danger), view::paragraph(" "),
       view::paragraph("ده روز", view::Tone::success),
       view::paragraph(" است و از روز ثبت درخواست در سامانه شمرده می‌شود.")},
      "change");
  view::Node same = view::paragraph(
      "مهلت پاسخ سی روز ده روز است و از روز ثبت درخواست در سامانه شمرده می‌شود.");
  same.id = "same";
  view::Node picture = view::node(view::Kind::picture, "well", {}, "well");
  picture.value = "1280x640";
  const view::Node page = page_of({revision, same, picture});
  for (const float width : {320.0F, 1440.0F}) {
    const Laid laid(page, width);
    REQUIRE(laid.find("change") != nullptr);
    CHECK(laid.find("change")->height == laid.find("same")->height);
    CHECK(laid.find("change")->text_width == laid.find("change")->width);
    const Placement& well = *laid.find("well");
    CHECK(well.height == doctest::Approx(well.width / 2));
    CHECK(well.width <= 640);
  }
}

TEST_CASE("rows of a long table stand where they would among all, whichever of them are there") {
  const auto page_with = [](int first, int count) {
    view::Node table = view::node(view::Kind::table, "همه", {}, "all");
    table.columns = {"موضوع", "وضعیت"};
    table.value = "100000";
    table.options = {{"70", {}}, {"30", {}}};
    for (int row = first; row < first + count; ++row) {
      const std::string long_text =
          "متنی که در یک سطر نمی‌گنجد و باید کوتاه شود تا همهٔ ردیف‌ها به یک بلندی بمانند ";
      view::Node one = view::node(
          view::Kind::row, {},
          {view::paragraph(row % 2 == 0 ? long_text + long_text : "آب"), view::paragraph(row % 3 == 0 ? "" : "باز")},
          "all-" + std::to_string(row - 1));
      one.level = row;
      table.children.push_back(std::move(one));
    }
    return page_of({std::move(table)});
  };
  for (const float width : {1200.0F, 360.0F}) {
    CAPTURE(width);
    const view::Node near_page = page_with(1, 40);
    const view::Node far_page = page_with(50001, 40);
    const Laid near_top(near_page, width);
    const Laid far_down(far_page, width);
    REQUIRE(near_top.ui.row_places().size() == 1);
    const web::RowPlaces places = near_top.ui.row_places()[0];
    CHECK(places.table_id == "all");
    CHECK(far_down.ui.row_places()[0].pitch == places.pitch);
    CHECK(far_down.ui.row_places()[0].top == places.top);
    CHECK(far_down.ui.document_height() == near_top.ui.document_height());
    CHECK(near_top.ui.document_height() > 99999 * places.pitch);
    const Placement* first = near_top.find("all-0-0");
    const Placement* second = near_top.find("all-1-0");
    const Placement* middle = far_down.find("all-50000-0");
    REQUIRE(first != nullptr);
    REQUIRE(second != nullptr);
    REQUIRE(middle != nullptr);
    CHECK(second->y - first->y == doctest::Approx(places.pitch));
    CHECK(middle->y - first->y == doctest::Approx(50000 * places.pitch).epsilon(0.000001));
    CHECK(second->line_breaks.empty());  // cut, not wrapped
  }
}

TEST_CASE("a table becomes cards on narrow pages") {
  view::Node table = view::node(view::Kind::table, "کارتابل", {}, "inbox");
  table.columns = {"موضوع", "وضعیت"};
  table.children.push_back(view::node(view::Kind::row, {}, {view::paragraph("آب"), view::paragraph("باز")}, "row-1"));
  const view::Node page = page_of({std::move(table)});
  const Laid wide(page, view::tokens::cards_below);
  const Placement* header = wide.find("inbox-c0");
  REQUIRE(header != nullptr);
  CHECK(wide.find("inbox-c1")->x < header->x);
  const Laid narrow(page, view::tokens::cards_below - 1);
  CHECK(narrow.find("inbox-c0") == nullptr);
  CHECK(narrow.find("inbox-caption") != nullptr);
}

TEST_CASE("columns stand beside each other on wide pages, the first at the start, and below each other on others") {
  const auto named = [](const char* id) { return view::node(view::Kind::paragraph, "متن", {}, id); };
  const view::Node page = page_of({view::columns({named("a"), named("b")}, {named("c")}), named("after")});
  const Laid wide(page, view::tokens::wide_from);
  CHECK(wide.find("c")->y == wide.find("a")->y);
  CHECK(wide.find("c")->width == wide.find("a")->width);
  CHECK(wide.find("a")->x == doctest::Approx(wide.find("c")->x + wide.find("c")->width + 48));
  CHECK(wide.find("after")->y > wide.find("b")->y);  // the longer one counts
  const Laid narrow(page, view::tokens::wide_from - 1);
  CHECK(narrow.find("c")->x == narrow.find("a")->x);
  CHECK(narrow.find("c")->y - narrow.find("b")->y == narrow.find("b")->y - narrow.find("a")->y);
}

TEST_CASE("a short page is as high as the window, its footer at the bottom") {
  view::Node page = view::node(view::Kind::page, "p",
                               {view::node(view::Kind::main, {}, {view::paragraph("متن")}, "main"),
                                view::node(view::Kind::footer, {}, {view::paragraph("پایان")}, "foot")});
  view::finish(page);
  Laid laid(page, 360);
  const float natural = laid.ui.document_height();
  const std::string last = laid.ui.placements().back().element_id;
  const float own_y = laid.find(last)->y;
  laid.ui.set_least_height(740);
  laid.ui.layout();
  CHECK(natural < 740);
  CHECK(laid.ui.document_height() == 740);
  CHECK(laid.find(last)->y == doctest::Approx(own_y + 740 - natural));
}

TEST_CASE("a grown text area pushes what follows down") {
  view::Node area = view::node(view::Kind::text_area, "شرح", {}, "body");
  area.input.rows = 4;
  view::Node after = view::paragraph("پس از آن");
  after.id = "after";
  const view::Node page = page_of({std::move(area), std::move(after)});
  Laid laid(page, 360);
  CHECK(laid.find("body")->height == 4 * 31 + 17);
  const float before = laid.find("after")->y;
  laid.ui.set_field_height("body", 300);
  laid.ui.layout();
  CHECK(laid.find("body")->height == 300);
  CHECK(laid.find("after")->y == before + 300 - (4 * 31 + 17));
}

TEST_CASE("painting only when something changed, and only what is visible") {
  const std::vector<tests::SampleView> views = all_views();
  const auto longest =
      std::find_if(views.begin(), views.end(), [](const auto& view) { return view.name == "every_kind"; });
  REQUIRE(longest != views.end());
  Laid laid(longest->page, 360);
  CHECK(laid.ui.needs_paint());
  laid.ui.paint(0, 740, 2);
  CHECK_FALSE(laid.ui.needs_paint());
  const std::size_t first_screen = platform::gl_counts().vertices;
  CHECK(first_screen > 100);
  laid.ui.set_hover("nothing");
  CHECK(laid.ui.needs_paint());
  laid.ui.paint(0, 740, 2);
  laid.ui.set_hover("nothing");
  laid.ui.set_width(360);
  laid.ui.set_focus("", false, false);
  CHECK_FALSE(laid.ui.needs_paint());
  laid.ui.paint(0, laid.ui.document_height(), 1);
  CHECK(platform::gl_counts().vertices > 2 * first_screen);
  laid.ui.paint(laid.ui.document_height() + 1000, 740, 2);
  CHECK(platform::gl_counts().vertices == 0);
}

TEST_CASE("every theme, state and pixel ratio paints") {
  for (const tests::SampleView& view : all_views()) {
    Laid laid(view.page, 360);
    for (const float dpr : {1.0F, 1.25F, 2.0F, 3.0F}) {
      laid.ui.set_theme({dpr > 1.5F, dpr > 2.5F, 0x7a1f5c});
      for (const Placement& one : laid.ui.placements()) {
        laid.ui.set_focus(one.element_id, true, false);
        laid.ui.set_hover(one.element_id);
      }
      laid.ui.set_selection(std::vector<web::Rect>{{10, 10, 50, 20}});
      laid.ui.paint(0, 740, dpr);
      CHECK(platform::gl_counts().vertices > 100);
    }
  }
}

TEST_CASE("without a font, a view or a width nothing is painted and nothing breaks") {
  Ui ui;
  ui.set_width(100);
  ui.layout();
  ui.paint(0, 100, 1);
  CHECK(ui.placements().empty());
  CHECK_FALSE(ui.set_font({}));
  REQUIRE(ui.set_font(text::font_bytes()));
  ui.set_view(nullptr);
  ui.layout();
  ui.paint(0, 100, 1);
  CHECK(ui.document_height() == 0);
}
