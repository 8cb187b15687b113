#include "server/store/write_queue.h"

#include <doctest/doctest.h>

#include <atomic>
#include <future>
#include <memory>
#include <thread>
#include <vector>

namespace hamandish::server {
namespace {

// The jobs here touch no rows.
class NoRows final : public Transaction {
 public:
  Result<void> query(std::string_view, Bounds, const std::function<bool(const Row&)>&) override { return {}; }
  Result<std::int64_t> execute(std::string_view, Bounds) override { return std::int64_t{0}; }
  Result<void> index_case(std::int64_t, std::string_view) override { return {}; }
  Result<void> forget_words(std::int64_t, std::string_view) override { return {}; }
  Result<void> index_text(std::int64_t, std::string_view, std::string_view) override { return {}; }
  Result<std::vector<std::int64_t>> find_texts(std::string_view) override { return std::vector<std::int64_t>{}; }
  std::string_view search_condition() const override { return {}; }
  std::string search_value(std::string_view) const override { return {}; }
};

// Stands for a database: counts, and keeps nothing.
class Counted final : public GroupTarget {
 public:
  Result<void> begin() override {
    in_transaction_ = true;
    ++groups;
    return {};
  }
  Result<void> commit() override {
    in_transaction_ = false;
    return fails_at == groups ? Result<void>(make_error(Code::unavailable, "error.unavailable")) : Result<void>();
  }
  void roll_back() override { in_transaction_ = false; }
  Result<void> set_mark() override { return {}; }
  Result<void> back_to_mark() override { return {}; }
  Result<void> forget_mark() override { return {}; }
  std::int64_t changes() const override { return 0; }
  bool in_transaction() const override { return in_transaction_; }
  Transaction& transaction() override { return no_rows_; }
  void between_groups() override {}

  std::atomic<int> groups{0};
  int fails_at = -1;  // number of the group whose commit fails

 private:
  NoRows no_rows_;
  bool in_transaction_ = false;
};

}  // namespace

TEST_CASE("many waiting jobs are shared among groups, and each runs once") {
  constexpr int kJobs = 200;
  Counted target;
  std::atomic<int> ran{0};
  std::promise<void> released;
  const std::shared_future<void> release = released.get_future().share();
  {
    WriteQueue queue(target);
    std::promise<void> held;
    queue.run_later([&held, release](Transaction&) -> Result<void> {
      held.set_value();
      release.wait();
      return {};
    });
    held.get_future().wait();
    for (int i = 0; i < kJobs; ++i) {
      queue.run_later([&ran](Transaction&) -> Result<void> {
        ++ran;
        return {};
      });
    }
    released.set_value();
  }
  CHECK(ran == kJobs);
  // Callers of an early group are answered while later ones work; and a commit is shared by many.
  CHECK(target.groups > 2);
  CHECK(target.groups < kJobs / 4);
}

TEST_CASE("callers wait for their own group, and a failed commit fails only its group") {
  constexpr int kCallers = 32;
  Counted target;
  target.fails_at = 1;
  WriteQueue queue(target);
  const Result<void> first = queue.run([](Transaction&) -> Result<void> { return {}; });
  REQUIRE_FALSE(first);
  CHECK(first.error().key == "error.unavailable");
  std::atomic<int> done{0};
  std::vector<std::thread> callers;
  for (int i = 0; i < kCallers; ++i) {
    callers.emplace_back([&] {
      for (int j = 0; j < 50; ++j) {
        if (queue.run([](Transaction&) -> Result<void> { return {}; })) ++done;
      }
    });
  }
  for (std::thread& caller : callers) caller.join();
  CHECK(done == kCallers * 50);
}

TEST_CASE("a job that fails tells its own caller alone") {
  Counted target;
  WriteQueue queue(target);
  const Result<void> refused =
      queue.run([](Transaction&) -> Result<void> { return make_error(Code::conflict, "case.not_possible_now"); });
  REQUIRE_FALSE(refused);
  CHECK(refused.error().key == "case.not_possible_now");
  CHECK(queue.run([](Transaction&) -> Result<void> { return {}; }).ok());
}

}  // namespace hamandish::server
