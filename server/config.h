// The command line, and nothing else: what `hamandish` was asked to do. The contract fixes the names.
#pragma once

#include <string>
#include <variant>

namespace hamandish::server {

enum class Command { serve, demo, backup, restore, verify, user_add, user_password, user_list, report };

struct Config {
  Command command = Command::serve;
  // Every command that opens the database
  std::string data = "data";
  std::string profile = "khorasan-agri";
  std::string assets = "assets";  // holds profiles/, demo/ and, for the receipt, fonts/
  // serve
  std::string host = "127.0.0.1";
  int port = 8080;
  std::string site = "build/web";
  std::string fonts;  // directory of the TTF files for PDFs; empty: looked for in assets and site
  bool demo = false;  // fill a new database with demo data first
  bool rate_limit = true;
  std::string proof_of_work = "auto";  // auto, always, off
  bool behind_tls = false;  // a proxy ends TLS: cookies become Secure, X-Forwarded-For of loopback is believed
  int workers = 64;
  std::string log_level = "info";
  std::string channels;    // file of the SMS gateways, mailboxes and the telephone
  std::string clock_file;  // tests only, on loopback: see file_clock
  // backup and restore
  std::string file;
  // user add|password
  std::string username;
  std::string name;
  std::string role = "officer";
  std::string unit;
  // report
  std::string report_name;
  std::string month;
};

// What to do, or the exit code when there is nothing to do (help and version: 0; a mistake: 2, with a line on stderr).
std::variant<Config, int> read_command_line(int argc, const char* const* argv);

// Only the machine itself can reach this address: 127.0.0.0/8, ::1, localhost.
bool is_loopback(const std::string& host);

}  // namespace hamandish::server
