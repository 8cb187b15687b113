// The one writer: a thread that takes waiting jobs and runs them in one transaction, so that many callers share one sync of
// the disk. Knows no particular database.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "server/base/wake_flag.h"
#include "server/store/database.h"

namespace hamandish::server {

// What the writer needs of a database; called from its thread alone.
class GroupTarget {
 public:
  virtual Result<void> begin() = 0;
  virtual Result<void> commit() = 0;
  virtual void roll_back() = 0;
  virtual Result<void> set_mark() = 0;       // SAVEPOINT
  virtual Result<void> back_to_mark() = 0;   // undoes what came after it
  virtual Result<void> forget_mark() = 0;    // keeps what came after it
  virtual std::int64_t changes() const = 0;  // grows with every changed row
  virtual bool in_transaction() const = 0;   // false if the database gave the transaction up
  virtual Transaction& transaction() = 0;
  virtual void between_groups() = 0;  // nobody waits for an answer now: checkpoint if it is time

 protected:
  ~GroupTarget() = default;
};

class WriteQueue {
 public:
  explicit WriteQueue(GroupTarget& target);
  // Finishes everything that was queued.
  ~WriteQueue();
  WriteQueue(const WriteQueue&) = delete;
  WriteQueue& operator=(const WriteQueue&) = delete;

  // Returns when the group is committed, or with what went wrong. Not from inside a job.
  Result<void> run(WriteJob work);
  // At once. Failures are logged.
  void run_later(WriteJob work);
  // At once; `then` is called from the writer's thread when the group is committed, or with what went wrong.
  void run_then(WriteJob work, std::function<void(Result<void>)> then);

 private:
  // Lives on the caller's stack until its flag is set; after that the writer does not touch it.
  struct Awaited {
    WriteJob work;
    Result<void> result;
    WakeFlag done;
  };
  struct Job {
    Awaited* awaited = nullptr;              // or
    WriteJob own;                            // nobody waits
    std::function<void(Result<void>)> then;  // but somebody may want to know
    Result<void> result;                     // of `own`
    WriteJob& work() { return awaited != nullptr ? awaited->work : own; }
    Result<void>& outcome() { return awaited != nullptr ? awaited->result : result; }
  };
  using Group = std::vector<Job>;

  bool take(Group& group);
  void serve();
  void run_group(Group& group);
  Result<void> run_jobs(Group& group, bool& spoiled);
  Result<void> run_jobs_marked(Group& group);
  Result<void> run_one(Job& job);
  void learn(std::size_t jobs, double work_time, double commit_time);
  static void tell(Group& group);
  static void fail_all(Group& group, const Error& error);

  GroupTarget& target_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Job> waiting_;
  std::size_t group_limit_;  // of the next group; see learn
  double job_time_ = 0;      // seconds, smoothed; of the writer's thread alone, as the next
  double commit_time_ = 0;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses all the others
};

}  // namespace hamandish::server
