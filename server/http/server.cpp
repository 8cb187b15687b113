#include "server/http/server.h"

// The library's own limits stand behind ours (request_frame.h). Only this file includes it.
#define CPPHTTPLIB_MULTIPART_FORM_DATA_FILE_MAX_COUNT 64
#define CPPHTTPLIB_FORM_URL_ENCODED_PAYLOAD_MAX_LENGTH (512 * 1024)
#include <httplib.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "server/config.h"
#include "server/http/event_loop.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kLargestBody = 52UL * 1024 * 1024;  // more than any route takes
constexpr const char* kAnswered = "X-Request-Id";         // stands in every answer of the handler

// RFC 9110 5.6.7. Not strftime, whose names follow the locale.
std::string http_date() {
  constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                kDays[static_cast<std::size_t>(utc.tm_wday)], utc.tm_mday,
                kMonths[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
  return text.data();
}

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

// One whole request in memory, and room for its response.
class WholeRequest final : public httplib::Stream {
 public:
  WholeRequest(std::string bytes, const Peer& peer) : in_(std::move(bytes)), peer_(peer) {}
  std::string take_response() { return std::move(out_); }

  bool is_readable() const override { return at_ < in_.size(); }
  bool wait_readable() const override { return is_readable(); }
  bool wait_writable() const override { return true; }
  ssize_t read(char* to, std::size_t size) override {
    const std::size_t count = std::min(size, in_.size() - at_);
    std::memcpy(to, in_.data() + at_, count);
    at_ += count;
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* from, std::size_t size) override {
    out_.append(from, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string& address, int& port) const override {
    address = peer_.address;
    port = peer_.port;
  }
  void get_local_ip_and_port(std::string& address, int& port) const override {
    address.clear();
    port = 0;
  }
  socket_t socket() const override { return INVALID_SOCKET; }
  time_t duration() const override { return 0; }

 private:
  std::string in_;
  std::size_t at_ = 0;
  std::string out_;
  const Peer& peer_;
};

// The library without its sockets and threads: its parser, its forms, its response writer.
class Library final : public httplib::Server {
 public:
  explicit Library(const HttpServer::Options& options) : options_(options) {
    svr_sock_ = 0;  // it must not believe that it is shutting down; it never touches this one
    const auto handle = [this](const httplib::Request& from, httplib::Response& to) {
      Request request = from_library(from);
      to_library(options_.handler(request), to);
    };
    Get(".*", handle).Post(".*", handle).Put(".*", handle).Patch(".*", handle).Delete(".*", handle);
    httplib::Server::Options(".*", handle);
    set_payload_max_length(kLargestBody);
    set_exception_handler([this](const httplib::Request&, httplib::Response& to, const std::exception_ptr&) {
      to_library(options_.refusal(500), to);
    });
    set_error_handler([this](const httplib::Request&, httplib::Response& to) {
      if (!to.has_header(kAnswered)) to_library(options_.refusal(to.status), to);
    });
    set_post_routing_handler([](const httplib::Request& request, httplib::Response& to) {
      to.headers.erase("Keep-Alive");
      to.headers.erase("Accept-Ranges");
      // The library closes after every error. Our requests are whole before they are parsed: nothing is left over that
      // could be taken for the next request, so a form with a mistake costs no new connection.
      if (request.get_header_value("Connection") != "close") to.headers.erase("Connection");
      to.set_header("Date", http_date());
    });
  }

  EventLoop::Answer answer(std::string bytes, const Peer& peer, bool last) {
    WholeRequest stream(std::move(bytes), peer);
    bool closed = false;
    bool parsed = false;
    const auto prepare = [&](httplib::Request& request) {
      parsed = true;
      request.headers.erase("Expect");  // was answered when the head had come
      request.ranges.clear();           // nothing here is worth resuming
      if (last || wants_close(request)) {
        closed = true;
        request.headers.erase("Connection");
        request.headers.emplace("Connection", "close");
      }
      if (options_.trust_forwarded && is_loopback(peer.address)) believe_proxy(request);
    };
    const bool done = process_request(stream, peer.address, peer.port, {}, 0, last, closed, prepare);
    return {stream.take_response(), done && parsed && !closed};
  }

  // The bytes of a response to what is no request.
  std::string refusal(int status) {
    httplib::Response response;
    to_library(options_.refusal(status), response);
    std::string out = "HTTP/1.1 " + std::to_string(status) + " " + httplib::status_message(status) + "\r\n";
    for (const auto& [name, value] : response.headers) out.append(name).append(": ").append(value).append("\r\n");
    out += "Date: " + http_date() + "\r\nConnection: close\r\n";
    out += "Content-Length: " + std::to_string(response.body.size()) + "\r\n\r\n";
    return out + response.body;
  }

 private:
  static bool wants_close(const httplib::Request& request) {
    if (request.version == "HTTP/1.0") return true;
    const std::string connection = ascii_lower(request.get_header_value("Connection"));
    return connection.find("close") != std::string::npos;
  }
  // Our proxy appends the address it saw; what stands before it was said by the client.
  static void believe_proxy(httplib::Request& request) {
    const std::string chain = request.get_header_value("X-Forwarded-For");
    const std::size_t last = chain.find_last_of(", ");
    const std::string address = last == std::string::npos ? chain : chain.substr(last + 1);
    if (!address.empty()) request.remote_addr = address;
  }

  const HttpServer::Options& options_;
};

}  // namespace

class HttpServer::Body {
 public:
  explicit Body(Options options) : options_(std::move(options)), library_(options_), loop_(loop_options()) {}

  EventLoop& loop() { return loop_; }

 private:
  EventLoop::Options loop_options() {
    EventLoop::Options made;
    made.answer = [this](std::string bytes, const Peer& peer, bool last) {
      return library_.answer(std::move(bytes), peer, last);
    };
    made.refusal = [this](int status) { return library_.refusal(status); };
    made.largest_body = options_.body_limit;
    made.workers = options_.workers;
    return made;
  }

  Options options_;
  Library library_;
  EventLoop loop_;
};

HttpServer::HttpServer(Options options) : body_(std::make_unique<Body>(std::move(options))) {}
HttpServer::~HttpServer() = default;
Result<int> HttpServer::bind(const std::string& host, int port) {
  return body_->loop().bind(host, port);
}
void HttpServer::run() {
  body_->loop().run();
}
void HttpServer::stop() {
  body_->loop().stop();
}

}  // namespace hamandish::server
