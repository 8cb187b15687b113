#include "web/platform/fetch_web.h"

#include "web/platform/host.h"

namespace hamandish::web {

int WebFetch::send(const Request& request, Done done, Progress progress) {
  std::string headers;
  for (const Header& header : request.headers) headers += header.name + ": " + header.value + "\n";
  const int number = ++last_;
  waiting_[number] = {std::move(done), std::move(progress)};
  host_fetch(number, request.method.data(), request.method.size(), request.path.data(), request.path.size(),
             headers.data(), headers.size(), request.body.data(), request.body.size(), request.file);
  return number;
}

void WebFetch::forget(int number) {
  // A file on its way is stopped; anything else may have effects that we cannot take back, so it is let go on.
  if (waiting_.erase(number) > 0) host_abort(number);
}

void WebFetch::answered(int number, const Response& response) {
  const auto found = waiting_.find(number);
  if (found == waiting_.end()) return;
  const Done done = std::move(found->second.done);  // may send, forget or destroy whatever it belongs to
  waiting_.erase(found);
  done(response);
}

void WebFetch::progressed(int number, int percent) {
  const auto found = waiting_.find(number);
  if (found == waiting_.end() || !found->second.progress) return;
  const Progress progress = found->second.progress;
  progress(percent);
}

}  // namespace hamandish::web
