// Surveys for the public: pages that the server makes whole, their forms, REST.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

// GET /surveys (`rest` is empty), and /surveys/<rest>: «<id>», «<id>/link/<token>», «<id>/case/<token>»,
// «<id>/thanks/<code>», «<id>/results», «after/<tracking token>» (from the page of a closed case).
Reply surveys_page(const Call& call, std::string_view rest);

// POST /surveys/:id, /surveys/:id/link/:token, /surveys/:id/case/:token: one page of answers, or all of them.
Reply post_survey(const Call& call);
// POST /surveys/:id/case: in by the tracking code of a closed case.
Reply post_survey_case(const Call& call);

Reply get_surveys(const Call& call);
Reply get_survey(const Call& call);
Reply post_survey_response(const Call& call);
Reply get_survey_results(const Call& call);

}  // namespace hamandish::server
