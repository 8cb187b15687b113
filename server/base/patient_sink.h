// Where log lines go: standard error, without ever waiting for whoever reads it. Lines are gathered for a moment and
// written together; what a full pipe does not take waits in memory, and beyond a limit the oldest lines are lost and
// counted. A server must not stop because nobody reads its log.
#pragma once

#include <spdlog/sinks/base_sink.h>

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace hamandish::server {

class PatientSink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  // `descriptor` stays the caller's. At most `most_kept` bytes wait for a reader.
  explicit PatientSink(int descriptor, std::size_t most_kept = 1024UL * 1024)
      : descriptor_(descriptor), most_kept_(most_kept) {}
  ~PatientSink() override;
  PatientSink(const PatientSink&) = delete;
  PatientSink& operator=(const PatientSink&) = delete;

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override;
  void flush_() override;

 private:
  void shorten();

  int descriptor_;
  std::size_t most_kept_;
  std::string waiting_;  // whole lines, but for the first, of which a part may be written
  std::size_t lost_ = 0;
  std::chrono::steady_clock::time_point last_write_;
};

}  // namespace hamandish::server
