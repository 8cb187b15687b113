#include "tests/support/page_views.h"

#include <utility>

#include "shared/calendar/jalali.h"
#include "shared/calendar/tehran_time.h"
#include "shared/pages/desk_page.h"
#include "shared/pages/gallery_page.h"
#include "shared/pages/home_page.h"
#include "shared/pages/inbox_page.h"
#include "shared/pages/login_page.h"
#include "shared/pages/new_case_page.h"
#include "shared/pages/receipt_page.h"
#include "shared/pages/staff_case_page.h"
#include "shared/pages/track_page.h"

namespace hamandish::tests {

namespace {

using namespace pages;

constexpr std::string_view kSubject = "کم شدن آب قنات روستای خور پس از کندن چاه تازه";
constexpr std::string_view kBody =
    "با سلام و احترام\nاز اواخر تیرماه که در ۳۰۰ متری مادرچاه قنات روستای خور چاه تازه‌ای کنده‌اند، آب "
    "قنات "
    "نصف "
    "شده و "
    "باغ‌های زرشک و عناب ما خشک می‌شود. دو بار حضوری مراجعه كردیم ولی پاسخی نشنیدیم. عكس‌ها و "
    "نامه‌ی "
    "دهیاری "
    "پیوست است. "
    "لطفا یک کارشناس بفرستید.\nبا تشکر";

Day day(int year, int month, int of_month) {
  return to_day({year, month, of_month});
}

Instant at(Day on, int hour, int minute) {
  return start_of_day_in_tehran(on) + hour * kHour + minute * kMinute;
}

NewCaseState wrong_complaint() {
  NewCaseState state;
  state.idempotency_key = "0f8c2d9e-41b7-4c7e-9a53-0d6f1b2a3c4d";
  for (const auto& [field, value] :
       std::vector<std::pair<const char*, std::string_view>>{{"first_name", "زهرا"},
                                                             {"last_name", "محمدی‌نژاد"},
                                                             {"national_id", "0640012345"},
                                                             {"mobile", "09151234567"},
                                                             {"email", "zahra@example.ir"},
                                                             {"body", kBody}}) {
    set_answer(state.answers, field, std::string(value));
  }
  state.errors = {{"national_id", "form.national_id_wrong", {{"label", "کد ملی"}}},
                  {"subject", "form.write", {{"label", "موضوع"}}}};
  state.files = {{"1", "قنات خور.jpg", 2'214'000, 100, {}}, {"2", "نامهٔ دهیاری.pdf", 340'000, 60, {}}};
  return state;
}

ReceiptState receipt(const Profile& profile) {
  ReceiptState state;
  state.receipt.tracking_code = "140508307391";
  state.receipt.subject = kSubject;
  state.receipt.unit_name = profile.units.front().name;
  state.receipt.registered_at = at(day(1405, 8, 30), 11, 30);
  state.receipt.due_on = day(1405, 9, 21);
  state.receipt.text_sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  state.receipt.chain_head = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
  state.receipt.receipt_token = "token";
  return state;
}

TrackState found(const Profile& profile) {
  api::CitizenCase one;
  one.tracking_code = "140508307391";
  one.state = CaseState::answered;
  one.subject = kSubject;
  one.body = kBody;
  one.unit_name = profile.units.back().name;
  one.registered_at = at(day(1405, 8, 30), 11, 30);
  one.due_on = day(1405, 9, 21);
  const std::string& first = profile.units.front().name;
  const std::string& last = profile.units.back().name;
  one.trail = {
      {EventKind::registered, at(day(1405, 8, 30), 11, 30), {}, first, {}},
      {EventKind::referred, at(day(1405, 9, 1), 9, 5), first, last, {}},
      {EventKind::replied,
       at(day(1405, 9, 5), 13, 40),
       last,
       {},
       "شهروند گرامی، کارشناس این واحد روز سه‌شنبه ۳ آذر ۱۴۰۵ از محل بازدید کرد. فاصلهٔ چاه تا "
       "مادرچاه "
       "کمتر "
       "از حریم "
       "قنات است و موضوع برای پلمب چاه به شرکت آب منطقه‌ای نوشته شد (نامهٔ ۱۴۰۵/۵۱۲۳). نتیجه "
       "را "
       "همین‌جا "
       "می‌خوانید."}};
  TrackState state;
  state.found = std::move(one);
  return state;
}

InboxState inbox(const Profile& profile) {
  InboxState state;
  struct Line {
    std::string_view subject;
    std::string_view sender;
    CaseKind kind;
    CaseState state;
    int registered;  // day of آبان ۱۴۰۵
    int due;         // day of آذر ۱۴۰۵
  };
  int number = 100;
  for (const Line& line :
       {Line{kSubject, "زهرا محمدی‌نژاد", CaseKind::complaint, CaseState::registered, 30, 21},
        Line{"نرسیدن نهادهٔ دامی سهمیهٔ مهر", "علی رضایی", CaseKind::request, CaseState::registered, 29, 10},
        Line{"پیشنهاد برگزاری کلاس هرس زرشک", "", CaseKind::suggestion, CaseState::registered, 20, 5},
        Line{"تأخیر در صدور پروانهٔ چرا", "محمدحسین خاوری", CaseKind::complaint, CaseState::answered, 12, 1},
        Line{"سپاس از کارشناس مرکز خدمات سربیشه", "فاطمه عرب", CaseKind::appreciation, CaseState::closed, 4, 1}}) {
    api::InboxRow row;
    row.id = std::to_string(number++);
    row.kind = line.kind;
    row.state = line.state;
    row.subject = line.subject;
    row.sender = line.sender;
    row.unit_name = profile.units.front().name;
    row.registered_at = at(day(1405, 8, line.registered), 10, 0);
    row.due_on = day(1405, 9, line.due);
    state.page.cases.push_back(std::move(row));
  }
  state.page.next = "cursor";
  return state;
}

StaffCaseState staff_case(const Profile& profile) {
  api::StaffCase one;
  one.id = "100";
  one.tracking_code = "140508307391";
  one.subject = kSubject;
  one.body = kBody;
  one.category = profile.categories.front().name;
  one.unit_id = profile.units.front().id;
  one.unit_name = profile.units.front().name;
  one.registered_at = at(day(1405, 8, 30), 11, 30);
  one.due_on = day(1405, 9, 21);
  for (const auto& [field, value] :
       std::vector<std::pair<const char*, const char*>>{{"first_name", "زهرا"},
                                                        {"last_name", "محمدی‌نژاد"},
                                                        {"national_id", "0640012341"},
                                                        {"mobile", "09151234567"}}) {
    set_answer(one.person, field, value);
  }
  one.events = {{EventKind::registered, one.registered_at, {}, {}, one.unit_name, {}},
                {EventKind::noted, at(day(1405, 9, 1), 8, 20), "مریم رضایی", {}, {}, "با دهیاری تماس گرفته شد."}};
  one.attachments = {{"a", "قنات خور.jpg", "image/jpeg", 2'214'000},
                     {"b", "نامهٔ دهیاری.pdf", "application/pdf", 340'000}};
  one.may_refer = one.may_note = one.may_reply = true;
  StaffCaseState state;
  state.found = std::move(one);
  return state;
}

}  // namespace

std::vector<SampleView> page_views(const Profile& profile) {
  Site site;
  site.profile = &profile;
  site.now = at(day(1405, 9, 2), 12, 0);
  const auto on = [&](const char* path) {
    site.path = path;
    return site;
  };
  Site staff = site;
  staff.path = "/staff";
  api::SessionInfo session;
  session.name = "مریم رضایی";
  session.unit_name = profile.units.front().name;
  staff.session = session;
  return {{"home", home_view(on("/"))},
          {"desk", desk_view(on("/desk"))},
          {"complaint", new_case_view(on("/desk/new/complaint"), {})},
          {"complaint_errors", new_case_view(on("/desk/new/complaint"), wrong_complaint())},
          {"receipt", receipt_view(on("/desk/receipt/token"), receipt(profile))},
          {"track", track_view(on("/track"), {})},
          {"track_found", track_view(on("/track"), found(profile))},
          {"login", login_view(on("/staff"), {})},
          {"gallery", gallery_view(on("/gallery"), {})},
          {"inbox", inbox_view(staff, inbox(profile))},
          {"staff_case", staff_case_view(staff, staff_case(profile))}};
}

}  // namespace hamandish::tests
