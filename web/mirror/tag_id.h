// The id of an element as view::write_html writes it.
#pragma once

#include <string_view>

namespace hamandish::web {

// Of the element that `html` begins with; empty if it has none. There is no `>` in a tag but its end: values are escaped.
inline std::string_view tag_id(std::string_view html) {
  constexpr std::string_view id = " id=\"";
  const std::string_view tag = html.substr(0, html.find('>'));
  const std::size_t at = tag.find(id);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = tag.substr(at + id.size());
  return rest.substr(0, rest.find('"'));
}

}  // namespace hamandish::web
