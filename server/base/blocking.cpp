#include "server/base/blocking.h"

namespace hamandish::server {
namespace {

thread_local BlockingListener* listener_here = nullptr;

}  // namespace

void listen_to_blocking(BlockingListener* listener) {
  listener_here = listener;
}

Blocking::Blocking() : listener_(listener_here) {
  if (listener_ != nullptr) listener_->begins_to_wait();
}

Blocking::~Blocking() {
  if (listener_ != nullptr) listener_->has_waited();
}

}  // namespace hamandish::server
