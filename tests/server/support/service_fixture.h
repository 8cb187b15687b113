// A fresh database in a directory of its own, with the services of the profile khorasan-agri on it, and sample
// messages.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "server/service/services.h"
#include "server/store/database.h"

namespace hamandish::server {

// Removed with everything in it at the end.
class TestDirectory {
 public:
  TestDirectory();
  ~TestDirectory();
  TestDirectory(const TestDirectory&) = delete;
  TestDirectory& operator=(const TestDirectory&) = delete;
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

const Profile& test_profile();

// Saturday 1405/08/30, 09:00 in Tehran.
inline constexpr Instant kTestNow{1795239000000};

struct ServiceFixture {
  TestDirectory directory;
  std::unique_ptr<Database> database;
  std::unique_ptr<Services> services;

  ServiceFixture();
  // Closes and opens again, as after a restart.
  void reopen();
  // A user with the password "test-password".
  void add_user(const std::string& username, Role role, const std::string& unit_id);
  Actor actor(const std::string& username);
  // The one number that the query gives.
  std::int64_t count(const std::string& sql);
};

// A complaint about a qanat (unit soil-water) with the mobile 09121234567, which every check accepts.
api::NewCase sample_case();
// The same without a name, and so without a mobile.
api::NewCase anonymous_case();

// A PNG of one pixel.
std::string tiny_png();
std::string tiny_pdf();

}  // namespace hamandish::server
