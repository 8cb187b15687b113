#include "server/config.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace hamandish::server {
namespace {

constexpr const char* kVersion = "hamandish 0.1.0";

void add_data_options(CLI::App& app, Config& config) {
  app.add_option("--data", config.data, "directory of the database and the attachments")->capture_default_str();
  app.add_option("--profile", config.profile, "organisation: a file of assets/profiles")->capture_default_str();
  app.add_option("--assets", config.assets, "directory of profiles, demo data and templates")->capture_default_str();
}

void add_serve(CLI::App& app, Config& config) {
  CLI::App* serve = app.add_subcommand("serve", "answer over HTTP");
  add_data_options(*serve, config);
  serve->add_option("--host", config.host, "address to listen on")->capture_default_str();
  serve->add_option("--port", config.port, "0 takes a free one")->check(CLI::Range(0, 65535))->capture_default_str();
  serve->add_option("--site", config.site, "directory of the built site")->capture_default_str();
  serve->add_option("--fonts", config.fonts, "directory of the fonts for PDFs");
  CLI::Option* demo = serve->add_flag("--demo", config.demo, "fill an empty database with demo data first");
  serve->add_flag("--empty")->description("no demo data (the default)")->excludes(demo);
  serve
      ->add_option_function<std::string>(
          "--rate-limit", [&config](const std::string& value) { config.rate_limit = value != "off"; },
          "on or off; off on loopback only, for load tests")
      ->check(CLI::IsMember({"on", "off"}));
  serve->add_option("--proof-of-work", config.proof_of_work, "of citizens' messages: auto (under load), always, off")
      ->check(CLI::IsMember({"auto", "always", "off"}));
  serve->add_flag("--behind-tls", config.behind_tls, "a proxy on this machine ends TLS");
  serve->add_option("--channels", config.channels, "file of SMS gateways, mailboxes and telephone (JSON)");
  serve->add_option("--clock-file", config.clock_file, "tests: the time in milliseconds, on loopback only");
  serve->add_option("--workers", config.workers)->check(CLI::Range(1, 512))->capture_default_str();
  serve->add_option("--log-level", config.log_level)
      ->check(CLI::IsMember({"debug", "info", "warn", "error", "off"}))
      ->capture_default_str();
  serve->callback([&config] { config.command = Command::serve; });
}

void add_file_command(CLI::App& app, Config& config, const char* name, const char* help, Command command) {
  CLI::App* added = app.add_subcommand(name, help);
  add_data_options(*added, config);
  if (command == Command::backup || command == Command::restore) {
    added->add_option("FILE", config.file)->required();
  }
  added->callback([&config, command] { config.command = command; });
}

void add_user(CLI::App& app, Config& config) {
  CLI::App* user = app.add_subcommand("user", "accounts of staff; passwords are read from standard input");
  user->require_subcommand(1);
  CLI::App* add = user->add_subcommand("add", "a new account");
  add_data_options(*add, config);
  add->add_option("USERNAME", config.username)->required();
  add->add_option("--name", config.name, "as colleagues see it")->required();
  add->add_option("--role", config.role)->capture_default_str();
  add->add_option("--unit", config.unit, "id of a unit of the profile")->required();
  add->callback([&config] { config.command = Command::user_add; });
  CLI::App* password = user->add_subcommand("password", "a new password for an account");
  add_data_options(*password, config);
  password->add_option("USERNAME", config.username)->required();
  password->callback([&config] { config.command = Command::user_password; });
  CLI::App* list = user->add_subcommand("list", "all accounts");
  add_data_options(*list, config);
  list->callback([&config] { config.command = Command::user_list; });
}

void add_report(CLI::App& app, Config& config) {
  CLI::App* report = app.add_subcommand("report", "writes a report");
  add_data_options(*report, config);
  report->add_option("NAME", config.report_name)->required();
  report->add_option("--month", config.month, "Jalali, 1405-08");
  report->add_option("--out", config.file);
  report->callback([&config] { config.command = Command::report; });
}

}  // namespace

std::variant<Config, int> read_command_line(int argc, const char* const* argv) {
  Config config;
  CLI::App app("Hamandish: the participation portal of one public organisation", "hamandish");
  app.set_version_flag("--version", kVersion);
  app.require_subcommand(1);
  add_serve(app, config);
  add_file_command(app, config, "demo", "fill the database with demo data and accounts", Command::demo);
  add_file_command(app, config, "backup", "a consistent copy of the database in FILE, while serving", Command::backup);
  add_file_command(app, config, "restore", "replace the database by the backup FILE", Command::restore);
  add_file_command(app, config, "verify", "check the database and the attachments", Command::verify);
  add_user(app, config);
  add_report(app, config);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    return app.exit(problem, std::cout, std::cerr) == 0 ? 0 : 2;
  }
  return config;
}

bool is_loopback(const std::string& host) {
  const bool numeric = host.find_first_not_of("0123456789.") == std::string::npos;
  return host == "localhost" || host == "::1" || (host.starts_with("127.") && numeric);
}

}  // namespace hamandish::server
