#include "shared/pages/tones.h"

namespace hamandish::pages {

view::Tone state_tone(CaseState state) {
  if (state == CaseState::answered || state == CaseState::closed) return view::Tone::success;
  return state == CaseState::registered ? view::Tone::primary : view::Tone::neutral;
}

view::Tone urgency_tone(Urgency urgency) {
  if (urgency == Urgency::overdue || urgency == Urgency::red) return view::Tone::danger;
  return urgency == Urgency::yellow ? view::Tone::warning : view::Tone::neutral;
}

}  // namespace hamandish::pages
