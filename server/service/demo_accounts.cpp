#include "server/service/demo_accounts.h"

#include "server/store/users_store.h"

namespace hamandish::server {

Result<std::string> demo_account(Reader& reader, std::string_view username) {
  const Result<std::optional<UserRow>> user = user_by_name(reader, username);
  if (!user) return user.error();
  return *user && (*user)->demo ? std::to_string((*user)->id) : std::string();
}

}  // namespace hamandish::server
