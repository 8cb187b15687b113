#include "server/http/request_frame.h"

#include <charconv>
#include <optional>

#include "server/http/message.h"

namespace hamandish::server {
namespace {

// What of the head decides about the frame.
struct Head {
  std::string_view method;
  std::string_view path;
  bool is_1_1 = true;
  std::size_t headers = 0;
  int hosts = 0;
  std::optional<std::size_t> content_length;
  bool transfer_encoding = false;
  std::string_view expect;
};

RequestFrame refused(int status) {
  RequestFrame frame;
  frame.state = RequestFrame::State::refused;
  frame.status = status;
  return frame;
}

// RFC 9110 5.6.2
bool is_token_character(char c) {
  if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return true;
  return std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  for (const char c : text) {
    if (!is_token_character(c)) return false;
  }
  return !text.empty();
}

// Visible ASCII: what a target may hold at most. Browsers percent-encode all else.
bool is_visible(std::string_view text) {
  for (const char c : text) {
    if (c <= ' ' || c > '~') return false;
  }
  return !text.empty();
}

// No control characters but tab: a bare CR, LF or NUL in a value is a smuggler's (RFC 9110 5.5).
bool is_field_value(std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < ' ' && c != '\t') || byte == 0x7f) return false;
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// 0, or the status with which the line is refused.
int read_request_line(std::string_view line, Head& head) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return 400;
  head.method = line.substr(0, first);
  const std::string_view target = line.substr(first + 1, last - first - 1);
  const std::string_view version = line.substr(last + 1);
  if (!is_token(head.method) || !is_visible(target)) return 400;
  if (target.size() > kLargestTarget) return 414;
  if (target.front() != '/') return head.method == "OPTIONS" && target == "*" ? 501 : 400;
  if (version != "HTTP/1.1" && version != "HTTP/1.0") return version.starts_with("HTTP/") ? 505 : 400;
  head.is_1_1 = version == "HTTP/1.1";
  head.path = target.substr(0, target.find_first_of("?#"));
  return 0;
}

std::optional<std::size_t> read_length(std::string_view text) {
  std::size_t length = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (text.empty() || problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return length;
}

int read_header(std::string_view line, Head& head) {
  if (++head.headers > kMostHeaders) return 431;
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return 400;
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (!is_token(name) || !is_field_value(value)) return 400;  // also refuses folded lines, which begin with a space
  if (same_ignoring_case(name, "Host")) {
    if (++head.hosts > 1 || value.empty()) return 400;
  } else if (same_ignoring_case(name, "Content-Length")) {
    if (head.content_length) return 400;  // twice, even if the same
    head.content_length = read_length(value);
    if (!head.content_length) return 400;
  } else if (same_ignoring_case(name, "Transfer-Encoding")) {
    head.transfer_encoding = true;
  } else if (same_ignoring_case(name, "Expect")) {
    head.expect = value;
  }
  return 0;
}

int read_head(std::string_view text, Head& head) {
  bool first = true;
  while (!text.empty()) {
    const std::size_t end = text.find("\r\n");
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 2);
    if (line.empty()) break;
    const int status = first ? read_request_line(line, head) : read_header(line, head);
    if (status != 0) return status;
    first = false;
  }
  if (head.is_1_1 && head.hosts != 1) return 400;
  if (head.transfer_encoding) return head.content_length ? 400 : 411;
  if (!head.expect.empty() && !same_ignoring_case(head.expect, "100-continue")) return 417;
  return 0;
}

}  // namespace

RequestFrame frame_request(std::string_view bytes,
                           const std::function<std::size_t(std::string_view, std::string_view)>& largest_body) {
  const std::size_t end = bytes.substr(0, kLargestHead).find("\r\n\r\n");
  if (end == std::string_view::npos) {
    if (bytes.size() < kLargestHead) return {};
    return refused(bytes.substr(0, kLargestTarget + 64).find("\r\n") == std::string_view::npos ? 414 : 431);
  }
  const std::size_t head_size = end + 4;
  Head head;
  if (const int status = read_head(bytes.substr(0, head_size), head); status != 0) return refused(status);
  const std::size_t length = head.content_length.value_or(0);
  if (length > 0 && length > largest_body(head.method, head.path)) return refused(413);
  RequestFrame frame;
  frame.total = head_size + length;
  frame.expects_continue = !head.expect.empty() && length > 0;
  frame.state = bytes.size() >= frame.total ? RequestFrame::State::whole : RequestFrame::State::body;
  return frame;
}

}  // namespace hamandish::server
