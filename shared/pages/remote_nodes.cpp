#include "shared/pages/remote_nodes.h"

#include <utility>

#include "shared/pages/field_nodes.h"

namespace hamandish::pages {

view::Node submit(std::string id, std::string label, view::Tone tone) {
  view::Node button = view::button(std::move(label), tone);
  button.id = std::move(id);
  return view::actions({std::move(button)});
}

void add_failures(view::Nodes& content, const std::vector<FieldError>& errors, const std::string& failure) {
  if (!errors.empty()) content.push_back(error_list(errors));
  if (!failure.empty()) content.push_back(view::notice(say(failure), view::Tone::danger, "failure"));
}

}  // namespace hamandish::pages
