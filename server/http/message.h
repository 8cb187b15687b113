// A request and its reply as the routes see them. Nothing here knows how bytes arrive (server/http/server.h) or which
// library parses them, so every route can be tested without a socket.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hamandish::server {

struct Header {
  std::string name;
  std::string value;
};

// A named value of the address (query or `{id}`) or of a form.
struct Parameter {
  std::string name;
  std::string value;
};

// One part of a multipart form, or one field of an urlencoded one. `content` points into the request's buffers and
// lives as long as the request.
struct Part {
  std::string name;
  bool is_file = false;
  std::string file_name;  // as sent; only with is_file
  std::string_view content;
};

struct Request {
  std::string id;      // made by the server, for the log
  std::string method;  // HEAD has become GET; `head` remembers it
  bool head = false;
  std::string path;     // percent-decoded; may hold any byte
  std::string address;  // of the client, numeric
  std::vector<Header> headers;
  std::vector<Parameter> query;
  std::vector<Parameter> path_values;  // what the route's pattern caught
  std::vector<Part> parts;             // of a form
  std::string_view body;               // raw; empty when it was a multipart form

  // "" if absent. Names without regard to ASCII case; the first of several.
  std::string_view header(std::string_view name) const;
  std::string_view query_value(std::string_view name) const;
  std::string_view path_value(std::string_view name) const;
  // Content of the first part that is not a file; "" if absent.
  std::string_view field(std::string_view name) const;
  // The media type without parameters, in lower case.
  std::string media_type() const;
};

struct Later;

struct Reply {
  int status = 200;
  std::string content_type;
  std::string body;
  std::shared_ptr<const std::string> shared_body;  // instead of body: bytes kept in memory by someone else
  std::vector<Header> headers;
  std::string detail;            // for the log only
  std::shared_ptr<Later> later;  // instead of all of this: the reply is not known yet

  void set(std::string name, std::string value);
  // "" if absent.
  std::string_view header(std::string_view name) const;
};

// A reply that waits for the disk without holding a thread.
struct Later {
  // Begins what is waited for. `ready` is called once, from any thread, when `finish` may be called.
  std::function<void(std::function<void()> ready)> begin;
  // On a worker's thread, once. What the request pointed to is gone by then: captures own what they need.
  std::function<Reply()> finish;
};

// Without regard to ASCII case, whatever the locale.
bool same_ignoring_case(std::string_view a, std::string_view b);
std::string ascii_lower(std::string_view text);

}  // namespace hamandish::server
