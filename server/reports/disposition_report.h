// The disposition table of a draft: as cells for CSV, and as a report to print.
#pragma once

#include <string>
#include <vector>

#include "server/reports/report_pdf.h"
#include "server/service/drafts_service.h"
#include "shared/directory/profile.h"

namespace hamandish::server {

using Cells = std::vector<std::vector<std::string>>;

std::vector<std::string> disposition_heads();
Cells disposition_cells(const DraftsService::Table& table);

// At most kMostPrintedRows rows; a last line says that the rest stands in the CSV.
inline constexpr std::size_t kMostPrintedRows = 1000;
Report disposition_report(const Profile& profile, const DraftsService::Table& table, Instant now);

// Published comments of a draft, the newest first.
std::vector<std::string> comment_heads();
std::vector<std::string> comment_cells(const Clauses& clauses, const DraftCommentRow& comment);

}  // namespace hamandish::server
