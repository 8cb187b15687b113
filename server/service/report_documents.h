// The reports that are computed when they are asked for, from the database. Not for server/http: reports_service.h.
#pragma once

#include "server/service/news_service.h"
#include "server/store/database.h"
#include "shared/directory/profile.h"
#include "shared/reports/document.h"
#include "shared/reports/promises.h"
#include "shared/reports/report_names.h"
#include "shared/reports/statistics.h"

namespace hamandish::server {

struct ComputedReport {
  ReportName name = ReportName::channels;
  JalaliMonth month;
  Instant now;
};
// All but the monthly report and the digest: NotFound for these.
Result<ReportDocument> computed_document(Reader& reader, const Profile& profile, const ComputedReport& asked);
// What people said about the news in the month.
Result<ReportDocument> digest_report_document(NewsService& news, const Profile& profile, JalaliMonth month,
                                              Instant now);

// What shows whether the promises of the strategy are kept, in the twelve months that end with this one. `today` decides
// between open and overdue, but no later day than the last of the month.
Result<PromiseFacts> promise_facts(Reader& reader, JalaliMonth month, Day today, const WindowRule& rule);

}  // namespace hamandish::server
