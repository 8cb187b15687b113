#include "web/controllers/inbox_controller.h"

#include "shared/pages/inbox_page.h"

namespace hamandish::web {

InboxController::InboxController(Context& context) : context_(context), client_(context.fetch) {}

view::Node InboxController::view() const {
  return pages::inbox_view(context_.site, state_);
}

void InboxController::start() {
  load({});
}

bool InboxController::input(std::string_view field, std::string_view value) {
  if (field == "q") state_.search = value;
  return true;
}

void InboxController::intent(std::string_view name) {
  if (name == "search") load({});
  if (name == "next-page" && !state_.loading && !state_.page.next.empty()) load(state_.page.next);
}

void InboxController::load(std::string after) {
  const bool further = !after.empty();
  state_.loading = true;
  state_.failure.clear();
  context_.changed();
  const int call = ++call_;
  client_.inbox({state_.search, std::move(after)}, [this, call, further](Result<api::InboxPage> answer) {
    if (call == call_) answered(further, std::move(answer));
  });
}

void InboxController::answered(bool further, Result<api::InboxPage> answer) {
  state_.loading = false;
  if (!answer.ok()) {
    if (answer.error().code == Code::unauthorized) return context_.session_expired();
    state_.failure = failure_text(answer.error());
    return context_.changed();
  }
  api::InboxPage page = std::move(answer).value();
  if (!further) state_.page.cases.clear();
  const std::string first_new = page.cases.empty() ? std::string() : "row-" + page.cases.front().id;
  for (api::InboxRow& row : page.cases) state_.page.cases.push_back(std::move(row));
  state_.page.next = std::move(page.next);
  context_.changed();
  // The button that was pressed may be gone: reading goes on at the first new line.
  if (further && !first_new.empty()) context_.browser.focus(first_new);
}

}  // namespace hamandish::web
