// A client without a browser: an App with the demo organisation, a network and a browser that only remember.
#pragma once

#include <fstream>
#include <sstream>

#include "shared/api/error_wire.h"
#include "shared/api/wire_json.h"
#include "shared/directory/profile.h"
#include "shared/view/html_writer.h"
#include "web/controllers/app.h"
#include "web/platform/browser_native.h"
#include "web/platform/fetch_native.h"

namespace hamandish::web {

inline Profile demo_profile() {
  const std::ifstream file(std::string(HAMANDISH_SOURCE_DIR) + "/assets/profiles/khorasan-agri.json");
  std::ostringstream text;
  text << file.rdbuf();
  return std::move(read_profile(text.str())).value();
}

struct World {
  FakeBrowser browser;
  FakeFetch fetch;
  int renders = 0;
  App app{demo_profile(), browser, fetch, [this] { ++renders; }};

  explicit World(const char* path) { app.open(path); }

  // What stands on the page, one node a line.
  std::string page() const { return view::write_text(app.view()); }
  bool shows(std::string_view text) const { return page().find(text) != std::string::npos; }
  // Answers the last call with an error of the server.
  void refuse(int status, const Error& error) { fetch.answer(status, api::to_json(error).write()); }
};

}  // namespace hamandish::web
