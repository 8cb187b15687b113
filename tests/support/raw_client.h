// A client that sends exactly the bytes it is given, also wrong ones and half ones, and never waits for ever.
#pragma once

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

#include <string>
#include <utility>

namespace hamandish::test {

class RawClient {
 public:
  explicit RawClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    set_patience(5000);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~RawClient() { ::close(socket_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  bool connected() const { return connected_; }
  int socket() const { return socket_; }

  // How long receive() waits, in milliseconds.
  void set_patience(int milliseconds) {
    const timeval time{milliseconds / 1000, (milliseconds % 1000) * 1000};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  }

  bool send(const std::string& bytes) {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
      const ssize_t count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
      if (count <= 0) return false;
      sent += static_cast<std::size_t>(count);
    }
    return true;
  }

  // Nothing more will be sent; answers are still received.
  void finish_sending() { ::shutdown(socket_, SHUT_WR); }

  // One response with Content-Length: head and body. What was received so far when nothing more comes.
  std::string receive() {
    while (true) {
      const std::size_t end = in_.find("\r\n\r\n");
      if (end != std::string::npos) {
        const std::size_t total = end + 4 + length_of(in_.substr(0, end + 2));
        if (in_.size() >= total) {
          std::string response = in_.substr(0, total);
          in_.erase(0, total);
          return response;
        }
      }
      if (!more()) return std::exchange(in_, {});
    }
  }

  // True if the other side closes within our patience.
  bool closed() {
    while (more()) {
    }
    return end_;
  }

 private:
  bool more() {
    char buffer[4096];
    const ssize_t count = ::recv(socket_, buffer, sizeof buffer, 0);
    if (count > 0) in_.append(buffer, static_cast<std::size_t>(count));
    if (count == 0 || (count < 0 && errno == ECONNRESET)) end_ = true;
    return count > 0;
  }
  static std::size_t length_of(const std::string& head) {
    const std::string name = "Content-Length: ";
    const std::size_t at = head.find(name);
    std::size_t length = 0;
    for (std::size_t i = at + name.size(); at != std::string::npos && head[i] >= '0' && head[i] <= '9'; ++i) {
      length = length * 10 + static_cast<std::size_t>(head[i] - '0');
    }
    return length;
  }

  int socket_;
  bool connected_ = false;
  bool end_ = false;
  std::string in_;
};

}  // namespace hamandish::test
