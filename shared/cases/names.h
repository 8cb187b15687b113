// Message keys of the Persian names (shared/messages/fa_cases.cpp): say(message_key(state)) is «در دست بررسی».
#pragma once

#include <string_view>

#include "shared/cases/kinds.h"
#include "shared/cases/transitions.h"
#include "shared/cases/urgency.h"
#include "shared/users/permissions.h"

namespace hamandish {

std::string_view message_key(CaseKind kind);    // «شکایت»
std::string_view message_key(CaseState state);  // «پاسخ داده شد»
std::string_view message_key(EventKind kind);  // «به واحد ارجاع شد»; parameters from_unit, to_unit may be given
std::string_view message_key(CaseAction action);  // «ارجاع»
std::string_view message_key(Priority priority);  // «فوری»
std::string_view message_key(Outcome outcome);    // «انجام شد»
std::string_view message_key(Intake intake);      // «تلفن»
std::string_view message_key(Role role);          // «کارشناس»
std::string_view message_key(Urgency urgency);    // «گذشته از مهلت»

}  // namespace hamandish
