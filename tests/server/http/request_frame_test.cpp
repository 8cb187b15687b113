#include "server/http/request_frame.h"

#include <doctest/doctest.h>

#include <string>

namespace hamandish::server {
namespace {

using State = RequestFrame::State;

RequestFrame frame(const std::string& bytes) {
  return frame_request(bytes, [](std::string_view method, std::string_view path) -> std::size_t {
    return method == "POST" && path == "/large" ? 1000 : 10;
  });
}

int refusal(const std::string& bytes) {
  const RequestFrame result = frame(bytes);
  CAPTURE(bytes);
  CHECK(result.state == State::refused);
  return result.status;
}

}  // namespace

TEST_CASE("a request is whole when its head and its body are there") {
  const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  for (std::size_t i = 0; i < head.size(); ++i) CHECK(frame(head.substr(0, i)).state == State::head);
  CHECK(frame(head).state == State::whole);
  CHECK(frame(head).total == head.size());
  CHECK(frame(head + "GET /next").total == head.size());

  const std::string post = "POST /large?x=1 HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\n\r\n";
  CHECK(frame(post).state == State::body);
  CHECK(frame(post + "1234").state == State::body);
  CHECK(frame(post + "12345").state == State::whole);
  CHECK(frame(post + "12345678").total == post.size() + 5);
}

TEST_CASE("a client that waits to be asked for its body is seen") {
  const std::string post = "POST /large HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n";
  CHECK(frame(post).expects_continue);
  CHECK(refusal("POST /large HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nContent-Length: 5\r\n\r\n") == 417);
}

TEST_CASE("one host, exactly") {
  CHECK(refusal("GET / HTTP/1.1\r\n\r\n") == 400);
  CHECK(refusal("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n") == 400);
  CHECK(refusal("GET / HTTP/1.1\r\nHost:\r\n\r\n") == 400);
  CHECK(frame("GET / HTTP/1.0\r\n\r\n").state == State::whole);
}

TEST_CASE("a length that could be read in two ways is refused") {
  const std::string start = "POST /large HTTP/1.1\r\nHost: a\r\n";
  CHECK(refusal(start + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n") == 400);
  CHECK(refusal(start + "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n") == 400);
  CHECK(refusal(start + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n") == 400);
  CHECK(refusal(start + "Content-Length: 5\r\nContent-Length: 5\r\n\r\n") == 400);
  CHECK(refusal(start + "Content-Length: 5, 5\r\n\r\n") == 400);
  CHECK(refusal(start + "Content-Length: +5\r\n\r\n") == 400);
  CHECK(refusal(start + "Content-Length: -5\r\n\r\n") == 400);
  CHECK(refusal(start + "Content-Length: 0x5\r\n\r\n") == 400);
  CHECK(refusal(start + "Content-Length:\r\n\r\n") == 400);
  CHECK(refusal(start + "Content-Length: 99999999999999999999\r\n\r\n") == 400);
  CHECK(refusal(start + "Content-Length : 5\r\n\r\n") == 400);
  CHECK(refusal(start + "Transfer-Encoding: chunked\r\n\r\n") == 411);
  CHECK(refusal(start + "Transfer-Encoding: xchunked\r\n\r\n") == 411);
}

TEST_CASE("bodies have the limit of their address") {
  CHECK(frame("POST /large HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n").state == State::body);
  CHECK(refusal("POST /large HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n") == 413);
  CHECK(refusal("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n") == 413);
}

TEST_CASE("heads that are no HTTP are refused") {
  const std::string host = "\r\nHost: a\r\n\r\n";
  for (const std::string line : {"", "GET", "GET /", "GET  / HTTP/1.1", "GET / HTTP/1.1 ", " GET / HTTP/1.1",
                                 "G\tT / HTTP/1.1", "GET /\x01 HTTP/1.1", "GET /\xd8\xa7 HTTP/1.1", "GET x HTTP/1.1",
                                 "GET http://b/ HTTP/1.1", "GET / FTP/1.1", "\x16\x03\x01 / HTTP/1.1"}) {
    CHECK(refusal(line + host) == 400);
  }
  CHECK(refusal("GET / HTTP/2.0" + host) == 505);
  CHECK(refusal("OPTIONS * HTTP/1.1" + host) == 501);
}

TEST_CASE("headers that are no headers are refused") {
  const std::string start = "GET / HTTP/1.1\r\nHost: a\r\n";
  CHECK(refusal(start + "no colon\r\n\r\n") == 400);
  CHECK(refusal(start + ": no name\r\n\r\n") == 400);
  CHECK(refusal(start + "A: b\r\n folded\r\n\r\n") == 400);
  CHECK(refusal(start + "A: b\nB: c\r\n\r\n") == 400);
  CHECK(refusal(start + "A: b\rc\r\n\r\n") == 400);
  CHECK(refusal(start + "A: b" + std::string(1, '\0') + "c\r\n\r\n") == 400);
  CHECK(frame(start + "A: \xd8\xa7\tb\r\n\r\n").state == State::whole);
}

TEST_CASE("heads have a limit") {
  CHECK(refusal("GET /" + std::string(kLargestTarget, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n") == 414);
  CHECK(refusal(std::string(kLargestHead, 'a')) == 414);
  CHECK(refusal("GET / HTTP/1.1\r\nHost: a\r\nA: " + std::string(kLargestHead, 'a')) == 431);
  std::string many = "GET / HTTP/1.1\r\nHost: a\r\n";
  for (std::size_t i = 0; i < kMostHeaders; ++i) many += "A: b\r\n";
  CHECK(refusal(many + "\r\n") == 431);
}

}  // namespace hamandish::server
