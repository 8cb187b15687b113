#include "server/http/worker_pool.h"

#include <doctest/doctest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>

#include "server/base/blocking.h"

namespace hamandish::server {
namespace {

using namespace std::chrono_literals;

// Opens once, for all who wait.
class Door {
 public:
  void open() {
    {
      const std::lock_guard lock(mutex_);
      open_ = true;
    }
    opened_.notify_all();
  }
  // False if it did not open in time.
  bool wait() {
    std::unique_lock lock(mutex_);
    return opened_.wait_for(lock, 10s, [this] { return open_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable opened_;
  bool open_ = false;
};

}  // namespace

TEST_CASE("every job runs once, also those that wait when the pool ends") {
  std::atomic<int> done{0};
  {
    WorkerPool pool(8, 100000, 2);
    for (int i = 0; i < 20000; ++i) REQUIRE(pool.add([&] { ++done; }));
  }
  CHECK(done == 20000);
}

TEST_CASE("no more jobs run at once than was asked for, while none waits, also when the pool ends") {
  std::atomic<int> running{0};
  std::atomic<int> most{0};
  {
    WorkerPool pool(16, 100000, 2);
    for (int i = 0; i < 2000; ++i) {
      REQUIRE(pool.add([&] {
        const int now = ++running;
        int seen = most;
        while (now > seen && !most.compare_exchange_weak(seen, now)) {
        }
        std::this_thread::sleep_for(50us);  // so most of them are left when the pool ends
        --running;
      }));
    }
  }
  CHECK(most <= 2);
}

TEST_CASE("a job that waits makes room for the others, without limit of its kind") {
  Door door;
  std::atomic<int> waited{0};
  WorkerPool pool(8, 100, 1);
  for (int i = 0; i < 7; ++i) {
    REQUIRE(pool.add([&] {
      const Blocking blocking;
      if (door.wait()) ++waited;
    }));
  }
  // The eighth thread is the only one left, and opens the door for the others.
  REQUIRE(pool.add([&] { door.open(); }));
  CHECK(door.wait());
}

TEST_CASE("when all threads wait, what was added meanwhile is done by the first that comes back") {
  Door door;
  Door end;
  Door again;
  WorkerPool pool(2, 100, 1);
  std::atomic<int> waiting{0};
  for (int i = 0; i < 2; ++i) {
    REQUIRE(pool.add([&] {
      const Blocking blocking;
      ++waiting;
      door.wait();
    }));
  }
  while (waiting < 2) std::this_thread::yield();
  REQUIRE(pool.add([&] { end.open(); }));
  door.open();
  CHECK(end.wait());
  // And the pool is as awake as before.
  REQUIRE(pool.add([&] { again.open(); }));
  CHECK(again.wait());
}

TEST_CASE("a job that computes for long does not hold the others up, if somebody looks after them") {
  Door door;
  WorkerPool pool(4, 100, 1);
  REQUIRE(pool.add([&] { door.wait(); }));  // says nothing of waiting
  REQUIRE(pool.add([&] { door.open(); }));
  const auto start = std::chrono::steady_clock::now();
  while (pool.look_after() && std::chrono::steady_clock::now() - start < 10s) std::this_thread::sleep_for(1ms);
  CHECK(door.wait());
}

TEST_CASE("who comes when too many wait is turned away, the rest of what was admitted is not") {
  Door door;
  std::atomic<int> done{0};
  {
    WorkerPool pool(1, 2, 1);
    std::atomic<bool> begun{false};
    REQUIRE(pool.add([&] {
      begun = true;
      door.wait();
    }));
    while (!begun) std::this_thread::yield();
    CHECK(pool.add([&] { ++done; }));
    CHECK(pool.add([&] { ++done; }));
    CHECK_FALSE(pool.add([&] { ++done; }));
    pool.add_admitted([&] { ++done; });
    door.open();
  }
  CHECK(done == 3);
}

}  // namespace hamandish::server
