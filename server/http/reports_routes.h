// Reports for the staff: pages that the server makes whole, their files, and the form of a correction.
#pragma once

#include "server/http/routes.h"

namespace hamandish::server {

// GET of /staff/reports and everything below it that is a page.
Reply reports_page(const Call& call);

Reply post_report_correction(const Call& call);  // POST /staff/reports/monthly/:month
Reply get_report_file(const Call& call);         // GET /staff/reports/:report/:month/v<version>/report.<ending>

}  // namespace hamandish::server
