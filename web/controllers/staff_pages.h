// Where the two programs of the client differ (web/programs): citizens need nothing of the staff's pages, and what they do
// not need does not come over their line.
#pragma once

#include <functional>
#include <memory>

#include "shared/pages/page.h"
#include "web/controllers/controller.h"

namespace hamandish::web {

bool has_staff_pages();

// The page of a route for which pages::needs_staff_program holds; the login page if nobody is signed in, which then calls
// `signed_in`. nullptr in a program without such pages.
std::unique_ptr<Controller> make_staff_page(Context& context, const pages::Route& route,
                                            std::function<void()> signed_in);

}  // namespace hamandish::web
