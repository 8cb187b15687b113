#include "server/http/event_loop.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/http/request_frame.h"
#include "server/http/socket.h"
#include "server/http/worker_pool.h"

namespace hamandish::server {
namespace {

constexpr std::uint64_t kListenerId = 0;
constexpr std::uint64_t kWakeId = 1;
constexpr std::uint64_t kFirstConnectionId = 2;
constexpr std::size_t kChunk = 64 * 1024;
constexpr std::size_t kLargeRequest = 1024 * 1024;  // from here on the memory of all clients together counts
constexpr int kMostRequests = 10'000;               // on one connection
constexpr int kTick = 250;                          // milliseconds between looks at the deadlines
constexpr std::size_t kReserved = 64;               // descriptors for the database and its friends
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

std::int64_t now_ms() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

enum class State { idle, reading, working, writing, lingering };

struct Connection {
  std::uint64_t id = 0;
  Descriptor socket;
  Peer peer;
  State state = State::idle;
  std::string in;          // what has come of the next request, and sometimes of the one after it
  std::string out;         // what the client has not taken yet
  std::size_t sent = 0;    // of `out`
  std::size_t needed = 0;  // bytes of the whole request; 0: not known yet
  std::int64_t deadline = 0;
  int requests = 0;
  bool readable = true;  // edge-triggered: true until recv says EAGAIN
  bool keep_open = false;
  bool linger = false;  // after `out`
};

// What a worker brings back.
struct Finished {
  std::uint64_t id = 0;
  std::string rest;  // what the socket did not take at once
  bool keep_open = false;
  bool broken = false;
};

// Sends what the socket takes now. False: the client is gone.
bool send_some(int socket, const std::string& bytes, std::size_t& sent) {
  while (sent < bytes.size()) {
    const ssize_t count = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count > 0) {
      sent += static_cast<std::size_t>(count);
    } else if (errno != EINTR) {
      return errno == EAGAIN || errno == EWOULDBLOCK;
    }
  }
  return true;
}

}  // namespace

class EventLoop::Loop {
 public:
  explicit Loop(Options options)
      : options_(std::move(options)),
        epoll_(epoll_create1(EPOLL_CLOEXEC)),
        wake_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    watch(wake_.number(), kWakeId, EPOLLIN);
    const std::size_t files = raise_file_limit();
    options_.most_connections =
        std::min(options_.most_connections, files > 2 * kReserved ? files - kReserved : kReserved);
  }

  Result<int> bind(const std::string& host, int port) {
    Result<Listener> listener = listen_on(host, port);
    if (!listener) return listener.error();
    const int bound = listener->port;
    listener_ = std::move(listener->socket);
    return bound;
  }

  void run();
  void stop() {
    stopping_ = true;
    wake_up();
  }

 private:
  void watch(int descriptor, std::uint64_t id, std::uint32_t events) const {
    epoll_event event{};
    event.events = events;
    event.data.u64 = id;
    epoll_ctl(epoll_.number(), EPOLL_CTL_ADD, descriptor, &event);
  }
  void wake_up() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(wake_.number(), &one, sizeof one);  // full: awake already
  }

  void wait_once();
  void accept_all();
  bool make_room();
  void add(Descriptor socket, Peer peer);
  void pause_accepting(bool pause);
  void handle(std::uint64_t id, std::uint32_t events);
  void begin_stopping();

  void read_on(Connection& connection);
  bool receive(Connection& connection);
  // True when the state has changed and nothing more is to be read now.
  bool look(Connection& connection);
  void dispatch(Connection& connection);
  void work(std::uint64_t id, int socket, std::string request, const Peer& peer, bool last);
  void take_finished();
  void finish(Connection& connection, Finished finished);
  void refuse(Connection& connection, int status);
  void write_on(Connection& connection);
  void after_writing(Connection& connection);
  void drain(Connection& connection);
  void close(Connection& connection);
  void check_deadlines();
  void expire(Connection& connection);

  Options options_;
  Descriptor epoll_;
  Descriptor wake_;
  Descriptor listener_;
  std::unordered_map<std::uint64_t, std::unique_ptr<Connection>> connections_;
  std::uint64_t next_id_ = kFirstConnectionId;
  std::size_t buffered_ = 0;
  std::int64_t now_ = 0;
  std::int64_t next_check_ = 0;
  std::int64_t stop_at_ = 0;
  bool accepting_ = false;
  std::atomic<bool> stopping_{false};
  std::mutex finished_mutex_;
  std::vector<Finished> finished_;
  std::unique_ptr<WorkerPool> pool_;  // last: its threads end before all else does
};

