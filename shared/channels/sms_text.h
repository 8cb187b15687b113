// Messages of the telephone as text: how many parts one takes, and what a citizen's message asks for.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/cases/kinds.h"

namespace hamandish {

// 3GPP TS 23.038: a text of the default alphabet is counted in septets (160, or 153 in each of several parts), any other
// in UTF-16 units (70, 67). Letters of the extension table take two septets; what takes two places is never cut.
struct SmsSize {
  bool gsm = true;
  int units = 0;
  int parts = 0;  // 0 for an empty text
};
SmsSize sms_size(std::string_view text);

// What the text of a citizen asks for.
struct SmsOrder {
  enum class Kind { message, status, stop, resume, nothing };
  Kind kind = Kind::nothing;
  std::string code;                     // status: ASCII digits, whatever was typed
  bool code_fits = false;               // status: the check digit holds
  std::optional<CaseKind> case_kind{};  // message: said by its first word
};
// A bare «11» or «12» in any digits, «پیگیری <code>» or a bare code, «شکایت ...»: domain facts 1.5 and 1.3.
SmsOrder read_sms(std::string_view text);

}  // namespace hamandish
