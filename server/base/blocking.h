// Says of a thread that it waits for something other than a processor, so that a pool of threads (server/http/worker_pool)
// lets another one run meanwhile. Threads outside a pool may say so too: then nobody listens.
#pragma once

namespace hamandish::server {

class BlockingListener {
 public:
  virtual void begins_to_wait() = 0;
  virtual void has_waited() = 0;

 protected:
  ~BlockingListener() = default;
};

// For the calling thread, until it is set anew; nullptr: nobody. `listener` must outlive the thread.
void listen_to_blocking(BlockingListener* listener);

// Held while the thread waits.
class Blocking {
 public:
  Blocking();
  ~Blocking();
  Blocking(const Blocking&) = delete;
  Blocking& operator=(const Blocking&) = delete;

 private:
  BlockingListener* listener_;
};

}  // namespace hamandish::server
