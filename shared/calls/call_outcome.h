// What came of calling a citizen back.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace hamandish {

enum class CallOutcome { reached, no_answer, busy, wrong_number };
inline constexpr std::array kCallOutcomes = {CallOutcome::reached, CallOutcome::no_answer, CallOutcome::busy,
                                             CallOutcome::wrong_number};

std::string_view wire_name(CallOutcome outcome);
std::optional<CallOutcome> call_outcome_from(std::string_view wire_name);
std::string message_key(CallOutcome outcome);

// Whether somebody calls again, and after how many minutes; 0: never.
int minutes_until_next_call(CallOutcome outcome);

}  // namespace hamandish
