// The pages that stand on the profile alone: the directory; and the lists that are still empty in this slice,
// which say so and where to go instead.
#pragma once

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

struct ContactState {
  std::string typed;   // in the directory's search
  std::string query;   // of the units that are shown (query_for_address); empty: all
  bool empty = false;  // the search was pressed with nothing in it
};
view::Node contact_view(const Site& site, const ContactState& state = {});
view::Node not_found_view(const Site& site);
// A page that could not be had, in one sentence. `again`: its address, if it may be there in a moment.
view::Node failure_view(const Site& site, const std::string& message, const std::string& again = {});
view::Node forbidden_view(const Site& site);  // a page of staff that is not for this role

}  // namespace hamandish::pages
