// How long a draft stays open. A window is a pair of days: it opens at 00:00 of the first and closes at 24:00 of the last,
// in Tehran. Lengths: domain.md 0, commitments 1 and 2; counting: domain.md 1.2 (a month is 30 days, the day of notice is
// not counted, a last day that is a holiday moves on), which an organisation may set otherwise.
#pragma once

#include <optional>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/calendar/working_days.h"
#include "shared/consultations/draft.h"

namespace hamandish {

struct WindowRule {
  int own_days = 14;
  int higher_authority_days = 30;
  bool first_day_counts = false;
  bool ends_on_working_day = true;
  bool operator==(const WindowRule&) const = default;
};

struct ConsultationWindow {
  Day opens_on;
  Day closes_on;  // the last day on which a comment is taken
  bool operator==(const ConsultationWindow&) const = default;
};

// Days that the rule gives a draft of this origin.
int promised_days(const WindowRule& rule, DraftOrigin origin);

// Invalid with the field
// - days: draft.days_too_few (less than 1) or draft.days_too_many (more than 365)
// - days_reason: draft.days_reason_needed, if `days` is not what the rule promises and no reason is given.
// CHECKs has_working_weekday, which every calendar read from data fulfils.
Result<ConsultationWindow> make_window(const WindowRule& rule, const WorkingCalendar& calendar, DraftOrigin origin,
                                       Day opens_on, int days, std::string_view days_reason);

// The same window with a later end. Invalid with the field
// - closes_on: draft.extension_not_later, or draft.days_too_many
// - reason: draft.extension_reason_needed.
// Conflict «draft.not_possible_now» when the window is already over: what is closed is not opened again.
Result<ConsultationWindow> extended(const ConsultationWindow& window, Day closes_on, std::string_view reason,
                                    Instant now);

enum class WindowPhase { before, open, over };
WindowPhase phase(const ConsultationWindow& window, Instant now);
Instant opening(const ConsultationWindow& window);
// The first instant at which no comment is taken any more.
Instant closing(const ConsultationWindow& window);
// Whole days that are left after today: 0 on the last day; nullopt if the window is not open.
std::optional<int> days_left(const ConsultationWindow& window, Instant now);

}  // namespace hamandish
