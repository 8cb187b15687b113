// All messages of all tables, sorted by key: for say() and for the tests that hold them together.
#pragma once

#include <vector>

#include "shared/messages/fa_tables.h"

namespace hamandish {

const std::vector<Message>& all_messages();

}  // namespace hamandish
