#include "shared/reports/case_month.h"

#include <algorithm>
#include <charconv>

#include "shared/base/wire_names.h"
#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/text/digits.h"

namespace hamandish {
namespace {

constexpr int kWeek = 7;
constexpr int kFortnight = 15;
constexpr int kMonth = 30;
constexpr int kQuarter = 90;

constexpr std::array<std::string_view, kMeasures> kNames = {"brought",
                                                            "received",
                                                            "reopened",
                                                            "on_time",
                                                            "late",
                                                            "withdrawn",
                                                            "otherwise",
                                                            "open",
                                                            "overdue",
                                                            "age_week",
                                                            "age_fortnight",
                                                            "age_month",
                                                            "age_quarter",
                                                            "age_older",
                                                            "referrals",
                                                            "returns",
                                                            "objections_met",
                                                            "objections_refused",
                                                            "rated",
                                                            "score_sum",
                                                            "mail_received",
                                                            "mail_answered",
                                                            "mail_waiting",
                                                            "received_complaint",
                                                            "received_request",
                                                            "received_suggestion",
                                                            "received_criticism",
                                                            "received_report",
                                                            "received_head",
                                                            "received_appreciation",
                                                            "by_web",
                                                            "by_phone",
                                                            "by_visit",
                                                            "by_letter",
                                                            "by_sms",
                                                            "by_email"};

bool is_answer(EventKind kind) {
  return kind == EventKind::replied || kind == EventKind::closed || kind == EventKind::rejected;
}

Measure age_of(int days) {
  if (days <= kWeek) return Measure::age_week;
  if (days <= kFortnight) return Measure::age_fortnight;
  if (days <= kMonth) return Measure::age_month;
  return days <= kQuarter ? Measure::age_quarter : Measure::age_older;
}

// Walks through the events of one case up to the end of the month.
class Walk {
 public:
  Walk(const CaseHistory& history, const MonthSpan& span, const WorkingDayTable& working_days)
      : history_(history), span_(span), working_days_(working_days) {}

  CaseMonth walk() {
    begin();
    for (const CaseEventFact& event : history_.events) {
      if (event.at >= span_.to) break;
      if (!in_month_ && event.at >= span_.from) enter();
      take(event);
    }
    if (!in_month_) enter();
    end();
    return std::move(month_);
  }

 private:
  bool mail() const { return history_.channel == Intake::email; }

  void begin() {
    month_.id = history_.id;
    month_.tracking_code = history_.tracking_code;
    month_.kind = history_.kind;
    month_.channel = history_.channel;
    month_.unit_id = first_unit();
    month_.registered_on = to_tehran(history_.registered_at).day;
    opened_on_ = month_.registered_on;
    open_ = true;
    if (history_.registered_at < span_.from) return;
    in_month_ = true;
    month_.counts[Measure::received] = 1;
    month_.counts[received_of(history_.kind)] = 1;
    month_.counts[received_by(history_.channel)] = 1;
    if (mail()) month_.counts[Measure::mail_received] = 1;
  }

  std::string first_unit() const {
    for (const CaseEventFact& event : history_.events) {
      if (event.kind == EventKind::registered && !event.to_unit.empty()) return event.to_unit;
      if (moves(event.kind)) return event.from_unit;
    }
    return history_.unit_id;
  }

  static bool moves(EventKind kind) { return kind == EventKind::referred || kind == EventKind::returned; }

  // The month begins; what is open now was brought forward.
  void enter() {
    in_month_ = true;
    if (open_) month_.counts[Measure::brought] = 1;
  }

  void take(const CaseEventFact& event) {
    if (moves(event.kind)) return move(event);
    if (event.kind == EventKind::objected) return object(event);
    if (!open_) return;
    if (is_answer(event.kind) && event.by_person) return answer(event);
    if (event.kind == EventKind::withdrawn) return finish(Measure::withdrawn);
    if (event.kind == EventKind::merged || event.kind == EventKind::closed) finish(Measure::otherwise);
  }

  void move(const CaseEventFact& event) {
    if (in_month_) month_.moves.push_back({event.from_unit, event.kind == EventKind::returned});
    if (!event.to_unit.empty()) month_.unit_id = event.to_unit;
  }

  void object(const CaseEventFact& event) {
    if (open_) return;
    open_ = true;
    objection_ = true;
    opened_on_ = to_tehran(event.at).day;
    if (in_month_) ++month_.counts[Measure::reopened];
  }

  void finish(Measure how) {
    open_ = false;
    if (in_month_) ++month_.counts[how];
  }

