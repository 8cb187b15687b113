// Accounts of staff.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "server/store/rows.h"

namespace hamandish::server {

// False if the user name is taken. The id is made by the database.
Result<bool> insert_user(Transaction& transaction, const UserRow& row);

Result<std::optional<UserRow>> user_by_id(Reader& reader, std::int64_t id);
// Enabled ones, by name, as the alphabet has it.
Result<std::vector<UserRow>> officers_of_unit(Reader& reader, std::string_view unit_id);
Result<std::optional<UserRow>> user_by_name(Reader& reader, std::string_view username);
// By name.
Result<std::vector<UserRow>> all_users(Reader& reader);
Result<bool> any_demo_user(Reader& reader);

// Also: no demo account any more. False if there is no such user.
Result<bool> set_password_hash(Transaction& transaction, std::string_view username, std::string_view hash);

Result<bool> any_user_of_unit(Reader& reader, std::string_view unit_id);
// An enabled administrator beside that one.
Result<bool> any_other_admin(Reader& reader, std::int64_t id);

}  // namespace hamandish::server
