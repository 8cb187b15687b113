// The forms under a case by which its citizen acts: reply to a question, object, rate, withdraw. Each posts to /track with
// the token that the lookup gave, so the second factor is asked for once; ids begin with the action's wire name.
#pragma once

#include "shared/pages/state.h"
#include "shared/view/builder.h"

namespace hamandish::pages {

// The hidden field with which the page of a case that is over asks for an empty form; its value is the case's code, which
// so stands in no address. The app hears the intent of the same name.
inline constexpr std::string_view kFollowUp = "follow_up";
// The form in which a citizen goes on about a case that is over: the first that takes an earlier code; nullptr if none.
const KindForm* follow_up_form(const Profile& profile);
// What can be done about a case under which nothing can be written any more; nothing while it can.
view::Nodes follow_up(const Site& site, const api::CitizenCase& found);

// Empty where the action is not possible now.
view::Nodes own_case_form(const TrackState& state, CaseAction action);

// Whether the case says how often it was sent back as «not ours», and the trail's other numbers.
int times_returned(const api::CitizenCase& found);

// The name of a form's field: «supply_text».
std::string own_field(CaseAction action, std::string_view field);

}  // namespace hamandish::pages
