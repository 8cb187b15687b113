// /track and /track/<code>: finds a case by its code and shows how far it is.
#pragma once

#include "web/api/client.h"
#include "web/controllers/controller.h"

namespace hamandish::web {

class TrackController : public Controller {
 public:
  TrackController(Context& context, std::string code);

  view::Node view() const override;
  void start() override;
  bool input(std::string_view field, std::string_view value) override;
  void intent(std::string_view name) override;
  void resume() override;

  const pages::TrackState& state() const { return state_; }

 private:
  void look_up();
  void answered(Result<api::CitizenCase> answer);

  Context& context_;
  pages::TrackState state_;
  Client client_;
};

}  // namespace hamandish::web
