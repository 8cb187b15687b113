#include "server/service/accounts_service.h"

#include <algorithm>

#include "server/base/random.h"
#include "server/service/cases_parts.h"
#include "server/service/passwords.h"
#include "server/service/totp.h"
#include "server/store/audit_store.h"
#include "server/store/sessions_store.h"
#include "server/store/users_store.h"
#include "shared/messages/messages.h"
#include "shared/text/normalize.h"
#include "shared/users/settings_permissions.h"

namespace hamandish::server {
namespace {

constexpr int kRecoveryCodes = 8;

Error field_error(std::string_view field, std::string_view key) {
  return Error{Code::invalid, "error.invalid", {}, {{std::string(field), std::string(key), {}}}, {}};
}

AuditRow entry(const Actor& actor, std::string_view area, std::string_view subject, std::string_view action,
               Instant now) {
  AuditRow row;
  row.at = now;
  row.user_id = user_id_of(actor);
  row.area = area;
  row.subject = subject;
  row.action = action;
  return row;
}

Result<void> manager_only(const Actor& actor) {
  if (may_manage_users(actor.role)) return {};
  return make_error(Code::forbidden, "error.forbidden");
}

UserInfo info_of(const UserRow& row) {
  return {row.username, row.name, role_from(row.role).value_or(Role::officer), row.unit_id, row.enabled};
}

// What a person reads of an account in the list of changes.
std::string as_text(const UserInfo& user) {
  return user.name + " · " + std::string(wire_name(user.role)) + " · " + user.unit_id + (user.enabled ? "" : " · –");
}

}  // namespace

std::string session_id_of(std::string_view token_hash) {
  return hex(sha256(token_hash)).substr(0, 16);
}

Result<AccountRow> AccountsService::account(std::string_view username) {
  std::optional<AccountRow> found;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::optional<AccountRow>> row = account_by_name(reader, username);
    if (!row) return row.error();
    found = std::move(row).value();
    return {};
  });
  if (!done) return done.error();
  if (!found) return make_error(Code::not_found, "user.not_found");
  return std::move(*found);
}

Result<AccountRow> AccountsService::account_of(const Actor& actor) {
  std::optional<AccountRow> found;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::optional<AccountRow>> row = account_by_id(reader, user_id_of(actor));
    if (!row) return row.error();
    found = std::move(row).value();
    return {};
  });
  if (!done) return done.error();
  if (!found) return make_error(Code::not_found, "user.not_found");
  return std::move(*found);
}

Result<void> AccountsService::check_password(const AccountRow& account, std::string_view password,
                                             std::string_view field) const {
  const Result<bool> fits = password_fits(password, account.user.password_hash);
  if (!fits) return fits.error();
  if (!*fits) return field_error(field, "user.wrong_password");
  return {};
}

Result<AccountView> AccountsService::own(const Actor& actor) {
  const Result<AccountRow> row = account_of(actor);
  if (!row) return row.error();
  AccountView view{info_of(row->user), row->must_change, !row->totp_secret.empty(), row->totp_pending, {}};
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::vector<OwnSession>> sessions = sessions_of(reader, row->user.id);
    if (!sessions) return sessions.error();
    view.sessions = std::move(sessions).value();
    return {};
  });
  if (!done) return done.error();
  return view;
}

Result<void> AccountsService::change_password(const Actor& actor, const PasswordChange& change, Instant now) {
  const auto& [former, next, token] = change;
  const Result<AccountRow> row = account_of(actor);
  if (!row) return row.error();
  if (!good_password(next)) return field_error("f-new", "user.weak_password");
  if (former == next) return field_error("f-new", "user.same_password");
  Result<void> known = check_password(*row, former, "f-old");
  if (!known) return known;
  const Result<std::string> hash = hash_password(next, cost_);
  if (!hash) return hash.error();
  const std::string kept = sha256(token);
  return database_.write([&](Transaction& transaction) -> Result<void> {
    Result<void> done = set_account_password(transaction, row->user.id, *hash, false);
    if (done) done = delete_sessions_but(transaction, row->user.id, kept);
    if (!done) return done;
    return insert_audit(transaction, entry(actor, "account", row->user.name, "password_changed", now));
  });
}

