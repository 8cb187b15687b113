// The network of a browser; see fetch.h. main_web.cpp passes on what JavaScript reports.
#pragma once

#include <map>

#include "web/platform/fetch.h"

namespace hamandish::web {

class WebFetch : public Fetch {
 public:
  int send(const Request& request, Done done, Progress progress) override;
  void forget(int number) override;

  void answered(int number, const Response& response);
  void progressed(int number, int percent);

 private:
  struct Waiting {
    Done done;
    Progress progress;
  };
  std::map<int, Waiting> waiting_;
  int last_ = 0;
};

}  // namespace hamandish::web
