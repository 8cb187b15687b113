#include "server/channels/imap.h"

#include <curl/curl.h>
#include <poll.h>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace hamandish::server {
namespace {

constexpr auto kWhole = std::chrono::minutes(20);       // of one session, however busily it drips
constexpr std::size_t kMostBytes = 40UL * 1024 * 1024;  // of one answer

Error unavailable(std::string detail) {
  return make_error(Code::unavailable, "error.unavailable", std::move(detail));
}

// As a quoted string; names of folders come from the configuration.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') out += '\\';
    if (letter != '\r' && letter != '\n') out += letter;
  }
  return out + '"';
}

std::int64_t number_after(std::string_view text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return 0;
  std::int64_t number = 0;
  std::from_chars(text.data() + at + mark.size(), text.data() + text.size(), number);
  return number;
}

}  // namespace

struct ImapSession::Parts {
  std::unique_ptr<CURL, void (*)(CURL*)> curl{nullptr, curl_easy_cleanup};
  curl_socket_t socket = CURL_SOCKET_BAD;
  std::string buffer;
  int number = 0;
  int patience = 0;  // milliseconds of silence
  std::chrono::steady_clock::time_point end = std::chrono::steady_clock::now() + kWhole;

  bool wait(short events) const {
    pollfd one{socket, events, 0};
    return std::chrono::steady_clock::now()<end&& ::poll(&one, 1, patience)> 0;
  }

  Result<void> send(std::string_view bytes) {
    while (!bytes.empty()) {
      std::size_t sent = 0;
      const CURLcode code = curl_easy_send(curl.get(), bytes.data(), bytes.size(), &sent);
      bytes.remove_prefix(sent);
      if (code == CURLE_OK) continue;
      if (code != CURLE_AGAIN) return unavailable(curl_easy_strerror(code));
      if (!wait(POLLOUT)) return unavailable("the mail server is silent");
    }
    return {};
  }

  Result<void> more() {
    char bytes[16384];
    for (;;) {
      std::size_t got = 0;
      const CURLcode code = curl_easy_recv(curl.get(), bytes, sizeof bytes, &got);
      if (code == CURLE_OK && got == 0) return unavailable("the mail server hung up");
      if (code == CURLE_OK) {
        buffer.append(bytes, got);
        return {};
      }
      if (code != CURLE_AGAIN) return unavailable(curl_easy_strerror(code));
      if (!wait(POLLIN)) return unavailable("the mail server is silent");
    }
  }

  Result<std::string> take_line() {
    std::size_t line_end = buffer.find("\r\n");
    while (line_end == std::string::npos) {
      if (buffer.size() > kMostBytes) return unavailable("too long a line");
      const std::size_t seen = buffer.empty() ? 0 : buffer.size() - 1;
      Result<void> done = more();
      if (!done) return done.error();
      line_end = buffer.find("\r\n", seen);
    }
    std::string line = buffer.substr(0, line_end);
    buffer.erase(0, line_end + 2);
    return line;
  }

  Result<std::string> take_bytes(std::size_t count) {
    if (count > kMostBytes) return unavailable("too large a message");
    while (buffer.size() < count) {
      Result<void> done = more();
      if (!done) return done.error();
    }
    std::string bytes = buffer.substr(0, count);
    buffer.erase(0, count);
    return bytes;
  }
};

// Untagged lines, and what stood in them as literals.
struct ImapSession::Answer {
  std::vector<std::string> lines;
  std::vector<std::string> literals;
};

