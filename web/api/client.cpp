#include "web/api/client.h"

#include <algorithm>
#include <memory>

#include "shared/api/error_wire.h"
#include "shared/api/routes.h"
#include "shared/api/wire_json.h"

namespace hamandish::web {
namespace {

constexpr int kFirstError = 400;

Error error_of(const Response& response) {
  if (response.status == 0) return make_error(Code::unavailable, "error.offline");
  return api::read_error(response.body);
}

Request get(std::string path) {
  Request request;
  request.path = std::move(path);
  return request;
}

std::string with_query(std::string_view path, std::string_view name, std::string_view value) {
  if (value.empty()) return std::string(path);
  const char joint = path.find('?') == std::string_view::npos ? '?' : '&';
  return std::string(path) + joint + std::string(name) + "=" + api::percent_encode(value);
}

}  // namespace

Client::~Client() {
  for (const int number : waiting_) fetch_.forget(number);
}

int Client::send(const Request& request, Fetch::Done done, Fetch::Progress progress) {
  // The number is known only after send(), and the answer never comes before that.
  const auto number = std::make_shared<int>(0);
  *number = fetch_.send(
      request,
      [this, number, done = std::move(done)](const Response& response) {
        waiting_.erase(std::remove(waiting_.begin(), waiting_.end(), *number), waiting_.end());
        done(response);  // may destroy this client
      },
      std::move(progress));
  waiting_.push_back(*number);
  return *number;
}

template <class T>
int Client::call(const Request& request, Result<T> (*read)(const Json&), Then<T> then,
                 const Fetch::Progress& progress) {
  return send(
      request,
      [read, then = std::move(then)](const Response& response) {
        if (response.status == 0 || response.status >= kFirstError) return then(error_of(response));
        const Result<Json> json = parse_json(response.body);
        Result<T> value = json.ok() ? read(*json) : Result<T>(json.error());
        if (!value.ok()) return then(make_error(Code::unavailable, "error.bad_answer", value.error().detail));
        then(std::move(value));
      },
      progress);
}

Request Client::change(std::string_view path, const Json& body) const {
  Request request;
  request.method = "POST";
  request.path = path;
  request.headers.push_back({"Content-Type", "application/json"});
  if (!csrf_token_.empty()) request.headers.push_back({std::string(api::kCsrfHeader), csrf_token_});
  request.body = body.write();
  return request;
}

void Client::register_case(const api::NewCase& new_case, std::string_view idempotency_key, std::string_view proof,
                           Then<api::Receipt> then) {
  Request request = change(api::kCases, to_json(new_case));
  request.headers.push_back({std::string(api::kIdempotencyHeader), std::string(idempotency_key)});
  if (!proof.empty()) request.headers.push_back({std::string(api::kProofHeader), std::string(proof)});
  call(request, &api::read_receipt, std::move(then));
}

int Client::upload(int file, std::string_view file_name, Then<api::AttachmentInfo> then,
                   const Fetch::Progress& progress) {
  Request request;
  request.method = "POST";
  request.path = api::kUploads;
  request.headers.push_back({"Content-Type", "application/octet-stream"});
  request.headers.push_back({std::string(api::kFileNameHeader), api::percent_encode(file_name)});
  request.file = file;
  return call(request, &api::read_attachment_info, std::move(then), progress);
}

void Client::stop(int number) {
  waiting_.erase(std::remove(waiting_.begin(), waiting_.end(), number), waiting_.end());
  fetch_.forget(number);
}

void Client::lookup(const api::Lookup& lookup, Then<api::CitizenCase> then) {
  call(change(api::kLookup, to_json(lookup)), &api::read_citizen_case, std::move(then));
}

void Client::challenge(std::string_view form, Then<std::optional<proof::Challenge>> then) {
  call<std::optional<proof::Challenge>>(
      get(with_query(std::string(api::kChallenge), "form", form)),
      [](const Json& json) -> Result<std::optional<proof::Challenge>> {
        const Json* challenge = json.find("challenge");
        if (challenge == nullptr) return std::optional<proof::Challenge>();
        Result<proof::Challenge> read = proof::read_challenge(*challenge);
        if (!read.ok()) return read.error();
        return std::optional<proof::Challenge>(std::move(read).value());
      },
      std::move(then));
}

void Client::mine(std::string_view tracking_token, Then<api::CitizenCase> then) {
  api::CitizenAction wanted;
  wanted.tracking_token = tracking_token;
  call(change(api::kMine, to_json(wanted)), &api::read_citizen_case, std::move(then));
}

void Client::act(CaseAction action, const api::CitizenAction& content, Then<api::CitizenCase> then) {
  call(change(api::address(api::kMineAction, {wire_name(action)}), to_json(content)), &api::read_citizen_case,
       std::move(then));
}

void Client::recover_code(std::string_view mobile, Then<void> then) {
  send(change(api::kLostCode, Json::object({{"mobile", mobile}})), [then = std::move(then)](const Response& response) {
    const bool failed = response.status == 0 || response.status >= kFirstError;
    then(failed ? Result<void>(error_of(response)) : Result<void>());
  });
}

void Client::receipt(std::string_view token, Then<api::Receipt> then) {
  call(get(api::address(api::kReceipt, {token})), &api::read_receipt, std::move(then));
}

void Client::session(Then<api::SessionInfo> then) {
  call(get(std::string(api::kSession)), &api::read_session_info, std::move(then));
}

void Client::sign_in(const api::SignIn& sign_in, Then<api::SessionInfo> then) {
  call(change(api::kSession, to_json(sign_in)), &api::read_session_info, std::move(then));
}

void Client::sign_out(Then<void> then) {
  Request request = change(api::kSession, Json());
  request.method = "DELETE";
  request.body.clear();
  send(request, [then = std::move(then)](const Response& response) {
    const bool failed = response.status == 0 || response.status >= kFirstError;
    then(failed ? Result<void>(error_of(response)) : Result<void>());
  });
}

void Client::remote(std::string_view path, std::string form, Then<Json> then) {
  Request request = get(std::string(path));
  request.headers.push_back({"Accept", "application/x-hamandish-view"});
  if (!form.empty()) {
    request.method = "POST";
    request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
    request.body = std::move(form);
  }
  call<Json>(
      request, [](const Json& json) { return Result<Json>(json); }, std::move(then));
}

std::string inbox_parameters(const InboxQuery& query) {
  std::string path = with_query("", "q", query.search);
  for (const Answer& one : query.filters) path = with_query(path, one.field, one.value);
  return path;
}

void Client::inbox(const InboxQuery& query, Then<api::InboxPage> then) {
  const std::string path = with_query(std::string(api::kStaffCases) + inbox_parameters(query), "after", query.after);
  call(get(path), &api::read_inbox_page, std::move(then));
}

void Client::workbench(Then<api::Workbench> then) {
  call(get(std::string(api::kWorkbench)), &api::read_workbench, std::move(then));
}

void Client::save_filter(const api::SavedFilter& filter, Then<api::Workbench> then) {
  call(change(api::kFilters, to_json(filter)), &api::read_workbench, std::move(then));
}

void Client::remove_filter(std::string_view id, Then<api::Workbench> then) {
  Request request = change(api::address(api::kFilter, {id}), Json());
  request.method = "DELETE";
  request.body.clear();
  call(request, &api::read_workbench, std::move(then));
}

void Client::register_for_citizen(const api::NewCase& new_case, Intake channel, std::string_view idempotency_key,
                                  Then<api::Receipt> then) {
  Request request = change(with_query(api::kStaffCases, "channel", wire_name(channel)), to_json(new_case));
  request.headers.push_back({std::string(api::kIdempotencyHeader), std::string(idempotency_key)});
  call(request, &api::read_receipt, std::move(then));
}

void Client::act(std::string_view id, const api::StaffAction& action, Then<api::StaffCase> then) {
  if (action.action == CaseAction::refer) return refer(id, action, std::move(then));
  if (action.action == CaseAction::note) return note(id, action, std::move(then));
  if (action.action == CaseAction::reply) return reply(id, action, std::move(then));
  call(change(api::address(api::kStaffActions, {id}), to_json(action)), &api::read_staff_case, std::move(then));
}

void Client::presence(std::string_view id, Then<api::Presence> then) {
  Request request = change(api::address(api::kPresence, {id}), Json());
  request.body.clear();
  call(request, &api::read_presence, std::move(then));
}

void Client::read_case(std::string_view id, Then<api::StaffCase> then) {
  call(get(api::address(api::kStaffCase, {id})), &api::read_staff_case, std::move(then));
}

void Client::refer(std::string_view id, const api::StaffAction& action, Then<api::StaffCase> then) {
  call(change(api::address(api::kReferrals, {id}), to_json(action)), &api::read_staff_case, std::move(then));
}

void Client::note(std::string_view id, const api::StaffAction& action, Then<api::StaffCase> then) {
  call(change(api::address(api::kNotes, {id}), to_json(action)), &api::read_staff_case, std::move(then));
}

void Client::reply(std::string_view id, const api::StaffAction& action, Then<api::StaffCase> then) {
  call(change(api::address(api::kReplies, {id}), to_json(action)), &api::read_staff_case, std::move(then));
}

}  // namespace hamandish::web
