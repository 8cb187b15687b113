// Unicode's own test files (Debian package unicode-data) and the list of what we are known to do otherwise
// (exceptions.txt).
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hamandish::conformance {

// Calls `line` for every line of the file that is neither empty nor a comment; its trailing comment is cut off. Answers
// the file's name and version as its first line has them ("BidiTest-15.0.0"); empty if there is no such file.
std::string each_line(const std::string& path, const std::function<void(std::string_view)>& line);

std::vector<std::string_view> split(std::string_view text, char separator);
// "05D0 0028" as characters.
std::u32string characters(std::string_view hex);

// Collects the failures of one file and compares them with the exceptions listed for its version: `surprises` are cases
// that fail without being listed, `outdated` are listed ones that no longer fail.
class Outcome {
 public:
  void check(bool passed, std::string_view test);
  struct Verdict {
    std::size_t tests = 0;
    std::size_t failed = 0;
    std::vector<std::string> surprises;
    std::vector<std::string> outdated;
  };
  [[nodiscard]] Verdict against_exceptions(std::string_view version) const;

 private:
  std::size_t tests_ = 0;
  std::set<std::string, std::less<>> failed_;
};

}  // namespace hamandish::conformance
