#include "server/http/socket.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

namespace hamandish::server {
namespace {

constexpr int kBacklog = 4096;

Error socket_error(const char* what) {
  return make_error(Code::unavailable, "error.unavailable", std::string(what));
}

using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

Addresses resolve(const std::string& host, int port) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  if (getaddrinfo(host.empty() ? nullptr : host.c_str(), std::to_string(port).c_str(), &hints, &found) != 0) {
    found = nullptr;
  }
  return {found, &freeaddrinfo};
}

int port_of(const sockaddr_storage& address) {
  if (address.ss_family == AF_INET6) return ntohs(reinterpret_cast<const sockaddr_in6&>(address).sin6_port);
  return ntohs(reinterpret_cast<const sockaddr_in&>(address).sin_port);
}

Peer peer_of(const sockaddr_storage& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* number = address.ss_family == AF_INET6
                           ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in6&>(address).sin6_addr)
                           : static_cast<const void*>(&reinterpret_cast<const sockaddr_in&>(address).sin_addr);
  inet_ntop(address.ss_family, number, text.data(), text.size());
  constexpr std::string_view kMapped = "::ffff:";  // IPv4 on a socket for both
  std::string_view shown = text.data();
  if (shown.starts_with(kMapped)) shown.remove_prefix(kMapped.size());
  return {std::string(shown), port_of(address)};
}

}  // namespace

void Descriptor::reset() {
  if (number_ >= 0) ::close(number_);
  number_ = -1;
}

Result<Listener> listen_on(const std::string& host, int port) {
  const Addresses addresses = resolve(host, port);
  if (!addresses) return socket_error("no such address");
  const addrinfo& address = *addresses;
  Listener listener;
  listener.socket = Descriptor(::socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!listener.socket.valid()) return socket_error(std::strerror(errno));
  const int on = 1;
  // A restart must not wait for the last connections' TIME_WAIT; a port in use by another server is still refused.
  setsockopt(listener.socket.number(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (::bind(listener.socket.number(), address.ai_addr, address.ai_addrlen) != 0 ||
      ::listen(listener.socket.number(), kBacklog) != 0) {
    return socket_error(std::strerror(errno));
  }
  sockaddr_storage bound{};
  socklen_t size = sizeof bound;
  getsockname(listener.socket.number(), reinterpret_cast<sockaddr*>(&bound), &size);
  listener.port = port_of(bound);
  return listener;
}

std::size_t raise_file_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1024;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  getrlimit(RLIMIT_NOFILE, &limit);
  return static_cast<std::size_t>(limit.rlim_cur);
}

Accepted accept_from(const Descriptor& listener, Descriptor& connection, Peer& peer) {
  while (true) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    const int number =
        accept4(listener.number(), reinterpret_cast<sockaddr*>(&address), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (number >= 0) {
      const int on = 1;
      setsockopt(number, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
      connection = Descriptor(number);
      peer = peer_of(address);
      return Accepted::connection;
    }
    if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) return Accepted::no_descriptor;
    // accept(2): a connection that broke while it waited is no fault of the listener's.
    if (errno != EINTR && errno != ECONNABORTED && errno != EPROTO && errno != EPERM) return Accepted::nobody;
  }
}

}  // namespace hamandish::server
