// The server on a real socket: how requests arrive, and what those do who send them badly.
#include "server/http/server.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "tests/support/raw_client.h"

namespace hamandish::server {
namespace {

using test::RawClient;

// A server of two workers that answers with what it understood.
class Running {
 public:
  Running() : server_(options()) {
    const Result<int> port = server_.bind("127.0.0.1", 0);
    REQUIRE(port.ok());
    port_ = *port;
    thread_ = std::thread([this] { server_.run(); });
  }
  ~Running() { stop(); }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  int port() const { return port_; }
  void begin_stop() { server_.stop(); }
  void stop() {
    server_.stop();
    if (thread_.joinable()) thread_.join();
  }

 private:
  // A reply that is ready after a fifth of a second, told by a thread that is none of the server's.
  static Reply later(const Request& request) {
    Reply reply;
    reply.later = std::make_shared<Later>();
    reply.later->begin = [](std::function<void()> ready) {
      std::thread([ready = std::move(ready)] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        ready();
      }).detach();
    };
    reply.later->finish = [path = request.path] {
      Reply made;
      made.content_type = "text/plain";
      made.body = "later " + path;
      return made;
    };
    return reply;
  }
  static Reply answer(const Request& request) {
    if (request.path.starts_with("/later")) return later(request);
    if (request.path == "/throw") throw std::runtime_error("secret detail");
    if (request.path == "/throw-int") throw 7;  // NOLINT: what a library might do
    if (request.path == "/slow") std::this_thread::sleep_for(std::chrono::milliseconds(300));
    Reply reply;
    reply.content_type = "text/plain";
    reply.set("X-Request-Id", "1");
    reply.status = request.path == "/invalid" ? 422 : 200;
    if (request.path == "/large") {
      reply.shared_body = std::make_shared<const std::string>(8 * 1024 * 1024, 'x');
      return reply;
    }
    reply.body = request.method + (request.head ? "(head)" : "") + " " + request.path + " " + std::string(request.body);
    for (const Parameter& parameter : request.query) reply.body += " ?" + parameter.name + "=" + parameter.value;
    for (const Part& part : request.parts) {
      reply.body +=
          " [" + part.name + (part.is_file ? " " + part.file_name : "") + ":" + std::string(part.content) + "]";
    }
    return reply;
  }
  static HttpServer::Options options() {
    HttpServer::Options made;
    made.handler = [](Request& request) { return answer(request); };
    made.body_limit = [](std::string_view, std::string_view path) -> std::size_t {
      return path == "/upload" ? 20'000'000 : 1000;
    };
    made.refusal = [](int status) {
      Reply reply;
      reply.status = status;
      reply.content_type = "text/plain";
      reply.body = "refused";
      return reply;
    };
    made.workers = 2;
    return made;
  }

