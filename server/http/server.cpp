#include "server/http/server.h"

// The library's own limits stand behind ours (request_frame.h). Only this file includes it.
#define CPPHTTPLIB_MULTIPART_FORM_DATA_FILE_MAX_COUNT 64
#define CPPHTTPLIB_FORM_URL_ENCODED_PAYLOAD_MAX_LENGTH (512 * 1024)
#include <httplib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

#include "server/config.h"
#include "server/http/event_loop.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kLargestBody = 52UL * 1024 * 1024;  // more than any route takes

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

// The bytes of a response. RFC 9110 8.6, 15.3.5: no length and no body with 204 and 304.
std::string response_bytes(const Reply& reply, bool head, bool close) {
  const std::string& body = reply.shared_body ? *reply.shared_body : reply.body;
  const bool bare = reply.status == 204 || reply.status == 304;
  std::string out;
  out.reserve(1024 + (head || bare ? 0 : body.size()));
  out.append("HTTP/1.1 ").append(std::to_string(reply.status)).append(" ");
  out.append(httplib::status_message(reply.status)).append("\r\n");
  for (const Header& header : reply.headers) {
    out.append(header.name).append(": ").append(header.value).append("\r\n");
  }
  if (!reply.content_type.empty() && !bare) out.append("Content-Type: ").append(reply.content_type).append("\r\n");
  out.append("Date: ").append(http_date()).append("\r\n");
  if (close) out.append("Connection: close\r\n");
  if (!bare) out.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n");
  out.append("\r\n");
  if (!head && !bare) out.append(body);
  return out;
}

// One whole request in memory, and room for its response.
class WholeRequest final : public httplib::Stream {
 public:
  WholeRequest(std::string bytes, const Peer& peer) : in_(std::move(bytes)), peer_(peer) {}
  const std::string& response() const { return out_; }

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

// What the handler has to say about the request that this thread has in hand. The library's handlers are given nothing of
// ours, and the library works off a request in one call on one thread.
struct Exchange {
  std::string path;
  bool handled = false;
  bool head = false;
  Reply reply;
};
thread_local Exchange* exchange_in_hand = nullptr;

// The library without its sockets and threads: its parser and its forms. Responses are written here.
class Library final : public httplib::Server {
 public:
  explicit Library(const HttpServer::Options& options) : options_(options) {
    svr_sock_ = 0;  // it must not believe that it is shutting down; it never touches this one
    const auto handle = [this](const httplib::Request& from, httplib::Response&) {
      Exchange& exchange = *exchange_in_hand;
      Request request = from_library(from);
      request.path = std::move(exchange.path);
      exchange.head = request.head;
      exchange.reply = options_.handler(request);
      exchange.handled = true;
    };
    // Every request has this path when the library looks for a handler: its regular expressions cost as much as our own
    // routing, and its patterns with a name in them nearly nothing.
    const char* const any = "/:any";
    Get(any, handle).Post(any, handle).Put(any, handle).Patch(any, handle).Delete(any, handle);
    httplib::Server::Options(any, handle);
    set_payload_max_length(kLargestBody);
    set_exception_handler([this](const httplib::Request&, httplib::Response&, const std::exception_ptr&) {
      exchange_in_hand->reply = options_.refusal(500);
      exchange_in_hand->handled = true;
    });
  }

  EventLoop::Answer answer(std::string bytes, const Peer& peer, bool last) {
    WholeRequest stream(std::move(bytes), peer);
    Exchange exchange;
    exchange_in_hand = &exchange;
    bool closed = false;
    bool parsed = false;
    const auto prepare = [&](httplib::Request& request) {
      parsed = true;
      request.headers.erase("Expect");  // was answered when the head had come
      request.ranges.clear();           // nothing here is worth resuming
      exchange.path = std::exchange(request.path, "/any");
      if (last || wants_close(request)) {
        closed = true;
        request.headers.erase("Connection");
        request.headers.emplace("Connection", "close");
      }
      if (options_.trust_forwarded && is_loopback(peer.address)) believe_proxy(request);
    };
    const bool done = process_request(stream, peer.address, peer.port, {}, 0, last, closed, prepare);
    exchange_in_hand = nullptr;
    // The library closes after every error. Our requests are whole before they are parsed: nothing is left over that
    // could be taken for the next request, so a form with a mistake costs no new connection.
    const bool keep = done && parsed && !closed;
    if (!exchange.handled) return {refusal(status_in(stream.response())), false, nullptr};
    if (exchange.reply.later) return later(std::move(exchange), keep);
    return {response_bytes(exchange.reply, exchange.head, !keep), keep, nullptr};
  }

  // The bytes of a response to what is no request, or to one that the library does not understand.
  std::string refusal(int status) { return response_bytes(options_.refusal(status), false, true); }

 private:
  static EventLoop::Answer later(Exchange exchange, bool keep) {
    auto answer = std::make_shared<EventLoop::LaterAnswer>();
    const std::shared_ptr<Later> reply = std::move(exchange.reply.later);
    answer->begin = [reply](std::function<void()> ready) { reply->begin(std::move(ready)); };
    answer->finish = [reply, head = exchange.head, keep]() -> EventLoop::Answer {
      return {response_bytes(reply->finish(), head, !keep), keep, nullptr};
    };
    return {{}, keep, std::move(answer)};
  }
  // «HTTP/1.1 413 ...»
  static int status_in(std::string_view response) {
    const std::size_t space = response.find(' ');
    int status = 400;
    if (space != std::string_view::npos) {
      std::from_chars(response.data() + space + 1, response.data() + response.size(), status);
    }
    return status < 400 ? 500 : status;
  }
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
