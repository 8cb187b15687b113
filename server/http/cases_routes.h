// What citizens call: the organisation's profile, a new case, a look at a case.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

Reply get_profile(const Call& call);
Reply register_case(const Call& call);
Reply lookup_case(const Call& call);
// By the token that lookup gave: the case again, and what its citizen does with it.
Reply get_mine(const Call& call);
Reply act_on_mine(const Call& call);
// 202 alike whether there is a case or not.
Reply recover_code(const Call& call);
// For the client that shows a receipt again after a reload.
Reply get_receipt(const Call& call);

}  // namespace hamandish::server