  HttpServer server_;
  int port_ = 0;
  std::thread thread_;
};

std::string get(const std::string& path) {
  return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

std::string post(const std::string& path, const std::string& type, const std::string& body) {
  return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: " + type +
         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string body_of(const std::string& response) {
  const std::size_t end = response.find("\r\n\r\n");
  return end == std::string::npos ? "" : response.substr(end + 4);
}

bool has_status(const std::string& response, int status) {
  return response.starts_with("HTTP/1.1 " + std::to_string(status) + " ");
}

}  // namespace

TEST_CASE("requests come in one after the other, in pieces, and several at once") {
  const Running server;
  RawClient client(server.port());
  REQUIRE(client.send(get("/a?x=1&y=%D8%A7")));
  CHECK(body_of(client.receive()) == "GET /a  ?x=1 ?y=\xd8\xa7");
  for (const char c : get("/b")) REQUIRE(client.send(std::string(1, c)));
  CHECK(body_of(client.receive()) == "GET /b ");
  REQUIRE(client.send(get("/c") + post("/d", "text/plain", "body") + "\r\n" + get("/e")));
  CHECK(body_of(client.receive()) == "GET /c ");
  CHECK(body_of(client.receive()) == "POST /d body");
  CHECK(body_of(client.receive()) == "GET /e ");
}

TEST_CASE("forms are taken apart") {
  const Running server;
  RawClient client(server.port());
  REQUIRE(client.send(post("/form", "application/x-www-form-urlencoded", "a=1+2&b=%D8%A7")));
  CHECK(body_of(client.receive()).find("[a:1 2] [b:\xd8\xa7]") != std::string::npos);
  const std::string parts =
      "--x\r\nContent-Disposition: form-data; name=\"t\"\r\n\r\nhello\r\n"
      "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\n\r\nfile\r\n--x--\r\n";
  REQUIRE(client.send(post("/form", "multipart/form-data; boundary=x", parts)));
  CHECK(body_of(client.receive()) == "POST /form  [t:hello] [f a.txt:file]");
  REQUIRE(client.send(post("/form", "multipart/form-data; boundary=x", parts.substr(0, parts.size() - 20))));
  CHECK(has_status(client.receive(), 400));
}

TEST_CASE("HEAD is a GET without its body") {
  const Running server;
  RawClient client(server.port());
  REQUIRE(client.send("HEAD /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
  const std::string response = client.receive();
  CHECK(has_status(response, 200));
  CHECK(response.find("Content-Length: 13") != std::string::npos);
  CHECK(body_of(response).empty());
}

TEST_CASE("an error of ours leaves the connection open, a request that is none closes it") {
  const Running server;
  RawClient client(server.port());
  REQUIRE(client.send(get("/invalid")));
  const std::string response = client.receive();
  CHECK(has_status(response, 422));
  CHECK(response.find("Connection: close") == std::string::npos);
  REQUIRE(client.send(get("/next")));
  CHECK(has_status(client.receive(), 200));
  REQUIRE(client.send("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" + get("/smuggled")));
  const std::string refusal = client.receive();
  CHECK(has_status(refusal, 400));
  CHECK(refusal.find("Connection: close") != std::string::npos);
  CHECK(client.closed());
}

TEST_CASE("whatever a route throws becomes a 500 without its detail") {
  const Running server;
  RawClient client(server.port());
  for (const char* path : {"/throw", "/throw-int"}) {
    REQUIRE(client.send(get(path)));
    const std::string response = client.receive();
    CHECK(has_status(response, 500));
    CHECK(body_of(response) == "refused");
    CHECK(response.find("secret") == std::string::npos);
  }
  REQUIRE(client.send(get("/alive")));
  CHECK(has_status(client.receive(), 200));
}

TEST_CASE("a body that is too large is refused before it is read, and the client can read why") {
  const Running server;
  RawClient client(server.port());
  REQUIRE(client.send("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n"));
  CHECK(has_status(client.receive(), 413));
  // A client that goes on sending is not cut off before it has read the answer.
  RawClient stubborn(server.port());
  stubborn.send("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n" + std::string(3'000'000, 'x'));
  CHECK(has_status(stubborn.receive(), 413));
}

TEST_CASE("a large body and a large answer get through") {
  const Running server;
  RawClient client(server.port());
  REQUIRE(client.send("POST /upload HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5000000\r\n\r\n"));
  CHECK(client.receive() == "HTTP/1.1 100 Continue\r\n\r\n");
  REQUIRE(client.send(std::string(5'000'000, 'y')));
  const std::string response = client.receive();
  CHECK(body_of(response).size() == 5'000'000 + std::string("POST /upload ").size());
  REQUIRE(client.send(get("/large")));
  CHECK(body_of(client.receive()).size() == 8 * 1024 * 1024);
}

TEST_CASE("idle and half-sent connections take no worker") {
  const Running server;
  std::vector<std::unique_ptr<RawClient>> others;
  for (int i = 0; i < 200; ++i) {
    others.push_back(std::make_unique<RawClient>(server.port()));
    REQUIRE(others.back()->connected());
    if (i % 2 == 0) others.back()->send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345");
    if (i % 4 == 1) others.back()->send("GET /half HTT");
  }
  RawClient client(server.port());
  client.set_patience(2000);
  REQUIRE(client.send(get("/quick")));
  CHECK(body_of(client.receive()) == "GET /quick ");
  // And they are still served when they go on.
  REQUIRE(others[0]->send("67890"));
  CHECK(body_of(others[0]->receive()) == "POST /upload 1234567890");
  REQUIRE(others[1]->send("P/1.1\r\nHost: a\r\n\r\n"));
  CHECK(body_of(others[1]->receive()) == "GET /half ");
}

TEST_CASE("a client that does not read holds up nobody") {
  const Running server;
  std::vector<std::unique_ptr<RawClient>> deaf;
  for (int i = 0; i < 8; ++i) {
    deaf.push_back(std::make_unique<RawClient>(server.port()));
    REQUIRE(deaf.back()->send(get("/large")));
  }
  RawClient client(server.port());
  REQUIRE(client.send(get("/quick")));
  CHECK(body_of(client.receive()) == "GET /quick ");
  CHECK(body_of(deaf[0]->receive()).size() == 8 * 1024 * 1024);
}

TEST_CASE("clients that leave in the middle leave nothing behind") {
  const Running server;
  for (int i = 0; i < 50; ++i) {
    RawClient gone(server.port());
    gone.send(i % 2 == 0 ? get("/large") : get("/slow").substr(0, 20));
  }
  RawClient client(server.port());
  REQUIRE(client.send(get("/alive")));
  CHECK(has_status(client.receive(), 200));
}

TEST_CASE("HTTP/1.0 and «Connection: close» are closed after the answer") {
  const Running server;
  RawClient old(server.port());
  REQUIRE(old.send("GET /old HTTP/1.0\r\n\r\n"));
  CHECK(body_of(old.receive()) == "GET /old ");
  CHECK(old.closed());
  RawClient client(server.port());
  REQUIRE(client.send("GET /a HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n"));
  CHECK(client.receive().find("Connection: close") != std::string::npos);
  CHECK(client.closed());
}

TEST_CASE("stopping finishes what was accepted and takes nothing new") {
  auto server = std::make_unique<Running>();
  const int port = server->port();
  RawClient idle(port);
  RawClient busy(port);
  REQUIRE(idle.send(get("/first")));
  CHECK(has_status(idle.receive(), 200));
  REQUIRE(busy.send(get("/slow")));
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  const auto start = std::chrono::steady_clock::now();
  server->begin_stop();
  CHECK(body_of(busy.receive()) == "GET /slow ");
  server->stop();
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(3));
  CHECK(idle.closed());
  CHECK(!RawClient(port).connected());
}

TEST_CASE("a port in use is said so") {
  const Running server;
  HttpServer::Options options;
  options.workers = 1;
  HttpServer second(std::move(options));
  const Result<int> port = second.bind("127.0.0.1", server.port());
  REQUIRE(!port.ok());
  CHECK(port.error().code == Code::unavailable);
  CHECK(port.error().detail == "Address already in use");
}

TEST_CASE("replies that come later hold no worker, keep their connection, and are finished before the end") {
  Running server;
  const auto start = std::chrono::steady_clock::now();
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 12; ++i) {
    clients.push_back(std::make_unique<RawClient>(server.port()));
    REQUIRE(clients.back()->send(get("/later/" + std::to_string(i))));
  }
  // Both workers are free meanwhile.
  RawClient other(server.port());
  REQUIRE(other.send(get("/now")));
  CHECK(body_of(other.receive()) == "GET /now ");
  for (std::size_t i = 0; i < clients.size(); ++i) {
    CHECK(body_of(clients[i]->receive()) == "later /later/" + std::to_string(i));
  }
  // With two workers that slept, twelve would take six times as long.
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::milliseconds(1100));
  // The same connection goes on, two requests in one piece too.
  REQUIRE(clients[0]->send(get("/later/a") + get("/b")));
  CHECK(body_of(clients[0]->receive()) == "later /later/a");
  CHECK(body_of(clients[0]->receive()) == "GET /b ");
  // The server stops while one waits: that one is answered first.
  REQUIRE(clients[1]->send(get("/later/last")));
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  server.begin_stop();
  CHECK(body_of(clients[1]->receive()) == "later /later/last");
  server.stop();
}

TEST_CASE("a client that has said all it has to say is answered, then closed") {
  const Running server;
  RawClient client(server.port());
  REQUIRE(client.send(get("/one")));
  client.finish_sending();
  CHECK(body_of(client.receive()) == "GET /one ");
  CHECK(client.closed());
}

}  // namespace hamandish::server
