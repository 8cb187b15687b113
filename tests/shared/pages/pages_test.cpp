// The names of the controls are a promise to others (contract.md); a view is a pure function of its state.
#include <doctest/doctest.h>

#include "shared/messages/messages.h"
#include "shared/pages/desk_page.h"
#include "shared/pages/home_page.h"
#include "shared/pages/inbox_page.h"
#include "shared/pages/info_pages.h"
#include "shared/pages/login_page.h"
#include "shared/pages/new_case_page.h"
#include "shared/pages/page.h"
#include "shared/pages/receipt_page.h"
#include "shared/pages/staff_case_page.h"
#include "shared/pages/track_page.h"
#include "shared/text/isolate.h"
#include "shared/view/html_writer.h"
#include "tests/shared/pages/sample.h"

using namespace hamandish;
using namespace hamandish::pages;
using hamandish::test::find;
using hamandish::test::find_id;
using view::Kind;

namespace {

struct Fixture {
  Profile profile = test::sample_profile();
  Site site;
  Fixture() {
    site.profile = &profile;
    site.path = "/";
    site.now = Instant{1'795'000'000'000};
  }
};

struct Expected {
  Kind kind;
  std::string_view text;
};

void check_all(const view::Node& page, std::initializer_list<Expected> expected) {
  for (const Expected& one : expected) {
    CAPTURE(one.text);
    CHECK(find(page, one.kind, one.text) != nullptr);
  }
}

api::StaffCase staff_case() {
  api::StaffCase found;
  found.id = "c1";
  found.subject = "چاه";
  found.body = "متن";
  found.unit_id = "land";
  found.unit_name = "امور اراضی";
  found.tracking_code = "123456789012";
  found.may_refer = found.may_note = found.may_reply = true;
  return found;
}

}  // namespace

TEST_CASE("addresses open their pages, and nothing else does") {
  CHECK(match("/") == Route{PageId::home, ""});
  CHECK(match("/desk/new/complaint") == Route{PageId::new_case, "complaint"});
  CHECK(match("/desk/new/head") == Route{PageId::new_case, "head"});
  CHECK(match("/track/1234") == Route{PageId::track, "1234"});
  CHECK(match("/track/") == Route{PageId::track, ""});
  CHECK(match("/staff/cases/abc") == Route{PageId::staff_case, "abc"});
  for (const char* path :
       {"", "desk", "/desk/new", "/desk/new/joke", "/desk/new/complaint/x", "/nowhere", "//", "/track/a/b"}) {
    CAPTURE(path);
    CHECK_FALSE(match(path).has_value());
  }
}

TEST_CASE("lists of drafts have addresses of their own, beside those of single drafts") {
  for (const char* param : {"7", "7/comment/a1", "7/comments/12", "list/open", "list/former/issued-57",
                            "list/reviewed/amended-3", "7/invited/abc/comment/a1"}) {
    CAPTURE(param);
    CHECK(match(std::string("/drafts/") + param) == Route{PageId::draft, param});
  }
  for (const char* path : {"/drafts/", "/drafts/7/x", "/drafts/list/former/issued-5/6", "/drafts/list/king/issued-5",
                           "/drafts/7/comment/", "/drafts//list"}) {
    CAPTURE(path);
    const std::optional<Route> route = match(path);
    CHECK((!route || route->id == PageId::drafts));
  }
  CHECK(match("/news/frost-warning/thread/5-20") == Route{PageId::news_item, "frost-warning/thread/5-20"});
}

TEST_CASE_FIXTURE(Fixture, "the directory says when it was changed last, where that is known") {
  const std::string_view line = "آخرین به‌روزرسانی: شنبه ۳۰ آبان ۱۴۰۵";
  CHECK(find(contact_view(site), Kind::paragraph, line) == nullptr);
  profile.directory_changed = Instant{1'795'239'000'000};
  CHECK(find(contact_view(site), Kind::paragraph, line) != nullptr);
}

