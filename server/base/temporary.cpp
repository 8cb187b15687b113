#include "server/base/temporary.h"

#include <cstdlib>
#include <filesystem>

namespace hamandish::server {

TemporaryDirectory::TemporaryDirectory() {
  std::error_code problem;
  const std::filesystem::path around = std::filesystem::temp_directory_path(problem);
  if (problem) return;
  std::string pattern = (around / "hamandish-XXXXXX").string();  // mkdtemp(3) puts its own letters there
  if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  if (made()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace hamandish::server
