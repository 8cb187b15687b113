#include "server/http/reports_routes.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "server/http/context.h"
#include "server/http/draft_views.h"
#include "server/http/news_views.h"
#include "server/http/page_routes.h"
#include "server/http/remote_pages.h"
#include "server/http/reply.h"
#include "server/http/url.h"
#include "server/reports/document_files.h"
#include "server/service/case_ids.h"
#include "shared/calendar/jalali_text.h"
#include "shared/calendar/tehran_time.h"
#include "shared/messages/messages.h"
#include "shared/pages/reports_page.h"

namespace hamandish::server {
namespace {

const Actor& actor_of(const Call& call) {
  return call.session->actor;
}
ReportsService& reports_of(const Call& call) {
  return call.context.services.reports;
}
Error no_such() {
  return error_of_status(404);
}
JalaliMonth running_month(const Call& call) {
  return month_of(to_tehran(call.now).day);
}

std::vector<std::string> segments(std::string_view path) {
  std::vector<std::string> parts;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    parts.emplace_back(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return parts;
}

// «v2»: 2; nothing for what is no version.
std::optional<std::int64_t> version_in(std::string_view text) {
  if (text.size() < 2 || text.front() != 'v') return std::nullopt;
  if (text == "v0") return 0;
  const std::int64_t version = number_in(text.substr(1));
  return version > 0 ? std::optional(version) : std::nullopt;
}

std::optional<ReportAsked> asked_in(std::string_view name, std::string_view month, std::int64_t version) {
  const std::optional<ReportName> known = report_name_from(name);
  const std::optional<JalaliMonth> read = parse_month(month);
  if (!known || !read) return std::nullopt;
  return ReportAsked{*known, *read, version};
}

pages::ReportVersion version_of(const StoredReport& report, bool opened) {
  return {parse_month(report.month).value_or(JalaliMonth{}),
          report.version,
          report.made_at,
          report.user_name,
          report.reason,
          opened};
}

Result<std::vector<pages::ReportVersion>> monthly_versions(const Call& call) {
  const Result<std::vector<ReportMark>> marks = reports_of(call).stored(actor_of(call), ReportName::monthly);
  if (!marks) return marks.error();
  std::vector<pages::ReportVersion> versions;
  versions.reserve(marks->size());
  for (const ReportMark& mark : *marks) versions.push_back(version_of(mark.report, mark.opened));
  return versions;
}

Reply list_page(const Call& call) {
  const Role role = actor_of(call).role;
  pages::ReportsState state;
  state.last_month = month_before(running_month(call), 1);
  std::copy_if(kReportNames.begin(), kReportNames.end(), std::back_inserter(state.names),
               [role](ReportName name) { return may_read_report(role, name); });
  if (may_read_report(role, ReportName::monthly)) {
    Result<std::vector<pages::ReportVersion>> versions = monthly_versions(call);
    if (!versions) return remote_error(call, versions.error());
    state.monthly = std::move(versions).value();
  }
  return remote_reply(call, pages::reports_view(site_of(call), state));
}

// Whoever reads a report about drafts, news or surveys reads these too.
bool has_links(Role role, ReportName name) {
  const bool of_cases = name == ReportName::monthly || name == ReportName::complaints || name == ReportName::channels ||
                        name == ReportName::promises;
  return !of_cases || may_see_any_case(role);
}

Result<pages::ReportState> state_of(const Call& call, const ReportAsked& asked) {
  Result<ReportsService::Made> made = reports_of(call).report(actor_of(call), asked, call.now);
  if (!made) return made.error();
  pages::ReportState state;
  state.name = asked.name;
  state.month = asked.month;
  state.running_month = running_month(call);
  state.document = std::move(made->document);
  if (made->stored) state.shown_version = made->stored->version;
  const Role role = actor_of(call).role;
  state.links = has_links(role, asked.name);
  if (asked.name != ReportName::monthly) return state;
  state.may_correct = may_correct_report(role) && !made->running;
  const Result<std::vector<pages::ReportVersion>> versions = monthly_versions(call);
  if (!versions) return versions.error();
  std::copy_if(versions->begin(), versions->end(), std::back_inserter(state.versions),
               [&asked](const pages::ReportVersion& version) { return version.month == asked.month; });
  return state;
}

Reply one_page(const Call& call, const ReportAsked& asked) {
  const Result<pages::ReportState> state = state_of(call, asked);
  if (!state) return remote_error(call, state.error());
  return remote_reply(call, pages::report_view(site_of(call), *state));
}

std::string name_of_unit(const Profile& profile, std::string_view unit_id) {
  if (unit_id.empty()) return say("monthly.all_units");
  const Unit* unit = profile.unit(unit_id);
  return unit != nullptr ? unit->name : std::string(unit_id);
}

Reply counted_page(const Call& call, JalaliMonth month, std::string_view unit, std::string_view measure_name) {
  const std::optional<Measure> measure = measure_from(measure_name);
  if (!measure) return remote_error(call, no_such());
  const std::string unit_id(unit == kAllUnits ? std::string_view() : unit);
  const Result<ReportsService::Counted> counted = reports_of(call).counted(actor_of(call), month, unit_id, *measure);
  if (!counted) return remote_error(call, counted.error());
  pages::CountedState state;
  state.month = month;
  state.title =
      say("reports.counted", {{"measure", measure_text(*measure)}, {"unit", name_of_unit(*call.profile, unit_id)}});
  state.cases = monthly_annex(*call.profile, counted->cases);
  state.ids.reserve(counted->cases.size());
  for (const CaseMonth& one : counted->cases) state.ids.push_back(write_id(one.id));
  state.others = counted->others;
  state.more = counted->more;
  return remote_reply(call, pages::counted_view(site_of(call), state));
}

Reply counted_messages_page(const Call& call, const MessageFigure& figure) {
  const Result<CountedMessages> counted = reports_of(call).counted(actor_of(call), figure, call.now);
  if (!counted) return remote_error(call, counted.error());
  pages::CountedState state;
  state.report = figure.report;
  state.month = figure.month;
  state.title = figure_name(*call.profile, figure).value_or(std::string());
  state.cases = counted->table;
  state.ids.reserve(counted->ids.size());
  for (const std::int64_t id : counted->ids) state.ids.push_back(write_id(id));
  state.others = counted->others;
  state.more = counted->more;
  return remote_reply(call, pages::counted_view(site_of(call), state));
}

}  // namespace

Reply reports_page(const Call& call) {
  if (!may_read_any_report(actor_of(call).role)) {
    return remote_error(call, make_error(Code::forbidden, "error.forbidden"));
  }
  const std::vector<std::string> parts = segments(rest_of_path(call, pages::kReportsPath));
  constexpr std::size_t kCounted = 5;   // monthly/1405-08/cases/<unit>/<measure>
  constexpr std::size_t kMessages = 6;  // channels/1405-08/cases/<table>/<row>/<column>
  if (parts.empty()) return list_page(call);
  if (parts.size() == 1) {
    const std::optional<ReportName> name = report_name_from(parts[0]);
    if (!name) return remote_error(call, no_such());
    return remote_go(call, pages::report_address(*name, month_before(running_month(call), 1)));
  }
  const std::optional<std::int64_t> version = parts.size() == 3 ? version_in(parts[2]) : std::optional<std::int64_t>(0);
  const std::optional<ReportAsked> asked = asked_in(parts[0], parts[1], version.value_or(0));
  if (!asked || !version) return remote_error(call, no_such());
  if (parts.size() <= 3) return one_page(call, *asked);
  if (parts.size() == kMessages && parts[2] == "cases") {
    return counted_messages_page(call, {asked->name, asked->month, parts[3], parts[4], parts[5]});
  }
  const bool counted = parts.size() == kCounted && parts[2] == "cases" && asked->name == ReportName::monthly;
  return counted ? counted_page(call, asked->month, parts[3], parts[4]) : remote_error(call, no_such());
}

Reply post_report_correction(const Call& call) {
  if (!may_correct_report(actor_of(call).role)) {
    return remote_error(call, make_error(Code::forbidden, "error.forbidden"));
  }
  const std::optional<ReportAsked> asked =
      asked_in(call.request.path_value("report"), call.request.path_value("month"), 0);
  if (!asked || asked->name != ReportName::monthly) return remote_error(call, no_such());
  const std::string reason = typed_field(call, "reason");
  const Result<std::int64_t> made = reports_of(call).correct(actor_of(call), asked->month, reason, call.now);
  if (made) return remote_go(call, pages::report_address(asked->name, asked->month));
  if (made.error().fields.empty()) return remote_error(call, made.error());
  Result<pages::ReportState> state = state_of(call, *asked);
  if (!state) return remote_error(call, state.error());
  state->reason = reason;
  state->errors = made.error().fields;
  return remote_reply(call, pages::report_view(site_of(call), *state), status_of(made.error()));
}

Reply get_report_file(const Call& call) {
  constexpr std::string_view kFile = "report.";
  const std::string_view file = call.request.path_value("file");
  const std::optional<std::int64_t> version = version_in(call.request.path_value("version"));
  const std::optional<DocumentFormat> format =
      file.starts_with(kFile) ? document_format(file.substr(kFile.size())) : std::nullopt;
  const std::optional<ReportAsked> asked =
      asked_in(call.request.path_value("report"), call.request.path_value("month"), version.value_or(0));
  if (!version || !format || !asked) return error_page(call, no_such());
  Result<ReportsService::Made> made = reports_of(call).report(actor_of(call), *asked, call.now);
  if (!made) return error_page(call, made.error());
  if (asked->name == ReportName::monthly && may_see_any_case(actor_of(call).role)) {
    Result<ReportTable> annex = reports_of(call).annex(actor_of(call), asked->month);
    if (!annex) return error_page(call, annex.error());
    if (!annex->rows.empty()) made->document.tables.push_back(std::move(annex).value());
  }
  const std::string foot = made->stored ? pages::version_text(version_of(*made->stored, true))
                                        : say("reports.made_now", {{"when", date_and_time(call.now)}});
  Result<std::string> bytes = write_document(call.context.receipt_pdf.fonts(), made->document, *format, foot);
  if (!bytes) return error_page(call, bytes.error());
  Reply reply;
  reply.content_type = media_type(*format);
  reply.body = std::move(bytes).value();
  reply.set("Content-Disposition", attachment_disposition(made->document.name + "-" + made->document.month + "." +
                                                          std::string(file.substr(kFile.size()))));
  reply.set("Cache-Control", std::string(kSecretPage));
  return reply;
}

}  // namespace hamandish::server
