#include "server/base/patient_sink.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>

namespace hamandish::server {
namespace {

constexpr auto kGathered = std::chrono::milliseconds(50);

// A pipe that is writable takes PIPE_BUF bytes without blocking (POSIX, write()).
constexpr std::size_t kPiece = PIPE_BUF;

bool is_writable(int descriptor) {
  pollfd asked{descriptor, POLLOUT, 0};
  return ::poll(&asked, 1, 0) == 1 && (asked.revents & POLLOUT) != 0;
}

}  // namespace

PatientSink::~PatientSink() {
  flush_();
}

void PatientSink::sink_it_(const spdlog::details::log_msg& message) {
  spdlog::memory_buf_t line;
  formatter_->format(message, line);
  waiting_.append(line.data(), line.size());
  if (std::chrono::steady_clock::now() - last_write_ >= kGathered) flush_();
  if (waiting_.size() > most_kept_) shorten();
}

void PatientSink::flush_() {
  last_write_ = std::chrono::steady_clock::now();
  if (lost_ > 0 && is_writable(descriptor_)) {
    const std::size_t end_of_line = waiting_.find('\n');
    waiting_.insert(end_of_line == std::string::npos ? 0 : end_of_line + 1,
                    "log_lines_lost count=" + std::to_string(lost_) + "\n");
    lost_ = 0;
  }
  std::size_t at = 0;
  while (at < waiting_.size() && is_writable(descriptor_)) {
    const ssize_t count = ::write(descriptor_, waiting_.data() + at, std::min(kPiece, waiting_.size() - at));
    if (count > 0) {
      at += static_cast<std::size_t>(count);
    } else if (errno != EINTR && errno != EAGAIN) {
      at = waiting_.size();  // nobody will read it any more
    } else if (errno == EAGAIN) {
      break;
    }
  }
  waiting_.erase(0, at);
}

// Gives up the older half, up to the end of a line.
void PatientSink::shorten() {
  const std::size_t first_end = waiting_.find('\n');
  const std::size_t end = waiting_.find('\n', most_kept_ / 2);
  if (end == std::string::npos || first_end >= end) return;
  const auto from = waiting_.begin() + static_cast<std::ptrdiff_t>(first_end) + 1;
  const auto to = waiting_.begin() + static_cast<std::ptrdiff_t>(end) + 1;
  lost_ += static_cast<std::size_t>(std::count(from, to, '\n'));
  waiting_.erase(from, to);
}

}  // namespace hamandish::server
