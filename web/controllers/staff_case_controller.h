// /staff/cases/<id>: reads a case, refers it, notes, answers. What is typed in one form survives the sending of
// another.
#pragma once

#include "web/api/client.h"
#include "web/controllers/controller.h"

namespace hamandish::web {

class StaffCaseController : public Controller {
 public:
  StaffCaseController(Context& context, std::string id);

  view::Node view() const override;
  void start() override;
  bool ready() const override { return !state_.loading; }
  bool input(std::string_view field, std::string_view value) override;
  void intent(std::string_view name) override;

  const pages::StaffCaseState& state() const { return state_; }

 private:
  struct Action;
  void load();
  void loaded(Result<api::StaffCase> answer);
  void act(const Action& action);
  void acted(const Action& action, Result<api::StaffCase> answer);
  void failed(const Action* action, const Error& error);
  std::string* text_of(std::string_view field);

  Context& context_;
  std::string id_;
  pages::StaffCaseState state_;
  Client client_;
};

}  // namespace hamandish::web
