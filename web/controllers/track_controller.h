// /track and /track/<code>: finds a case by its code, shows how far it is, and does what its citizen may do with it:
// reply to a question, object, rate, withdraw. The token of the lookup stands for code and second factor from then on.
#pragma once

#include "web/api/client.h"
#include "web/controllers/controller.h"

namespace hamandish::web {

class TrackController : public Controller {
 public:
  TrackController(Context& context, std::string code);

  view::Node view() const override;
  void start() override;
  bool ready() const override { return token_.empty() || state_.found || gone_; }
  bool input(std::string_view field, std::string_view value) override;
  void intent(std::string_view name) override;
  void files(std::string_view field, const std::vector<ChosenFile>& files) override;
  void resume() override;

  const pages::TrackState& state() const { return state_; }

 private:
  struct File {
    int number = 0;
    std::string name;
    std::string token;  // of the upload, once it has arrived
  };

  void find_again();
  void remember();
  void go_on();
  void look_up();
  void answered(Result<api::CitizenCase> answer);

  void act(CaseAction action);
  void upload_next();
  void send_action();
  void acted(Result<api::CitizenCase> answer);
  void show_errors(const Error& error);
  void remove_file(std::size_t at);

  Context& context_;
  pages::TrackState state_;
  std::string token_;  // of a case that the server's page shows
  bool gone_ = false;  // its time is over
  bool errors_of_server_ = false;
  CaseAction action_ = CaseAction::supply;  // under way while state_.searching
  std::vector<File> files_;
  Client client_;
};

}  // namespace hamandish::web
