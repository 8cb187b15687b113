// Pages that the server makes whole (settings, the own account; server/http/remote_pages.h): shows the view that it
// gives, and sends a form as a browser would. Rarely used pages cost every visitor's download nothing this way.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "web/api/client.h"
#include "web/controllers/controller.h"

namespace hamandish::web {

class RemoteController : public Controller {
 public:
  RemoteController(Context& context, std::string path);

  view::Node view() const override;  // until the server's view is there: a page that says so
  void start() override;
  bool ready() const override { return view_.has_value(); }
  bool input(std::string_view field, std::string_view value) override;
  void files(std::string_view field, const std::vector<ChosenFile>& files) override;  // they go ahead of the form
  void revisit(std::string_view mark) override;                                       // of a survey's page
  void intent(std::string_view name) override;  // «send:<id of a form>», with «:<value>» of the button that was pressed
  bool waits() const override { return false; }  // what is typed stays on the device, but a page that was left is left
  void retry() override;

 private:
  void kept(const std::string& field, const Result<api::AttachmentInfo>& stored);
  void unkeep(std::string_view what);
  bool put(std::string_view field, std::string_view value);  // into the view; false if it has no such field
  void load(std::string_view path, std::string body);
  void wait();
  void mark_page(std::string_view place);
  void answered(bool sent, Result<Json> answer);

  Context& context_;
  std::string path_;
  Client client_;
  std::optional<view::Node> view_;
  std::map<std::string, std::string, std::less<>> typed_;
  std::vector<std::pair<std::string, std::vector<ChosenFile>>> early_files_;  // chosen before there was a view
  bool opens_ = false;  // a button without fields asked for the view that comes
  bool waiting_ = false;
  int uploading_ = 0;
  bool offline_ = false;             // what was sent last did not arrive
  std::vector<std::string> unsent_;  // its address and body
  std::string sending_;              // the intent whose answer is awaited
  std::string survey_page_;          // of the history's current entry, or empty
  std::string pressed_;              // an intent for the view that comes
};

}  // namespace hamandish::web