Result<void> AccountsService::end_session(const Actor& actor, std::string_view session_id) {
  const std::int64_t user_id = user_id_of(actor);
  return database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::vector<OwnSession>> sessions = sessions_of(transaction, user_id);
    if (!sessions) return sessions.error();
    for (const OwnSession& session : *sessions) {
      if (session_id_of(session.token_hash) == session_id) {
        return delete_own_session(transaction, user_id, session.token_hash);
      }
    }
    return {};
  });
}

Result<void> AccountsService::begin_second_factor(const Actor& actor) {
  const Result<AccountRow> row = account_of(actor);
  if (!row) return row.error();
  const std::string secret = random_bytes(kTotpSecretBytes);
  return database_.write(
      [&](Transaction& transaction) { return set_totp(transaction, row->user.id, row->totp_secret, secret); });
}

Result<std::vector<std::string>> AccountsService::confirm_second_factor(const Actor& actor, std::string_view code,
                                                                        Instant now) {
  const Result<AccountRow> row = account_of(actor);
  if (!row) return row.error();
  const std::optional<std::int64_t> step = check_totp(row->totp_pending, code, now, 0);
  if (row->totp_pending.empty() || !step) return field_error("f-code", "user.wrong_code");
  std::vector<std::string> codes;
  std::vector<std::string> hashes;
  for (int i = 0; i < kRecoveryCodes; ++i) {
    codes.push_back(base32(random_bytes(10)));
    hashes.push_back(sha256(codes.back()));
  }
  const Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    Result<void> stored = set_totp(transaction, row->user.id, row->totp_pending, "");
    if (stored) stored = replace_recovery_codes(transaction, row->user.id, hashes);
    if (!stored) return stored;
    const Result<bool> used = use_totp_step(transaction, row->user.id, *step);
    if (!used) return used.error();
    return insert_audit(transaction, entry(actor, "account", row->user.name, "second_factor_on", now));
  });
  if (!done) return done.error();
  return codes;
}

Result<void> AccountsService::end_second_factor(const Actor& actor, std::string_view password, Instant now) {
  const Result<AccountRow> row = account_of(actor);
  if (!row) return row.error();
  Result<void> known = check_password(*row, password, "f-password");
  if (!known) return known;
  return database_.write([&](Transaction& transaction) -> Result<void> {
    Result<void> done = set_totp(transaction, row->user.id, "", "");
    if (done) done = replace_recovery_codes(transaction, row->user.id, {});
    if (!done) return done;
    return insert_audit(transaction, entry(actor, "account", row->user.name, "second_factor_off", now));
  });
}

Result<std::vector<UserInfo>> AccountsService::list(const Actor& actor) {
  if (const Result<void> allowed = manager_only(actor); !allowed) return allowed.error();
  std::vector<UserInfo> users;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Result<std::vector<UserRow>> rows = all_users(reader);
    if (!rows) return rows.error();
    for (const UserRow& row : *rows) users.push_back(info_of(row));
    return {};
  });
  if (!done) return done.error();
  return users;
}

Result<AccountView> AccountsService::read(const Actor& actor, std::string_view username) {
  if (const Result<void> allowed = manager_only(actor); !allowed) return allowed.error();
  const Result<AccountRow> row = account(username);
  if (!row) return row.error();
  return AccountView{info_of(row->user), row->must_change, !row->totp_secret.empty(), {}, {}};
}

