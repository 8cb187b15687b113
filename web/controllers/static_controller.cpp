#include "web/controllers/static_controller.h"

#include "shared/pages/home_page.h"
#include "shared/search/site_search.h"

namespace hamandish::web {

void GalleryController::intent(std::string_view name) {
  pages::gallery_intent(state_, name);
  context_.changed();
}

void ContactController::start() {
  state_.query = context_.handover.mark;
  state_.typed = state_.query;
}

bool ContactController::input(std::string_view field, std::string_view value) {
  if (field != "words") return false;
  state_.typed = value;
  return true;
}

void ContactController::intent(std::string_view name) {
  if (name != "directory-search") return;
  state_.query = query_for_address(state_.typed);
  state_.empty = state_.query.empty();
  if (!state_.empty) context_.browser.mark(state_.query, true);
  context_.changed();
  context_.browser.focus(state_.empty ? "words" : "found");
}

void ContactController::resume() {
  state_.query = query_for_address(state_.typed);
}

void ContactController::revisit(std::string_view mark) {
  state_ = {std::string(mark), std::string(mark), false};
  context_.changed();
}

view::Node HomeController::view() const {
  return pages::home_view(context_.site);
}

bool HomeController::input(std::string_view field, std::string_view value) {
  if (field == "tracking_code") typed_.tracking_code = value;
  if (field == "mobile_last4") typed_.mobile_last4 = value;
  return false;  // the view does not carry them
}

void HomeController::intent(std::string_view name) {
  if (name != "track") return;
  context_.handover.lookup = typed_;
  context_.browser.go("/track");
}

}  // namespace hamandish::web
