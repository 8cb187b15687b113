// The tones in which staff see where a case stands.
#pragma once

#include "shared/cases/kinds.h"
#include "shared/cases/urgency.h"
#include "shared/view/node.h"

namespace hamandish::pages {

view::Tone state_tone(CaseState state);
view::Tone urgency_tone(Urgency urgency);  // neutral: nothing to mark

}  // namespace hamandish::pages
