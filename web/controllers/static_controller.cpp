#include "web/controllers/static_controller.h"

#include "shared/pages/home_page.h"

namespace hamandish::web {

void GalleryController::intent(std::string_view name) {
  pages::gallery_intent(state_, name);
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
