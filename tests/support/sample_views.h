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

// First «every_kind»: all kinds in all states on one page; then the pages of the slice with plausible content.
std::vector<SampleView> sample_views();

}  // namespace hamandish::tests