TEST_CASE_FIXTURE(Fixture, "the directory shows the units that were asked for, and leads to each of a long list") {
  ContactState state;
  state.query = state.typed = "خاک";
  view::Node page = contact_view(site, state);
  CHECK(find(page, Kind::heading, "آب و خاک") != nullptr);
  CHECK(find(page, Kind::heading, "امور اراضی") == nullptr);
  CHECK(find_id(page, "jump") == nullptr);
  state.query = state.typed = "شیلات";
  page = contact_view(site, state);
  CHECK(find(page, Kind::empty_state, "واحدی برای «شیلات» پیدا نشد") != nullptr);
  for (int i = 0; i < 9; ++i) {
    Unit unit;
    unit.id = "u" + std::to_string(i);
    unit.name = "واحد " + unit.id;
    profile.units.push_back(unit);
  }
  page = contact_view(site);
  REQUIRE(find_id(page, "jump") != nullptr);
  CHECK(find(*find_id(page, "jump"), Kind::link, "واحد u3")->target == "#unit-u3");
  CHECK(find_id(page, "unit-u3") != nullptr);
}

TEST_CASE_FIXTURE(Fixture, "a case that is over says what can still be done, with the code where a form takes it") {
  TrackState state;
  state.found.emplace();
  state.found->tracking_code = "482150376922";
  state.found->state = CaseState::in_progress;
  CHECK(find_id(track_view(site, state), "over") == nullptr);
  state.found->state = CaseState::answered;
  state.found->actions = {CaseAction::object};
  CHECK(find_id(track_view(site, state), "over") == nullptr);
  for (const CaseState over : {CaseState::closed, CaseState::withdrawn, CaseState::rejected}) {
    state.found->state = over;
    const view::Node page = track_view(site, state);
    REQUIRE(find_id(page, "over") != nullptr);
    CHECK(find(page, Kind::link, "رفتن به میز خدمت") != nullptr);  // no form of this profile takes a code
  }
  profile.kinds[0].fields.push_back(test::field("earlier", FieldKind::tracking_code, "کد پیشین", false));
  const view::Node page = track_view(site, state);
  REQUIRE(find_id(page, "follow-up") != nullptr);
  CHECK(find_id(page, "follow-up")->target == "/desk/new/complaint");
  CHECK(find_id(page, "follow_up")->value == "482150376922");
  state.found->tracking_code = "4821503769214837";  // without a name
  CHECK(find_id(track_view(site, state), "follow-up") == nullptr);
}

TEST_CASE_FIXTURE(Fixture, "telephone numbers are called with one touch") {
  CHECK(find(home_view(site), Kind::link, text::ltr("۰۵۶۳۲۲۲۰۰۰۰"))->target == "tel:05632220000");
  CHECK(find(home_view(site), Kind::link, text::ltr("۰۵۶۳۲۲۲۳۳۴۴"))->target == "tel:05632223344");
}

TEST_CASE_FIXTURE(Fixture, "every page has the frame, one h1, and marks its own link") {
  site.path = "/desk/new/complaint";
  const view::Node page = new_case_view(site, {});
  check_all(page, {{Kind::skip_link, "رفتن به محتوای اصلی"},
                   {Kind::navigation, "پیوندهای اصلی"},
                   {Kind::link, "خانه"},
                   {Kind::link, "میز خدمت"},
                   {Kind::link, "پیگیری"},
                   {Kind::link, "پیش‌نویس مقررات"},
                   {Kind::link, "اخبار"},
                   {Kind::link, "نظرسنجی"},
                   {Kind::link, "تماس با ما"},
                   {Kind::link, "راهبرد مشارکت"},
                   {Kind::link, "آمار"},
                   {Kind::link, "ورود کارکنان"}});
  CHECK(find(page, Kind::link, "میز خدمت")->current);
  CHECK_FALSE(find(page, Kind::link, "خانه")->current);
  CHECK(find_id(page, "title")->level == 1);
  CHECK(find_id(page, "main") != nullptr);
}

