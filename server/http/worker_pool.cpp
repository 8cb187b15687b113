#include "server/http/worker_pool.h"

#include <algorithm>
#include <utility>

namespace hamandish::server {
namespace {

int processors() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

}  // namespace

WorkerPool::WorkerPool(int threads, std::size_t most_waiting, int running)
    : most_waiting_(most_waiting), most_running_(running > 0 ? running : processors()) {
  threads_.reserve(static_cast<std::size_t>(threads));
  for (int i = 0; i < threads; ++i) {
    threads_.emplace_back([this] { work(); });
  }
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool WorkerPool::should_wake() const {
  return !jobs_.empty() && running_ + woken_ < most_running_;
}

void WorkerPool::push(Job job) {
  jobs_.push_back({std::move(job), Clock::now()});
  if (!should_wake()) return;
  ++woken_;
  wake_.notify_one();
}

bool WorkerPool::add(Job job) {
  const std::lock_guard lock(mutex_);
  if (jobs_.size() >= most_waiting_) return false;
  push(std::move(job));
  return true;
}

void WorkerPool::add_admitted(Job job) {
  const std::lock_guard lock(mutex_);
  push(std::move(job));
}

bool WorkerPool::late() const {
  return !jobs_.empty() && Clock::now() - jobs_.front().since >= kPatience;
}

bool WorkerPool::look_after() {
  const std::lock_guard lock(mutex_);
  if (late()) {
    ++woken_;
    wake_.notify_one();
  }
  return !jobs_.empty();
}

void WorkerPool::begins_to_wait() {
  const std::lock_guard lock(mutex_);
  --running_;
  if (!should_wake()) return;
  ++woken_;
  wake_.notify_one();
}

void WorkerPool::has_waited() {
  const std::lock_guard lock(mutex_);
  ++running_;
}

void WorkerPool::work() {
  listen_to_blocking(this);
  std::unique_lock lock(mutex_);
  while (true) {
    while (jobs_.empty() ? !ending_ : woken_ == 0) {
      if (jobs_.empty()) woken_ = 0;  // whoever was to come has nothing to come for
      wake_.wait(lock);
    }
    if (jobs_.empty()) return;
    --woken_;
    ++running_;
    while (!jobs_.empty()) {
      Job job = std::move(jobs_.front().job);
      jobs_.pop_front();
      lock.unlock();
      job();
      job = nullptr;  // what it held is freed before the next wait
      lock.lock();
      const bool enough = running_ > most_running_;  // others have come back from waiting
      if (enough && !late()) break;
    }
    --running_;
    if (ending_ && jobs_.empty()) wake_.notify_all();
  }
}

}  // namespace hamandish::server
