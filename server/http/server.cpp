#include "server/http/server.h"

// The library's own limits, below ours where both exist. Only this file includes it.
#define CPPHTTPLIB_LISTEN_BACKLOG 4096
#define CPPHTTPLIB_MULTIPART_FORM_DATA_FILE_MAX_COUNT 64
#define CPPHTTPLIB_FORM_URL_ENCODED_PAYLOAD_MAX_LENGTH (256 * 1024)
#define CPPHTTPLIB_TCP_NODELAY true
#include <httplib.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace hamandish::server {
namespace {

constexpr std::size_t kLargestBody = 52U * 1024 * 1024;  // a form with five attachments of 10 MB and its text

Request from_library(const httplib::Request& from) {
  Request request;
  request.head = from.method == "HEAD";
  request.method = request.head ? "GET" : from.method;
  request.path = from.path;
  request.address = from.remote_addr;
  for (const auto& [name, value] : from.headers) request.headers.push_back({name, value});
  for (const auto& [name, value] : from.params) request.query.push_back({name, value});
  for (const auto& [name, field] : from.form.fields) request.parts.push_back({name, false, {}, field.content});
  for (const auto& [name, file] : from.form.files) request.parts.push_back({name, true, file.filename, file.content});
  request.body = from.body;
  if (request.media_type() == "application/x-www-form-urlencoded") {
    for (const auto& [name, value] : from.params) request.parts.push_back({name, false, {}, value});
  }
  return request;
}

void to_library(Reply reply, httplib::Response& to) {
  to.status = reply.status;
  for (const Header& header : reply.headers) to.set_header(header.name, header.value);
  if (reply.shared_body) {
    const std::size_t size = reply.shared_body->size();
    to.set_content_provider(
        size, reply.content_type,
        [bytes = std::move(reply.shared_body)](std::size_t at, std::size_t length, httplib::DataSink& sink) {
          return sink.write(bytes->data() + at, length);
        });
    return;
  }
  if (!reply.content_type.empty()) to.set_header("Content-Type", reply.content_type);
  to.body = std::move(reply.body);
}

}  // namespace

class HttpServer::Body {
 public:
  explicit Body(Options options) : options_(std::move(options)) {
    const auto handle = [this](const httplib::Request& request, httplib::Response& response) {
      to_library(options_.handler(from_library(request)), response);
    };
    library_.Get(".*", handle).Post(".*", handle).Put(".*", handle).Patch(".*", handle);
    library_.Delete(".*", handle).Options(".*", handle);
    library_.set_exception_handler([this](const httplib::Request&, httplib::Response& response, std::exception_ptr) {
      to_library(options_.refusal(500), response);
    });
    library_.set_error_handler([this](const httplib::Request&, httplib::Response& response) {
      if (response.body.empty()) to_library(options_.refusal(response.status), response);
    });
    library_.set_payload_max_length(kLargestBody);
    library_.new_task_queue = [this] { return new httplib::ThreadPool(static_cast<std::size_t>(options_.workers)); };
  }

  Result<int> bind(const std::string& host, int port) {
    errno = 0;
    const int bound = port == 0 ? library_.bind_to_any_port(host) : (library_.bind_to_port(host, port) ? port : -1);
    if (bound < 0) return make_error(Code::unavailable, "error.unavailable", std::strerror(errno));
    return bound;
  }
  void run() { library_.listen_after_bind(); }
  void stop() { library_.stop(); }

 private:
  Options options_;
  httplib::Server library_;
};

HttpServer::HttpServer(Options options) : body_(std::make_unique<Body>(std::move(options))) {}
HttpServer::~HttpServer() = default;
Result<int> HttpServer::bind(const std::string& host, int port) {
  return body_->bind(host, port);
}
void HttpServer::run() {
  body_->run();
}
void HttpServer::stop() {
  body_->stop();
}

}  // namespace hamandish::server
