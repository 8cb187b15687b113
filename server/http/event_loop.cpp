#include "server/http/event_loop.h"

#include <utility>

#include "server/http/loop.h"

namespace hamandish::server {

EventLoop::EventLoop(Options options) : loop_(std::make_unique<Loop>(std::move(options))) {}
EventLoop::~EventLoop() = default;
Result<int> EventLoop::bind(const std::string& host, int port) {
  return loop_->bind(host, port);
}
void EventLoop::run() {
  loop_->run();
}
void EventLoop::stop() {
  loop_->stop();
}

}  // namespace hamandish::server
