// «نمایشگاه»: every widget in every state on one page, for those who build pages and for the tests that look at all of
// them. Public, rendered like any other page.
#pragma once

#include <string>

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

struct GalleryState {
  std::string tab;        // open tab: «text» or «trail»; empty: the first
  std::string sort;       // column that sorts the table: «subject» or «due_on», with a hyphen before it: descending
  bool dialog = false;    // the dialog is open
  std::string announced;  // message key of what was just done, said by the live region
};

// From the query of the address, for a page without the app.
GalleryState gallery_state(std::string_view tab, std::string_view sort, std::string_view dialog);
// From an intent («tab:trail», «sort:-due_on», «open-dialog», «close-dialog», «confirm»); others change nothing.
void gallery_intent(GalleryState& state, std::string_view intent);

view::Node gallery_view(const Site& site, const GalleryState& state);

// The parts (gallery_fields.cpp, gallery_blocks.cpp), each a section.
view::Node gallery_fields();
view::Node gallery_choices();
view::Node gallery_texts();
view::Node gallery_charts();
view::Node gallery_data(const GalleryState& state);
view::Node gallery_messages(const GalleryState& state);

}  // namespace hamandish::pages
