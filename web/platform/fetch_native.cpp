#include "web/platform/fetch_native.h"

#include <algorithm>

#include "shared/base/check.h"

namespace hamandish::web {

int FakeFetch::send(const Request& request, Done done, Progress progress) {
  sent.push_back(request);
  const int number = static_cast<int>(sent.size());
  waiting_[number] = {std::move(done), std::move(progress)};
  return number;
}

void FakeFetch::forget(int number) {
  waiting_.erase(number);
}

const Request& FakeFetch::last() const {
  HAMANDISH_CHECK(!sent.empty());
  return sent.back();
}

void FakeFetch::answer(int status, std::string body, int number) {
  if (number == 0) number = static_cast<int>(sent.size());
  HAMANDISH_CHECK(std::find(finished_.begin(), finished_.end(), number) == finished_.end());
  finished_.push_back(number);
  const auto found = waiting_.find(number);
  if (found == waiting_.end()) return;
  const Done done = std::move(found->second.done);
  waiting_.erase(found);
  done({status, std::move(body)});
}

void FakeFetch::progress(int percent, int number) {
  const auto found = waiting_.find(number == 0 ? static_cast<int>(sent.size()) : number);
  if (found != waiting_.end() && found->second.progress) found->second.progress(percent);
}

}  // namespace hamandish::web
