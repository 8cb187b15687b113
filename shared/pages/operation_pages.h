// Pages of the settings beside the sections: the list of changes, and the test bench of the routing rules.
#pragma once

#include <string>
#include <vector>

#include "shared/cases/routing.h"
#include "shared/pages/settings_page.h"

namespace hamandish::pages {

struct AuditEntry {
  Instant at;
  std::string user;     // name; empty: the command line
  std::string area;     // id of a section, «users» or «account»
  std::string subject;  // of what
  std::string action;   // added, changed, removed, moved, password_reset ...
  std::string before;   // JSON object, text, or empty
  std::string after;
};
struct AuditState {
  std::vector<AuditEntry> entries;
  std::string next;  // address of the older ones, or empty
};
view::Node audit_view(const Site& site, const AuditState& state);

struct BenchState {
  RouteQuery query;
  std::optional<RouteDecision> decision;
};
view::Node bench_view(const Site& site, const BenchState& state);

}  // namespace hamandish::pages
