// «رسید ثبت»: the code, large; what happens next; a PDF; and a button to say that the code has been noted.
#pragma once

#include <string>
#include <vector>

#include "shared/pages/state.h"
#include "shared/view/node.h"

namespace hamandish::pages {

// «نامه.pdf، عکس.jpg»: the names of the attachments in one line, on the receipt and its PDF.
std::string file_names(const std::vector<std::string>& files);

view::Node receipt_view(const Site& site, const ReceiptState& state);

}  // namespace hamandish::pages
