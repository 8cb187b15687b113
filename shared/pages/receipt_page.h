// «رسید ثبت»: the code, large; what happens next; a PDF; and a button to say that the code has been noted.
#pragma once

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

view::Node receipt_view(const Site& site, const ReceiptState& state);

}  // namespace hamandish::pages
