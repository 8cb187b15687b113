#include "server/http/routes.h"

#include "server/http/account_forms.h"
#include "server/http/calls_routes.h"
#include "server/http/cases_routes.h"
#include "server/http/channels_routes.h"
#include "server/http/digest_routes.h"
#include "server/http/draft_files.h"
#include "server/http/draft_import_routes.h"
#include "server/http/drafts_routes.h"
#include "server/http/form_routes.h"
#include "server/http/help_routes.h"
#include "server/http/kept_routes.h"
#include "server/http/news_routes.h"
#include "server/http/notices_routes.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reports_routes.h"
#include "server/http/session_routes.h"
#include "server/http/staff_comments_routes.h"
#include "server/http/staff_draft_comments_routes.h"
#include "server/http/staff_drafts_routes.h"
#include "server/http/staff_news_routes.h"
#include "server/http/staff_routes.h"
#include "server/http/staff_surveys_routes.h"
#include "server/http/statistics_routes.h"
#include "server/http/submissions.h"
#include "server/http/surveys_routes.h"
#include "server/http/system_routes.h"
#include "server/http/uploads_routes.h"
#include "server/service/uploads_service.h"
#include "shared/api/routes.h"
#include "shared/pages/drafts_page.h"
#include "shared/pages/news_page.h"

