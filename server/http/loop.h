// The inside of EventLoop (event_loop.h): its connections and what happens to them. loop.cpp: who is there, and for how
// long; loop_requests.cpp: what they send and get.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/http/event_loop.h"
#include "server/http/socket.h"
#include "server/http/worker_pool.h"

namespace hamandish::server {

// One state waits for the client, the next for us: see the drawing in event_loop.h.
enum class State { idle, reading, working, writing, lingering };

struct Connection {
  std::uint64_t id = 0;
  Descriptor socket;
  Peer peer;
  State state = State::idle;
  std::string in;           // what has come of the next request, and sometimes of the one after it
  std::string out;          // what the client has not taken yet
  std::size_t sent = 0;     // of `out`
  std::size_t needed = 0;   // bytes of the whole request; 0: not known yet
  std::size_t counted = 0;  // of `in`, towards the memory of all clients together
  std::int64_t deadline = 0;
  int requests = 0;
  bool readable = true;  // edge-triggered: true until recv has taken all there was
  bool hung_up = false;  // the client sends no more: recv will say so once, and epoll not again
  // While a worker answers: something has come, or is here already, that wants to be looked at right after.
  std::shared_ptr<std::atomic<bool>> more = std::make_shared<std::atomic<bool>>(false);
  bool keep_open = false;
  bool linger = false;  // after `out`
};

// What a worker brings back.
struct Finished {
  std::uint64_t id = 0;
  std::string out;       // empty if the socket took all of it at once
  std::size_t sent = 0;  // of `out`
  bool keep_open = false;
  bool broken = false;
};

class EventLoop::Loop {
 public:
  explicit Loop(Options options);
  Result<int> bind(const std::string& host, int port);
  void run();
  void stop();

 private:
  void watch(int descriptor, std::uint64_t id, std::uint32_t events) const;
  void wake_up() const;
  void wait_once();
  void accept_all();
  Connection* dispensable();
  void add(Descriptor socket, Peer peer);
  void pause_accepting(bool pause);
  void handle(std::uint64_t id, std::uint32_t events);
  void begin_stopping();

  void read_on(Connection& connection);
  bool receive(Connection& connection);
  // True when the state has changed and nothing more is to be read now.
  bool look(Connection& connection);
  void dispatch(Connection& connection);
  // The connection that a worker answers.
  struct Client {
    std::uint64_t id = 0;
    int socket = -1;
    bool last = false;
    std::shared_ptr<const std::atomic<bool>> more;
    std::size_t counted = 0;  // of its request, as in Connection
  };
  void work(const Client& client, std::string request, const Peer& peer);
  void postpone(const Client& client, std::shared_ptr<LaterAnswer> later);
  void deliver(const Client& client, Answer answer);
  void take_finished();
  void finish(Connection& connection, Finished finished);
  void refuse(Connection& connection, int status);
  void write_on(Connection& connection);
  void after_writing(Connection& connection);
  void drain(Connection& connection);
  void close(Connection& connection);
  void check_deadlines();
  void expire(Connection& connection);
  bool count_bytes(Connection& connection, std::size_t bytes);
  void forget_bytes(Connection& connection);

  Options options_;
  Descriptor epoll_;
  Descriptor wake_;
  Descriptor listener_;
  std::unordered_map<std::uint64_t, std::unique_ptr<Connection>> connections_;
  std::uint64_t next_id_ = 2;             // 0 and 1 are the listener and the wake-up
  std::atomic<std::size_t> buffered_{0};  // what is counted of all clients
  std::int64_t now_ = 0;
  std::int64_t next_check_ = 0;
  std::int64_t stop_at_ = 0;
  bool accepting_ = false;
  bool jobs_wait_ = false;
  std::atomic<bool> stopping_{false};
  std::atomic<int> postponed_{0};  // answers that wait for something else than a worker
  std::mutex finished_mutex_;
  std::vector<Finished> finished_;
  bool urgent_ = false;  // one of these should not wait until the loop wakes anyway
  std::vector<char> arrived_ = std::vector<char>(64UL * 1024);
  std::unique_ptr<WorkerPool> pool_;  // last: its threads end before all else does
};

}  // namespace hamandish::server
