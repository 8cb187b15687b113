// What stands between a page's view and the server: holds the page's state, turns what a person does into calls, and
// says when the view is different. Draws nothing and knows no DOM: runs natively in tests with web/platform/*_native.
//
// One controller lives as long as its page is open; web/controllers/app.h makes and destroys it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/pages/state.h"
#include "shared/view/node.h"
#include "web/platform/browser.h"
#include "web/platform/fetch.h"

namespace hamandish::web {

// A file that was chosen in a file field. The bytes stay in the browser; Request::file sends them by number.
struct ChosenFile {
  int number = 0;  // at least 1, never used twice
  std::string name;
  std::int64_t bytes = 0;
};

// What one page leaves for the next, so that it need not be fetched or typed again.
struct Handover {
  std::optional<api::Receipt> receipt;  // just sent
  std::optional<api::Lookup> lookup;    // typed on the home page
  // Of the case that was found, with the address at which it was: for the way back to it (decision 34). In memory alone,
  // and worth nothing after an hour.
  struct OwnCase {
    std::string path;
    std::string tracking_token;
  };
  std::optional<OwnCase> own_case;
  std::string mark;                        // of the history's entry that is being opened (Browser::mark), or empty
  std::string earlier_code;                // of a case that is over, for the form in which one goes on about it
  std::optional<pages::InboxState> inbox;  // as it was left, for the way back from a case; goes with the session
  // Messages of this session, so that the same is not sent twice; kept in memory alone.
  struct Sent {
    std::string subject_key;
    std::string tracking_code;
  };
  std::vector<Sent> sent;
};

struct Context {
  Browser& browser;
  Fetch& fetch;
  pages::Site& site;
  Handover& handover;
  std::function<void()> changed;          // the view is different: render it
  std::function<void()> session_expired;  // a staff call was answered 401: show the login. Destroys the controller
  // The form of this address, whose page is not open, was sent (its receipt's address) or refused (empty). Destroys the
  // controller.
  std::function<void(std::string path, std::string receipt)> ended_away;
  // Something to say on the next page too.
  std::function<void(pages::SiteNotice)> tell;
};

class Controller {
 public:
  virtual ~Controller() = default;

  virtual view::Node view() const = 0;

  // Called once, before the first view: begins what must be loaded.
  virtual void start() {}
  // False while there is nothing to show yet: a page that the server sent stays as it is until then.
  virtual bool ready() const { return true; }

  // The value of a field changed: typed, restored from a draft, or found in the page that the server sent. A checkbox
  // is "1" or "". True if the state took it over, so that the next view carries it.
  virtual bool input(std::string_view field, std::string_view value);
  // The person went to another entry of the history that is also this page's: its mark (Browser::mark).
  virtual void revisit(std::string_view mark);
  // A form was sent or a button with an intent pressed.
  virtual void intent(std::string_view name);
  virtual void files(std::string_view field, const std::vector<ChosenFile>& files);
  // The page of the server is its answer to a form that was posted before the app had loaded: do what that form asked
  // for again, as far as it changes nothing there.
  virtual void resume() {}
  // True while something is to be sent as soon as there is a network: then the controller outlives its page.
  virtual bool waits() const { return false; }
  // There may be a network again.
  virtual void retry() {}
};

inline bool Controller::input(std::string_view, std::string_view) {
  return false;
}
inline void Controller::revisit(std::string_view) {}
inline void Controller::intent(std::string_view) {}
inline void Controller::files(std::string_view, const std::vector<ChosenFile>&) {}

// What a page shows of an error that belongs to no field.
std::string failure_text(const Error& error);

}  // namespace hamandish::web
