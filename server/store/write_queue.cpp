#include "server/store/write_queue.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <iterator>
#include <utility>

#include "server/base/blocking.h"
#include "server/base/log.h"
#include "shared/base/check.h"

namespace hamandish::server {

namespace {

constexpr std::size_t kSmallestLimit = 12;
constexpr std::size_t kLargestLimit = 4096;

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

WriteQueue::WriteQueue(GroupTarget& target)
    : target_(target), group_limit_(kSmallestLimit), thread_([this] { serve(); }) {}

WriteQueue::~WriteQueue() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

Result<void> WriteQueue::run(WriteJob work) {
  HAMANDISH_CHECK(std::this_thread::get_id() != thread_.get_id());
  Awaited awaited{std::move(work), {}, {}};
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(Job{&awaited, {}, {}, {}});
  }
  arrived_.notify_one();
  {
    const Blocking blocking;
    awaited.done.wait();
  }
  return std::move(awaited.result);
}

void WriteQueue::run_later(WriteJob work) {
  run_then(std::move(work), nullptr);
}

void WriteQueue::run_then(WriteJob work, std::function<void(Result<void>)> then) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(Job{nullptr, std::move(work), std::move(then), {}});
  }
  arrived_.notify_one();
}

// False when there is nothing left and nothing more will come.
bool WriteQueue::take(Group& group) {
  group.clear();
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
  const auto count = static_cast<std::ptrdiff_t>(std::min(waiting_.size(), group_limit_));
  const auto end = waiting_.begin() + count;
  group.assign(std::move_iterator(waiting_.begin()), std::move_iterator(end));
  waiting_.erase(waiting_.begin(), end);
  return !group.empty();
}

void WriteQueue::serve() {
  Group group;
  while (take(group)) {
    run_group(group);
    tell(group);
    target_.between_groups();
  }
}

// A group that takes everybody makes all callers wait, then all read their next request while the writer idles, and so on
// in turns. Groups whose work takes about as long as their commit keep both busy, and lose at most half of the writer's
// time to commits, however slow the disk is.
void WriteQueue::learn(std::size_t jobs, double work_time, double commit_time) {
  constexpr double kKept = 0.8;
  job_time_ = kKept * job_time_ + (1 - kKept) * work_time / static_cast<double>(jobs);
  commit_time_ = kKept * commit_time_ + (1 - kKept) * commit_time;
  const double fitting = job_time_ > 0 ? commit_time_ / job_time_ : 0;
  const double limit = std::clamp(fitting, static_cast<double>(kSmallestLimit), static_cast<double>(kLargestLimit));
  group_limit_ = static_cast<std::size_t>(limit);
}

// First without marks, which cost as much as a small job. Only when a job fails after it has changed something does the
// group begin again, each job with a mark to go back to.
void WriteQueue::run_group(Group& group) {
  const auto start = std::chrono::steady_clock::now();
  bool spoiled = false;
  Result<void> done = run_jobs(group, spoiled);
  if (spoiled) {
    target_.roll_back();
    done = run_jobs_marked(group);
  }
  const double work_time = seconds_since(start);
  if (done) done = target_.commit();
  if (!done) {
    target_.roll_back();
    fail_all(group, done.error());
  }
  learn(group.size(), work_time, seconds_since(start) - work_time);
}

Result<void> WriteQueue::run_jobs(Group& group, bool& spoiled) {
  Result<void> begun = target_.begin();
  if (!begun) return begun;
  for (Job& job : group) {
    const std::int64_t before = target_.changes();
    job.outcome() = run_one(job);
    if (job.outcome()) continue;
    spoiled = target_.changes() != before || !target_.in_transaction();
    if (spoiled) return {};
  }
  return {};
}

Result<void> WriteQueue::run_jobs_marked(Group& group) {
  Result<void> begun = target_.begin();
  if (!begun) return begun;
  for (Job& job : group) {
    Result<void> marked = target_.set_mark();
    if (!marked) return marked;
    Result<void>& outcome = job.outcome();
    outcome = run_one(job);
    // A full disk ends the whole transaction; then none of the group has happened.
    if (!target_.in_transaction()) return outcome.ok() ? make_error(Code::unavailable, "error.unavailable") : outcome;
    if (!outcome) {
      Result<void> back = target_.back_to_mark();
      if (!back) return back;
    }
    Result<void> forgotten = target_.forget_mark();
    if (!forgotten) return forgotten;
  }
  return {};
}

Result<void> WriteQueue::run_one(Job& job) {
  try {
    return job.work()(target_.transaction());
  } catch (const std::exception& thrown) {  // no memory: one job fails, the writer lives
    return make_error(Code::internal, "error.internal", thrown.what());
  }
}

void WriteQueue::tell(Group& group) {
  for (Job& job : group) {
    if (job.awaited != nullptr) {
      job.awaited->done.set();
    } else if (job.then) {
      job.then(std::move(job.result));
    } else if (!job.result) {
      log_failure("write_later_failed", job.result.error());
    }
  }
}

void WriteQueue::fail_all(Group& group, const Error& error) {
  for (Job& job : group) job.outcome() = error;
}

}  // namespace hamandish::server
