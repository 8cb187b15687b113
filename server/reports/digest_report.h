// The digest of what people say about the news, as a report to print.
#pragma once

#include "server/reports/report_pdf.h"
#include "shared/directory/profile.h"
#include "shared/news/digest.h"

namespace hamandish::server {

Report digest_report(const Profile& profile, const NewsDigest& digest, Instant now);

}  // namespace hamandish::server
