// /track/lost: asks for the codes of a mobile's messages to be sent to it.
#pragma once

#include "web/api/client.h"
#include "web/controllers/controller.h"

namespace hamandish::web {

class LostCodeController : public Controller {
 public:
  explicit LostCodeController(Context& context) : context_(context), client_(context.fetch) {}

  view::Node view() const override;
  bool input(std::string_view field, std::string_view value) override;
  void intent(std::string_view name) override;

  const pages::LostCodeState& state() const { return state_; }

 private:
  Context& context_;
  pages::LostCodeState state_;
  Client client_;
};

}  // namespace hamandish::web
