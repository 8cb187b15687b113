// The program that citizens load: without the pages of the staff, which is a quarter of the client, and without their
// words. Links to them are left to the browser, which then loads the other program (web/programs/staff.cpp).
#include "shared/messages/messages_list.h"
#include "web/controllers/staff_pages.h"

namespace hamandish {

std::span<const std::span<const Message>* const> further_tables() {
  return {};
}

namespace web {

bool has_staff_pages() {
  return false;
}

std::unique_ptr<Controller> make_staff_page(Context& /*context*/, const pages::Route& /*route*/,
                                            std::function<void()> /*signed_in*/) {
  return nullptr;
}

}  // namespace web
}  // namespace hamandish
