// Cases in words for people: kinds, states and events as a citizen and an officer read them.
#pragma once

#include <string>
#include <string_view>

#include "shared/cases/kinds.h"

namespace hamandish {

struct Profile;

std::string kind_text(CaseKind kind);  // «شکایت»
// As the organisation calls it: «پیام به مدیرعامل». The general name if it does not take this kind (any more).
std::string kind_text(const Profile& profile, CaseKind kind);
std::string state_text(CaseState state);  // «در دست بررسی»

// «ارجاع از حوزه ریاست به امور اراضی»; unit names may be empty where the event has none.
std::string event_text(EventKind kind, std::string_view from_unit, std::string_view to_unit);
// The same where the citizen reads it: what they did themselves is said to them, «شما به پاسخ اعتراض کردید».
std::string own_event_text(EventKind kind, std::string_view from_unit, std::string_view to_unit);

// A tracking code in groups of four in Persian digits, as an isolated left-to-right run.
std::string grouped_code(std::string_view code);
// The same for a message to a telephone: hyphens keep Persian digits in order (UAX #9, EN ES EN), and the marks of an
// isolate would be boxes on old telephones. parse_tracking_code takes it back.
std::string code_in_message(std::string_view code);

}  // namespace hamandish