TEST_CASE_FIXTURE(Fixture, "the complaint form has the controls of the contract and keeps what was typed") {
  NewCaseState state;
  set_answer(state.answers, "first_name", "مریم");
  state.errors = {{"national_id", "form.write", {{"label", "کد ملی"}}}};
  const view::Node page = new_case_view(site, state);
  check_all(page, {{Kind::text_field, "نام"},
                   {Kind::text_field, "نام خانوادگی"},
                   {Kind::text_field, "کد ملی"},
                   {Kind::text_field, "تلفن همراه"},
                   {Kind::text_field, "رایانامه"},
                   {Kind::select, "دسته"},
                   {Kind::text_field, "موضوع"},
                   {Kind::text_area, "شرح"},
                   {Kind::checkbox, "بدون نام ثبت شود"},
                   {Kind::file_field, "افزودن پیوست"},
                   {Kind::button, "ارسال"}});
  CHECK(find_id(page, "first_name")->value == "مریم");
  CHECK(find_id(page, "national_id")->error == "کد ملی را بنویسید.");
  CHECK(find_id(page, "national_id")->input.ltr);
  CHECK(find_id(page, "errors")->children.at(0).target == "#national_id");
  CHECK(find_id(page, "errors")->children.at(0).text == "کد ملی را بنویسید.");
}

TEST_CASE_FIXTURE(Fixture, "an answer is promised to whom one is given") {
  const auto promised = [&](CaseKind kind, bool anonymous) {
    profile.kinds.front().kind = kind;
    NewCaseState one;
    one.kind = kind;
    one.anonymous = anonymous;
    return view::write_html(new_case_view(site, one)).find("پاسخ می‌گیرید") != std::string::npos;
  };
  CHECK(promised(CaseKind::complaint, false));
  CHECK_FALSE(promised(CaseKind::complaint, true));
  CHECK_FALSE(promised(CaseKind::report, false));
  CHECK_FALSE(promised(CaseKind::appreciation, false));
}

TEST_CASE_FIXTURE(Fixture, "without a name the form asks for none") {
  NewCaseState state;
  state.anonymous = true;
  const view::Node page = new_case_view(site, state);
  CHECK(find_id(page, "national_id") == nullptr);
  CHECK(find_id(page, "subject") != nullptr);
  CHECK(find_id(page, "anonymous")->checked);
  CHECK(find_id(page, "anonymous")->help == "بدون نام پاسخی دریافت نمی‌کنید.");
}

TEST_CASE_FIXTURE(Fixture, "while a form is sent its button is busy and the progress is told") {
  NewCaseState state;
  state.sending = true;
  state.percent = 40;
  const view::Node page = new_case_view(site, state);
  CHECK(find_id(page, "send")->busy);
  CHECK(find_id(page, "progress")->value == "40");
  CHECK(find_id(page, "progress")->text.find("۴۰ درصد") == 0);
}

TEST_CASE_FIXTURE(Fixture, "the receipt shows the code and must be acknowledged") {
  ReceiptState state;
  state.receipt.tracking_code = "123456789012";
  state.receipt.receipt_token = "t";
  const view::Node page = receipt_view(site, state);
  check_all(page, {{Kind::heading, "رسید ثبت"}, {Kind::button, "کد را یادداشت کردم"}, {Kind::link, "دریافت رسید"}});
  CHECK(find_id(page, "tracking-code")->value == "123456789012");
  state.acknowledged = true;
  CHECK(find(receipt_view(site, state), Kind::button, "کد را یادداشت کردم") == nullptr);
}

