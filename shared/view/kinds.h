// The list of all node kinds: one line each in kinds.cpp, one file each in shared/view/kinds. A new kind is a line in
// node.h, a file and a line here, a widget in web/ui/widgets, and a row in tests/shared/view/kinds_test.cpp.
#pragma once

#include <string_view>

#include "shared/view/html.h"
#include "shared/view/node.h"

namespace hamandish::view {

struct KindEntry {
  Kind kind;
  std::string_view name;  // as in node.h; the word of the text dump
  void (*write)(Html& html, const Node& node);
};

const KindEntry& kind_entry(Kind kind);

inline constexpr int kKindCount = static_cast<int>(Kind::button) + 1;

}  // namespace hamandish::view
