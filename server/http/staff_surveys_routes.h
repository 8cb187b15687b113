// Surveys for staff: the list, writing, opening, preview, personal links, results, downloads.
#pragma once

#include <string>
#include <string_view>

#include "server/http/routes.h"
#include "server/service/surveys_service.h"

namespace hamandish::server {

// GET of everything below /staff/surveys that is a page; the session is there.
Reply staff_surveys_page(const Call& call);

Reply post_new_survey(const Call& call);
Reply post_survey_settings(const Call& call);
// A new question (:kind) or a changed one (:question).
Reply post_survey_question(const Call& call);
// :deed is up, down or remove.
Reply post_question_deed(const Call& call);
Reply post_survey_step(const Call& call);
Reply post_survey_links(const Call& call);
Reply post_survey_preview(const Call& call);

// What narrows results, as typed; answered by the address that holds it.
Reply post_survey_filter(const Call& call);
Reply post_survey_cross(const Call& call);
Reply post_survey_search(const Call& call);
Reply get_survey_csv(const Call& call);
Reply get_survey_xlsx(const Call& call);
Reply get_survey_xlsx(const Call& call);
Reply get_survey_pdf(const Call& call);
Reply get_survey_file(const Call& call);

// --- For the files of this room

Reply survey_results_page(const Call& call, std::int64_t id, std::string_view rest);
Reply survey_cross_page(const Call& call, std::int64_t id, std::string_view rest);
Reply survey_texts_page(const Call& call, std::int64_t id, std::string_view rest);
Reply survey_question_page(const Call& call, std::int64_t id, std::string_view question);
Reply survey_new_question_page(const Call& call, std::int64_t id, std::string_view kind);
// «v12» gives 12.
SurveysService::Edition survey_edition_of(const Call& call);
std::string_view next_segment_of(std::string_view& rest);

}  // namespace hamandish::server
