#include <doctest/doctest.h>

#include <string>

#include "shared/consultations/diff.h"
#include "shared/pages/revision_nodes.h"

namespace hamandish::pages {
namespace {

// Each line in marks: [-removed-], {+added+}, the rest as it is.
std::string shown(const view::Nodes& lines) {
  std::string text;
  for (const view::Node& line : lines) {
    CHECK(line.kind == view::Kind::revision);
    if (!text.empty()) text += '\n';
    for (const view::Node& part : line.children) {
      if (part.tone == view::Tone::danger) text += "[-" + part.text + "-]";
      if (part.tone == view::Tone::success) text += "{+" + part.text + "+}";
      if (part.tone == view::Tone::neutral) text += part.text;
      CHECK(part.note.empty() == (part.tone == view::Tone::neutral));
    }
  }
  return text;
}

std::string revised(std::string_view before, std::string_view after) {
  view::Nodes lines;
  add_revision(lines, diff_words(before, after));
  return shown(lines);
}

}  // namespace

TEST_CASE("what comes in place of something stands beside it, not against it") {
  CHECK(revised("ظرف سی روز پاسخ", "ظرف ده روز پاسخ") == "ظرف [-سی-] {+ده+} روز پاسخ");
  CHECK(revised("یک", "یک دو") == "یک{+ دو+}");
  CHECK(revised("یک دو", "یک") == "یک[- دو-]");
  CHECK(revised("یکسان", "یکسان") == "یکسان");
  CHECK(revised("", "تازه") == "{+تازه+}");
}

TEST_CASE("lines of a text are lines of its revision") {
  CHECK(revised("یک\nدو", "یک\nسه") == "یک\n[-دو-] {+سه+}");
  CHECK(revised("یک", "یک\nدو") == "یک\n{+دو+}");
}

TEST_CASE("a wording on the whole draft has nothing to differ from") {
  view::Nodes nodes;
  add_wording(nodes, "", "متن پیشنهادی من");
  REQUIRE(nodes.size() == 2);
  CHECK(nodes[1].text == "متن پیشنهادی من");
  nodes.clear();
  add_wording(nodes, "متن", "");
  CHECK(nodes.empty());
}

}  // namespace hamandish::pages
