// The program `hamandish`: reads the command line and hands over to the command.
#include <csignal>
#include <cstdio>
#include <thread>
#include <variant>

#include "server/config.h"
#include "server/http/server.h"
#include "server/http/static_files.h"

namespace hamandish::server {
namespace {

int serve(const Config& config) {
  auto site = StaticFiles::load(config.site);
  if (!site) {
    std::fprintf(stderr, "hamandish: the site is missing: %s\n", site.error().detail.c_str());
    return 1;
  }
  HttpServer::Options options;
  options.workers = config.workers;
  options.handler = [&site](Request& request) {
    Reply reply;
    if (request.path == "/api/v1/health") {
      reply.content_type = "application/json";
      reply.body = R"({"status":"ok"})";
      return reply;
    }
    if (const auto file = site->find(request)) return *file;
    reply.status = 404;
    return reply;
  };
  options.body_limit = [](std::string_view, std::string_view) { return std::size_t{0}; };
  options.refusal = [](int status) {
    Reply reply;
    reply.status = status;
    return reply;
  };
  HttpServer server(std::move(options));
  const auto port = server.bind(config.host, config.port);
  if (!port) {
    std::fprintf(stderr, "hamandish: cannot listen on %s:%d: %s\n", config.host.c_str(), config.port,
                 port.error().detail.c_str());
    return 1;
  }
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread waiter([&server, signals] {
    int signal = 0;
    sigwait(&signals, &signal);
    server.stop();
  });
  std::printf("hamandish: listening on http://%s:%d\n", config.host.c_str(), *port);
  std::fflush(stdout);
  server.run();
  waiter.join();
  return 0;
}

int run(const Config& config) {
  if (config.command == Command::serve) return serve(config);
  std::fprintf(stderr, "hamandish: this command is not built yet\n");
  return 1;
}

}  // namespace
}  // namespace hamandish::server

int main(int argc, char** argv) {
  using namespace hamandish::server;
  const auto asked = read_command_line(argc, argv);
  if (const int* code = std::get_if<int>(&asked)) return *code;
  return run(std::get<Config>(asked));
}
