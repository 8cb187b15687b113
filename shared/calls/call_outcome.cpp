#include "shared/calls/call_outcome.h"

#include "shared/base/wire_names.h"

namespace hamandish {
namespace {

constexpr std::array<std::string_view, kCallOutcomes.size()> kNames = {"reached", "no_answer", "busy", "wrong_number"};

}  // namespace

std::string_view wire_name(CallOutcome outcome) {
  return name_in(kNames, outcome);
}
std::optional<CallOutcome> call_outcome_from(std::string_view wire_name) {
  return value_in<CallOutcome>(kNames, wire_name);
}
std::string message_key(CallOutcome outcome) {
  return "call_outcome." + std::string(wire_name(outcome));
}

int minutes_until_next_call(CallOutcome outcome) {
  switch (outcome) {
    case CallOutcome::busy:
      return 10;
    case CallOutcome::no_answer:
      return 120;
    case CallOutcome::reached:
    case CallOutcome::wrong_number:
      break;
  }
  return 0;
}

}  // namespace hamandish