ImapSession::ImapSession(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ImapSession::~ImapSession() {
  if (parts_->curl) (void)parts_->send("Z9 LOGOUT\r\n");
}

Result<std::unique_ptr<ImapSession>> ImapSession::open(const MailboxConfig& box) {
  auto parts = std::make_unique<Parts>();
  parts->curl.reset(curl_easy_init());
  CURL* curl = parts->curl.get();
  if (curl == nullptr) return unavailable("no memory");
  curl_easy_setopt(curl, CURLOPT_URL, box.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "imap,imaps");
  curl_easy_setopt(curl, CURLOPT_USERNAME, box.user.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, box.key.c_str());
  curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(box.tls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
  curl_easy_setopt(curl, CURLOPT_CONNECT_ONLY, 1L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  // Greeting, TLS and signing in: libcurl itself would wait two minutes for each.
  parts->patience = static_cast<int>(box.timeout);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, std::min(10'000L, static_cast<long>(box.timeout)));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(box.timeout) * 2);
  if (!box.certificates.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, box.certificates.c_str());
  const CURLcode code = curl_easy_perform(curl);
  if (code != CURLE_OK) return unavailable(curl_easy_strerror(code));
  curl_easy_getinfo(curl, CURLINFO_ACTIVESOCKET, &parts->socket);
  if (parts->socket == CURL_SOCKET_BAD) return unavailable("no connection");
  return std::unique_ptr<ImapSession>(new ImapSession(std::move(parts)));
}

Result<ImapSession::Answer> ImapSession::command(const std::string& text) {
  const std::string tag = "H" + std::to_string(++parts_->number);
  Result<void> sent = parts_->send(tag + " " + text + "\r\n");
  if (!sent) return sent.error();
  Answer answer;
  for (;;) {
    Result<std::string> taken = parts_->take_line();
    if (!taken) return taken.error();
    std::string line = std::move(taken).value();
    // «{123}» at the end: so many bytes follow, then the line goes on.
    while (line.ends_with('}')) {
      const std::size_t open = line.rfind('{');
      std::size_t count = 0;
      const char* last = line.data() + line.size() - 1;
      if (open == std::string::npos || std::from_chars(line.data() + open + 1, last, count).ptr != last) break;
      Result<std::string> literal = parts_->take_bytes(count);
      if (!literal) return literal.error();
      answer.literals.push_back(std::move(literal).value());
      Result<std::string> rest = parts_->take_line();
      if (!rest) return rest.error();
      line = line.substr(0, open) + *rest;
    }
    if (!line.starts_with(tag + " ")) {
      answer.lines.push_back(std::move(line));
      continue;
    }
    if (line.compare(tag.size() + 1, 2, "OK") == 0) return answer;
    return unavailable("the mail server refuses: " + text.substr(0, text.find(' ')));
  }
}

Result<ImapFolder> ImapSession::select(const std::string& folder) {
  const Result<Answer> answer = command("SELECT " + quoted(folder));
  if (!answer) return answer.error();
  ImapFolder found;
  for (const std::string& line : answer->lines) {
    if (line.find("[UIDVALIDITY ") != std::string::npos) found.validity = number_after(line, "[UIDVALIDITY ");
  }
  return found;
}

Result<std::vector<std::int64_t>> ImapSession::uids_above(std::int64_t uid) {
  const Result<Answer> answer = command("UID SEARCH UID " + std::to_string(uid + 1) + ":*");
  if (!answer) return answer.error();
  std::vector<std::int64_t> uids;
  for (const std::string& line : answer->lines) {
    constexpr std::string_view kMark = "* SEARCH";
    if (!line.starts_with(kMark)) continue;
    const char* at = line.data() + kMark.size();
    const char* end = line.data() + line.size();
    while (at < end) {
      std::int64_t number = 0;
      const auto read = std::from_chars(*at == ' ' ? at + 1 : at, end, number);
      if (read.ec != std::errc()) break;
      at = read.ptr;
      // «n:*» also gives the last one, however small it is.
      if (number > uid) uids.push_back(number);
    }
  }
  std::sort(uids.begin(), uids.end());
  return uids;
}

Result<std::int64_t> ImapSession::size_of(std::int64_t uid) {
  const Result<Answer> answer = command("UID FETCH " + std::to_string(uid) + " (RFC822.SIZE)");
  if (!answer) return answer.error();
  std::int64_t size = 0;
  for (const std::string& line : answer->lines) size = std::max(size, number_after(line, "RFC822.SIZE "));
  return size;
}

Result<std::string> ImapSession::fetch(std::int64_t uid, const char* what) {
  Result<Answer> answer = command("UID FETCH " + std::to_string(uid) + " (" + what + ")");
  if (!answer) return answer.error();
  // Nothing: somebody took it out of the mailbox meanwhile.
  if (answer->literals.empty()) return std::string();
  return std::move(answer.value().literals.front());
}

Result<std::string> ImapSession::message(std::int64_t uid) {
  return fetch(uid, "BODY.PEEK[]");
}
Result<std::string> ImapSession::head(std::int64_t uid) {
  return fetch(uid, "BODY.PEEK[HEADER]");
}

Result<void> ImapSession::mark_seen(std::int64_t uid) {
  const Result<Answer> answer = command("UID STORE " + std::to_string(uid) + " +FLAGS.SILENT (\\Seen)");
  if (!answer) return answer.error();
  return {};
}

}  // namespace hamandish::server
