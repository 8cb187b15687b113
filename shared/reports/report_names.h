// The reports that staff read, and who may read which. A report without a line here does not exist.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "shared/users/permissions.h"

namespace hamandish {

enum class ReportName { monthly, complaints, consultation, digest, surveys, channels, promises };
inline constexpr std::array kReportNames = {ReportName::monthly, ReportName::complaints, ReportName::consultation,
                                            ReportName::digest,  ReportName::surveys,    ReportName::channels,
                                            ReportName::promises};

std::string_view wire_name(ReportName name);
std::optional<ReportName> report_name_from(std::string_view wire_name);
std::string report_title(ReportName name);  // «گزارش عملکرد ماهانه»
std::string report_note(ReportName name);   // what it is for, one sentence

bool may_read_report(Role role, ReportName name);
bool may_read_any_report(Role role);
// Makes a new version of the monthly report, with a reason: those who answer for it and those who read it.
bool may_correct_report(Role role);

}  // namespace hamandish
