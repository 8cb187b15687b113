#include "server/service/users_service.h"

#include "server/service/passwords.h"
#include "server/store/sessions_store.h"
#include "server/store/users_store.h"
#include "shared/text/normalize.h"

namespace hamandish::server {
namespace {

bool good_username(std::string_view name) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789._-";
  return name.size() >= 3 && name.size() <= 32 && name.find_first_not_of(kAllowed) == std::string_view::npos;
}

Error invalid_fields(std::vector<FieldError> fields) {
  return Error{Code::invalid, "error.invalid", {}, std::move(fields), {}};
}

}  // namespace

UsersService::UsersService(const Organisation& organisation, Database& database, PasswordCost cost)
    : organisation_(organisation), database_(database), cost_(cost) {}

bool good_password(std::string_view password) {
  return password.size() >= 10 && password.size() <= 200;
}

Result<UserRow> make_user_row(const Profile& profile, const UserInfo& user, std::string_view password,
                              PasswordCost cost, Instant now) {
  std::vector<FieldError> errors;
  const std::string name = text::for_storage_one_line(user.name);
  if (!good_username(user.username)) errors.push_back({"username", "user.bad_username", {}});
  if (name.empty()) errors.push_back({"name", "user.no_name", {}});
  if (profile.unit(user.unit_id) == nullptr) errors.push_back({"unit_id", "case.unknown_unit", {}});
  if (!good_password(password)) errors.push_back({"password", "user.weak_password", {}});
  if (!errors.empty()) return invalid_fields(std::move(errors));
  Result<std::string> hash = hash_password(password, cost);
  if (!hash) return hash.error();

  UserRow row;
  row.username = user.username;
  row.name = name;
  row.role = wire_name(user.role);
  row.unit_id = user.unit_id;
  row.password_hash = std::move(hash).value();
  row.enabled = user.enabled;
  row.created_at = now;
  return row;
}

Result<void> UsersService::add(const UserInfo& user, std::string_view password, Instant now) {
  const Result<UserRow> row = make_user_row(*organisation_.profile(), user, password, cost_, now);
  if (!row) return row.error();
  return database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<bool> inserted = insert_user(transaction, *row);
    if (!inserted) return inserted.error();
    if (!*inserted) return make_error(Code::conflict, "user.exists");
    return {};
  });
}

Result<void> UsersService::set_password(std::string_view username, std::string_view password, Instant /*now*/) {
  if (!good_password(password)) return invalid_fields({{"password", "user.weak_password", {}}});
  const Result<std::string> hash = hash_password(password, cost_);
  if (!hash) return hash.error();
  return database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<bool> changed = set_password_hash(transaction, username, *hash);
    if (!changed) return changed.error();
    if (!*changed) return make_error(Code::not_found, "user.not_found");
    return delete_sessions_of(transaction, username);
  });
}

Result<std::vector<UserInfo>> UsersService::list() {
  std::vector<UserInfo> users;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Result<std::vector<UserRow>> rows = all_users(reader);
    if (!rows) return rows.error();
    for (const UserRow& row : *rows) {
      users.push_back({row.username, row.name, role_from(row.role).value_or(Role::officer), row.unit_id, row.enabled});
    }
    return {};
  });
  if (!done) return done.error();
  return users;
}

Result<bool> UsersService::has_demo_accounts() {
  bool any = false;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Result<bool> found = any_demo_user(reader);
    if (!found) return found.error();
    any = *found;
    return {};
  });
  if (!done) return done.error();
  return any;
}

}  // namespace hamandish::server
