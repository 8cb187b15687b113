// Rows of kinds_test.cpp: a node and the HTML that it becomes.
#pragma once

#include <vector>

#include "shared/view/node.h"

namespace hamandish::tests {

struct Row {
  const char* what;
  view::Node node;
  const char* html;
};

// Of the widgets that came later.
std::vector<Row> widget_rows();

}  // namespace hamandish::tests
