#include "server/http/metrics.h"

#include <algorithm>
#include <cstddef>

namespace hamandish::server {
namespace {

// Microseconds as seconds without floating point, whose text depends on the locale: 1500 gives "0.001500".
std::string seconds(std::int64_t microseconds) {
  std::string fraction = std::to_string(microseconds % 1'000'000);
  return std::to_string(microseconds / 1'000'000) + "." + std::string(6 - fraction.size(), '0') + fraction;
}

}  // namespace

void Metrics::count(int status, std::int64_t microseconds) {
  by_class_[static_cast<std::size_t>(std::clamp(status / 100, 0, 5))].fetch_add(1, std::memory_order_relaxed);
  const auto edge = std::lower_bound(kEdges.begin(), kEdges.end(), microseconds) - kEdges.begin();
  by_duration_[static_cast<std::size_t>(edge)].fetch_add(1, std::memory_order_relaxed);
  total_microseconds_.fetch_add(microseconds, std::memory_order_relaxed);
}

std::string Metrics::write() const {
  std::string out = "# HELP hamandish_requests_total Answered requests by class of status.\n";
  out += "# TYPE hamandish_requests_total counter\n";
  for (std::size_t i = 1; i < by_class_.size(); ++i) {
    out += "hamandish_requests_total{status=\"" + std::to_string(i) + "xx\"} " + std::to_string(by_class_[i]) + "\n";
  }
  out += "# HELP hamandish_request_seconds Time from the whole request to its answer.\n";
  out += "# TYPE hamandish_request_seconds histogram\n";
  std::int64_t so_far = 0;
  for (std::size_t i = 0; i < by_duration_.size(); ++i) {
    so_far += by_duration_[i];
    const std::string edge = i < kEdges.size() ? seconds(kEdges[i]) : "+Inf";
    out += "hamandish_request_seconds_bucket{le=\"" + edge + "\"} " + std::to_string(so_far) + "\n";
  }
  out += "hamandish_request_seconds_sum " + seconds(total_microseconds_) + "\n";
  out += "hamandish_request_seconds_count " + std::to_string(so_far) + "\n";
  return out;
}

}  // namespace hamandish::server
