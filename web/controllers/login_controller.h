// /staff without a session, and every staff address after its session has run out: sign in, then the page that was
// asked for.
#pragma once

#include "web/api/client.h"
#include "web/controllers/controller.h"

namespace hamandish::web {

class LoginController : public Controller {
 public:
  // `signed_in` destroys the controller.
  LoginController(Context& context, std::function<void()> signed_in);

  view::Node view() const override;
  bool input(std::string_view field, std::string_view value) override;
  void intent(std::string_view name) override;

  const pages::LoginState& state() const { return state_; }

 private:
  void answered(Result<api::SessionInfo> answer);

  Context& context_;
  std::function<void()> signed_in_;
  pages::LoginState state_;
  std::string password_;  // not in the state: no view may carry it
  Client client_;
};

}  // namespace hamandish::web