void EventLoop::Loop::run() {
  pool_ = std::make_unique<WorkerPool>(options_.workers, options_.most_connections);
  now_ = now_ms();
  pause_accepting(false);
  while (true) {
    if (stopping_ && stop_at_ == 0) begin_stopping();
    if (stop_at_ != 0 && (connections_.empty() || now_ > stop_at_)) break;
    wait_once();
  }
  pool_.reset();
  connections_.clear();
}

void EventLoop::Loop::wait_once() {
  std::array<epoll_event, 256> events{};
  const int timeout = connections_.empty() && !stopping_ ? -1 : kTick;
  const int count = epoll_wait(epoll_.number(), events.data(), static_cast<int>(events.size()), timeout);
  now_ = now_ms();
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
    if (connections_.size() >= options_.most_connections && !make_room()) return pause_accepting(true);
    Descriptor socket;
    Peer peer;
    const Accepted accepted = accept_from(listener_, socket, peer);
    if (accepted == Accepted::nobody) return;
    if (accepted == Accepted::connection) {
      add(std::move(socket), std::move(peer));
    } else if (!make_room()) {
      return pause_accepting(true);
    }
  }
}

// Closes the connection that has been idle the longest. False if none is idle.
bool EventLoop::Loop::make_room() {
  Connection* oldest = nullptr;
  for (const auto& [id, connection] : connections_) {
    if (connection->state == State::idle && (oldest == nullptr || connection->deadline < oldest->deadline)) {
      oldest = connection.get();
    }
  }
  if (oldest != nullptr) close(*oldest);
  return oldest != nullptr;
}

void EventLoop::Loop::add(Descriptor socket, Peer peer) {
  auto connection = std::make_unique<Connection>();
  connection->id = next_id_++;
  connection->socket = std::move(socket);
  connection->peer = std::move(peer);
  connection->deadline = now_ + options_.deadlines.idle;
  watch(connection->socket.number(), connection->id, EPOLLIN | EPOLLOUT | EPOLLET);
  Connection& added = *connection;
  connections_.emplace(added.id, std::move(connection));
  read_on(added);
}

void EventLoop::Loop::handle(std::uint64_t id, std::uint32_t events) {
  const auto found = connections_.find(id);
  if (found == connections_.end()) return;
  Connection& connection = *found->second;
  if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) connection.readable = true;
  switch (connection.state) {
    case State::idle:
    case State::reading:
      return read_on(connection);
    case State::writing:
      return write_on(connection);
    case State::lingering:
      return drain(connection);
    case State::working:
      return;
  }
}

// --- Reading
// -----------------------------------------------------------------------------------------------------------

void EventLoop::Loop::read_on(Connection& connection) {
  while (true) {
    if (look(connection)) return;
    if (!receive(connection)) return;
  }
}

bool EventLoop::Loop::look(Connection& connection) {
  // RFC 9112 2.2: an empty line before a request is to be ignored.
  while (connection.needed == 0 && connection.in.starts_with("\r\n")) connection.in.erase(0, 2);
  if (connection.in.empty()) return false;
  if (connection.state == State::idle) {
    connection.state = State::reading;
    connection.deadline = now_ + options_.deadlines.request;
  }
  if (connection.needed == 0) {
    const RequestFrame frame = frame_request(connection.in, options_.largest_body);
    if (frame.state == RequestFrame::State::refused) {
      refuse(connection, frame.status);
      return true;
    }
    if (frame.state == RequestFrame::State::head) return false;
    if (frame.total > kLargeRequest && buffered_ + frame.total > options_.most_buffered) {
      refuse(connection, 503);
      return true;
    }
    connection.needed = frame.total;
    buffered_ += frame.total;
    const auto bytes = static_cast<std::int64_t>(frame.total);
    connection.deadline += bytes * 1000 / options_.deadlines.bytes_per_second;
    if (frame.expects_continue && frame.state == RequestFrame::State::body) {
      // A client that does not take these 25 bytes will not take an answer either.
      static_cast<void>(::send(connection.socket.number(), kContinue.data(), kContinue.size(), MSG_NOSIGNAL));
    }
  }
  if (connection.in.size() < connection.needed) return false;
  dispatch(connection);
  return true;
}

