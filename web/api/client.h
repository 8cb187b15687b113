// The REST calls as functions: structs in, a Result later. One Client belongs to one controller; when it goes, its
// answers are dropped, so that no answer reaches a controller that is gone.
//
// Errors are those of the server (shared/api/error_wire.h), and: unavailable «error.offline» when the server was not
// reached, unavailable «error.bad_answer» when what came back could not be read.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/api/wire.h"
#include "shared/base/result.h"
#include "shared/json/json.h"
#include "shared/proof/challenge.h"
#include "web/platform/fetch.h"

namespace hamandish::web {

template <class T>
using Then = std::function<void(Result<T>)>;

struct InboxQuery {
  std::string search;
  std::string after;  // cursor of the page before; empty: the newest
  Answers filters{};  // further parameters of GET /api/v1/staff/cases
};

// «?q=...&queue=...» as saved filters keep it; empty without any.
std::string inbox_parameters(const InboxQuery& query);

class Client {
 public:
  explicit Client(Fetch& fetch) : fetch_(fetch) {}
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  // Sent with every call that changes something for staff.
  void set_csrf_token(std::string token) { csrf_token_ = std::move(token); }

  // `proof`: of work, if the server asked for one («proof.needed»).
  void register_case(const api::NewCase& new_case, std::string_view idempotency_key, std::string_view proof,
                     Then<api::Receipt> then);
  // Nothing: none is asked for at present.
  void challenge(std::string_view form, Then<std::optional<proof::Challenge>> then);
  // `file`: number of a chosen file. Returns a number for stop().
  int upload(int file, std::string_view file_name, Then<api::AttachmentInfo> then, const Fetch::Progress& progress);
  void stop(int number);
  void lookup(const api::Lookup& lookup, Then<api::CitizenCase> then);
  void mine(std::string_view tracking_token, Then<api::CitizenCase> then);
  void act(CaseAction action, const api::CitizenAction& content, Then<api::CitizenCase> then);
  void recover_code(std::string_view mobile, Then<void> then);
  void receipt(std::string_view token, Then<api::Receipt> then);

  void session(Then<api::SessionInfo> then);
  void sign_in(const api::SignIn& sign_in, Then<api::SessionInfo> then);
  void sign_out(Then<void> then);

  // A page that the server makes whole: its view, or where to go. `form`: what to post, urlencoded; empty: GET.
  void remote(std::string_view path, std::string form, Then<Json> then);

  void inbox(const InboxQuery& query, Then<api::InboxPage> then);
  void workbench(Then<api::Workbench> then);
  void save_filter(const api::SavedFilter& filter, Then<api::Workbench> then);
  void remove_filter(std::string_view id, Then<api::Workbench> then);
  void register_for_citizen(const api::NewCase& new_case, Intake channel, std::string_view idempotency_key,
                            Then<api::Receipt> then);
  void read_case(std::string_view id, Then<api::StaffCase> then);
  // Any action; those of the contract go to their own addresses.
  void act(std::string_view id, const api::StaffAction& action, Then<api::StaffCase> then);
  void presence(std::string_view id, Then<api::Presence> then);
  void refer(std::string_view id, const api::StaffAction& action, Then<api::StaffCase> then);
  void note(std::string_view id, const api::StaffAction& action, Then<api::StaffCase> then);
  void reply(std::string_view id, const api::StaffAction& action, Then<api::StaffCase> then);

 private:
  int send(const Request& request, Fetch::Done done, Fetch::Progress progress = {});
  template <class T>
  int call(const Request& request, Result<T> (*read)(const Json&), Then<T> then, const Fetch::Progress& progress = {});
  Request change(std::string_view path, const Json& body) const;

  Fetch& fetch_;
  std::string csrf_token_;
  std::vector<int> waiting_;
};

}  // namespace hamandish::web
