#include "server/store/write_queue.h"

#include <exception>

#include "server/base/log.h"
#include "shared/base/check.h"

namespace hamandish::server {

WriteQueue::WriteQueue(GroupTarget& target) : target_(target), thread_([this] { serve(); }) {}

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
  Awaited awaited{std::move(work), {}};
  std::shared_ptr<Flag> done;
  {
    const std::lock_guard lock(mutex_);
    done = waiting_.done;
    waiting_.jobs.push_back(Job{&awaited, {}, {}});
  }
  arrived_.notify_one();
  done->wait(0);
  return std::move(awaited.result);
}

void WriteQueue::run_later(WriteJob work) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.jobs.push_back(Job{nullptr, std::move(work), {}});
  }
  arrived_.notify_one();
}

// False when there is nothing left and nothing more will come.
bool WriteQueue::take(Group& group) {
  group = Group{};
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [this] { return stopping_ || !waiting_.jobs.empty(); });
  std::swap(group, waiting_);
  return !group.jobs.empty();
}

void WriteQueue::serve() {
  Group group;
  while (take(group)) {
    run_group(group);
    log_failures(group);
    group.done->store(1);
    group.done->notify_all();
    target_.between_groups();
  }
}

// First without marks, which cost as much as a small job. Only when a job fails after it has changed something does the
// group begin again, each job with a mark to go back to.
void WriteQueue::run_group(Group& group) {
  bool spoiled = false;
  Result<void> done = run_jobs(group, spoiled);
  if (spoiled) {
    target_.roll_back();
    done = run_jobs_marked(group);
  }
  if (done) done = target_.commit();
  if (!done) {
    target_.roll_back();
    fail_all(group, done.error());
  }
}

Result<void> WriteQueue::run_jobs(Group& group, bool& spoiled) {
  Result<void> begun = target_.begin();
  if (!begun) return begun;
  for (Job& job : group.jobs) {
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
  for (Job& job : group.jobs) {
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

void WriteQueue::log_failures(Group& group) {
  for (Job& job : group.jobs) {
    if (job.awaited == nullptr && !job.result) log_failure("write_later_failed", job.result.error());
  }
}

void WriteQueue::fail_all(Group& group, const Error& error) {
  for (Job& job : group.jobs) job.outcome() = error;
}

}  // namespace hamandish::server