TEST_CASE_FIXTURE(Fixture, "tracking: the form, then the subject, the trail and the answer") {
  const view::Node form = track_view(site, {});
  check_all(form,
            {{Kind::text_field, "کد رهگیری"}, {Kind::text_field, "چهار رقم آخر تلفن همراه"}, {Kind::button, "پیگیری"}});
  TrackState state;
  api::CitizenCase found;
  found.subject = "چاه آب";
  found.tracking_code = "123456789012";
  found.trail.resize(2);
  found.trail[0].to_unit = "امور اراضی";
  found.trail[1].kind = EventKind::replied;
  found.trail[1].from_unit = "امور اراضی";
  found.trail[1].text = "انجام شد.";
  state.found = found;
  const view::Node page = track_view(site, state);
  check_all(page, {{Kind::heading, "چاه آب"},
                   {Kind::timeline, "روند رسیدگی"},
                   {Kind::section, "پاسخ"},
                   {Kind::paragraph, "انجام شد."}});
  CHECK(find_id(page, "trail")->children.at(1).value.empty());  // the answer stands in its own region
}

TEST_CASE_FIXTURE(Fixture, "the inbox: a row a case, marks by the deadline, an empty state") {
  InboxState state;
  CHECK(find(inbox_view(site, state), Kind::empty_state, "پرونده‌ای در کارتابل نیست") !=
        nullptr);
  api::InboxRow late;
  late.id = "a";
  late.subject = "دیر";
  late.due_on = Day{0};
  late.state = CaseState::in_progress;
  state.page.cases = {late};
  const view::Node page = inbox_view(site, state);
  check_all(page, {{Kind::table, "کارتابل"}, {Kind::text_field, "جست‌وجو"}, {Kind::paragraph, "بدون نام"}});
  CHECK(find_id(page, "q")->input.keyboard == view::Keyboard::search);
  CHECK(find_id(page, "row-a")->tone == view::Tone::danger);
  CHECK(find_id(page, "row-a")->children.size() == find_id(page, "inbox")->columns.size());
  CHECK(find_id(page, "row-a")->children.at(0).target == "/staff/cases/a");
}

TEST_CASE_FIXTURE(Fixture, "a case offers what the officer may do and nothing else") {
  StaffCaseState state;
  state.found = staff_case();
  site.session = api::SessionInfo{};
  site.session->name = "مینا راد";
  const view::Node page = staff_case_view(site, state);
  check_all(page, {{Kind::select, "ارجاع به"},
                   {Kind::button, "ارجاع"},
                   {Kind::text_area, "یادداشت داخلی"},
                   {Kind::text_area, "متن پاسخ"},
                   {Kind::button, "ثبت یادداشت"},
                   {Kind::button, "ثبت پاسخ"},
                   {Kind::button, "خروج"}});
  CHECK(find_id(page, "to_unit")->options.size() == 2);  // the prompt and the other unit, not the own one
  state.found->may_reply = state.found->may_refer = false;
  const view::Node reading = staff_case_view(site, state);
  CHECK(find_id(reading, "reply") == nullptr);
  CHECK(find_id(reading, "to_unit") == nullptr);
  CHECK(find_id(reading, "note") != nullptr);
}

TEST_CASE_FIXTURE(Fixture, "login, and the pages that stand on the profile") {
  const view::Node login = login_view(site, {});
  check_all(login, {{Kind::text_field, "نام کاربری"}, {Kind::text_field, "گذرواژه"}, {Kind::button, "ورود"}});
  CHECK(find(home_view(site), Kind::link, "ثبت شکایت") != nullptr);
  CHECK(find(desk_view(site), Kind::link, "ثبت شکایت")->target == "/desk/new/complaint");
  CHECK(find(contact_view(site), Kind::heading, "امور اراضی") != nullptr);
  CHECK(find(not_found_view(site), Kind::heading, "این صفحه پیدا نشد") != nullptr);
}

TEST_CASE("who has written is told in words, whatever the form calls the field") {
  const Profile profile = test::sample_profile();
  CHECK(field_label(profile, CaseKind::complaint, kPersonKindField) == say("form.person_kind"));
  CHECK(field_words(kPersonKindField, "natural") == say(message_key(PersonKind::natural)));
  CHECK(field_words("first_name", "natural") == "natural");
}
