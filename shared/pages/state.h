// The state of every page: what its view is a pure function of. The server fills it from the database, the client's
// controllers from the REST calls; both then call the same view function (shared/pages/<page>.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/api/wire.h"
#include "shared/base/result.h"
#include "shared/directory/profile.h"

namespace hamandish::pages {

// What is said above the page, whichever it is: the network is gone, a form waits or was sent meanwhile.
struct SiteNotice {
  std::string id;
  std::string message;  // key
  bool good = false;
  std::string link;  // key of the link's text, or empty
  std::string target;
};

// What the frame round every page needs.
struct Site {
  const Profile* profile = nullptr;         // never null when a view is made
  std::string path;                         // address of the open page, marks the current link
  std::optional<api::SessionInfo> session;  // a signed-in member of staff
  bool session_ended = false;               // while somebody worked: the login says so
  Instant now;
  std::string notice;  // message key shown above the page, or empty
  std::vector<SiteNotice> notices;
  std::string theme;  // chosen by hand: light, dark, contrast; empty: as the device prefers
};

struct NewCaseState {
  CaseKind kind = CaseKind::complaint;
  Answers answers;  // as typed
  bool anonymous = false;
  std::vector<FieldError> errors;  // fields: ids of the form
  std::string failure;             // message key: the send failed as a whole, nothing is lost
  bool sending = false;
  int percent = 0;              // of an upload, while sending
  std::string idempotency_key;  // a hidden field for the form without JavaScript
  struct File {
    std::string id;
    std::string name;
    std::int64_t bytes = 0;
    int percent = 100;   // of its upload
    std::string error;   // message key or empty
    bool retry = false;  // its bytes are still there and did not arrive
  };
  std::vector<File> files;
  std::string same_subject;  // tracking code of a message that was sent before in this session with this subject
  bool cleared = false;      // what stood here was just removed, as was asked for
  bool proving = false;      // the proof of work is being found, which takes some seconds
};

struct ReceiptState {
  api::Receipt receipt;
  bool acknowledged = false;
};

struct TrackState {
  std::string tracking_code;  // as typed
  std::string mobile_last4;   // as typed
  std::vector<FieldError> errors;
  std::string failure;  // message key
  bool searching = false;
  std::optional<api::CitizenCase> found;
  // Of the forms below a case: what was typed, the files' names, and what the last of them did.
  Answers typed;
  std::vector<std::string> chosen_files;
  std::string done;  // message key
};

// «کدم را گم کرده‌ام»: the codes go to the mobile as a message, never to the screen.
struct LostCodeState {
  std::string mobile;
  std::vector<FieldError> errors;
  std::string failure;
  bool sending = false;
  bool done = false;
};

struct LoginState {
  std::string username;
  std::string next;       // where to go afterwards; empty: the page that was asked for
  std::string code;       // of the second factor, as typed
  bool ask_code = false;  // the password was right, and this account has a second factor
  std::vector<FieldError> errors;
  std::string failure;
  bool sending = false;
};

struct InboxState {
  std::string search;
  Answers filters;  // as typed, by the parameters of GET /api/v1/staff/cases: queue, sort, kind, ...; dates in Jalali
  api::InboxPage page;
  api::Workbench workbench;
  bool loading = false;
  std::string failure;
  std::string filter_name;  // under which the filters are to be saved
  std::vector<FieldError> errors;
  bool keys_shown = false;  // the dialog that explains the keyboard
  bool asked = false;       // by an address or a form, before the client came: it looks the list up for them
};

struct StaffCaseState {  // of the page /staff/cases/<id>
  std::optional<api::StaffCase> found;
  bool loading = false;
  std::string failure;
  Answers typed;  // in the forms of shared/pages/case_actions.h, by id of the field
  std::vector<FieldError> errors;
  std::string done;  // message key of what was just done
  bool sending = false;
  std::vector<std::string> others;  // colleagues who have the case open
  bool outdated = false;            // somebody changed it meanwhile
};

struct StaffNewState {  // of the page /staff/new
  Intake channel = Intake::phone;
  NewCaseState form;  // of the kind that was chosen
  std::optional<api::Receipt> receipt;
};

}  // namespace hamandish::pages
