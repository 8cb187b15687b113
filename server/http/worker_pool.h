// Threads that answer whole requests. A job never waits for a client, only for the disk or a processor, so the pool cannot
// be held by those who send or read slowly.
//
// Only as many threads run at once as the machine has processors: a thread that is at work takes the next job when it is
// done, which costs nothing, while waking another one costs more than most answers. A thread that waits for something else
// says so (server/base/blocking.h) and another one takes its place; if a job has waited for some milliseconds all the same,
// because a thread computes for long, one more is woken.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "server/base/blocking.h"

namespace hamandish::server {

class WorkerPool final : private BlockingListener {
 public:
  using Job = std::function<void()>;

  // `threads`: all together. `running`: at once, unless some wait or compute for long; 0: one for each processor.
  WorkerPool(int threads, std::size_t most_waiting, int running = 0);
  // Runs what waits, then ends.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // False when `most_waiting` jobs wait already: the caller says so to its client.
  bool add(Job job);
  // The rest of a job that was added once: however many wait.
  void add_admitted(Job job);
  static constexpr std::chrono::milliseconds kPatience{5};
  // Wakes a thread if a job has waited for longer than kPatience. True if jobs wait: then to be called again that soon.
  bool look_after();

 private:
  using Clock = std::chrono::steady_clock;
  struct Waiting {
    Job job;
    Clock::time_point since;
  };

  void begins_to_wait() override;
  void has_waited() override;
  void work();
  // With the mutex held.
  void push(Job job);
  bool should_wake() const;
  bool late() const;

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Waiting> jobs_;
  std::size_t most_waiting_;
  int most_running_;
  int running_ = 0;  // threads that have a job and do not wait
  int woken_ = 0;    // told to wake, and not yet there
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace hamandish::server
