// Where web/ui puts the elements of the sample views, for comparing with where the browser puts the same elements by
// CSS:
//   view_places PROFILE FONT OUT WIDTH...
// writes OUT/<view>-<width>.txt, a line for each placed element: id x y width height, and for texts also text_x text_y
// text_width line_height, CSS pixels.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "shared/directory/profile.h"
#include "tests/support/page_views.h"
#include "tests/support/sample_views.h"
#include "web/ui/ui.h"

namespace {

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_places(hamandish::web::Ui& ui, const std::string& path) {
  std::FILE* out = std::fopen(path.c_str(), "w");
  if (out == nullptr) return;
  for (const hamandish::web::Placement& at : ui.placements()) {
    const auto number = [](float value) { return static_cast<double>(value); };
    std::fprintf(out, "%s %.3f %.3f %.3f %.3f", at.element_id.c_str(), number(at.x), number(at.y), number(at.width),
                 number(at.height));
    if (at.line_height > 0) {
      std::fprintf(out, " %.3f %.3f %.3f %.3f", number(at.text_x), number(at.text_y), number(at.text_width),
                   number(at.line_height));
    }
    std::fputc('\n', out);
  }
  std::fclose(out);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 5) {
    std::puts("view_places PROFILE FONT OUT WIDTH...");
    return 2;
  }
  const hamandish::Result<hamandish::Profile> profile = hamandish::read_profile(read(arguments[1]));
  const std::string font = read(arguments[2]);
  hamandish::web::Ui ui;
  if (!profile || !ui.set_font({reinterpret_cast<const std::uint8_t*>(font.data()), font.size()})) return 2;
  std::vector<hamandish::tests::SampleView> views = hamandish::tests::sample_views();
  for (hamandish::tests::SampleView& page : hamandish::tests::page_views(*profile)) views.push_back(std::move(page));
  for (int i = 4; i < count; ++i) {
    for (const hamandish::tests::SampleView& view : views) {
      ui.set_width(static_cast<float>(std::atoi(arguments[i])));
      ui.set_view(&view.page);
      ui.layout();
      write_places(ui, std::string(arguments[3]) + "/" + view.name + "-" + arguments[i] + ".txt");
    }
  }
  return 0;
}
