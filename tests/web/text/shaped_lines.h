// The lines on which our shaping is compared with hb-shape, made from parts: always the same ones, all different.
#pragma once

#include <string>
#include <vector>

namespace hamandish::text {

struct Topic {
  std::string name;  // also that of its golden file
  std::vector<std::string> lines;
};

std::vector<Topic> shaped_lines();

}  // namespace hamandish::text
