#include "server/http/loop.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "server/http/request_frame.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kLargeRequest = 1024UL * 1024;  // from here on the memory of all clients together counts
constexpr int kMostRequests = 10'000;                 // on one connection
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

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
    const auto bytes = static_cast<std::int64_t>(frame.total);
    connection.deadline += bytes * 1000 / options_.deadlines.bytes_per_second;
    if (frame.expects_continue && frame.state == RequestFrame::State::body) {
      // A client that does not take these 25 bytes will not take an answer either.
      [[maybe_unused]] const ssize_t sent =
          ::send(connection.socket.number(), kContinue.data(), kContinue.size(), MSG_NOSIGNAL);
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
      connection.needed > before ? std::min(arrived_.size(), connection.needed - before) : kLargestHead / 2;
  const ssize_t count = ::recv(connection.socket.number(), arrived_.data(), wanted, 0);
  if (count > 0) connection.in.append(arrived_.data(), static_cast<std::size_t>(count));
  // epoll(7): less than was asked for means that there was no more; what comes later is told.
  if (count > 0 && static_cast<std::size_t>(count) < wanted && !connection.hung_up) connection.readable = false;
  if (count > 0) return count_bytes(connection, static_cast<std::size_t>(count));
  if (count < 0 && errno == EINTR) return true;
  connection.readable = false;
  // 0: the client will send no more, and what it has sent is no whole request.
  if (count == 0 || (errno != EAGAIN && errno != EWOULDBLOCK)) close(connection);
  return false;
}

// Large requests share a limit. Only what has really come counts, so that nobody can take the room of others by
// announcing much and sending little.
bool EventLoop::Loop::count_bytes(Connection& connection, std::size_t bytes) {
  if (connection.needed <= kLargeRequest) return true;
  connection.counted += bytes;
  buffered_ += bytes;
  if (buffered_ <= options_.most_buffered) return true;
  refuse(connection, 503);
  return false;
}

void EventLoop::Loop::forget_bytes(Connection& connection) {
  buffered_ -= std::exchange(connection.counted, 0);
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
  *connection.more = connection.readable || !connection.in.empty();
  const bool last = stopping_ || ++connection.requests >= kMostRequests;
  const Client client{connection.id, connection.socket.number(), last, connection.more, connection.counted};
  const bool added = pool_->add([this, client, whole = std::move(request), peer = connection.peer]() mutable {
    work(client, std::move(whole), peer);
  });
  if (!added) return refuse(connection, 503);
  connection.counted = 0;  // the worker forgets them
}

// On a worker's thread.
void EventLoop::Loop::work(const Client& client, std::string request, const Peer& peer) {
  Answer answer = options_.answer(std::move(request), peer, client.last);
  if (answer.later) return postpone(client, std::move(answer.later));
  deliver(client, std::move(answer));
}

// The thread is free for others until the answer is ready; then any worker takes it up. It was admitted to the pool once
// and is not turned away now.
void EventLoop::Loop::postpone(const Client& client, std::shared_ptr<LaterAnswer> later) {
  ++postponed_;
  LaterAnswer& begun = *later;
  begun.begin([this, client, later = std::move(later)] {
    pool_->add_admitted([this, client, later] { deliver(client, later->finish()); });
    --postponed_;
  });
}

// On a worker's thread. The answer goes to the socket at once; only what it does not take waits for the loop.
void EventLoop::Loop::deliver(const Client& client, Answer answer) {
  buffered_ -= client.counted;  // before the answer: who has it may send the next large request at once
  Finished finished{client.id, {}, 0, answer.keep_open && !client.last, false};
  finished.broken = !send_some(client.socket, answer.bytes, finished.sent);
  if (finished.sent < answer.bytes.size()) {
    finished.out = std::move(answer.bytes);
  } else {
    finished.sent = 0;
  }
  // If the client has its answer and nothing else has come of it, there is no hurry: what it sends next wakes the loop.
  const bool satisfied = finished.keep_open && !finished.broken && finished.out.empty() && !stopping_;
  bool wakes = false;
  {
    const std::lock_guard lock(finished_mutex_);
    wakes = !urgent_ && !(satisfied && !*client.more);
    urgent_ = urgent_ || wakes;
    finished_.push_back(std::move(finished));
  }
  if (wakes) wake_up();
}

void EventLoop::Loop::take_finished() {
  std::vector<Finished> all;
  {
    const std::lock_guard lock(finished_mutex_);
    all.swap(finished_);
    urgent_ = false;
  }
  for (Finished& finished : all) {
    const auto found = connections_.find(finished.id);
    if (found != connections_.end()) finish(*found->second, std::move(finished));
  }
}

void EventLoop::Loop::finish(Connection& connection, Finished finished) {
  connection.needed = 0;
  if (finished.broken) return close(connection);
  connection.keep_open = finished.keep_open;
  connection.out = std::move(finished.out);
  connection.sent = finished.sent;
  connection.state = State::writing;
  const auto bytes = static_cast<std::int64_t>(connection.out.size() - connection.sent);
  connection.deadline = now_ + options_.deadlines.answer + bytes * 1000 / options_.deadlines.bytes_per_second;
  write_on(connection);
}

void EventLoop::Loop::refuse(Connection& connection, int status) {
  forget_bytes(connection);
  connection.in = {};
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
  while (true) {
    const ssize_t count = ::recv(connection.socket.number(), arrived_.data(), arrived_.size(), 0);
    if (count > 0 || (count < 0 && errno == EINTR)) continue;
    if (count == 0 || (errno != EAGAIN && errno != EWOULDBLOCK)) close(connection);
    return;
  }
}

void EventLoop::Loop::close(Connection& connection) {
  forget_bytes(connection);
  const std::uint64_t id = connection.id;
  connections_.erase(id);  // closing the descriptor takes it out of epoll too
  if (!stopping_) pause_accepting(false);
}

}  // namespace hamandish::server
