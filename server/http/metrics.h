// Counters for GET /metrics, in the text format of Prometheus. No labels that could tell a person.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

namespace hamandish::server {

class Metrics {
 public:
  void count(int status, std::int64_t microseconds);
  std::string write() const;

 private:
  // Upper edges of the histogram, in microseconds.
  static constexpr std::array<std::int64_t, 8> kEdges = {1000,    5000,    10'000,    50'000,
                                                         100'000, 500'000, 1'000'000, 5'000'000};

  std::array<std::atomic<std::int64_t>, 6> by_class_{};  // [2]: 2xx
  std::array<std::atomic<std::int64_t>, kEdges.size() + 1> by_duration_{};
  std::atomic<std::int64_t> total_microseconds_{0};
};

}  // namespace hamandish::server
