// Every Persian sentence that a person reads, by key. The texts stand in shared/messages/fa_<area>.cpp, one table an
// area; scripts/check refuses unknown and unused keys. Parameters are named: «{label} را وارد کنید.»
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace hamandish {

// The sentence with its parameters put in, as given (format numbers and dates before: shared/text/digits.h,
// shared/calendar/jalali_text.h). ASCII digits in parameters become Persian, except inside LTR isolates
// (shared/text/isolate.h). An unknown key gives the key itself, and a parameter that was not given stays as {name}, so
// that a mistake is visible and not fatal.
std::string say(std::string_view key, const Params& params = {});
bool message_exists(std::string_view key);

// The name of a field where the reader is told to do something with it: «نظر شما» → «نظر خود»; what is
// no noun («شما که هستید؟», «ارجاع به») in quotation marks.
std::string as_object(std::string label);

}  // namespace hamandish
