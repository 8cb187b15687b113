// HTTP towards gateways. Addresses hold keys, so nothing here writes one anywhere: problems are told in words of ours.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hamandish::server {

struct HttpCall {
  std::string method = "GET";
  std::string url;
  std::vector<std::string> headers;  // «Name: value»
  std::string body;
  std::int64_t timeout = 10'000;  // milliseconds, of everything
};

struct HttpAnswer {
  int status = 0;  // 0: there was no answer
  std::string body;
  std::int64_t retry_after = 0;  // seconds; 0: not said
  bool sent = false;             // the other side may have got the request
  std::string problem;           // why there was no answer
};

// One exchange, over http or https (with the machine's certificates), without following redirects; an answer beyond a
// megabyte is a problem. Safe from any thread.
HttpAnswer http_call(const HttpCall& call);

std::string url_encoded(std::string_view text);
using Pairs = std::vector<std::pair<std::string, std::string>>;
// a=b&c=d
std::string form_encoded(const Pairs& pairs);

// Once, before the first call and the first thread.
void start_curl();

}  // namespace hamandish::server
