// What each command of the program does; the exit code is the process's. Mistakes are one line on standard error.
#pragma once

#include <memory>
#include <string>

#include "server/config.h"
#include "server/service/services.h"
#include "server/store/database.h"
#include "shared/base/result.h"
#include "shared/directory/profile.h"

namespace hamandish::server {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kWrongUse = 2;

int run_command(const Config& config);
int serve(const Config& config);  // server/serve.cpp

// One line for people, and kFailed.
int fail(const std::string& what);
int fail(const std::string& what, const Error& error);

// What most commands begin with. not_found for an unknown profile, with the known ones in `detail`.
Result<Profile> load_profile(const Config& config);
Result<std::unique_ptr<Database>> open_database(const Config& config);
std::string database_file(const Config& config);
// Demo accounts and cases of assets/demo/<profile>.json, unless there are users or cases already.
Result<void> fill_with_demo(const Config& config, Services& services, Instant now);
// The whole file; not_found if it cannot be read.
Result<std::string> read_file(const std::string& path);

}  // namespace hamandish::server
