// /staff/new: takes a message down for a citizen.
#pragma once

#include "web/api/client.h"
#include "web/controllers/controller.h"

namespace hamandish::web {

class StaffNewController : public Controller {
 public:
  explicit StaffNewController(Context& context);

  view::Node view() const override;
  bool input(std::string_view field, std::string_view value) override;
  void intent(std::string_view name) override;

 private:
  void send();
  void answered(Result<api::Receipt> answer);
  void begin_anew();

  Context& context_;
  pages::StaffNewState state_;
  Client client_;
};

}  // namespace hamandish::web
