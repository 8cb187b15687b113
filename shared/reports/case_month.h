// What one case did in one Jalali month, read from its events alone: events are never changed, so the same month read
// again in ten years gives the same.
//
// A case is open from its registration to its first answer (a reply, a closing or a refusal by a person), and again from an
// objection to the next answer. So in each month
//   brought forward + received + reopened = in time + late + withdrawn + ended otherwise + open at the end.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/time.h"
#include "shared/calendar/working_day_table.h"
#include "shared/cases/kinds.h"
#include "shared/reports/statistics.h"

namespace hamandish {

struct MonthSpan {
  JalaliMonth month;
  Instant from;
  Instant to;  // the first instant of the next month
  Day first;
  Day last;
};
MonthSpan span_of(JalaliMonth month);
bool has_begun(JalaliMonth month, Instant now);
bool is_over(JalaliMonth month, Instant now);

// «1405-08», with digits of any set; nothing for what is no month of the years 1300 to 1500.
std::optional<JalaliMonth> parse_month(std::string_view text);
std::string month_code(JalaliMonth month);  // 1405-08
std::string month_text(JalaliMonth month);  // آبان ۱۴۰۵

struct CaseEventFact {
  EventKind kind = EventKind::registered;
  Instant at;
  bool by_person = false;  // a member of staff, not the clock
  std::string from_unit{};
  std::string to_unit{};
  std::string detail{};  // of a closing: wire name of the outcome
};

// The deadline was another one before.
struct DueMove {
  Instant at;
  Day before;
};

struct CaseHistory {
  std::int64_t id = 0;
  std::string tracking_code{};
  CaseKind kind = CaseKind::complaint;
  Intake channel = Intake::web;
  std::string unit_id{};  // as of now; the events say where it was
  Instant registered_at;
  Day due_on;                           // as of now
  std::vector<DueMove> due_moves{};     // in order of time
  std::vector<CaseEventFact> events{};  // in order of time
  std::optional<std::int64_t> score{};  // 1..5
  Instant rated_at;
};

// Everything that is counted, of a case or of many.
enum class Measure {
  brought,
  received,
  reopened,
  on_time,
  late,
  withdrawn,
  otherwise,
  open,
  overdue,  // of the open ones
  age_week,
  age_fortnight,
  age_month,
  age_quarter,
  age_older,
  referrals,  // out of the unit
  returns,    // «not ours», out of the unit
  objections_met,
  objections_refused,
  rated,
  score_sum,
  mail_received,
  mail_answered,
  mail_waiting,
  received_complaint,  // the kinds, in the order of kCaseKinds
  received_request,
  received_suggestion,
  received_criticism,
  received_report,
  received_head,
  received_appreciation,
  by_web,  // the channels, in the order of kIntakes
  by_phone,
  by_visit,
  by_letter,
  by_sms,
  by_email,
};
inline constexpr std::size_t kMeasures = static_cast<std::size_t>(Measure::by_email) + 1;
std::string_view wire_name(Measure measure);
std::optional<Measure> measure_from(std::string_view wire_name);
Measure received_of(CaseKind kind);
Measure received_by(Intake channel);

struct Counts {
  std::array<std::int64_t, kMeasures> counts{};
  std::int64_t& operator[](Measure measure) { return counts[static_cast<std::size_t>(measure)]; }
  std::int64_t operator[](Measure measure) const { return counts[static_cast<std::size_t>(measure)]; }
  Counts& operator+=(const Counts& other);
  bool operator==(const Counts&) const = default;
};

struct GivenAnswer {
  Day on;
  bool late = false;
  int working_days = 0;  // from the registration or the objection
};

struct UnitMove {
  std::string from_unit;
  bool returned = false;
};

struct CaseMonth {
  std::int64_t id = 0;
  std::string tracking_code;
  CaseKind kind = CaseKind::complaint;
  Intake channel = Intake::web;
  std::string unit_id;  // that held it at the end of the month
  Day registered_on;
  Day due_on;                        // as of the end of the month
  std::vector<GivenAnswer> answers;  // in the month
  std::vector<UnitMove> moves;       // in the month; counted for the unit that it left
  Counts counts;                     // all but the moves, counted for unit_id
};

// What counts for this unit: of a case that another unit holds, the moves alone. Empty unit: every unit.
std::int64_t count_in(const CaseMonth& month, Measure measure, std::string_view unit_id);

// Nothing of it lies in the month: neither open in it nor touched.
bool is_empty(const CaseMonth& month);

// `working_days` should cover the month and the time that cases take. Events after the month are not looked at; a case that
// was registered after it gives an empty one.
CaseMonth read_case_month(const CaseHistory& history, const MonthSpan& span, const WorkingDayTable& working_days);

}  // namespace hamandish
