// /staff/cases/<id>: reads a case and does with it what the forms of shared/pages/case_actions.h offer. What is typed in
// one form survives the sending of another, and a colleague's change.
#pragma once

#include "shared/pages/case_actions.h"
#include "web/api/client.h"
#include "web/controllers/controller.h"

namespace hamandish::web {

class StaffCaseController : public Controller {
 public:
  StaffCaseController(Context& context, std::string id);

  view::Node view() const override;
  void start() override;
  bool ready() const override { return !state_.loading || state_.found.has_value(); }
  bool input(std::string_view field, std::string_view value) override;
  void intent(std::string_view name) override;

  const pages::StaffCaseState& state() const { return state_; }

 private:
  void load();
  void loaded(Result<api::StaffCase> answer);
  void act(const pages::ActionForm& form);
  void acted(const pages::ActionForm& form, Result<api::StaffCase> answer);
  void failed(const pages::ActionForm* form, const Error& error);
  void ask_presence();
  void show_presence(Result<api::Presence> answer);
  void use_canned(std::string_view id);
  std::string offered_answer() const;
  void forget_typed(const pages::ActionForm& form);

  Context& context_;
  std::string id_;
  pages::StaffCaseState state_;
  Client client_;
  bool asking_ = false;      // who else is here
  bool refreshing_ = false;  // somebody asked for what has changed
};

}  // namespace hamandish::web