// False when nothing more is there now, or the connection is gone.
bool EventLoop::Loop::receive(Connection& connection) {
  if (!connection.readable) return false;
  const std::size_t before = connection.in.size();
  const std::size_t wanted =
      connection.needed > before ? std::min(kChunk, connection.needed - before) : kLargestHead / 2;
  connection.in.resize(before + wanted);
  const ssize_t count = ::recv(connection.socket.number(), connection.in.data() + before, wanted, 0);
  connection.in.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  if (count > 0) return true;
  if (count < 0 && errno == EINTR) return true;
  connection.readable = false;
  // 0: the client will send no more, and what it has sent is no whole request.
  if (count == 0 || (errno != EAGAIN && errno != EWOULDBLOCK)) close(connection);
  return false;
}

// --- Answering
// ---------------------------------------------------------------------------------------------------------

void EventLoop::Loop::dispatch(Connection& connection) {
  std::string request;
  if (connection.in.size() == connection.needed) {
    request.swap(connection.in);
  } else {
    request = connection.in.substr(0, connection.needed);
    connection.in.erase(0, connection.needed);
  }
  connection.state = State::working;
  const bool last = stopping_ || ++connection.requests >= kMostRequests;
  const bool added =
      pool_->add([this, id = connection.id, socket = connection.socket.number(), whole = std::move(request),
                  peer = connection.peer, last]() mutable { work(id, socket, std::move(whole), peer, last); });
  if (!added) refuse(connection, 503);
}

// On a worker's thread. The answer goes to the socket at once; only what it does not take waits for the loop.
void EventLoop::Loop::work(std::uint64_t id, int socket, std::string request, const Peer& peer, bool last) {
  Answer answer = options_.answer(std::move(request), peer, last);
  Finished finished{id, {}, answer.keep_open && !last, false};
  std::size_t sent = 0;
  finished.broken = !send_some(socket, answer.bytes, sent);
  if (sent < answer.bytes.size()) finished.rest = answer.bytes.substr(sent);
  bool first = false;
  {
    const std::lock_guard lock(finished_mutex_);
    first = finished_.empty();
    finished_.push_back(std::move(finished));
  }
  if (first) wake_up();
}

void EventLoop::Loop::take_finished() {
  std::vector<Finished> all;
  {
    const std::lock_guard lock(finished_mutex_);
    all.swap(finished_);
  }
  for (Finished& finished : all) {
    const auto found = connections_.find(finished.id);
    if (found != connections_.end()) finish(*found->second, std::move(finished));
  }
}

void EventLoop::Loop::finish(Connection& connection, Finished finished) {
  buffered_ -= connection.needed;
  connection.needed = 0;
  if (finished.broken) return close(connection);
  connection.keep_open = finished.keep_open;
  connection.out = std::move(finished.rest);
  connection.sent = 0;
  connection.state = State::writing;
  const auto bytes = static_cast<std::int64_t>(connection.out.size());
  connection.deadline = now_ + options_.deadlines.answer + bytes * 1000 / options_.deadlines.bytes_per_second;
  write_on(connection);
}

void EventLoop::Loop::refuse(Connection& connection, int status) {
  connection.keep_open = false;
  connection.linger = true;
  connection.out = options_.refusal(status);
  connection.sent = 0;
  connection.state = State::writing;
  connection.deadline = now_ + options_.deadlines.linger;
  write_on(connection);
}

void EventLoop::Loop::write_on(Connection& connection) {
  if (!send_some(connection.socket.number(), connection.out, connection.sent)) return close(connection);
  if (connection.sent == connection.out.size()) after_writing(connection);
}

void EventLoop::Loop::after_writing(Connection& connection) {
  connection.out = {};
  connection.sent = 0;
  if (!connection.keep_open) {
    if (!connection.linger) return close(connection);
    // A close with unread bytes would send a reset, and the client might lose the answer that explains it.
    ::shutdown(connection.socket.number(), SHUT_WR);
    connection.state = State::lingering;
    connection.deadline = now_ + options_.deadlines.linger;
    return drain(connection);
  }
  connection.state = State::idle;
  connection.deadline = now_ + (stopping_ ? 0 : options_.deadlines.idle);
  read_on(connection);
}

void EventLoop::Loop::drain(Connection& connection) {
  std::array<char, kChunk> waste{};
  while (true) {
    const ssize_t count = ::recv(connection.socket.number(), waste.data(), waste.size(), 0);
    if (count > 0 || (count < 0 && errno == EINTR)) continue;
    if (count == 0 || (errno != EAGAIN && errno != EWOULDBLOCK)) close(connection);
    return;
  }
}

void EventLoop::Loop::close(Connection& connection) {
  buffered_ -= connection.needed;
  const std::uint64_t id = connection.id;
  connections_.erase(id);  // closing the descriptor takes it out of epoll too
  if (!stopping_) pause_accepting(false);
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

// --- The facade
// --------------------------------------------------------------------------------------------------------

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
