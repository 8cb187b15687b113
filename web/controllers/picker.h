// The dialogs behind the button of a field: a month to choose a date from, and a list that is filtered while one types.
// They belong to no page: the app puts them over whatever is open. What was chosen is put into the field by the browser
// (web/platform/js/widgets.js), as if it had been typed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/calendar/jalali.h"
#include "shared/directory/profile.h"
#include "shared/view/builder.h"
#include "shared/view/node.h"

namespace hamandish::web {

class Picker {
 public:
  static constexpr std::string_view kIntent = "pick:";

  // «pick:open:<field>:<what it holds now>», «pick:days:<n>», «pick:months:<n>», «pick:turn:<months>», «pick:today»,
  // «pick:option:<n>», «pick:close». Gives the id of what should have the focus then, or nothing.
  std::string intent(std::string_view name, const view::Node& page, Instant now);
  // True if the field is the dialog's own.
  bool input(std::string_view field, std::string_view value);
  // As the last child of main, if one is open.
  void add_to(view::Node& page, const Profile& profile) const;

 private:
  std::string open(const view::Node& field, std::string_view value);
  [[nodiscard]] std::vector<view::Option> found() const;
  [[nodiscard]] view::Node month(const Profile& profile) const;
  [[nodiscard]] view::Node day(Day day, const Profile& profile) const;
  [[nodiscard]] view::Nodes calendar(const Profile& profile) const;
  [[nodiscard]] view::Nodes list() const;

  std::string field_;  // empty: closed
  std::string label_;
  bool dates_ = false;
  Day today_;
  Day focus_;
  Day chosen_;
  std::vector<view::Option> options_;
  std::string typed_;
  int active_ = 0;
};

}  // namespace hamandish::web
