#include "shared/consultations/window.h"

#include <string>

#include "shared/base/check.h"
#include "shared/calendar/tehran_time.h"
#include "shared/text/normalize.h"

namespace hamandish {
namespace {

constexpr int kMostDays = 365;

Error refused_field(std::string_view field, std::string_view key) {
  Error error = make_error(Code::invalid, "error.invalid");
  error.fields.push_back({std::string(field), std::string(key), {}});
  return error;
}

}  // namespace

int promised_days(const WindowRule& rule, DraftOrigin origin) {
  return origin == DraftOrigin::own ? rule.own_days : rule.higher_authority_days;
}

Result<ConsultationWindow> make_window(const WindowRule& rule, const WorkingCalendar& calendar, DraftOrigin origin,
                                       Day opens_on, int days, std::string_view days_reason) {
  if (days < 1) return refused_field("days", "draft.days_too_few");
  if (days > kMostDays) return refused_field("days", "draft.days_too_many");
  if (days != promised_days(rule, origin) && text::blank(days_reason)) {
    return refused_field("days_reason", "draft.days_reason_needed");
  }
  HAMANDISH_CHECK(has_working_weekday(calendar));
  Day last{opens_on.number + days - (rule.first_day_counts ? 1 : 0)};
  while (rule.ends_on_working_day && !is_working_day(calendar, last)) ++last.number;
  return ConsultationWindow{opens_on, last};
}

Result<ConsultationWindow> extended(const ConsultationWindow& window, Day closes_on, std::string_view reason,
                                    Instant now) {
  if (phase(window, now) == WindowPhase::over)
    return make_error(Code::conflict, "draft.not_possible_now", "window is over");
  if (closes_on <= window.closes_on) return refused_field("closes_on", "draft.extension_not_later");
  if (closes_on.number - window.opens_on.number > kMostDays) return refused_field("closes_on", "draft.days_too_many");
  if (text::blank(reason)) return refused_field("reason", "draft.extension_reason_needed");
  return ConsultationWindow{window.opens_on, closes_on};
}

Instant opening(const ConsultationWindow& window) {
  return start_of_day_in_tehran(window.opens_on);
}

Instant closing(const ConsultationWindow& window) {
  return start_of_day_in_tehran(Day{window.closes_on.number + 1});
}

WindowPhase phase(const ConsultationWindow& window, Instant now) {
  if (now < opening(window)) return WindowPhase::before;
  return now < closing(window) ? WindowPhase::open : WindowPhase::over;
}

std::optional<int> days_left(const ConsultationWindow& window, Instant now) {
  if (phase(window, now) != WindowPhase::open) return std::nullopt;
  return window.closes_on.number - to_tehran(now).day.number;
}

}  // namespace hamandish
