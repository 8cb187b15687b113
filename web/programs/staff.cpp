// The program that the staff load, and whoever opens the gallery: all pages of citizens' program and these.
#include "shared/pages/info_pages.h"
#include "shared/pages/staff_home_page.h"
#include "shared/users/permissions.h"
#include "web/controllers/inbox_controller.h"
#include "web/controllers/login_controller.h"
#include "web/controllers/remote_controller.h"
#include "web/controllers/staff_case_controller.h"
#include "web/controllers/staff_new_controller.h"
#include "web/controllers/staff_pages.h"
#include "web/controllers/static_controller.h"

namespace hamandish::web {

bool has_staff_pages() {
  return true;
}

std::unique_ptr<Controller> make_staff_page(Context& context, const pages::Route& route,
                                            std::function<void()> signed_in) {
  if (route.id == pages::PageId::gallery) {
    if (route.param.empty()) return std::make_unique<GalleryController>(context);
    const std::optional<std::size_t> rows = pages::gallery_rows(route.param);
    if (!rows) return nullptr;
    return std::make_unique<GalleryRowsController>(context, *rows);
  }
  if (!context.site.session) return std::make_unique<LoginController>(context, std::move(signed_in));
  if (route.id == pages::PageId::remote) return std::make_unique<RemoteController>(context, route.param);
  if (route.id == pages::PageId::staff_case) return std::make_unique<StaffCaseController>(context, route.param);
  if (route.id == pages::PageId::staff_new) {
    if (may_register_cases(context.site.session->role)) return std::make_unique<StaffNewController>(context);
    return std::make_unique<StaticController>(context, &pages::forbidden_view);
  }
  if (!may_see_any_case(context.site.session->role)) {
    return std::make_unique<StaticController>(context, &pages::staff_home_view);
  }
  return std::make_unique<InboxController>(context);
}

}  // namespace hamandish::web
