// Puts HTML together: opens, fills and closes elements, and escapes whatever comes from a Node. Used by
// shared/view/kinds only; everyone else calls write_html.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "shared/view/html_writer.h"
#include "shared/view/node.h"

namespace hamandish::view {

// Tag and attribute names are literals of this program and are written as they are; values and texts are escaped.
// Attributes are given after open() and before anything else.
class Html {
 public:
  // `parts`: gets what each node wrote, if it is wanted.
  explicit Html(std::vector<HtmlPart>* parts = nullptr) : parts_(parts) {}

  Html& open(std::string_view tag);
  Html& attribute(std::string_view name, std::string_view value);
  Html& attribute_if(bool condition, std::string_view name, std::string_view value);
  Html& flag_if(bool condition, std::string_view name);  // an attribute without a value («required»)

  // id="<id><part>": the elements inside a node are named after it («mobile-error»). Nothing when `id` is empty.
  Html& id(std::string_view id, std::string_view part = {});
  // class="<name> <tone>"; nothing when both are empty. `name` is a literal.
  Html& style(std::string_view name, Tone tone = Tone::neutral);

  Html& text(std::string_view text);
  Html& close();        // </tag> of the innermost open element
  Html& close_empty();  // of an element that has no end tag: input

  // <tag id="<id><part>">text</tag>, nothing when the text is empty.
  Html& leaf_if_text(std::string_view tag, std::string_view id, std::string_view part, std::string_view text);

  // The same, always written and compared by itself, as a child is (HtmlPart).
  Html& leaf_part(std::string_view tag, std::string_view id, std::string_view part, std::string_view text);

  Html& child(const Node& node);  // with its own kind's writer
  Html& children(const Node& node);

  std::string take() &&;

 private:
  void end_start_tag();

  std::string out_;
  std::vector<std::string_view> open_;
  bool in_start_tag_ = false;
  std::vector<HtmlPart>* parts_;
  std::size_t depth_ = 0;  // of open elements round the node that is written
  std::size_t roots_ = 0;  // elements that it has opened there
};

// "primary", "success", "warning", "danger"; "" for neutral. CSS class and word of the text dump.
std::string_view tone_name(Tone tone);

}  // namespace hamandish::view
