// Pages that the server makes whole, as the client shows them.
#include <doctest/doctest.h>

#include "shared/view/builder.h"
#include "shared/view/node_json.h"
#include "tests/web/controllers/world.h"

namespace hamandish::web {
namespace {

std::string view_json() {
  view::Node field = view::node(view::Kind::text_field, "کد", {}, "comment_code");
  view::Node button = view::button("دیدن", view::Tone::primary);
  view::Node form = view::node(view::Kind::form, "فرم", {field, view::actions({button})}, "find");
  form.target = "/news/track";
  form.intent = "send:find";
  view::Node page = view::node(view::Kind::page, "اخبار", {view::node(view::Kind::main, {}, {form}, "main")}, "page");
  view::finish(page);
  return Json::object({{"view", view::write_node(page)}}).write();
}

}  // namespace

TEST_CASE("news open with the server's view, by every address that the page has") {
  for (const char* path : {"/news", "/news/5", "/news/frost-warning", "/news/category/event/2", "/news/5/answer/7"}) {
    World world(path);
    CHECK(world.fetch.last().method == "GET");
    CHECK(world.fetch.last().path == path);
    world.fetch.answer(200, view_json());
    CHECK(world.shows("دیدن"));
  }
}

TEST_CASE("a page that could not be had leads on: home, and to itself if it may be there in a moment") {
  const char* again = "تلاش دوباره";
  for (const int status : {0, 503}) {
    World world("/news");
    world.fetch.answer(status, "");
    CHECK(world.shows("رفتن به صفحهٔ خانه"));
    CHECK(world.shows(again));
  }
  World gone("/news/5");
  gone.fetch.answer(404, R"({"error":{"code":"not_found","key":"error.not_found","message":"پیدا نشد"}})");
  CHECK(gone.shows("رفتن به صفحهٔ خانه"));
  CHECK_FALSE(gone.shows(again));
}

namespace {

std::string survey_json(const char* place) {
  view::Node form = view::node(view::Kind::form, "فرم",
                               {view::hidden("survey_place", place), view::hidden("q1", "۳"),
                                view::actions({view::button("ادامه", view::Tone::primary)})},
                               "survey");
  form.target = "/surveys/1";
  form.intent = "send:survey";
  view::Node page = view::node(view::Kind::page, "نظرسنجی", {view::node(view::Kind::main, {}, {form}, "main")}, "page");
  view::finish(page);
  return Json::object({{"view", view::write_node(page)}}).write();
}

}  // namespace

TEST_CASE("an address that leads on is not one to come back to") {
  World world("/surveys/after/token-of-the-case");
  world.fetch.answer(200, R"({"go":"/surveys/1/case/abc"})");
  CHECK(world.browser.went.empty());
  CHECK(world.browser.replaced == std::vector<std::string>{"/surveys/1/case/abc"});
}

TEST_CASE("each page of a survey has its place in the history; going back there keeps the answers") {
  World world("/surveys/1");
  world.fetch.answer(200, survey_json("stay.0.5.q1"));
  world.app.intent("send:survey:next.0.5.q1");
  world.fetch.answer(200, survey_json("stay.1.5.q2"));
  CHECK(world.browser.marks == std::vector<std::string>{"stay.0.5.q1", "new stay.1.5.q2"});
  world.app.revisit("stay.0.5.q1");
  CHECK(world.fetch.last().body.find("press=stay.0.5.q1") != std::string::npos);
  CHECK(world.fetch.last().body.find("q1=%DB%B3") != std::string::npos);
  world.fetch.answer(200, survey_json("stay.0.5.q1"));
  CHECK(world.browser.marks.back() == "stay.0.5.q1");
  world.app.open("/desk");
  world.app.open("/surveys/1", "stay.1.5.q2");
  world.fetch.answer(200, survey_json("stay.0.5.q1"));
  CHECK(world.fetch.last().body.find("press=stay.1.5.q2") != std::string::npos);
}

TEST_CASE("what was typed and pressed before the view came is not lost") {
  World world("/news");
  world.app.input("comment_code", "1234");
  world.app.intent("send:find");
  CHECK(world.fetch.last().method == "GET");
  world.fetch.answer(200, view_json());
  CHECK(world.fetch.last().method == "POST");
  CHECK(world.fetch.last().path == "/news/track");
  CHECK(world.fetch.last().body == "comment_code=1234");
}

TEST_CASE("what is pressed while an answer is on its way is done in the view that comes, the same press once") {
  World world("/news");
  view::Node open = view::node(view::Kind::form, "باز کردن",
                               {view::actions({view::button("باز کردن", view::Tone::primary)})}, "open");
  open.target = "/news/form";
  open.intent = "send:open";
  view::Node page =
      view::node(view::Kind::page, "اخبار", {view::node(view::Kind::main, {}, {std::move(open)}, "main")}, "page");
  view::finish(page);
  world.fetch.answer(200, Json::object({{"view", view::write_node(page)}}).write());
  world.app.intent("send:open");
  CHECK(world.fetch.last().path == "/news/form");
  const std::size_t before = world.fetch.sent.size();
  world.app.intent("send:open");
  world.app.input("comment_code", "1234");
  world.app.intent("send:find");
  CHECK(world.fetch.sent.size() == before);
  world.fetch.answer(200, view_json());
  CHECK(world.fetch.sent.size() == before + 1);
  CHECK(world.fetch.last().path == "/news/track");
  CHECK(world.fetch.last().body == "comment_code=1234");
  world.app.intent("send:find");
  world.fetch.answer(200, view_json());
  CHECK(world.fetch.sent.size() == before + 1);
}

TEST_CASE("what is typed while an answer is on its way stays in the view that comes; what was taken is forgotten") {
  World world("/news");
  world.fetch.answer(200, view_json());
  world.app.input("comment_code", "1234");
  world.app.intent("send:find");
  world.app.input("comment_code", "5678");
  world.fetch.answer(200, view_json());
  world.app.intent("send:find");
  CHECK(world.fetch.last().body == "comment_code=5678");
  CHECK(world.browser.forgotten.empty());
  Json taken = *parse_json(view_json());
  taken.set("taken", true);
  world.fetch.answer(201, taken.write());
  CHECK(world.browser.forgotten.size() == 1);
}

TEST_CASE(
    "a survey: the choice and the pressed button are sent, offline it waits, and once taken its draft is forgotten") {
  view::Node choice = view::node(view::Kind::radio_group, "راضی هستید؟", {}, "q1");
  choice.options = {{"1", "خیر"}, {"5", "بله"}};
  view::Node button = view::button("ادامه", view::Tone::primary, "send:survey:next.0.1");
  button.value = "next.0.1";
  view::Node form = view::node(view::Kind::form, "فرم", {choice, view::actions({button})}, "survey");
  form.target = "/surveys/3";
  view::Node page = view::node(view::Kind::page, "نظرسنجی", {view::node(view::Kind::main, {}, {form}, "main")}, "page");
  view::finish(page);
  World world("/surveys/3");
  world.fetch.answer(200, Json::object({{"view", view::write_node(page)}}).write());
  world.app.input("q1", "5");
  world.app.intent("send:survey:next.0.1");
  CHECK(world.fetch.last().path == "/surveys/3");
  CHECK(world.fetch.last().body == "q1=5&press=next.0.1");
  world.fetch.answer(0, "");
  CHECK(world.shows("ادامه"));  // the form stays
  const std::size_t before = world.fetch.sent.size();
  world.app.online(true);
  CHECK(world.fetch.sent.size() == before + 1);
  CHECK(world.fetch.last().body == "q1=5&press=next.0.1");
  world.fetch.answer(200, R"({"go":"/surveys/3/thanks/1"})");
  CHECK(world.browser.forgotten == std::vector<std::string>{"/surveys/3"});
}

TEST_CASE("a survey of several pages opens where its kept answers say, once; and keeps where one is") {
  const auto page_json = [](const std::string& place) {
    view::Node form = view::node(view::Kind::form, "فرم",
                                 {view::hidden("survey_place", place), view::hidden("q1", ""),
                                  view::actions({view::button("ادامه", view::Tone::primary, "send:survey:next")})},
                                 "survey");
    form.target = "/surveys/3";
    view::Node page =
        view::node(view::Kind::page, "نظرسنجی", {view::node(view::Kind::main, {}, {form}, "main")}, "page");
    view::finish(page);
    return Json::object({{"view", view::write_node(page)}}).write();
  };
  World world("/surveys/3");
  world.app.input("q1", "5");
  world.app.input("survey_place", "stay.1.1.q2");
  world.fetch.answer(200, page_json("stay.0.1.q1"));
  CHECK(world.fetch.last().method == "POST");
  CHECK(world.fetch.last().body == "survey_place=stay.0.1.q1&q1=5&press=stay.1.1.q2");
  const std::size_t before = world.fetch.sent.size();
  world.fetch.answer(200, page_json("stay.1.1.q2"));
  CHECK(world.fetch.sent.size() == before);  // it is there
  CHECK(world.browser.kept["/surveys/3 survey_place"] == "stay.1.1.q2");
  World fresh("/surveys/3");
  const std::size_t asked = fresh.fetch.sent.size();
  fresh.fetch.answer(200, page_json("stay.0.1.q1"));
  CHECK(fresh.fetch.sent.size() == asked);
}

}  // namespace hamandish::web
