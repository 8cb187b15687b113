// Reports for the staff: which there are, one report, the cases that a figure counts. Made whole by the server.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/forms/field.h"
#include "shared/pages/state.h"
#include "shared/reports/document.h"
#include "shared/reports/monthly_document.h"
#include "shared/reports/report_names.h"
#include "shared/view/node.h"

namespace hamandish::pages {

inline constexpr std::string_view kReportsPath = "/staff/reports";
// /staff/reports/<name>/<month>, and a version of it.
std::string report_address(ReportName name, JalaliMonth month, std::int64_t version = 0);
// …/v<version>/report.<ending>; version 0: the newest, or as of now.
std::string report_file_address(ReportName name, JalaliMonth month, std::int64_t version, std::string_view ending);

struct ReportVersion {
  JalaliMonth month;
  std::int64_t version = 0;
  Instant made_at;
  std::string made_by;  // empty: the server by itself
  std::string reason;   // of a correction
  bool opened = true;   // by who reads
};

struct ReportsState {
  JalaliMonth last_month;              // the last one that is over
  std::vector<ReportName> names;       // that the reader may read
  std::vector<ReportVersion> monthly;  // stored ones, the newest first
};
view::Node reports_view(const Site& site, const ReportsState& state);

struct ReportState {
  ReportName name = ReportName::monthly;
  JalaliMonth month;
  JalaliMonth running_month;  // the current one: the newest that can be chosen
  ReportDocument document;
  std::vector<ReportVersion> versions;  // of this month, the newest first; empty: computed now
  std::int64_t shown_version = 0;       // 0: computed now
  bool links = false;                   // figures lead to their cases
  bool may_correct = false;
  std::string reason;  // as typed
  std::vector<FieldError> errors;
};
view::Node report_view(const Site& site, const ReportState& state);

struct CountedState {
  ReportName report = ReportName::monthly;
  JalaliMonth month;
  std::string title;             // «رسیده، همهٔ واحدها»
  ReportTable cases;             // the first cell of a row leads to its case
  std::vector<std::string> ids;  // of the rows, as in addresses
  std::int64_t others = 0;
  std::int64_t more = 0;
};
view::Node counted_view(const Site& site, const CountedState& state);

// «made_at» for the foot of a file: when, by whom, which version.
std::string version_text(const ReportVersion& version);

}  // namespace hamandish::pages
