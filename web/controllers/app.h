// The application without a screen: knows the organisation, who is signed in and which page is open, and hands what
// happens to the controller of that page. The screen's part (web/mirror/mirror.h) asks view() when render() is called.
#pragma once

#include <map>
#include <memory>
#include <utility>

#include "shared/pages/page.h"
#include "web/api/client.h"
#include "web/controllers/controller.h"
#include "web/controllers/picker.h"

namespace hamandish::web {

class App {
 public:
  // `render` is called whenever the view is different and there is something to show.
  App(Profile profile, Browser& browser, Fetch& fetch, std::function<void()> render);
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  // Whether an address (path, without query) is a page of the app; others are left to the browser.
  static bool knows(std::string_view path);
  // Opens the page of an address. A staff page first asks the server who is signed in. `mark`: what the page wrote into this
  // entry of the history when it was open before (Browser::mark).
  void open(std::string_view path, std::string_view mark = {});
  // Another entry of the history with the address of the open page.
  void revisit(std::string_view mark);

  // What a person did; the same as in Controller.
  bool input(std::string_view field, std::string_view value);
  void intent(std::string_view name);
  void files(std::string_view field, const std::vector<ChosenFile>& files);
  void resume();
  // The browser went offline or came back; also called now and then while something waits to be sent.
  void online(bool is_online);
  // A form that was being sent when the browser was closed: its address and what was typed.
  void wait_for(std::string_view path, const std::vector<std::pair<std::string, std::string>>& fields);
  bool waits() const;
  // Site::theme.
  void choose_theme(std::string theme);

  // False while the server is being asked who is signed in: then there is no view.
  bool has_page() const { return controller_ != nullptr; }
  // False while the page waits for its data: what the server sent stays on the screen.
  bool ready() const;
  view::Node view() const;
  const Profile& profile() const { return profile_; }

 private:
  void show(const pages::Route& route);
  void changed();
  void ask_session(const pages::Route& route);
  void session_expired();
  void sign_out();
  void put_aside();
  void ended_away(const std::string& path, std::string receipt);
  void tell(pages::SiteNotice notice);
  std::unique_ptr<Controller> make(const pages::Route& route);
  std::unique_ptr<Controller> make_staff(const pages::Route& route);

  Profile profile_;
  pages::Site site_;
  Handover handover_;
  std::function<void()> render_;
  Context context_;
  Client client_;
  // What stood in the page before it had a controller, because the server was being asked who is signed in.
  struct Early {
    std::vector<std::pair<std::string, std::string>> inputs;
    bool resumes = false;
  };
  Early early_;
  bool session_known_ = false;  // the server was asked who is signed in
  Picker picker_;
  bool starting_ = false;  // a controller is being started: it is rendered once, after that
  std::unique_ptr<Controller> controller_;
  std::map<std::string, std::unique_ptr<Controller>, std::less<>> waiting_;  // by the address of their pages
};

}  // namespace hamandish::web
