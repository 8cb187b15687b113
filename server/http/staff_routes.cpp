#include "server/http/staff_routes.h"

#include <charconv>
#include <functional>
#include <utility>

#include "server/http/context.h"
#include "server/http/reply.h"
#include "server/http/url.h"
#include "server/reports/case_report.h"
#include "shared/api/routes.h"
#include "shared/api/wire_json.h"
#include "shared/json/iso_date.h"
#include "shared/json/reader.h"

namespace hamandish::server {
namespace {

// An empty value is no restriction.
template <class Enum>
std::optional<Enum> word(const Request& request, std::string_view name, std::optional<Enum> (*from)(std::string_view),
                         std::vector<FieldError>& errors) {
  const std::string_view value = request.query_value(name);
  if (value.empty()) return std::nullopt;
  const std::optional<Enum> found = from(value);
  if (!found) errors.push_back({std::string(name), "json.unknown_value", {{"name", std::string(name)}}});
  return found;
}

int limit_of(const Request& request, std::vector<FieldError>& errors) {
  const std::string_view text = request.query_value("limit");
  int limit = InboxQuery{}.limit;
  if (text.empty()) return limit;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (problem == std::errc{} && end == text.data() + text.size() && limit >= 1 && limit <= 200) return limit;
  errors.push_back({"limit", "json.unknown_value", {{"name", "limit"}}});
  return InboxQuery{}.limit;
}

std::optional<Day> day_of(const Request& request, std::string_view name, std::vector<FieldError>& errors) {
  const std::string_view value = request.query_value(name);
  if (value.empty()) return std::nullopt;
  const std::optional<Day> day = parse_iso_date(value);
  if (!day) errors.push_back({std::string(name), "json.unknown_value", {{"name", std::string(name)}}});
  return day;
}

Result<InboxQuery> inbox_query(const Request& request) {
  std::vector<FieldError> errors;
  InboxQuery query;
  query.q = request.query_value("q");
  query.queue = word<Queue>(request, "queue", queue_from, errors).value_or(Queue::all);
  query.sort = word<InboxSort>(request, "sort", inbox_sort_from, errors).value_or(InboxSort::newest);
  query.state = word<CaseState>(request, "state", case_state_from, errors);
  query.kind = word<CaseKind>(request, "kind", case_kind_from, errors);
  query.priority = word<Priority>(request, "priority", priority_from, errors);
  query.unit = request.query_value("unit");
  query.category = request.query_value("category");
  query.tag = request.query_value("tag");
  query.from = day_of(request, "from", errors);
  query.to = day_of(request, "to", errors);
  query.after = request.query_value("after");
  query.limit = limit_of(request, errors);
  if (!errors.empty()) return invalid(std::move(errors));
  return query;
}

// What `service` makes of the action in the body.
template <class Do>
Reply act(const Call& call, Do service) {
  const Result<Json> json = parse_json(call.request.body);
  if (!json) return error_reply(json.error());
  const Result<api::StaffAction> asked = api::read_staff_action(*json);
  if (!asked) return error_reply(asked.error());
  const Result<api::StaffCase> after =
      service(call.context.services.cases, call.session->actor, call.request.path_value("id"), *asked, call.now);
  if (!after) return error_reply(after.error());
  return json_reply(api::to_json(*after), 201);
}

template <class T>
Reply reply_of(const Result<T>& result, int status = 200) {
  if (!result) return error_reply(result.error());
  return json_reply(api::to_json(*result), status);
}

bool is_shown(std::string_view mime) {
  return mime.starts_with("image/") || mime.starts_with("audio/");
}

}  // namespace

Reply list_cases(const Call& call) {
  const Result<InboxQuery> query = inbox_query(call.request);
  if (!query) return error_reply(query.error());
  return reply_of(call.context.services.cases.inbox(call.session->actor, *query, call.now));
}

Reply get_workbench(const Call& call) {
  return reply_of(call.context.services.cases.workbench(call.session->actor, call.now));
}

Reply save_filter(const Call& call) {
  const Result<Json> json = parse_json(call.request.body);
  if (!json) return error_reply(json.error());
  const Result<api::SavedFilter> filter = api::read_saved_filter(*json);
  if (!filter) return error_reply(filter.error());
  return reply_of(call.context.services.cases.save_filter(call.session->actor, *filter, call.now), 201);
}

Reply remove_filter(const Call& call) {
  return reply_of(
      call.context.services.cases.remove_filter(call.session->actor, call.request.path_value("id"), call.now));
}

Reply register_for_citizen(const Call& call) {
  const Result<Json> json = parse_json(call.request.body);
  if (!json) return error_reply(json.error());
  const Result<api::NewCase> content = api::read_new_case(*json);
  if (!content) return error_reply(content.error());
  std::vector<FieldError> errors;
  const std::optional<Intake> channel = word<Intake>(call.request, "channel", intake_from, errors);
  if (!errors.empty()) return error_reply(invalid(std::move(errors)));
  return reply_of(
      call.context.services.cases.register_for_citizen(call.session->actor, *content, channel.value_or(Intake::phone),
                                                       call.request.header(api::kIdempotencyHeader), call.now),
      201);
}

Reply read_case(const Call& call) {
  return reply_of(call.context.services.cases.read_case(call.session->actor, call.request.path_value("id"), call.now));
}

Reply say_presence(const Call& call) {
  return reply_of(call.context.services.cases.presence(call.session->actor, call.request.path_value("id"), call.now));
}

Reply act_on_case(const Call& call) {
  return act(call, std::mem_fn(&CasesService::act));
}

Reply refer_case(const Call& call) {
  return act(call, std::mem_fn(&CasesService::refer));
}

Reply note_case(const Call& call) {
  return act(call, std::mem_fn(&CasesService::note));
}

Reply reply_to_case(const Call& call) {
  return act(call, std::mem_fn(&CasesService::reply));
}

Reply get_case_pdf(const Call& call) {
  const Result<api::StaffCase> file =
      call.context.services.cases.case_file(call.session->actor, call.request.path_value("id"), call.now);
  if (!file) return error_reply(file.error());
  Result<std::string> pdf = write_report_pdf(call.context.receipt_pdf.fonts(),
                                             case_report(*call.profile, *file, call.session->actor.name, call.now));
  if (!pdf) return error_reply(pdf.error());
  Reply reply;
  reply.content_type = "application/pdf";
  reply.body = std::move(pdf).value();
  reply.set("Content-Disposition", attachment_disposition("case-" + file->tracking_code + ".pdf"));
  reply.set("Cache-Control", "private, no-store");
  return reply;
}

Reply get_attachment(const Call& call) {
  Result<StoredFile> file = call.context.services.cases.attachment(call.session->actor, call.request.path_value("id"),
                                                                   call.request.path_value("attachment_id"), call.now);
  if (!file) return error_reply(file.error());
  Reply reply;
  reply.content_type = file->info.mime;
  // Pictures and sound may be shown inside our page, where the policy of the page lets nothing in them act.
  const bool shown = call.request.query_value("show") == "1" && is_shown(file->info.mime);
  if (!shown) reply.set("Content-Disposition", attachment_disposition(file->info.file_name));
  reply.set("Cache-Control", "private, no-store");
  reply.body = std::move(file->bytes);
  return reply;
}

}  // namespace hamandish::server
