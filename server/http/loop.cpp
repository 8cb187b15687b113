#include "server/http/loop.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>
#include <utility>

namespace hamandish::server {
namespace {

constexpr std::uint64_t kListenerId = 0;
constexpr std::uint64_t kWakeId = 1;
constexpr int kTick = 250;             // milliseconds between looks at the deadlines
constexpr std::size_t kReserved = 64;  // descriptors for the database and its friends

std::int64_t now_ms() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

}  // namespace

EventLoop::Loop::Loop(Options options)
    : options_(std::move(options)),
      epoll_(epoll_create1(EPOLL_CLOEXEC)),
      wake_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  watch(wake_.number(), kWakeId, EPOLLIN);
  const std::size_t files = raise_file_limit();
  options_.most_connections =
      std::min(options_.most_connections, files > 2 * kReserved ? files - kReserved : kReserved);
}

Result<int> EventLoop::Loop::bind(const std::string& host, int port) {
  Result<Listener> listener = listen_on(host, port);
  if (!listener) return listener.error();
  const int bound = listener->port;
  listener_ = std::move(listener->socket);
  return bound;
}

void EventLoop::Loop::stop() {
  stopping_ = true;
  wake_up();
}

void EventLoop::Loop::watch(int descriptor, std::uint64_t id, std::uint32_t events) const {
  epoll_event event{};
  event.events = events;
  event.data.u64 = id;
  epoll_ctl(epoll_.number(), EPOLL_CTL_ADD, descriptor, &event);
}

void EventLoop::Loop::wake_up() const {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(wake_.number(), &one, sizeof one);  // full: awake already
}

void EventLoop::Loop::run() {
  pool_ = std::make_unique<WorkerPool>(options_.workers, options_.most_connections);
  now_ = now_ms();
  pause_accepting(false);
  while (true) {
    if (stopping_ && stop_at_ == 0) begin_stopping();
    if (stop_at_ != 0 && (connections_.empty() || now_ > stop_at_)) break;
    wait_once();
  }
  // What waits for the database comes back, for that stops after us.
  while (postponed_ > 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  pool_.reset();
  connections_.clear();
}

void EventLoop::Loop::wait_once() {
  std::array<epoll_event, 256> events{};
  const int unhurried = connections_.empty() && !stopping_ ? -1 : kTick;
  const int timeout = jobs_wait_ ? static_cast<int>(WorkerPool::kPatience.count()) : unhurried;
  const int count = epoll_wait(epoll_.number(), events.data(), static_cast<int>(events.size()), timeout);
  now_ = now_ms();
  take_finished();  // whoever is heard of now may have been answered meanwhile
  for (int i = 0; i < count; ++i) {
    const epoll_event& event = events[static_cast<std::size_t>(i)];
    if (event.data.u64 == kListenerId) {
      accept_all();
    } else if (event.data.u64 == kWakeId) {
      std::uint64_t ignored = 0;
      [[maybe_unused]] const ssize_t count_read = ::read(wake_.number(), &ignored, sizeof ignored);
    } else {
      handle(event.data.u64, event.events);
    }
  }
  take_finished();
  check_deadlines();
  jobs_wait_ = pool_->look_after();
}

void EventLoop::Loop::pause_accepting(bool pause) {
  if (accepting_ != pause || !listener_.valid()) return;
  accepting_ = !pause;
  if (pause) {
    epoll_ctl(epoll_.number(), EPOLL_CTL_DEL, listener_.number(), nullptr);
  } else {
    watch(listener_.number(), kListenerId, EPOLLIN);
  }
}

void EventLoop::Loop::accept_all() {
  while (listener_.valid()) {
    Connection* leaves = connections_.size() < options_.most_connections ? nullptr : dispensable();
    const bool full = connections_.size() >= options_.most_connections && leaves == nullptr;
    if (full) return pause_accepting(true);  // they wait in the kernel until somebody leaves
    Descriptor socket;
    Peer peer;
    const Accepted accepted = accept_from(listener_, socket, peer);
    if (accepted == Accepted::nobody) return;
    if (accepted == Accepted::no_descriptor) {
      leaves = dispensable();
      if (leaves == nullptr) return pause_accepting(true);
    }
    if (leaves != nullptr) close(*leaves);
    if (accepted == Accepted::connection) add(std::move(socket), std::move(peer));
  }
}

// The connection that has been idle the longest, or else the one that has taken longest over its request: whoever holds
// many connections half-sent loses them to newcomers. nullptr if all are being answered.
Connection* EventLoop::Loop::dispensable() {
  Connection* chosen = nullptr;
  for (const auto& [id, connection] : connections_) {
    if (connection->state != State::idle && connection->state != State::reading) continue;
    const bool better = chosen == nullptr || connection->state < chosen->state ||
                        (connection->state == chosen->state && connection->deadline < chosen->deadline);
    if (better) chosen = connection.get();
  }
  return chosen;
}

void EventLoop::Loop::add(Descriptor socket, Peer peer) {
  auto connection = std::make_unique<Connection>();
  connection->id = next_id_++;
  connection->socket = std::move(socket);
  connection->peer = std::move(peer);
  connection->deadline = now_ + options_.deadlines.idle;
  watch(connection->socket.number(), connection->id, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET);
  Connection& added = *connection;
  connections_.emplace(added.id, std::move(connection));
  read_on(added);
}

void EventLoop::Loop::handle(std::uint64_t id, std::uint32_t events) {
  const auto found = connections_.find(id);
  if (found == connections_.end()) return;
  Connection& connection = *found->second;
  if ((events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0) connection.readable = true;
  if ((events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0) connection.hung_up = true;
  switch (connection.state) {
    case State::idle:
    case State::reading:
      return read_on(connection);
    case State::writing:
      return write_on(connection);
    case State::lingering:
      return drain(connection);
    case State::working:
      if (connection.readable) *connection.more = true;
      return;
  }
}

// --- Time
// --------------------------------------------------------------------------------------------------------------

void EventLoop::Loop::check_deadlines() {
  if (now_ < next_check_) return;
  next_check_ = now_ + kTick;
  std::vector<std::uint64_t> late;
  for (const auto& [id, connection] : connections_) {
    if (connection->state != State::working && connection->deadline <= now_) late.push_back(id);
  }
  for (const std::uint64_t id : late) {
    const auto found = connections_.find(id);
    if (found != connections_.end()) expire(*found->second);
  }
}

void EventLoop::Loop::expire(Connection& connection) {
  if (connection.state == State::reading) return refuse(connection, 408);
  close(connection);
}

void EventLoop::Loop::begin_stopping() {
  stop_at_ = now_ + options_.deadlines.stopping;
  accept_all();  // whoever already waits in the kernel was accepted as far as they can tell
  pause_accepting(true);
  listener_.reset();
  std::vector<std::uint64_t> idle;
  for (const auto& [id, connection] : connections_) {
    if (connection->state == State::idle) idle.push_back(id);
  }
  for (const std::uint64_t id : idle) {
    const auto found = connections_.find(id);
    if (found == connections_.end()) continue;
    found->second->readable = true;
    read_on(*found->second);  // a request may have come that was not looked at yet
    const auto still = connections_.find(id);
    if (still != connections_.end() && still->second->state == State::idle) close(*still->second);
  }
}

}  // namespace hamandish::server
