// A place for files of a moment, in the system's directory for such: gone with everything in it when this goes out of scope.
// For libraries and programs that know files only.
#pragma once

#include <string>

namespace hamandish::server {

class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  // False if there is no room, or no right to write.
  bool made() const { return !path_.empty(); }
  std::string file(const char* name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace hamandish::server
