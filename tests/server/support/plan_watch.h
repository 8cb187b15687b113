// Every statement that any test of the server prepares is shown to SQLite's EXPLAIN QUERY PLAN, and a test in which one
// reads a whole large table, or sorts one in a temporary B-tree, fails. A statement that must do so says so with the
// words «whole table» in a comment of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hamandish::server {

// What is wrong with a plan, or empty.
std::string plan_fault(std::string_view sql, const std::vector<std::string>& plan);

// While one lives, statements are not looked at: those of the tests themselves.
class PlanPause {
 public:
  PlanPause();
  ~PlanPause();
  PlanPause(const PlanPause&) = delete;
  PlanPause& operator=(const PlanPause&) = delete;
};

}  // namespace hamandish::server
