#include "server/config.h"

#include <doctest/doctest.h>

#include <vector>

namespace hamandish::server {
namespace {

std::variant<Config, int> read(std::vector<const char*> words) {
  words.insert(words.begin(), "hamandish");
  return read_command_line(static_cast<int>(words.size()), words.data());
}

}  // namespace

TEST_CASE("serve takes what the contract says") {
  const auto result = read({"serve", "--port", "0", "--data", "d", "--profile", "tamliki", "--rate-limit", "off",
                            "--host", "::1", "--site", "s", "--assets", "a", "--empty"});
  REQUIRE(std::holds_alternative<Config>(result));
  const Config& config = std::get<Config>(result);
  CHECK(config.command == Command::serve);
  CHECK(config.port == 0);
  CHECK(config.data == "d");
  CHECK(config.profile == "tamliki");
  CHECK(!config.rate_limit);
  CHECK(config.host == "::1");
  CHECK(!config.demo);
}

TEST_CASE("every other command of the contract is there") {
  CHECK(std::get<Config>(read({"demo"})).command == Command::demo);
  CHECK(std::get<Config>(read({"backup", "f"})).file == "f");
  CHECK(std::get<Config>(read({"restore", "f"})).command == Command::restore);
  CHECK(std::get<Config>(read({"verify"})).command == Command::verify);
  CHECK(std::get<Config>(read({"user", "list"})).command == Command::user_list);
  CHECK(std::get<Config>(read({"user", "password", "ali"})).username == "ali");
  CHECK(std::get<Config>(read({"user", "add", "ali", "--name", "n", "--unit", "u"})).unit == "u");
  CHECK(std::get<Config>(read({"report", "monthly", "--month", "1405-08", "--out", "f"})).month == "1405-08");
}

TEST_CASE("a mistake on the command line ends with code 2, help with 0") {
  CHECK(std::get<int>(read({"--help"})) == 0);
  CHECK(std::get<int>(read({"--version"})) == 0);
  CHECK(std::get<int>(read({})) == 2);
  CHECK(std::get<int>(read({"serv"})) == 2);
  CHECK(std::get<int>(read({"serve", "--port", "70000"})) == 2);
  CHECK(std::get<int>(read({"serve", "--port", "x"})) == 2);
  CHECK(std::get<int>(read({"serve", "--rate-limit", "maybe"})) == 2);
  CHECK(std::get<int>(read({"serve", "--demo", "--empty"})) == 2);
  CHECK(std::get<int>(read({"backup"})) == 2);
  CHECK(std::get<int>(read({"user"})) == 2);
}

TEST_CASE("loopback is this machine and nothing else") {
  for (const char* host : {"127.0.0.1", "127.1.2.3", "::1", "localhost"}) CHECK(is_loopback(host));
  for (const char* host : {"0.0.0.0", "::", "", "192.168.1.1", "127.0.0.1.example.ir", "localhost.example.ir"}) {
    CAPTURE(host);
    CHECK(!is_loopback(host));
  }
}

}  // namespace hamandish::server