  void answer(const CaseEventFact& event) {
    const Day on = to_tehran(event.at).day;
    const bool late = on > due_at(event.at);
    finish(late ? Measure::late : Measure::on_time);
    if (in_month_) {
      month_.answers.push_back({on, late, std::max(0, working_days_.between(opened_on_, on))});
      if (mail()) ++month_.counts[Measure::mail_answered];
      if (objection_) ++month_.counts[refuses(event) ? Measure::objections_refused : Measure::objections_met];
    }
    objection_ = false;
  }

  static bool refuses(const CaseEventFact& event) {
    return event.kind == EventKind::rejected || event.detail == wire_name(Outcome::not_possible) ||
           event.detail == wire_name(Outcome::not_ours);
  }

  // The deadline that held just before this moment.
  Day due_at(Instant at) const {
    for (const DueMove& move : history_.due_moves) {
      if (move.at >= at) return move.before;
    }
    return history_.due_on;
  }

  void end() {
    month_.due_on = due_at(span_.to);
    if (history_.score && history_.rated_at >= span_.from && history_.rated_at < span_.to) {
      month_.counts[Measure::rated] = 1;
      month_.counts[Measure::score_sum] = *history_.score;
    }
    if (!open_) return;
    month_.counts[Measure::open] = 1;
    month_.counts[age_of(span_.last.number - opened_on_.number)] = 1;
    if (month_.due_on <= span_.last) month_.counts[Measure::overdue] = 1;
    if (mail()) month_.counts[Measure::mail_waiting] = 1;
  }

  const CaseHistory& history_;
  const MonthSpan& span_;
  const WorkingDayTable& working_days_;
  CaseMonth month_;
  bool in_month_ = false;
  bool open_ = false;
  bool objection_ = false;
  Day opened_on_;
};

}  // namespace

bool has_begun(JalaliMonth month, Instant now) {
  return span_of(month).from <= now;
}

bool is_over(JalaliMonth month, Instant now) {
  return span_of(month).to <= now;
}

MonthSpan span_of(JalaliMonth month) {
  const Day first = first_day(month);
  const Day after = first_day(month_before(month, -1));
  return {month, start_of_day_in_tehran(first), start_of_day_in_tehran(after), first, Day{after.number - 1}};
}

std::optional<JalaliMonth> parse_month(std::string_view text) {
  const std::string code = text::ascii_digits(text);
  constexpr std::size_t kLength = 7;
  if (code.size() != kLength || code[4] != '-') return std::nullopt;
  JalaliMonth month;
  const char* start = code.data();
  const auto year = std::from_chars(start, start + 4, month.year);
  const auto number = std::from_chars(start + 5, start + kLength, month.month);
  const bool read =
      year.ec == std::errc() && year.ptr == start + 4 && number.ec == std::errc() && number.ptr == start + kLength;
  const bool exists = read && is_valid({month.year, month.month, 1});
  return exists ? std::optional(month) : std::nullopt;
}

std::string month_code(JalaliMonth month) {
  return std::to_string(month.year) + (month.month < 10 ? "-0" : "-") + std::to_string(month.month);
}

std::string month_text(JalaliMonth month) {
  return std::string(month_name(month.month)) + " " + text::persian_digits(std::to_string(month.year));
}

std::string_view wire_name(Measure measure) {
  return kNames[static_cast<std::size_t>(measure)];
}

std::optional<Measure> measure_from(std::string_view wire_name) {
  const auto found = std::find(kNames.begin(), kNames.end(), wire_name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Measure>(found - kNames.begin());
}

Measure received_of(CaseKind kind) {
  return static_cast<Measure>(static_cast<int>(Measure::received_complaint) + static_cast<int>(kind));
}

Measure received_by(Intake channel) {
  return static_cast<Measure>(static_cast<int>(Measure::by_web) + static_cast<int>(channel));
}

Counts& Counts::operator+=(const Counts& other) {
  for (std::size_t i = 0; i < kMeasures; ++i) counts[i] += other.counts[i];
  return *this;
}

std::int64_t count_in(const CaseMonth& month, Measure measure, std::string_view unit_id) {
  if (measure == Measure::referrals || measure == Measure::returns) {
    const bool returned = measure == Measure::returns;
    return std::count_if(month.moves.begin(), month.moves.end(), [&](const UnitMove& move) {
      return move.returned == returned && (unit_id.empty() || move.from_unit == unit_id);
    });
  }
  return unit_id.empty() || month.unit_id == unit_id ? month.counts[measure] : 0;
}

bool is_empty(const CaseMonth& month) {
  return month.moves.empty() && month.counts == Counts();
}

CaseMonth read_case_month(const CaseHistory& history, const MonthSpan& span, const WorkingDayTable& working_days) {
  if (history.registered_at >= span.to) return {};
  return Walk(history, span, working_days).walk();
}

}  // namespace hamandish
