// The calendar and the filter of a long list, as the app puts them over a page.
#include "web/controllers/picker.h"

#include <doctest/doctest.h>

#include "shared/calendar/tehran_time.h"
#include "shared/view/html_writer.h"

using namespace hamandish;
using web::Picker;

namespace {

// Noon of 30 Aban 1405, a Saturday.
Instant noon() {
  return start_of_day_in_tehran(to_day({1405, 8, 30})) + 12 * kHour;
}

view::Node page_with(std::string date) {
  view::Node day = view::date_field("from", "از تاریخ");
  day.value = std::move(date);
  view::Node unit = view::node(view::Kind::select, "واحد", {}, "unit");
  unit.options = {{"", "یکی را برگزینید"},
                  {"1", "امور اراضی"},
                  {"2", "آب‌وخاک"},
                  {"3", "شيلات و كشاورزي"},
                  {"4", "اداره ۱۲"}};
  for (const char* more : {"a", "b", "c", "d", "e"}) unit.options.push_back({more, std::string("مرکز ") + more});
  return view::node(view::Kind::page, "p",
                    {view::node(view::Kind::main, {}, {std::move(day), std::move(unit)}, "main")}, "page");
}

struct World {
  explicit World(std::string date = {}) : page(page_with(std::move(date))) {
    profile.holidays = {to_day({1405, 9, 2})};
  }
  std::string act(std::string_view name) { return picker.intent(name, page, noon()); }
  std::string shown() {
    view::Node copy = page;
    picker.add_to(copy, profile);
    return view::write_text(copy);
  }
  bool shows(std::string_view text) { return shown().find(text) != std::string::npos; }
  view::Node page;
  Profile profile;
  Picker picker;
};

}  // namespace

TEST_CASE("the calendar opens at today, or at the day that stands in the field") {
  World today;
  CHECK(today.act("pick:open:from") == "pick-day-30");
  CHECK(today.shows("«آبان ۱۴۰۵»"));
  CHECK(today.shows("«انتخاب از تاریخ»"));
  World other("1404/12/29");
  CHECK(other.act("pick:open:from") == "pick-day-29");
  CHECK(other.shows("«اسفند ۱۴۰۴»"));
  CHECK(other.shows("value=«۱۴۰۴/۱۲/۲۹»"));
  World typed("1404/12/29");
  CHECK(typed.act("pick:open:from:۱۴۰۳/۱/۲") == "pick-day-2");
  CHECK(typed.shows("«فروردین ۱۴۰۳»"));
  World wrong("1404/13/40");
  CHECK(wrong.act("pick:open:from") == "pick-day-30");
}

TEST_CASE("days, weeks, months and years lead over their ends") {
  World world;
  world.act("pick:open:from");
  CHECK(world.act("pick:days:1") == "pick-day-1");
  CHECK(world.shows("«آذر ۱۴۰۵»"));
  CHECK(world.act("pick:days:-7") == "pick-day-24");
  world.act("pick:today");
  CHECK(world.act("pick:months:4") == "pick-day-29");  // Esfand 1405 has 29 days
  CHECK(world.shows("«اسفند ۱۴۰۵»"));
  CHECK(world.act("pick:months:-12") == "pick-day-29");
  CHECK(world.act("pick:turn:12").empty());
  CHECK(world.act("pick:months:-12000") == "pick-day-29");
  CHECK(world.act("pick:days:-99999") == "pick-day-1");
  CHECK(world.shows("«فروردین ۱۳۰۰»"));
}

TEST_CASE("Fridays and holidays say so, and one day alone is in the tab order") {
  World world;
  world.act("pick:open:from");
  world.act("pick:turn:1");
  CHECK(world.shows("«دوشنبه ۲ آذر ۱۴۰۵، تعطیل»"));
  CHECK(world.shows("«جمعه ۶ آذر ۱۴۰۵، تعطیل»"));
  CHECK(world.shows("«سه‌شنبه ۳ آذر ۱۴۰۵»"));
  view::Node page = world.page;
  world.picker.add_to(page, world.profile);
  const std::string html = view::write_html(page);
  const std::size_t first = html.find("tabindex=\"0\"");
  REQUIRE(first != std::string::npos);
  CHECK(html.find("tabindex=\"0\"", first + 1) == std::string::npos);
}

TEST_CASE("a list is filtered whatever keyboard it is typed with") {
  World world;
  CHECK(world.act("pick:open:unit") == "pick-search");
  CHECK(world.shows("۹ مورد"));
  CHECK_FALSE(world.shows("value=«یکی"));
  for (const char* typed : {"شیلات", "كشاورزی", "کشاورزي"}) {
    CHECK(world.picker.input("pick-search", typed));
    CHECK(world.shows("۱ مورد"));
  }
  for (const char* typed : {"آبو", "اب وخاک", "آب‌و"}) {
    world.picker.input("pick-search", typed);
    CHECK(world.shows("۱ مورد"));
  }
  for (const char* typed : {"12", "۱۲", "١٢"}) {
    world.picker.input("pick-search", typed);
    CHECK(world.shows("۱ مورد"));
  }
  world.picker.input("pick-search", "نیست");
  CHECK(world.shows("یافت نشد"));
}

TEST_CASE("arrows go round the shown options") {
  World world;
  world.act("pick:open:unit");
  view::Node page = world.page;
  world.act("pick:option:-1");
  world.picker.add_to(page, world.profile);
  CHECK(view::write_html(page).find("aria-activedescendant=\"pick-search-o6\"") != std::string::npos);
  world.act("pick:option:1");
  page = world.page;
  world.picker.add_to(page, world.profile);
  CHECK(view::write_html(page).find("aria-activedescendant=\"pick-search-o0\"") != std::string::npos);
}

TEST_CASE("closed, of another field, or over another dialog it is not there") {
  World world;
  world.act("pick:open:nowhere");
  CHECK_FALSE(world.shows("dialog"));
  CHECK_FALSE(world.picker.input("pick-search", "x"));
  CHECK(world.act("pick:days:1").empty());
  world.act("pick:open:from");
  world.act("pick:close");
  CHECK_FALSE(world.shows("dialog"));
  world.page.children[0].children.push_back(view::node(view::Kind::dialog, "حذف شود؟", {}, "ask"));
  world.act("pick:open:from");
  CHECK_FALSE(world.shows("تقویم"));
  CHECK_FALSE(world.shows("«انتخاب از تاریخ»"));
}
