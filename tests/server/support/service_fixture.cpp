#include "tests/server/support/service_fixture.h"

#include <unistd.h>

#include <atomic>
#include <fstream>
#include <sstream>

#include "server/base/log.h"
#include "server/store/sqlite_database.h"
#include "shared/base/check.h"
#include "tests/server/support/plan_watch.h"

namespace hamandish::server {
namespace {

std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

constexpr const char* kPassword = "test-password";

}  // namespace

TestDirectory::TestDirectory() {
  static std::atomic<int> number{0};
  path_ = std::filesystem::temp_directory_path() /
          ("hamandish-test-" + std::to_string(::getpid()) + "-" + std::to_string(++number));
  std::filesystem::create_directories(path_);
}

TestDirectory::~TestDirectory() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

const Profile& test_profile() {
  static const Profile profile = [] {
    Result<Profile> read =
        read_profile(file_text(std::string(HAMANDISH_SOURCE_DIR) + "/assets/profiles/khorasan-agri.json"));
    HAMANDISH_CHECK(read.ok());
    return std::move(read).value();
  }();
  return profile;
}

ServiceFixture::ServiceFixture() {
  set_log_level(LogLevel::off);
  reopen();
}

void ServiceFixture::reopen() {
  services.reset();
  database.reset();
  SqliteOptions options;
  options.file = directory.file("hamandish.db");
  Result<std::unique_ptr<Database>> opened = open_sqlite(options);
  HAMANDISH_CHECK(opened.ok());
  database = std::move(opened).value();
  services = std::make_unique<Services>(test_profile(), *database, kLeastPasswordCost);
  HAMANDISH_CHECK(services->start().ok());
}

void ServiceFixture::add_user(const std::string& username, Role role, const std::string& unit_id) {
  HAMANDISH_CHECK(services->users.add({username, "نام " + username, role, unit_id, true}, kPassword, kTestNow).ok());
}

Actor ServiceFixture::actor(const std::string& username) {
  Actor actor;
  const Result<void> done = database->read([&](Reader& reader) -> Result<void> {
    const Result<bool> found =
        reader.first("SELECT id, name, role, unit_id FROM users WHERE username = ?", {username}, [&](const Row& row) {
          actor.user_id = std::to_string(row.integer(0));
          actor.name = row.copy(1);
          actor.role = *role_from(row.text(2));
          actor.unit_id = row.copy(3);
        });
    if (!found) return found.error();
    return {};
  });
  HAMANDISH_CHECK(done.ok() && !actor.user_id.empty());
  return actor;
}

std::int64_t ServiceFixture::count(const std::string& sql) {
  const PlanPause pause;
  std::int64_t number = -1;
  const Result<void> done = database->read([&](Reader& reader) -> Result<void> {
    const Result<bool> found = reader.first(sql, {}, [&](const Row& row) { number = row.integer(0); });
    if (!found) return found.error();
    return {};
  });
  HAMANDISH_CHECK(done.ok());
  return number;
}

api::NewCase sample_case() {
  api::NewCase content;
  content.kind = CaseKind::complaint;
  content.answers = {{"first_name", "علي"},
                     {"last_name", "كاظمي"},
                     {"national_id", "۰۴۹۹۳۷۰۸۹۹"},
                     {"mobile", "۰۹۱۲ ۱۲۳ ۴۵۶۷"},
                     {"category", "qanat"},
                     {"subject", "لايروبي قنات روستا"},
                     {"body", "قنات روستاي ما دو سال است كه لايروبي نشده و آب آن كم شده است."}};
  return content;
}

api::NewCase anonymous_case() {
  api::NewCase content;
  content.kind = CaseKind::report;
  content.anonymous = true;
  content.answers = {{"category", "qanat"},
                     {"subject", "چاه غیرمجاز"},
                     {"body", "در نزدیکی روستا چاهی بدون پروانه کنده‌اند."}};
  return content;
}

std::string tiny_png() {
  static constexpr unsigned char kBytes[] = {
      0x89, 'P',  'N',  'G',  0x0D, 0x0A, 0x1A, 0x0A, 0,    0,    0,    0x0D, 'I',  'H',  'D',  'R', 0, 0,
      0,    1,    0,    0,    0,    1,    8,    6,    0,    0,    0,    0x1F, 0x15, 0xC4, 0x89, 0,   0, 0,
      0x0D, 'I',  'D',  'A',  'T',  0x78, 0x9C, 0x63, 0xF8, 0xCF, 0xC0, 0xF0, 0x1F, 0,    5,    0,   1, 0xFF,
      0x89, 0x99, 0x3D, 0x1D, 0,    0,    0,    0,    'I',  'E',  'N',  'D',  0xAE, 0x42, 0x60, 0x82};
  return {reinterpret_cast<const char*>(kBytes), sizeof kBytes};
}

std::string tiny_pdf() {
  return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

}  // namespace hamandish::server
