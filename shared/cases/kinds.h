// What a message of a citizen can be, and where a case can stand. The wire names are fixed by the contract.
// Source of the kinds and words: domain.md 1.3.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace hamandish {

enum class CaseKind { complaint, request, suggestion, criticism, report, head, appreciation };
inline constexpr std::array kCaseKinds = {CaseKind::complaint,   CaseKind::request, CaseKind::suggestion,
                                          CaseKind::criticism,   CaseKind::report,  CaseKind::head,
                                          CaseKind::appreciation};

// ثبت شد، در دست بررسی، نیازمند تکمیل، پاسخ داده شد، مختومه، انصراف، عدم پذیرش
enum class CaseState { registered, in_progress, waiting_for_citizen, answered, closed, withdrawn, rejected };
inline constexpr std::array kCaseStates = {
    CaseState::registered, CaseState::in_progress, CaseState::waiting_for_citizen,
    CaseState::answered,   CaseState::closed,      CaseState::withdrawn,
    CaseState::rejected};

// How urgent the unit finds it.
enum class Priority { normal, high, urgent };
inline constexpr std::array kPriorities = {Priority::normal, Priority::high, Priority::urgent};

// How it ended.
enum class Outcome { done, not_possible, not_ours, duplicate, withdrawn };
inline constexpr std::array kOutcomes = {Outcome::done, Outcome::not_possible, Outcome::not_ours, Outcome::duplicate,
                                         Outcome::withdrawn};

// How the message arrived.
enum class Intake { web, phone, visit, letter, sms, email };
inline constexpr std::array kIntakes = {Intake::web,    Intake::phone, Intake::visit,
                                        Intake::letter, Intake::sms,   Intake::email};

// What happened to a case; each event is one row, never changed.
enum class EventKind {
  registered,  // by the citizen or on behalf; carries the unit it was routed to
  referred,    // from_unit -> to_unit, text: reason (internal)
  noted,       // internal note, never shown to the citizen
  replied,     // text: the answer, shown to the citizen
  asked,       // text: what is missing, shown to the citizen
  supplied,    // text from the citizen
  closed,
  withdrawn,
  objected,     // by the citizen, once
  rejected,     // text: reason, shown to the citizen
  escalated,    // by the clock: told the manager or the head's office; internal
  rescheduled,  // the calendar of the organisation changed and with it the deadline; text: the new date
  extended,     // text: reason, shown; detail: the new day
  rated,        // by the citizen, once after a closing by a person; text: the score in words and what was written to it
  // Work inside the house; of these a citizen sees only the way of the case (shared/cases/transitions.h).
  assigned,        // detail: user name, text: name of the person; both empty: given back to the unit
  prioritised,     // detail: wire name of the priority
  tagged,          // detail: the tag
  untagged,        // detail: the tag
  returned,        // «not ours»: from_unit -> to_unit, text: reason (internal)
  consulted,       // to_unit was asked in parallel; text: the question, detail: the day by which it answers
  advised,         // from_unit's opinion; text (internal)
  drafted,         // text: an answer that waits for the manager
  draft_returned,  // text: why the draft is not good enough
  merged,          // into another case; detail: its id
  linked,          // detail: id of the other case
  split,           // detail: id of the new case
  redacted,        // text: reason; detail: «body» or the id of the event whose text was taken away
};

std::string_view wire_name(CaseKind kind);
std::string_view wire_name(CaseState state);
std::string_view wire_name(EventKind kind);
std::string_view wire_name(Priority priority);
std::string_view wire_name(Outcome outcome);
std::string_view wire_name(Intake intake);
std::optional<CaseKind> case_kind_from(std::string_view wire_name);
std::optional<CaseState> case_state_from(std::string_view wire_name);
std::optional<EventKind> event_kind_from(std::string_view wire_name);
std::optional<Priority> priority_from(std::string_view wire_name);
std::optional<Outcome> outcome_from(std::string_view wire_name);
std::optional<Intake> intake_from(std::string_view wire_name);

}  // namespace hamandish
