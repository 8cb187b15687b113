// The citizen chooses by which way to hear of a case, or to hear nothing. Opened by the code and the last digits of the
// mobile, as tracking is. The server makes this page whole.
#pragma once

#include <string>
#include <vector>

#include "shared/forms/field.h"
#include "shared/pages/state.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

inline constexpr std::string_view kNoticesPath = "/notices";

// tracking_code, mobile_last4, way (sms, email, none), email.
std::vector<Field> notice_fields();

struct NoticesState {
  Answers answers;
  std::vector<FieldError> errors;
  std::string failure;  // message key
  bool done = false;
};
view::Node notices_view(const Site& site, const NoticesState& state);

}  // namespace hamandish::pages
