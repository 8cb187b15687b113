// The report about drafts under public comment: what was published for comment in a month, what people said, and what came
// of it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/consultations/disposition.h"
#include "shared/consultations/window.h"
#include "shared/directory/profile.h"
#include "shared/reports/document.h"
#include "shared/reports/statistics.h"

namespace hamandish {

// A draft that was open for comment, or was decided, in the month.
struct ConsultedDraft {
  std::int64_t id = 0;
  std::string title;
  DraftState state = DraftState::open;
  ConsultationWindow window;
  std::map<std::string, std::int64_t> said;  // comments of the month, by wire name of the group
  DispositionCounts outcomes;                // of all comments on it
};

ReportDocument consultation_document(const Profile& profile, JalaliMonth month,
                                     const std::vector<ConsultedDraft>& drafts);

}  // namespace hamandish
