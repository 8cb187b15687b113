#include "shared/cases/case_text.h"

#include <algorithm>

#include "shared/cases/names.h"
#include "shared/directory/profile.h"
#include "shared/identity/tracking_code.h"
#include "shared/messages/messages.h"
#include "shared/text/digits.h"
#include "shared/text/isolate.h"

namespace hamandish {

std::string kind_text(CaseKind kind) {
  return say(message_key(kind));
}

std::string kind_text(const Profile& profile, CaseKind kind) {
  const KindForm* form = profile.kind(kind);
  return form != nullptr ? form->name : kind_text(kind);
}

std::string state_text(CaseState state) {
  return say(message_key(state));
}

std::string event_text(EventKind kind, std::string_view from_unit, std::string_view to_unit) {
  const Params units = {{"from_unit", std::string(from_unit)}, {"to_unit", std::string(to_unit)}};
  if (kind == EventKind::referred && !from_unit.empty() && !to_unit.empty())
    return say("event.referred_from_to", units);
  if (kind == EventKind::registered && !to_unit.empty()) return say("event.registered_to", units);
  if (kind == EventKind::replied && !from_unit.empty()) return say("event.replied_by", units);
  return say(message_key(kind), units);
}

std::string own_event_text(EventKind kind, std::string_view from_unit, std::string_view to_unit) {
  switch (kind) {
    case EventKind::asked:
      return say("event.own_asked");
    case EventKind::supplied:
      return say("event.own_supplied");
    case EventKind::withdrawn:
      return say("event.own_withdrawn");
    case EventKind::objected:
      return say("event.own_objected");
    case EventKind::rated:
      return say("event.own_rated");
    default:
      return event_text(kind, from_unit, to_unit);
  }
}

std::string grouped_code(std::string_view code) {
  return text::ltr(text::persian_digits(grouped(code)));
}

std::string code_in_message(std::string_view code) {
  std::string written = grouped(code);
  std::replace(written.begin(), written.end(), ' ', '-');
  // After Arabic letters digits are AN and their groups change places (UAX #9 W2, W4). A mark of one unit, which also old
  // telephones know, keeps them in order; an isolate is two and newer.
  constexpr const char* kLeftToRightMark = "\xE2\x80\x8E";
  return kLeftToRightMark + text::persian_digits(written);
}

}  // namespace hamandish
