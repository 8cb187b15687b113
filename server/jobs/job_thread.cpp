#include "server/jobs/job_thread.h"

#include <chrono>
#include <utility>

#include "server/base/log.h"

namespace hamandish::server {

JobThread::JobThread(Scheduler& scheduler, Clock clock)
    : scheduler_(scheduler), clock_(std::move(clock)), thread_([this] { run(); }) {}

void JobThread::stop() {
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  wake_.notify_all();
}

JobThread::~JobThread() {
  stop();
  thread_.join();
}

void JobThread::run() {
  constexpr auto kInterval = std::chrono::seconds(1);
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, kInterval, [this] { return done_; })) {
    lock.unlock();
    if (const Result<int> ran = scheduler_.run_due(clock_()); !ran) log_failure("jobs", ran.error());
    lock.lock();
  }
}

}  // namespace hamandish::server
