// Compares the text dumps of the sample views with the files beside this one, so that a change of a page is seen.
//   golden_views DIR           compare; prints the first line that differs, exit code 1
//   golden_views DIR --update  write the files anew; look at the difference before you commit it
//   golden_views --html DIR    write each view as DIR/<name>.html, inner HTML only, for tests in a browser
#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "shared/view/html_writer.h"
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

}  // namespace

int main(int count, char** arguments) {
  const std::string first = count > 1 ? arguments[1] : "";
  const std::string second = count > 2 ? arguments[2] : "";
  if (first.empty() || (first == "--html" && second.empty())) {
    std::puts("golden_views DIR [--update] | --html DIR");
    return 2;
  }
  bool all_well = true;
  for (const SampleView& sample : hamandish::tests::sample_views()) {
    const std::string text = hamandish::view::write_text(sample.page);
    if (first == "--html") {
      all_well &= write(second + "/" + sample.name + ".html", hamandish::view::write_html(sample.page));
    } else if (second == "--update") {
      all_well &= write(first + "/" + sample.name + ".txt", text);
    } else {
      all_well &= same(sample, read(first + "/" + sample.name + ".txt"), text);
    }
  }
  return all_well ? 0 : 1;
}
