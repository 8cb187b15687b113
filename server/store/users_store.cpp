#include "server/store/users_store.h"

#include "shared/text/collate.h"

namespace hamandish::server {
namespace {

UserRow read_user(const Row& row) {
  UserRow user;
  user.id = row.integer(0);
  user.username = row.copy(1);
  user.name = row.copy(2);
  user.role = row.copy(3);
  user.unit_id = row.copy(4);
  user.password_hash = row.copy(5);
  user.enabled = row.integer(6) != 0;
  user.demo = row.integer(7) != 0;
  user.created_at = Instant{row.integer(8)};
  return user;
}

constexpr std::string_view kSelectUser = R"sql(
    SELECT
      id,
      username,
      name,
      role,
      unit_id,
      password_hash,
      enabled,
      demo,
      created_at
    FROM users
  )sql";

}  // namespace

Result<bool> insert_user(Transaction& transaction, const UserRow& row) {
  const Result<std::int64_t> done = transaction.execute(
      R"sql(
        INSERT INTO users (
          username,
          name,
          role,
          unit_id,
          password_hash,
          enabled,
          demo,
          created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
      )sql",
      {row.username, row.name, row.role, row.unit_id, row.password_hash, row.enabled, row.demo,
       row.created_at.milliseconds});
  if (!done) return done.error();
  return *done == 1;
}

Result<std::optional<UserRow>> user_by_id(Reader& reader, std::int64_t id) {
  static const std::string kSql = std::string(kSelectUser) + "WHERE id = ?";
  std::optional<UserRow> user;
  const Result<bool> done = reader.first(kSql, {id}, [&](const Row& row) { user = read_user(row); });
  if (!done) return done.error();
  return user;
}

Result<std::vector<UserRow>> officers_of_unit(Reader& reader, std::string_view unit_id) {
  static const std::string kSql = std::string(kSelectUser) + "WHERE unit_id = ? AND enabled = 1";
  std::vector<UserRow> users;
  const Result<void> done = reader.query(kSql, {unit_id}, [&](const Row& row) {
    users.push_back(read_user(row));
    return true;
  });
  if (!done) return done.error();
  text::sort_alphabetically(users, [](const UserRow& user) { return user.name; });
  return users;
}

Result<std::optional<UserRow>> user_by_name(Reader& reader, std::string_view username) {
  std::optional<UserRow> user;
  const Result<bool> done = reader.first(std::string(kSelectUser) + "WHERE username = ?", {username},
                                         [&](const Row& row) { user = read_user(row); });
  if (!done) return done.error();
  return user;
}

Result<std::vector<UserRow>> all_users(Reader& reader) {
  std::vector<UserRow> users;
  const Result<void> done = reader.query(std::string(kSelectUser) + "ORDER BY username", {}, [&](const Row& row) {
    users.push_back(read_user(row));
    return true;
  });
  if (!done) return done.error();
  text::sort_alphabetically(users, [](const UserRow& user) { return user.name; });
  return users;
}

Result<bool> any_demo_user(Reader& reader) {
  return reader.first("SELECT 1 FROM users WHERE demo = 1 LIMIT 1", {}, [](const Row&) {});
}

Result<bool> set_password_hash(Transaction& transaction, std::string_view username, std::string_view hash) {
  const Result<std::int64_t> done =
      transaction.execute("UPDATE users SET password_hash = ?, demo = 0 WHERE username = ?", {hash, username});
  if (!done) return done.error();
  return *done == 1;
}

Result<bool> any_user_of_unit(Reader& reader, std::string_view unit_id) {
  return reader.first("SELECT 1 FROM users WHERE unit_id = ? LIMIT 1", {unit_id}, [](const Row&) {});
}

Result<bool> any_other_admin(Reader& reader, std::int64_t id) {
  return reader.first("SELECT 1 FROM users WHERE role = 'admin' AND enabled = 1 AND id <> ? LIMIT 1", {id},
                      [](const Row&) {});
}

}  // namespace hamandish::server
