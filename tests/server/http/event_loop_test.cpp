// What the loop does about those who are slow, many or large. How it reads requests: server_test.cpp.
#include "server/http/event_loop.h"

#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <thread>
#include <vector>

#include "tests/support/raw_client.h"

namespace hamandish::server {
namespace {

using test::RawClient;

std::string response(const std::string& status, const std::string& body) {
  return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

EventLoop::Options plain_options() {
  EventLoop::Options options;
  options.answer = [](std::string request, const Peer& peer, bool last) {
    CHECK(peer.address == "127.0.0.1");
    return EventLoop::Answer{response("200 OK", std::to_string(request.size())), !last, nullptr};
  };
  options.refusal = [](int status) { return response(std::to_string(status) + " No", "no"); };
  options.largest_body = [](std::string_view, std::string_view) -> std::size_t { return 100'000'000; };
  options.workers = 2;
  return options;
}

class Running {
 public:
  explicit Running(EventLoop::Options options) : loop_(std::move(options)) {
    const Result<int> bound = loop_.bind("127.0.0.1", 0);
    REQUIRE(bound.ok());
    port_ = *bound;
    thread_ = std::thread([this] { loop_.run(); });
  }
  ~Running() {
    loop_.stop();
    thread_.join();
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  int port() const { return port_; }

 private:
  EventLoop loop_;
  int port_ = 0;
  std::thread thread_;
};

std::string head(std::size_t length) {
  return "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n";
}

}  // namespace

TEST_CASE("who does not finish a request is told so, who does not begin one is not") {
  EventLoop::Options options = plain_options();
  options.deadlines.request = 300;
  options.deadlines.idle = 300;
  const Running running(std::move(options));
  RawClient half(running.port());
  REQUIRE(half.send("GET / HTTP/1.1\r\nHo"));
  CHECK(half.receive().starts_with("HTTP/1.1 408"));
  CHECK(half.closed());
  RawClient silent(running.port());
  CHECK(silent.receive().empty());
  CHECK(silent.closed());
}

TEST_CASE("a drop every now and then does not hold a request open") {
  EventLoop::Options options = plain_options();
  options.deadlines.request = 500;
  const Running running(std::move(options));
  RawClient slow(running.port());
  const auto start = std::chrono::steady_clock::now();
  while (slow.send("a") && std::chrono::steady_clock::now() - start < std::chrono::seconds(4)) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    slow.set_patience(1);
    if (slow.closed()) break;
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(3));
}

TEST_CASE("when there are too many connections, the idle ones and then the slow ones make room") {
  EventLoop::Options options = plain_options();
  options.most_connections = 3;
  const Running running(std::move(options));
  RawClient idle(running.port());
  REQUIRE(idle.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
  CHECK(idle.receive().starts_with("HTTP/1.1 200"));
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 2; ++i) {
    slow.push_back(std::make_unique<RawClient>(running.port()));
    REQUIRE(slow.back()->send("GET / HT"));
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
  }
  for (int i = 0; i < 3; ++i) {
    RawClient newcomer(running.port());
    REQUIRE(newcomer.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    CHECK(newcomer.receive().starts_with("HTTP/1.1 200"));
  }
  CHECK(idle.closed());
}

TEST_CASE("large requests share a limit, by what has come and not by what was announced") {
  EventLoop::Options options = plain_options();
  options.most_buffered = 4'000'000;
  const Running running(std::move(options));
  std::vector<std::unique_ptr<RawClient>> announcers;
  for (int i = 0; i < 20; ++i) {
    announcers.push_back(std::make_unique<RawClient>(running.port()));
    REQUIRE(announcers.back()->send(head(3'900'000)));
  }
  RawClient first(running.port());
  REQUIRE(first.send(head(3'000'000) + std::string(2'900'000, 'a')));
  std::this_thread::sleep_for(std::chrono::seconds(1));  // until it has been read, also on a busy machine
  RawClient second(running.port());
  second.send(head(3'000'000) + std::string(3'000'000, 'b'));
  CHECK(second.receive().starts_with("HTTP/1.1 503"));
  REQUIRE(first.send(std::string(100'000, 'a')));
  CHECK(first.receive().starts_with("HTTP/1.1 200"));
  RawClient third(running.port());
  REQUIRE(third.send(head(3'000'000) + std::string(3'000'000, 'c')));
  CHECK(third.receive().starts_with("HTTP/1.1 200"));
}

}  // namespace hamandish::server
