// All messages of all tables, sorted by key: for say() and for the tests that hold them together.
#pragma once

#include <span>
#include <vector>

#include "shared/messages/fa_tables.h"

namespace hamandish {

const std::vector<Message>& all_messages();

// What only the server says: the client gets these pages ready-made. All of them in shared/messages/server_tables.cpp; the
// client's own program has another body without any (web/server_tables_web.cpp), which saves their way over the line.
std::span<const std::span<const Message>* const> server_tables();

}  // namespace hamandish
