// A network for tests: nothing is sent; the test reads what was asked and gives the answers.
#pragma once

#include <map>

#include "web/platform/fetch.h"

namespace hamandish::web {

class FakeFetch : public Fetch {
 public:
  int send(const Request& request, Done done, Progress progress) override;
  void forget(int number) override;

  // Everything that was sent, oldest first; its number is its position plus 1.
  std::vector<Request> sent;
  const Request& last() const;
  // Answers a request; the last one by default. Aborts if it was answered before; does nothing if it was forgotten.
  void answer(int status, std::string body, int number = 0);
  void progress(int percent, int number = 0);

 private:
  struct Waiting {
    Done done;
    Progress progress;
  };
  std::map<int, Waiting> waiting_;
  std::vector<int> finished_;
};

}  // namespace hamandish::web
