// Views for tests that look at them whole: the golden dumps, the axe run and the screenshots.
#pragma once

#include <string>
#include <vector>

#include "shared/view/node.h"

namespace hamandish::tests {

struct SampleView {
  std::string name;  // of the golden file and the HTML file
  view::Node page;   // finished
};

// All kinds in all states on one page: «every_kind».
std::vector<SampleView> sample_views();

}  // namespace hamandish::tests
