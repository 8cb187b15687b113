// A fixed number of threads that answer whole requests. A job never waits for a client, only for the disk or a
// processor, so the pool cannot be held by those who send or read slowly.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace hamandish::server {

class WorkerPool {
 public:
  using Job = std::function<void()>;

  WorkerPool(int threads, std::size_t most_waiting);
  // Runs what waits, then ends.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // False when `most_waiting` jobs wait already: the caller says so to its client.
  bool add(Job job);

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> jobs_;
  std::size_t most_waiting_;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace hamandish::server
