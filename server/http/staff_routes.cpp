#include "server/http/staff_routes.h"

#include <charconv>
#include <utility>

#include "server/http/context.h"
#include "server/http/reply.h"
#include "server/http/url.h"
#include "shared/api/wire_json.h"
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

using ServiceAction = Result<api::StaffCase> (CasesService::*)(const Actor&, std::string_view, const api::StaffAction&,
                                                               Instant);

Reply act(const Call& call, ServiceAction action) {
  const Result<Json> json = parse_json(call.request.body);
  if (!json) return error_reply(json.error());
  const Result<api::StaffAction> asked = api::read_staff_action(*json);
  if (!asked) return error_reply(asked.error());
  CasesService& cases = call.context.services.cases;
  const Result<api::StaffCase> after =
      (cases.*action)(call.session->actor, call.request.path_value("id"), *asked, call.now);
  if (!after) return error_reply(after.error());
  return json_reply(api::to_json(*after), 201);
}

}  // namespace

Reply list_cases(const Call& call) {
  const Request& request = call.request;
  std::vector<FieldError> errors;
  InboxQuery query;
  query.q = request.query_value("q");
  query.state = word<CaseState>(request, "state", case_state_from, errors);
  query.kind = word<CaseKind>(request, "kind", case_kind_from, errors);
  query.unit = request.query_value("unit");
  query.after = request.query_value("after");
  query.limit = limit_of(request, errors);
  if (!errors.empty()) return error_reply(invalid(std::move(errors)));
  const Result<api::InboxPage> page = call.context.services.cases.inbox(call.session->actor, query);
  if (!page) return error_reply(page.error());
  return json_reply(api::to_json(*page));
}

Reply read_case(const Call& call) {
  const Result<api::StaffCase> found =
      call.context.services.cases.read_case(call.session->actor, call.request.path_value("id"), call.now);
  if (!found) return error_reply(found.error());
  return json_reply(api::to_json(*found));
}

Reply refer_case(const Call& call) {
  return act(call, &CasesService::refer);
}

Reply note_case(const Call& call) {
  return act(call, &CasesService::note);
}

Reply reply_to_case(const Call& call) {
  return act(call, &CasesService::reply);
}

Reply get_attachment(const Call& call) {
  Result<StoredFile> file = call.context.services.cases.attachment(call.session->actor, call.request.path_value("id"),
                                                                   call.request.path_value("attachment_id"), call.now);
  if (!file) return error_reply(file.error());
  Reply reply;
  reply.content_type = file->info.mime;
  reply.set("Content-Disposition", attachment_disposition(file->info.file_name));
  reply.set("Cache-Control", "private, no-store");
  reply.body = std::move(file->bytes);
  return reply;
}

}  // namespace hamandish::server
