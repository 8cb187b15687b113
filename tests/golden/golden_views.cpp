// Compares the text dumps of the sample views with the files beside this one, so that a change of a page is seen.
//   golden_views PROFILE DIR           compare; prints the first line that differs, exit code 1
//   golden_views PROFILE DIR --update  write the files anew; look at the difference before you commit it
//   golden_views PROFILE DIR --html    write each view as DIR/<name>.html, inner HTML only, and the colours as
//                                      DIR/theme.css, for tests in a browser
// PROFILE is assets/profiles/<name>.json. The last line is «N passed, N failed», which scripts/test counts.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "shared/directory/profile.h"
#include "shared/view/html_writer.h"
#include "shared/view/theme_css.h"
#include "shared/view/tokens.h"
#include "tests/support/page_views.h"
#include "tests/support/sample_views.h"

namespace {

using hamandish::tests::SampleView;

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool write(const std::string& path, const std::string& content) {
  std::ofstream file(path, std::ios::binary);
  file << content;
  return file.good();
}

bool same(const SampleView& sample, const std::string& expected, const std::string& actual) {
  if (expected == actual) return true;
  std::istringstream old_lines(expected);
  std::istringstream new_lines(actual);
  std::string old_line;
  std::string new_line;
  for (int number = 1;; ++number) {
    const bool had = static_cast<bool>(std::getline(old_lines, old_line));
    const bool has = static_cast<bool>(std::getline(new_lines, new_line));
    if (had == has && old_line == new_line && had) continue;
    std::printf("%s.txt:%d\n  golden: %s\n  now:    %s\n", sample.name.c_str(), number,
                had ? old_line.c_str() : "(end)", has ? new_line.c_str() : "(end)");
    return false;
  }
}

std::vector<SampleView> all_views(const hamandish::Profile& profile) {
  std::vector<SampleView> all = hamandish::tests::sample_views();
  for (SampleView& page : hamandish::tests::page_views(profile)) all.push_back(std::move(page));
  return all;
}

bool handle(const SampleView& sample, const std::string& directory, const std::string& mode) {
  if (mode == "--html") return write(directory + sample.name + ".html", hamandish::view::write_html(sample.page));
  const std::string text = hamandish::view::write_text(sample.page);
  const std::string path = directory + sample.name + ".txt";
  return mode == "--update" ? write(path, text) : same(sample, read(path), text);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::puts("golden_views PROFILE DIR [--update | --html]");
    return 2;
  }
  const hamandish::Result<hamandish::Profile> profile = hamandish::read_profile(read(arguments[1]));
  if (!profile) {
    std::printf("%s: %s\n", arguments[1], profile.error().detail.c_str());
    return 2;
  }
  const std::string directory = std::string(arguments[2]) + "/";
  const std::string mode = count > 3 ? arguments[3] : "";
  int passed = 0;
  int failed = 0;
  for (const SampleView& sample : all_views(*profile)) {
    const bool well = handle(sample, directory, mode);
    ++(well ? passed : failed);
  }
  if (mode == "--html") {
    const std::string& accent = profile->accent;
    const std::uint32_t colour = hamandish::view::tokens::parse_colour(accent.data(), accent.size());
    if (!write(directory + "theme.css", hamandish::view::theme_css(colour))) ++failed;
  }
  std::printf("%d passed, %d failed\n", passed, failed);
  return failed == 0 ? 0 : 1;
}
