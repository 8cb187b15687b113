// How fast SQLite takes the rows of a submission when nothing else is in the way: one thread, the same schema and
// indexes, synchronous=FULL, 100 submissions a commit, everything prepared before. The measure for submit_vs_sqlite;
// the letter is that of submit.lua. With --service N: what N threads reach through the service (no HTTP).
//   submit_reference [FILE] [--keep] [--seconds S] [--service THREADS]
// --keep: into the database that FILE is; otherwise into a new one.
// Prints one line: `submit_reference_per_s VALUE 1/s` or `submit_service_per_s VALUE 1/s`.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "server/base/clock.h"
#include "server/base/log.h"
#include "server/base/random.h"
#include "server/service/case_clocks.h"
#include "server/service/cases_parts.h"
#include "server/service/services.h"
#include "server/store/cases_store.h"
#include "server/store/clocks_store.h"
#include "server/store/events_store.h"
#include "server/store/sqlite_connection.h"
#include "server/store/sqlite_database.h"
#include "shared/api/check_new_case.h"
#include "shared/cases/deadlines.h"

namespace hamandish::server {
namespace {

constexpr int kPerCommit = 100;
constexpr int kPrepared = 5000;
constexpr int kPagesBeforeCheckpoint = 4000;  // as the server does

struct Arguments {
  std::string file = (std::filesystem::temp_directory_path() / "hamandish-submit-reference.db").string();
  double seconds = 3;
  int threads = 0;  // 0: the reference
  bool keep = false;
};

[[noreturn]] void fail(const char* what, const Error& error) {
  std::fprintf(stderr, "submit_reference: %s: %s %s\n", what, error.key.c_str(), error.detail.c_str());
  std::exit(1);
}

Profile load_profile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  Result<Profile> profile = read_profile(text.str());
  if (!profile) fail("profile", profile.error());
  return std::move(profile).value();
}

api::NewCase sample(int number) {
  api::NewCase content;
  content.kind = CaseKind::complaint;
  const std::string n = std::to_string(number);
  const std::string body = "متن شکایت شمارهٔ " + n +
                           ": آب چاه کشاورزی روستا از "
                           "هفتهٔ پیش قطع است و کسی "
                           "پاسخ نمی‌دهد. لطفاً پیگیری کنید.";
  content.answers = {{"first_name", "مریم"},          {"last_name", "ولی‌زاده"},
                     {"national_id", "0499370899"},   {"mobile", "0915" + std::to_string(1000000 + number)},
                     {"email", "m@mail.example"},     {"category", "qanat"},
                     {"subject", "موضوع شمارهٔ " + n}, {"body", body}};
  return content;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

struct Prepared {
  CaseRow row;
  EventRow event;
  std::string words;
  CaseClock clock;
  std::optional<Ringing> alarm;
};

std::vector<Prepared> prepare(const Profile& profile) {
  const WorkingCalendar calendar = working_calendar(profile);
  std::vector<Prepared> all;
  for (int i = 0; i < kPrepared; ++i) {
    const Result<api::NewCase> checked = api::check_new_case(profile, sample(i));
    if (!checked) fail("sample", checked.error());
    Prepared one;
    one.row = make_case_row(profile, calendar, *checked, system_now());
    one.row.tracking_code = "000000000000";
    one.row.request_hash = random_bytes(16);
    one.words = words_of(one.row);
    one.event = registration_event(one.row);
    one.clock = new_clock(profile, one.row.kind, one.row.registered_at);
    one.alarm = next_alarm(one.clock, working_calendar(profile), profile.clocks);
    all.push_back(std::move(one));
  }
  return all;
}

// What differs from the last time that the same letter was inserted: id, code, key. Codes and keys fall all over their
// indexes, as in life.
void renew(Prepared& one, std::int64_t id) {
  one.row.id = id;
  one.event.case_id = id;
  one.row.request_key = random_bytes(16);
  std::uint64_t number = 0;
  std::memcpy(&number, one.row.request_key.data(), sizeof number);
  one.row.tracking_code = std::to_string(100000000000 + number % 900000000000);
}

void insert(SqliteConnection& connection, const Prepared& one, std::string_view hash) {
  const Result<bool> inserted = insert_case(connection, one.row);
  if (!inserted) fail("case", inserted.error());
  if (!*inserted) return;  // the code was taken: one row in many millions
  if (const Result<void> done = insert_event(connection, one.event, hash); !done) fail("event", done.error());
  if (const Result<void> done = set_clock(connection, {one.row.id, one.clock}, one.alarm); !done) {
    fail("clock", done.error());
  }
  if (const Result<void> done = connection.index_case(one.row.id, one.words); !done) fail("words", done.error());
}

double reference_rate(const Arguments& arguments, const Profile& profile) {
  { const auto made = open_sqlite({arguments.file, 1, false}); }  // the schema
  auto connection = SqliteConnection::open(arguments.file, SqliteMode::write);
  if (!connection) fail("open", connection.error());
  std::vector<Prepared> all = prepare(profile);
  const std::string hash = random_bytes(32);
  std::int64_t id = system_now().milliseconds << 20;
  std::size_t count = 0;
  const auto start = std::chrono::steady_clock::now();
  while (seconds_since(start) < arguments.seconds) {
    if (const Result<void> begun = (*connection)->run("BEGIN IMMEDIATE"); !begun) fail("begin", begun.error());
    for (int i = 0; i < kPerCommit; ++i, ++count) {
      Prepared& one = all[count % all.size()];
      renew(one, ++id);
      insert(**connection, one, hash);
    }
    if (const Result<void> done = (*connection)->run("COMMIT"); !done) fail("commit", done.error());
    if ((*connection)->waiting_pages() >= kPagesBeforeCheckpoint) {
      if (const Result<void> done = (*connection)->checkpoint(false); !done) fail("checkpoint", done.error());
    }
  }
  return static_cast<double>(count) / seconds_since(start);
}

double service_rate(const Arguments& arguments, const Profile& profile) {
  auto database = open_sqlite({arguments.file, 4, false});
  if (!database) fail("open", database.error());
  Services services(profile, **database);
  if (const Result<void> started = services.start(); !started) fail("start", started.error());
  std::atomic<std::int64_t> count{0};
  const auto start = std::chrono::steady_clock::now();
  std::vector<std::thread> threads;
  for (int t = 0; t < arguments.threads; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; seconds_since(start) < arguments.seconds; ++i) {
        const std::string key = std::to_string(t) + "-" + std::to_string(i);
        const Result<api::Receipt> receipt = services.cases.register_case(sample(i), key, system_now());
        if (!receipt) fail("register", receipt.error());
        ++count;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  return static_cast<double>(count) / seconds_since(start);
}

int run(const Arguments& arguments) {
  if (!start_crypto()) return 1;
  std::error_code error;
  for (const char* suffix : {"", "-wal", "-shm", ".lock"}) {
    if (!arguments.keep) std::filesystem::remove(arguments.file + suffix, error);
  }
  set_log_level(LogLevel::warning);
  const Profile profile = load_profile(HAMANDISH_SOURCE_DIR "/assets/profiles/khorasan-agri.json");
  if (arguments.threads == 0) {
    std::printf("submit_reference_per_s %.0f 1/s\n", reference_rate(arguments, profile));
  } else {
    std::printf("submit_service_per_s %.0f 1/s\n", service_rate(arguments, profile));
  }
  return 0;
}

}  // namespace
}  // namespace hamandish::server

int main(int argc, char** argv) {
  hamandish::server::Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const bool more = i + 1 < argc;
    if (argument == "--seconds" && more) {
      arguments.seconds = std::strtod(argv[++i], nullptr);
    } else if (argument == "--keep") {
      arguments.keep = true;
    } else if (argument == "--service" && more) {
      arguments.threads = static_cast<int>(std::strtol(argv[++i], nullptr, 10));
    } else {
      arguments.file = argument;
    }
  }
  return hamandish::server::run(arguments);
}
