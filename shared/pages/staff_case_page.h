// A case as the officer sees it: what the citizen wrote, who wrote it, what has happened, and what can be done now.
#pragma once

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

view::Node staff_case_view(const Site& site, const StaffCaseState& state);

// Its words, for the file on paper too.
// The profile's label of a field; its id if the form does not know it.
std::string field_label(const Profile& profile, CaseKind kind, std::string_view id);
// The value of a field as people read it: who has written is stored by a wire name.
std::string field_words(std::string_view id, std::string_view value);
std::string event_line(const api::StaffEvent& event);   // «نظر امور حقوقی»
std::string event_words(const api::StaffEvent& event);  // what was written, or that it was taken away; may be empty
std::string event_by(const api::StaffEvent& event);     // who and when
std::string_view relation_key(std::string_view relation);

}  // namespace hamandish::pages
