#include "server/commands.h"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "server/base/clock.h"
#include "server/base/random.h"
#include "server/demo/demo_data.h"
#include "server/reports/document_files.h"
#include "server/reports/receipt_pdf.h"
#include "server/store/sqlite_database.h"
#include "shared/calendar/jalali_text.h"
#include "shared/messages/messages.h"

namespace hamandish::server {
namespace {

namespace fs = std::filesystem;

// Opens everything, then runs `action(services, database)`, whose result is the exit code.
template <class Action>
int with_services(const Config& config, Action action) {
  Result<Profile> profile = load_profile(config);
  if (!profile) return fail("profile", profile.error());
  Result<std::unique_ptr<Database>> database = open_database(config);
  if (!database) return fail("database", database.error());
  Services services(*profile, **database);
  if (const Result<void> started = services.start(system_now()); !started) return fail("start", started.error());
  return action(services, **database);
}

int demo(const Config& config) {
  return with_services(config, [&](Services& services, Database& /*database*/) {
    const Result<void> filled = fill_with_demo(config, services, system_now());
    if (!filled) return fail("demo", filled.error());
    std::cout << "hamandish: demo data is there; password of all accounts: " << kDemoPassword << '\n';
    return kDone;
  });
}

int backup(const Config& config) {
  const Result<std::unique_ptr<Database>> database = open_database(config);
  if (!database) return fail("database", database.error());
  const Result<void> done = (*database)->backup(config.file);
  return done ? kDone : fail("backup", done.error());
}

int restore(const Config& config) {
  const Result<void> done = restore_sqlite(config.file, database_file(config));
  return done ? kDone : fail("restore", done.error());
}

int verify(const Config& config) {
  const Result<std::unique_ptr<Database>> database = open_database(config);
  if (!database) return fail("database", database.error());
  const Result<void> done = (*database)->verify();
  if (!done) return fail("verify", done.error());
  std::cout << "hamandish: the database is sound\n";
  return kDone;
}

// Never as an argument, where every user of the machine could read it.
std::string read_password() {
  if (isatty(STDIN_FILENO) == 1) std::cerr << "password: ";
  std::string password;
  std::getline(std::cin, password);
  return password;
}

int add_user(const Config& config) {
  const std::optional<Role> role = role_from(config.role);
  if (!role) return fail("unknown role " + config.role);
  return with_services(config, [&](Services& services, Database& /*database*/) {
    const UserInfo user{config.username, config.name, *role, config.unit, true};
    const Result<void> added = services.users.add(user, read_password(), system_now());
    return added ? kDone : fail("user add", added.error());
  });
}

int set_password(const Config& config) {
  return with_services(config, [&](Services& services, Database& /*database*/) {
    const Result<void> done = services.users.set_password(config.username, read_password(), system_now());
    return done ? kDone : fail("user password", done.error());
  });
}

int list_users(const Config& config) {
  return with_services(config, [](Services& services, Database& /*database*/) {
    const Result<std::vector<UserInfo>> users = services.users.list();
    if (!users) return fail("user list", users.error());
    for (const UserInfo& user : *users) {
      std::cout << user.username << '\t' << wire_name(user.role) << '\t' << user.unit_id << '\t'
                << (user.enabled ? "enabled" : "disabled") << '\t' << user.name << '\n';
    }
    return kDone;
  });
}

// Of the file's name: report.pdf is a PDF; without one, text for programs.
std::optional<DocumentFormat> format_of(const std::string& file) {
  if (file.empty()) return DocumentFormat::csv;
  const std::string ending = fs::path(file).extension().string();
  return ending.empty() ? std::nullopt : document_format(std::string_view(ending).substr(1));
}

std::string known_reports() {
  std::string names;
  for (const ReportName name : kReportNames) names += " " + std::string(wire_name(name));
  return names;
}

int write_report(const Config& config, Services& services, const ReportAsked& asked, DocumentFormat format) {
  Result<ReportsService::Made> made = services.reports.report(asked, system_now());
  if (!made) return fail("report", made.error());
  if (asked.name == ReportName::monthly) {
    Result<ReportTable> annex = services.reports.annex(asked.month);
    if (!annex) return fail("report", annex.error());
    if (!annex->rows.empty()) made->document.tables.push_back(std::move(annex).value());
  }
  ReceiptPdf fonts({config.fonts, config.assets + "/fonts", config.site});
  const Instant made_at = made->stored ? made->stored->made_at : system_now();
  const Result<std::string> bytes = write_document(fonts.fonts(), made->document, format,
                                                   say("reports.made_now", {{"when", date_and_time(made_at)}}));
  if (!bytes) return fail("report", bytes.error());
  if (config.file.empty()) {
    std::cout << *bytes;
    return kDone;
  }
  std::ofstream out(config.file, std::ios::binary);
  out << *bytes;
  out.close();
  return out ? kDone : fail("cannot write " + config.file);
}

int report(const Config& config) {
  const std::optional<ReportName> name = report_name_from(config.report_name);
  if (!name) return fail("unknown report " + config.report_name + "; known:" + known_reports());
  const std::optional<JalaliMonth> month = parse_month(config.month);
  if (!month) return fail("report: --month is needed, a Jalali month like 1405-08");
  const std::optional<DocumentFormat> format = format_of(config.file);
  if (!format) return fail("report: --out must end with .pdf, .xlsx, .csv or .json");
  return with_services(config, [&](Services& services, Database& /*database*/) {
    return write_report(config, services, {*name, *month, 0}, *format);
  });
}

std::string known_profiles(const Config& config) {
  std::string names;
  std::error_code problem;
  for (const auto& entry : fs::directory_iterator(fs::path(config.assets) / "profiles", problem)) {
    if (entry.path().extension() == ".json") names += " " + entry.path().stem().string();
  }
  return names.empty() ? " none in " + config.assets + "/profiles" : names;
}

bool is_name(const std::string& text) {
  return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

}  // namespace

int fail(const std::string& what) {
  std::cerr << "hamandish: " << what << '\n';
  return kFailed;
}

int fail(const std::string& what, const Error& error) {
  std::string line = what + ": " + error.key;
  for (const FieldError& field : error.fields) line += " " + field.field + "=" + field.key;
  if (!error.detail.empty()) line += " (" + error.detail + ")";
  return fail(line);
}

Result<std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return make_error(Code::not_found, "error.not_found", "cannot read " + path);
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

Result<Profile> load_profile(const Config& config) {
  const std::string path = (fs::path(config.assets) / "profiles" / (config.profile + ".json")).string();
  const Result<std::string> text =
      is_name(config.profile) ? read_file(path) : Result<std::string>(make_error(Code::not_found, "error.not_found"));
  if (!text) {
    return make_error(Code::not_found, "error.not_found",
                      "unknown profile " + config.profile + "; known:" + known_profiles(config));
  }
  return read_profile(*text);
}

Result<void> fill_with_demo(const Config& config, Services& services, Instant now) {
  const Result<std::string> text = read_file(config.assets + "/demo/" + config.profile + ".json");
  if (!text) return text.error();
  const Result<DemoCorpus> corpus = read_demo_corpus(*text, *services.profile());
  if (!corpus) return corpus.error();
  if (Result<void> cases = services.insert_demo(*corpus, now); !cases) return cases;
  const Result<std::string> drafts = read_file(config.assets + "/demo/" + config.profile + "-drafts.json");
  if (!drafts) return drafts.error();
  if (Result<void> made = services.insert_demo_drafts(*drafts, now); !made) return made;
  const Result<std::string> news = read_file(config.assets + "/demo/" + config.profile + "-news.json");
  if (!news) return news.error();
  if (Result<void> made = services.insert_demo_news(*news, now); !made) return made;
  const Result<std::string> surveys = read_file(config.assets + "/demo/" + config.profile + "-surveys.json");
  if (!surveys) return surveys.error();
  if (Result<void> made = services.insert_demo_surveys(*surveys, now); !made) return made;
  return services.reports.make_past(now);
}

std::string database_file(const Config& config) {
  return (fs::path(config.data) / "hamandish.db").string();
}

Result<std::unique_ptr<Database>> open_database(const Config& config) {
  if (!start_crypto()) return make_error(Code::unavailable, "error.unavailable", "no source of randomness");
  constexpr int kReaders = 16;  // with fewer, workers hand readers to each other and switch threads more than they read
  return open_sqlite({database_file(config), kReaders});
}

int run_command(const Config& config) {
  switch (config.command) {
    case Command::serve:
      return serve(config);
    case Command::demo:
      return demo(config);
    case Command::backup:
      return backup(config);
    case Command::restore:
      return restore(config);
    case Command::verify:
      return verify(config);
    case Command::user_add:
      return add_user(config);
    case Command::user_password:
      return set_password(config);
    case Command::user_list:
      return list_users(config);
    case Command::report:
      return report(config);
  }
  return kWrongUse;
}

}  // namespace hamandish::server
