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
  objected,  // by the citizen, once
  rejected,  // text: reason, shown to the citizen
  extended,  // text: reason, shown; due_at moved
  rated,     // by the citizen, once after a closing by a person; text: the score in words and what was written to it
};

std::string_view wire_name(CaseKind kind);
std::string_view wire_name(CaseState state);
std::string_view wire_name(EventKind kind);
std::optional<CaseKind> case_kind_from(std::string_view wire_name);
std::optional<CaseState> case_state_from(std::string_view wire_name);
std::optional<EventKind> event_kind_from(std::string_view wire_name);

}  // namespace hamandish
