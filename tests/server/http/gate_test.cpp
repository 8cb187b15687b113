#include "server/http/gate.h"

#include <doctest/doctest.h>

namespace hamandish::server {
namespace {

Request with_cookie(const std::string& value) {
  Request request;
  request.headers = {{"cookie", value}};
  return request;
}

}  // namespace

TEST_CASE("the session is found among other cookies, by its whole name") {
  CHECK(session_token(with_cookie("session=abc"), false) == "abc");
  CHECK(session_token(with_cookie("a=1; session=abc; b=2"), false) == "abc");
  CHECK(session_token(with_cookie("xsession=abc; sessionx=d"), false).empty());
  CHECK(session_token(with_cookie(""), false).empty());
  CHECK(session_token(with_cookie("session"), false).empty());
  CHECK(session_token(with_cookie(";;; session=a=b"), false) == "a=b");
}

TEST_CASE("behind TLS only the cookie with the prefix counts") {
  CHECK(session_token(with_cookie("session=abc"), true).empty());
  CHECK(session_token(with_cookie("session=abc; __Host-session=def"), true) == "def");
  CHECK(session_cookie("t", true) == "__Host-session=t; Path=/; HttpOnly; SameSite=Strict; Secure");
  CHECK(session_cookie("t", false) == "session=t; Path=/; HttpOnly; SameSite=Strict");
}

}  // namespace hamandish::server