Result<std::string> AccountsService::add(const Actor& actor, const UserInfo& user, Instant now) {
  if (const Result<void> allowed = manager_only(actor); !allowed) return allowed.error();
  std::string password = random_token(9);
  Result<UserRow> row = make_user_row(*organisation_.profile(), user, password, cost_, now);
  if (!row) return row.error();
  const Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<bool> inserted = insert_user(transaction, *row);
    if (!inserted) return inserted.error();
    if (!*inserted) return make_error(Code::conflict, "user.exists");
    const Result<std::optional<AccountRow>> added = account_by_name(transaction, row->username);
    if (!added) return added.error();
    Result<void> marked = set_account_password(transaction, (*added)->user.id, row->password_hash, true);
    if (!marked) return marked;
    AuditRow audit = entry(actor, "users", row->name, "added", now);
    audit.after = as_text(user);
    return insert_audit(transaction, audit);
  });
  if (!done) return done.error();
  return password;
}

Result<void> AccountsService::change(const Actor& actor, const UserInfo& user, Instant now) {
  if (const Result<void> allowed = manager_only(actor); !allowed) return allowed.error();
  Result<AccountRow> row = account(user.username);
  if (!row) return row.error();
  const std::string name = text::for_storage_one_line(user.name);
  if (name.empty()) return field_error("f-name", "user.no_name");
  if (organisation_.profile()->unit(user.unit_id) == nullptr) return field_error("f-unit_id", "case.unknown_unit");
  UserRow changed = row->user;
  changed.name = name;
  changed.role = wire_name(user.role);
  changed.unit_id = user.unit_id;
  changed.enabled = user.enabled;
  return database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<bool> other = any_other_admin(transaction, changed.id);
    if (!other) return other.error();
    const bool stays_admin = user.enabled && user.role == Role::admin;
    if (row->user.role == "admin" && !stays_admin && !*other) return make_error(Code::conflict, "user.last_admin");
    Result<void> done = change_account(transaction, changed);
    if (done && !user.enabled) done = delete_sessions_of(transaction, user.username);
    if (!done) return done;
    AuditRow audit = entry(actor, "users", name, "changed", now);
    audit.before = as_text(info_of(row->user));
    audit.after = as_text(info_of(changed));
    return insert_audit(transaction, audit);
  });
}

Result<std::string> AccountsService::reset_password(const Actor& actor, std::string_view username, Instant now) {
  if (const Result<void> allowed = manager_only(actor); !allowed) return allowed.error();
  const Result<AccountRow> row = account(username);
  if (!row) return row.error();
  std::string password = random_token(9);
  const Result<std::string> hash = hash_password(password, cost_);
  if (!hash) return hash.error();
  const Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    Result<void> step = set_account_password(transaction, row->user.id, *hash, true);
    if (step) step = set_totp(transaction, row->user.id, "", "");
    if (step) step = replace_recovery_codes(transaction, row->user.id, {});
    if (step) step = delete_sessions_of(transaction, username);
    if (!step) return step;
    return insert_audit(transaction, entry(actor, "users", row->user.name, "password_reset", now));
  });
  if (!done) return done.error();
  return password;
}

Result<void> AccountsService::unlock(const Actor& actor, std::string_view username, Instant now) {
  if (Result<void> allowed = manager_only(actor); !allowed) return allowed;
  const Result<AccountRow> row = account(username);
  if (!row) return row.error();
  Result<void> done = sessions_.forget_failures(username);
  if (!done) return done;
  return database_.write([&](Transaction& transaction) {
    return insert_audit(transaction, entry(actor, "users", row->user.name, "unlocked", now));
  });
}

Result<void> AccountsService::end_sessions(const Actor& actor, std::string_view username, Instant now) {
  if (Result<void> allowed = manager_only(actor); !allowed) return allowed;
  const Result<AccountRow> row = account(username);
  if (!row) return row.error();
  return database_.write([&](Transaction& transaction) -> Result<void> {
    Result<void> done = delete_sessions_of(transaction, username);
    if (!done) return done;
    return insert_audit(transaction, entry(actor, "users", row->user.name, "sessions_ended", now));
  });
}

}  // namespace hamandish::server
