#include "shared/cases/kinds.h"

namespace hamandish {
namespace {

constexpr std::array<std::string_view, 7> kKindNames = {"complaint", "request", "suggestion",  "criticism",
                                                        "report",    "head",    "appreciation"};
constexpr std::array<std::string_view, 7> kStateNames = {
    "registered", "in_progress", "waiting_for_citizen", "answered", "closed", "withdrawn", "rejected"};
constexpr std::array<std::string_view, 12> kEventNames = {"registered", "referred", "noted",    "replied",
                                                          "asked",      "supplied", "closed",   "withdrawn",
                                                          "objected",   "rejected", "extended", "rated"};

// The position of a name in its list is the value of the enumerator.
template <class Enum, std::size_t n>
std::optional<Enum> from_name(const std::array<std::string_view, n>& names, std::string_view name) {
  for (std::size_t i = 0; i < n; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view wire_name(CaseKind kind) {
  return kKindNames.at(static_cast<std::size_t>(kind));
}
std::string_view wire_name(CaseState state) {
  return kStateNames.at(static_cast<std::size_t>(state));
}
std::string_view wire_name(EventKind kind) {
  return kEventNames.at(static_cast<std::size_t>(kind));
}

std::optional<CaseKind> case_kind_from(std::string_view wire_name) {
  return from_name<CaseKind>(kKindNames, wire_name);
}
std::optional<CaseState> case_state_from(std::string_view wire_name) {
  return from_name<CaseState>(kStateNames, wire_name);
}
std::optional<EventKind> event_kind_from(std::string_view wire_name) {
  return from_name<EventKind>(kEventNames, wire_name);
}

}  // namespace hamandish
