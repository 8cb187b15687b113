// Writes where web/ui places the elements of every sample page, one JSON file a page and width, for
// tests/e2e/layout.test.mjs, which compares them with where CSS puts them.
//   placements_dump PROFILE FONT DIR WIDTH:HEIGHT...
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "shared/directory/profile.h"
#include "tests/support/page_views.h"
#include "tests/support/sample_views.h"
#include "web/ui/ui.h"

namespace {

using hamandish::tests::SampleView;

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool dump(hamandish::web::Ui& ui, const SampleView& sample, const std::string& directory, float width, float height) {
  ui.set_view(&sample.page);
  ui.set_width(width);
  ui.set_least_height(height);
  ui.layout();
  const std::string path = directory + "/" + sample.name + "-" + std::to_string(static_cast<int>(width)) + ".json";
  FILE* file = std::fopen(path.c_str(), "w");
  if (file == nullptr) return false;
  std::fprintf(file, "{\"height\":%g,\"placements\":[", static_cast<double>(ui.document_height()));
  const char* comma = "";
  for (const hamandish::web::Placement& one : ui.placements()) {
    std::fprintf(file, "%s\n[\"%s\",%g,%g,%g,%g,%d]", comma, one.element_id.c_str(), static_cast<double>(one.x),
                 static_cast<double>(one.y), static_cast<double>(one.width), static_cast<double>(one.height),
                 static_cast<int>(one.line_breaks.size()));
    comma = ",";
  }
  std::fputs("]}\n", file);
  return std::fclose(file) == 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 5) return 2;
  const hamandish::Result<hamandish::Profile> profile = hamandish::read_profile(read(arguments[1]));
  if (!profile) return 2;
  hamandish::web::Ui ui;
  const std::string font = read(arguments[2]);
  if (!ui.set_font({reinterpret_cast<const std::uint8_t*>(font.data()), font.size()})) return 2;
  std::vector<SampleView> all = hamandish::tests::sample_views();
  for (SampleView& page : hamandish::tests::page_views(*profile)) all.push_back(std::move(page));
  for (const SampleView& sample : all) {
    for (int i = 4; i < count; ++i) {
      char* rest = nullptr;
      const float width = std::strtof(arguments[i], &rest);
      const float height = *rest == ':' ? std::strtof(rest + 1, nullptr) : 0;
      if (!dump(ui, sample, arguments[3], width, height)) return 1;
    }
  }
  return 0;
}
