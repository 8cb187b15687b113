// All messages of all tables, for the tests that hold them together.
#pragma once

#include <span>
#include <vector>

#include "shared/messages/fa_tables.h"

namespace hamandish {

std::vector<Message> all_messages();  // sorted by key

// What not every program says: all of it in shared/messages/further_tables.cpp, for the server. The client's programs have
// other bodies (web/programs) with less or nothing, since words travel over the line; scripts/site proves that they say
// nothing that they do not have.
std::span<const std::span<const Message>* const> further_tables();

}  // namespace hamandish