namespace hamandish::server {
namespace {

std::vector<Route> make_routes() {
  using enum Access;
  return {
      // Citizens
      {"GET", api::kProfile, anyone, Bucket::none, Body::none, get_profile},
      {"POST", api::kCases, anyone, Bucket::submit, Body::json, register_case},
      {"POST", api::kLookup, anyone, Bucket::lookup, Body::json, lookup_case},
      {"POST", api::kMine, anyone, Bucket::lookup, Body::json, get_mine},
      {"POST", api::kMineAction, anyone, Bucket::submit, Body::json, act_on_mine},
      {"POST", api::kLostCode, anyone, Bucket::lost, Body::json, recover_code},
      {"GET", api::kChallenge, anyone, Bucket::lookup, Body::none, get_challenge},
      {"GET", api::kReceipt, anyone, Bucket::none, Body::none, get_receipt},
      {"POST", api::kUploads, anyone, Bucket::upload, Body::file, store_upload},
      {"GET", api::kDrafts, anyone, Bucket::none, Body::none, get_drafts},
      {"GET", api::kDraft, anyone, Bucket::none, Body::none, get_draft},
      {"GET", api::kDraftComments, anyone, Bucket::none, Body::none, get_draft_comments},
      {"GET", api::kDraftDispositions, anyone, Bucket::lookup, Body::none, get_draft_dispositions},
      {"GET", api::kNews, anyone, Bucket::none, Body::none, get_news},
      {"GET", api::kNewsItem, anyone, Bucket::none, Body::none, get_news_item},
      {"GET", api::kNewsComments, anyone, Bucket::none, Body::none, get_news_comments},
      {"GET", api::kNewsComment, anyone, Bucket::none, Body::none, get_news_thread},
      {"GET", api::kStatistics, anyone, Bucket::none, Body::none, get_statistics},
      {"GET", api::kStatisticsCsv, anyone, Bucket::none, Body::none, get_statistics_csv},
      {"GET", api::kSurveys, anyone, Bucket::none, Body::none, get_surveys},
      {"GET", api::kSurvey, anyone, Bucket::none, Body::none, get_survey},
      {"POST", api::kSurveyResponses, anyone, Bucket::submit, Body::json, post_survey_response},
      {"GET", api::kSurveyResults, anyone, Bucket::none, Body::none, get_survey_results},
      // Staff
      {"POST", api::kSession, anyone, Bucket::login, Body::json, sign_in},
      {"GET", api::kSession, staff, Bucket::none, Body::none, get_session},
      {"DELETE", api::kSession, staff, Bucket::none, Body::none, sign_out},
      {"GET", api::kStaffCases, staff, Bucket::none, Body::none, list_cases},
      {"GET", api::kStaffCase, staff, Bucket::none, Body::none, read_case},
      {"POST", api::kReferrals, staff, Bucket::none, Body::json, refer_case},
      {"POST", api::kNotes, staff, Bucket::none, Body::json, note_case},
      {"POST", api::kReplies, staff, Bucket::none, Body::json, reply_to_case},
      {"POST", api::kStaffCases, staff, Bucket::none, Body::json, register_for_citizen},
      {"POST", api::kStaffActions, staff, Bucket::none, Body::json, act_on_case},
      {"POST", api::kPresence, staff, Bucket::none, Body::none, say_presence},
      {"GET", api::kWorkbench, staff, Bucket::none, Body::none, get_workbench},
      {"POST", api::kFilters, staff, Bucket::none, Body::json, save_filter},
      {"DELETE", api::kFilter, staff, Bucket::none, Body::none, remove_filter},
      {"GET", api::kStaffCasePdf, staff, Bucket::none, Body::none, get_case_pdf},
      {"GET", api::kStaffAttachment, staff, Bucket::none, Body::none, get_attachment},
      // Operation
      {"GET", api::kHealth, anyone, Bucket::none, Body::none, get_health},
      {"GET", api::kReady, anyone, Bucket::none, Body::none, get_ready},
      {"GET", api::kOpenApi, anyone, Bucket::none, Body::none, get_open_api},
      {"GET", "/metrics", loopback, Bucket::none, Body::none, get_metrics},
      {"GET", "/api/v1/bench/hello", bench, Bucket::none, Body::none, get_hello},
      {"POST", "/api/v1/bench/hello", bench, Bucket::none, Body::json, get_hello},  // for the same load as another call
      // Gateways of channels: the secret stands in the address
      {"GET", "/channels/:line/:secret", anyone, Bucket::push, Body::none, take_push, true},
      {"POST", "/channels/:line/:secret", anyone, Bucket::push, Body::push, take_push, true},
      {"GET", "/channels/:line/:secret/state", anyone, Bucket::push, Body::none, take_delivery, true},
      {"POST", "/channels/:line/:secret/state", anyone, Bucket::push, Body::push, take_delivery, true},
      {"POST", "/ivr/recordings", anyone, Bucket::push, Body::form, take_recording, true},
      {"GET", "/ivr/state", anyone, Bucket::lookup, Body::none, tell_state, true},
      {"POST", "/staff/channels/lines/:line/:deed", staff, Bucket::none, Body::form, post_channel_line, true},
      {"POST", "/staff/channels/messages/:id/again", staff, Bucket::none, Body::form, post_message_again, true},
      {"POST", "/staff/calls", staff, Bucket::none, Body::form, post_caller, true},
      {"POST", "/staff/calls/register", staff, Bucket::none, Body::form, post_call, true},
      {"POST", "/staff/calls/sms", staff, Bucket::none, Body::form, post_call_sms, true},
      {"POST", "/staff/calls/callbacks/:id", staff, Bucket::none, Body::form, post_callback, true},
      {"POST", "/staff/calls/case/:id/transcript", staff, Bucket::none, Body::form, post_transcript, true},
      {"POST", "/staff/calls/case/:id/callback", staff, Bucket::none, Body::form, post_call_wish, true},
      {"POST", "/staff/calls/kept/:id/case", staff, Bucket::none, Body::form, post_kept_case, true},
      {"GET", "/staff/calls/kept/:id/message.eml", staff, Bucket::none, Body::none, get_kept_raw, true},
      {"GET", "/staff/calls/wave/:id/:file", staff, Bucket::none, Body::none, get_wave, true},
      // Forms and files of the HTML pages; the pages themselves: page_routes.h
      {"POST", "/staff/settings/:section/:item/:action", staff, Bucket::none, Body::form, post_setting, true},
      {"POST", "/staff/settings/:section/:item/:action/:version", staff, Bucket::none, Body::form, post_setting, true},
      {"POST", "/staff/account/sign-out", staff, Bucket::none, Body::form, post_sign_out, true},
      {"POST", "/staff/account/:action/:what", staff, Bucket::login, Body::form, post_account, true},
      {"POST", "/staff", anyone, Bucket::login, Body::form, post_sign_in, true},
      {"POST", "/staff/drafts/import", staff, Bucket::upload, Body::form, post_draft_import, true},
      {"POST", "/staff/drafts/new", staff, Bucket::none, Body::form, post_new_draft, true},
      {"POST", "/staff/drafts/:id/edit", staff, Bucket::none, Body::form, post_draft_edit, true},
      {"POST", "/staff/drafts/:id/step/:step/:version", staff, Bucket::none, Body::form, post_draft_step, true},
      {"POST", "/staff/drafts/:id/comments/:room/:comment", staff, Bucket::none, Body::form, post_comment_verdict,
       true},
      {"POST", "/staff/drafts/:id/documents", staff, Bucket::upload, Body::form, post_draft_documents, true},
      {"POST", "/staff/drafts/:id/documents/:file/remove", staff, Bucket::none, Body::form, post_document_removal,
       true},
      {"GET", "/staff/drafts/:id/files/:file", staff, Bucket::none, Body::none, get_staff_draft_file, true},
      {"POST", "/staff/drafts/:id/invitations", staff, Bucket::submit, Body::form, post_invitations, true},
      {"POST", "/staff/drafts/:id/answers/:answer", staff, Bucket::none, Body::form, post_comment_answer, true},
      {"GET", "/staff/drafts/:id/dispositions.csv", staff, Bucket::none, Body::none, get_staff_dispositions_csv, true},
      {"GET", "/staff/drafts/:id/dispositions.pdf", staff, Bucket::none, Body::none, get_staff_dispositions_pdf, true},
      {"POST", "/staff/news/new", staff, Bucket::none, Body::form, post_new_news, true},
      {"POST", "/staff/news/:id/edit", staff, Bucket::none, Body::form, post_news_edit, true},
      {"POST", "/staff/news/:id/pictures", staff, Bucket::upload, Body::form, post_news_picture, true},
      {"POST", "/staff/news/:id/pictures/:picture/remove", staff, Bucket::none, Body::form, post_picture_removal, true},
      {"GET", "/staff/news/:id/pictures/:picture", staff, Bucket::none, Body::none, get_staff_news_picture, true},
      {"POST", "/staff/news/:id/do/:step/:version", staff, Bucket::none, Body::form, post_news_step, true},
      {"POST", "/staff/comments", staff, Bucket::none, Body::form, post_queue_filter, true},
      {"POST", "/staff/digest", staff, Bucket::none, Body::form, post_digest_period, true},
      {"GET", "/staff/digest/:from/:to/pdf", staff, Bucket::none, Body::none, get_digest_pdf, true},
      {"POST", "/staff/comments/:comment", staff, Bucket::none, Body::form, post_decision, true},
      {"POST", "/staff/surveys/new/:template", staff, Bucket::none, Body::form, post_new_survey, true},
      {"POST", "/staff/surveys/:id/settings", staff, Bucket::none, Body::form, post_survey_settings, true},
      {"POST", "/staff/surveys/:id/add/:kind", staff, Bucket::none, Body::form, post_survey_question, true},
      {"POST", "/staff/surveys/:id/questions/:question", staff, Bucket::none, Body::form, post_survey_question, true},
      {"POST", "/staff/surveys/:id/questions/:question/:deed/:version", staff, Bucket::none, Body::form,
       post_question_deed, true},
      {"POST", "/staff/surveys/:id/do/:step/:version", staff, Bucket::none, Body::form, post_survey_step, true},
      {"POST", "/staff/surveys/:id/links/:version", staff, Bucket::none, Body::form, post_survey_links, true},
      {"POST", "/staff/surveys/:id/preview", staff, Bucket::none, Body::form, post_survey_preview, true},
      {"POST", "/staff/surveys/:id/results", staff, Bucket::none, Body::form, post_survey_filter, true},
      {"POST", "/staff/surveys/:id/cross", staff, Bucket::none, Body::form, post_survey_cross, true},
      {"POST", "/staff/surveys/:id/texts/:slot", staff, Bucket::none, Body::form, post_survey_search, true},
      {"GET", "/staff/surveys/:id/csv", staff, Bucket::none, Body::none, get_survey_csv, true},
      {"GET", "/staff/surveys/:id/csv/:unit/:service/:from/:to", staff, Bucket::none, Body::none, get_survey_csv, true},
      {"GET", "/staff/surveys/:id/xlsx", staff, Bucket::none, Body::none, get_survey_xlsx, true},
      {"GET", "/staff/surveys/:id/xlsx/:unit/:service/:from/:to", staff, Bucket::none, Body::none, get_survey_xlsx,
       true},
      {"GET", "/staff/surveys/:id/pdf", staff, Bucket::none, Body::none, get_survey_pdf, true},
      {"GET", "/staff/surveys/:id/pdf/:unit/:service/:from/:to", staff, Bucket::none, Body::none, get_survey_pdf, true},
      {"GET", "/staff/surveys/:id/files/:file", staff, Bucket::none, Body::none, get_survey_file, true},
      {"POST", "/staff/reports/:report/:month", staff, Bucket::none, Body::form, post_report_correction, true},
      {"GET", "/staff/reports/:report/:month/:version/:file", staff, Bucket::none, Body::none, get_report_file, true},
      {"GET", "/staff/account/qr/:name", staff, Bucket::none, Body::none, get_account_qr, true},
      {"POST", "/desk/new/:kind", anyone, Bucket::submit, Body::form, post_new_case, true},
      {"POST", "/drafts/track", anyone, Bucket::lookup, Body::form, post_find_comment, true},
      {"POST", "/drafts/:id/comment/:clause", anyone, Bucket::submit, Body::form, post_comment, true},
      {"POST", "/drafts/:id/invited/:token/comment/:clause", anyone, Bucket::submit, Body::form, post_comment, true},
      {"GET", "/drafts/:id/files/:file", anyone, Bucket::lookup, Body::none, get_draft_file, true},
      {"GET", pages::kDraftsFeed, anyone, Bucket::none, Body::none, get_drafts_feed, true},
      {"GET", "/drafts/:id/comments.csv", anyone, Bucket::lookup, Body::none, get_comments_csv, true},
      {"GET", "/drafts/:id/dispositions.csv", anyone, Bucket::lookup, Body::none, get_dispositions_csv, true},
      {"GET", "/drafts/:id/dispositions.pdf", anyone, Bucket::lookup, Body::none, get_dispositions_pdf, true},
      {"POST", "/search", anyone, Bucket::lookup, Body::form, post_search, true},
      {"POST", "/contact", anyone, Bucket::lookup, Body::form, post_contact, true},
      {"GET", "/contact/:unit/contact.vcf", anyone, Bucket::lookup, Body::none, get_vcard, true},
      {"GET", "/contact/:unit/card.pdf", anyone, Bucket::lookup, Body::none, get_unit_card, true},
      {"POST", "/news/track", anyone, Bucket::lookup, Body::form, post_find_news_comment, true},
      {"POST", "/news/:item/comments/new", anyone, Bucket::submit, Body::form, post_news_comment, true},
      {"POST", "/news/:item/answer/:comment", anyone, Bucket::submit, Body::form, post_news_comment, true},
      {"POST", "/news/:item/useful/:voice", anyone, Bucket::submit, Body::form, post_news_vote, true},
      {"GET", "/news/:item/pictures/:picture", anyone, Bucket::none, Body::none, get_news_picture, true},
      {"GET", pages::kNewsFeed, anyone, Bucket::none, Body::none, get_news_feed, true},
      {"POST", "/surveys/:id", anyone, Bucket::step, Body::form, post_survey, true},
      {"POST", "/surveys/:id/case", anyone, Bucket::lookup, Body::form, post_survey_case, true},
      {"POST", "/surveys/:id/link/:token", anyone, Bucket::step, Body::form, post_survey, true},
      {"POST", "/surveys/:id/case/:token", anyone, Bucket::step, Body::form, post_survey, true},
      {"POST", "/track", anyone, Bucket::lookup, Body::form, post_track, true},
      {"POST", "/notices", anyone, Bucket::lookup, Body::form, post_notices, true},
      {"POST", "/track/lost", anyone, Bucket::lost, Body::form, post_lost_code, true},
      {"POST", "/desk/receipt/:token", anyone, Bucket::none, Body::form, post_acknowledgement, true},
      {"GET", "/theme/:name", anyone, Bucket::none, Body::none, choose_theme, true},
      {"GET", "/desk/receipt/:token/pdf", anyone, Bucket::none, Body::none, get_receipt_pdf, true},
  };
}

// Takes the first segment off `path`: «/a/b» gives «a» and leaves «/b».
std::string_view next_segment(std::string_view& path) {
  path.remove_prefix(1);
  const std::string_view segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

bool fits(std::string_view pattern, std::string_view path, std::vector<Parameter>& values) {
  while (!pattern.empty() && !path.empty()) {
    if (pattern.front() != '/' || path.front() != '/') return false;
    const std::string_view expected = next_segment(pattern);
    const std::string_view segment = next_segment(path);
    if (expected.starts_with(':') && !segment.empty()) {
      values.push_back({std::string(expected.substr(1)), std::string(segment)});
    } else if (expected != segment) {
      return false;
    }
  }
  return pattern.empty() && path.empty();
}

}  // namespace

const std::vector<Route>& all_routes() {
  static const std::vector<Route> kRoutes = make_routes();
  return kRoutes;
}

std::size_t body_limit(Body body) {
  constexpr std::size_t kFormText = 512UL * 1024;       // urlencoding triples Persian text
  constexpr std::size_t kMultipartFrame = 64UL * 1024;  // boundaries and headers of the parts
  switch (body) {
    case Body::none:  // not read, but its client is told what is wrong with the address rather than with the size
    case Body::json:
    case Body::push:
      return api::kMaxJsonBytes;
    case Body::file:
      return api::kMaxUploadBytes;
    case Body::form:
      return static_cast<std::size_t>(kMaxUploadsPerCase) * api::kMaxUploadBytes + kFormText + kMultipartFrame;
  }
  return 0;
}

Match match_route(std::string_view method, std::string_view path) {
  Match match;
  for (const Route& route : all_routes()) {
    std::vector<Parameter> values;
    if (!fits(route.pattern, path, values)) continue;
    if (route.method == method) return {&route, std::move(values), {}};
    if (!match.allowed.empty()) match.allowed += ", ";
    match.allowed += route.method == "GET" ? "GET, HEAD" : route.method;
  }
  return match;
}

}  // namespace hamandish::server
