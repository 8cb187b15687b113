// A view as JSON, for pages that the server makes whole and the client only shows (web/controllers/remote_controller.h).
// Members with their usual value are left out. Both sides are of one build: the numbers of kinds are not a contract.
#pragma once

#include "shared/base/result.h"
#include "shared/json/json.h"
#include "shared/view/node.h"

namespace hamandish::view {

Json write_node(const Node& node);
// Invalid if it is not what write_node makes.
Result<Node> read_node(const Json& json);

}  // namespace hamandish::view
