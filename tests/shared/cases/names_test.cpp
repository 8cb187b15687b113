#include "shared/cases/names.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "shared/cases/case_text.h"
#include "shared/directory/profile.h"
#include "shared/messages/messages.h"

using namespace hamandish;

TEST_CASE("everything that has a name has a Persian one") {
  std::set<std::string_view> keys;
  for (const CaseKind kind : kCaseKinds) keys.insert(message_key(kind));
  for (const CaseState state : kCaseStates) keys.insert(message_key(state));
  for (const CaseAction action : kCaseActions) keys.insert(message_key(action));
  for (const Role role : kRoles) keys.insert(message_key(role));
  for (int i = 0; i <= static_cast<int>(EventKind::rated); ++i) keys.insert(message_key(static_cast<EventKind>(i)));
  for (int i = 0; i <= static_cast<int>(Urgency::overdue); ++i) keys.insert(message_key(static_cast<Urgency>(i)));
  CHECK(keys.size() == kCaseKinds.size() + kCaseStates.size() + kCaseActions.size() + kRoles.size() + 14 + 5);
  for (const std::string_view key : keys) {
    CAPTURE(std::string(key));
    CHECK(message_exists(key));
  }
}

TEST_CASE("states are called as agencies call them") {
  CHECK(state_text(CaseState::registered) == "ثبت شد");
  CHECK(state_text(CaseState::waiting_for_citizen) == "نیازمند تکمیل");
  CHECK(state_text(CaseState::closed) == "مختومه");
  CHECK(kind_text(CaseKind::complaint) == "شکایت");
}

TEST_CASE("a kind is called as the organisation calls it, and by its general name where it has none") {
  Profile profile;
  profile.kinds.push_back({});
  profile.kinds.back().kind = CaseKind::head;
  profile.kinds.back().name = "پیام به مدیرعامل";
  CHECK(kind_text(profile, CaseKind::head) == "پیام به مدیرعامل");
  CHECK(kind_text(profile, CaseKind::complaint) == "شکایت");
}

TEST_CASE("the citizen is told what they did themselves, the staff who did it") {
  for (const EventKind kind : {EventKind::withdrawn, EventKind::objected, EventKind::rated}) {
    CHECK(event_text(kind, "", "").starts_with("نویسنده "));
    CHECK(own_event_text(kind, "", "").starts_with("شما "));
  }
  CHECK(own_event_text(EventKind::asked, "", "") == "از شما اطلاعات تکمیلی خواسته شد");
  CHECK(own_event_text(EventKind::supplied, "", "") == "اطلاعات تکمیلی شما رسید");
  CHECK(own_event_text(EventKind::registered, "", "امور اراضی") == "ثبت شد و به امور اراضی فرستاده شد");
}

TEST_CASE("steps name the units they concern, and do without where there are none") {
  CHECK(event_text(EventKind::referred, "روابط عمومی", "امور اراضی") == "از روابط عمومی به امور اراضی ارجاع شد");
  CHECK(event_text(EventKind::referred, "", "") == "به واحد دیگری ارجاع شد");
  CHECK(event_text(EventKind::registered, "", "امور اراضی") == "ثبت شد و به امور اراضی فرستاده شد");
  CHECK(event_text(EventKind::registered, "", "") == "ثبت شد");
}
