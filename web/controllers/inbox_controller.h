// /staff with a session: queues, search, filters, saved filters; further pages are added below. Comes back as it was
// left when a case was opened from it.
#pragma once

#include "web/api/client.h"
#include "web/controllers/controller.h"

namespace hamandish::web {

class InboxController : public Controller {
 public:
  explicit InboxController(Context& context);

  view::Node view() const override;
  void start() override;
  bool ready() const override { return !state_.loading || !state_.page.cases.empty(); }
  bool input(std::string_view field, std::string_view value) override;
  void intent(std::string_view name) override;
  void resume() override { load({}); }

  const pages::InboxState& state() const { return state_; }

 private:
  void load(std::string after);
  void answered(bool further, Result<api::InboxPage> answer);
  void set_filter(std::string_view name, std::string_view value);
  void apply_saved(std::string_view id);
  void save();
  void counted(Result<api::Workbench> answer);
  InboxQuery query(std::vector<FieldError>& errors) const;

  Context& context_;
  pages::InboxState state_;
  Client client_;
  std::size_t rows_before_ = 0;  // when the page was left for a case
  int call_ = 0;                 // an answer to an earlier search than the last is dropped
};

}  // namespace hamandish::web
