// One thread that asks the scheduler every second what is due, until it goes out of scope.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "server/base/clock.h"
#include "server/jobs/scheduler.h"

namespace hamandish::server {

class JobThread {
 public:
  JobThread(Scheduler& scheduler, Clock clock);
  ~JobThread();
  // Begins no more; the destructor waits for what is under way.
  void stop();
  JobThread(const JobThread&) = delete;
  JobThread& operator=(const JobThread&) = delete;

 private:
  void run();

  Scheduler& scheduler_;
  Clock clock_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool done_ = false;
  std::thread thread_;  // last: starts when all else is there
};

}  // namespace hamandish::server
