// The addresses of the REST calls, for server and client alike (contract.md). A `:name` stands for one path segment.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace hamandish::api {

inline constexpr std::string_view kProfile = "/api/v1/profile";
inline constexpr std::string_view kCases = "/api/v1/cases";
inline constexpr std::string_view kDrafts = "/api/v1/drafts";
inline constexpr std::string_view kDraft = "/api/v1/drafts/:id";
inline constexpr std::string_view kDraftComments = "/api/v1/drafts/:id/comments";
inline constexpr std::string_view kDraftDispositions = "/api/v1/drafts/:id/dispositions";
inline constexpr std::string_view kNews = "/api/v1/news";
inline constexpr std::string_view kNewsItem = "/api/v1/news/:id";
inline constexpr std::string_view kNewsComments = "/api/v1/news/:id/comments";
inline constexpr std::string_view kNewsComment = "/api/v1/news/:id/comments/:comment";  // with the answers to it
inline constexpr std::string_view kStatistics = "/api/v1/statistics";
inline constexpr std::string_view kStatisticsCsv = "/api/v1/statistics.csv";
inline constexpr std::string_view kSurveys = "/api/v1/surveys";
inline constexpr std::string_view kSurvey = "/api/v1/surveys/:id";
inline constexpr std::string_view kSurveyResponses = "/api/v1/surveys/:id/responses";
inline constexpr std::string_view kSurveyResults = "/api/v1/surveys/:id/results";
inline constexpr std::string_view kLookup = "/api/v1/cases/lookup";
// Of a citizen who has shown the second factor, by the token that lookup gave.
inline constexpr std::string_view kMine = "/api/v1/cases/mine";
inline constexpr std::string_view kMineAction = "/api/v1/cases/mine/:action";  // supply withdraw object rate
inline constexpr std::string_view kLostCode = "/api/v1/cases/lost";
inline constexpr std::string_view kChallenge = "/api/v1/challenge";  // ?form=: proof of work, shared/proof/challenge.h
inline constexpr std::string_view kReceipt = "/api/v1/receipts/:token";  // GET: a Receipt, while its token holds
inline constexpr std::string_view kUploads = "/api/v1/uploads";
inline constexpr std::string_view kSession = "/api/v1/session";
inline constexpr std::string_view kStaffCases = "/api/v1/staff/cases";
inline constexpr std::string_view kStaffCase = "/api/v1/staff/cases/:id";
inline constexpr std::string_view kReferrals = "/api/v1/staff/cases/:id/referrals";
inline constexpr std::string_view kNotes = "/api/v1/staff/cases/:id/notes";
inline constexpr std::string_view kReplies = "/api/v1/staff/cases/:id/replies";
inline constexpr std::string_view kStaffActions = "/api/v1/staff/cases/:id/actions";
inline constexpr std::string_view kPresence = "/api/v1/staff/cases/:id/presence";
inline constexpr std::string_view kStaffCasePdf = "/api/v1/staff/cases/:id/pdf";
inline constexpr std::string_view kWorkbench = "/api/v1/staff/queues";
inline constexpr std::string_view kFilters = "/api/v1/staff/filters";
inline constexpr std::string_view kFilter = "/api/v1/staff/filters/:id";
inline constexpr std::string_view kStaffAttachment = "/api/v1/staff/cases/:id/attachments/:attachment_id";
inline constexpr std::string_view kOpenApi = "/api/v1/openapi.json";
inline constexpr std::string_view kHealth = "/api/v1/health";
inline constexpr std::string_view kReady = "/api/v1/ready";

inline constexpr std::string_view kIdempotencyHeader = "Idempotency-Key";
inline constexpr std::string_view kProofHeader = "X-Proof-Of-Work";  // base64 of challenge and solution
inline constexpr std::string_view kCsrfHeader = "X-CSRF-Token";
inline constexpr std::string_view kFileNameHeader = "X-File-Name";  // percent-encoded UTF-8

// What a person may send at most; refused with too_large before anything is read into memory.
inline constexpr std::size_t kMaxJsonBytes = 256UL * 1024;
inline constexpr std::size_t kMaxUploadBytes = 10UL * 1024 * 1024;

// The address with its `:name` segments filled in, in their order, each percent-encoded:
// address(kStaffAttachment, {case_id, attachment_id}).
std::string address(std::string_view pattern, std::initializer_list<std::string_view> values);

// RFC 3986: everything but letters, digits and -._~ becomes %XX. For path segments, query values and kFileNameHeader.
std::string percent_encode(std::string_view text);

}  // namespace hamandish::api
