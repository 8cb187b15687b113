#include "server/service/sessions_service.h"

#include <algorithm>
#include <mutex>

#include "server/base/random.h"
#include "server/service/case_views.h"
#include "server/service/login_backoff.h"
#include "server/service/passwords.h"
#include "server/service/totp.h"
#include "server/store/accounts_store.h"
#include "server/store/meta_store.h"
#include "server/store/sessions_store.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kMaxTyped = 200;       // bytes of a user name or password that we look at
constexpr std::int64_t kSeenStep = kMinute;  // «last seen» is written no more often
constexpr std::size_t kTokenLetters = 43;    // 32 bytes as base64url

// The token is secret, so what is made from it is: no column and no second cookie.
std::string csrf_token_for(std::string_view token) {
  return base64url(keyed_hash(sha256(token), "csrf"));
}

Session session_for(const Profile& profile, const UserRow& user, std::string_view token) {
  Session session;
  const Role role = role_from(user.role).value_or(Role::officer);
  session.actor = {std::to_string(user.id), user.name, role, user.unit_id};
  session.info.username = user.username;
  session.info.name = user.name;
  session.info.role = role;
  session.info.unit_id = user.unit_id;
  session.info.unit_name = unit_name(profile, user.unit_id);
  session.info.csrf_token = csrf_token_for(token);
  return session;
}

Error locked_out(Instant now, Instant until) {
  const std::int64_t left = std::max<std::int64_t>(1, until.milliseconds - now.milliseconds);
  const std::int64_t minutes = (left + kMinute - 1) / kMinute;
  const std::int64_t seconds = (left + kSecond - 1) / kSecond;  // for Retry-After
  const Params params = {{"minutes", std::to_string(minutes)}, {"seconds", std::to_string(seconds)}};
  return Error{Code::busy, "error.locked_out", params, {}, {}};
}

}  // namespace

struct SessionsService::Parts {
  const Organisation& organisation;
  Database& database;
  PasswordCost cost;
  std::string dummy_hash;   // of a password that nobody has; for unknown names
  std::string subject_key;  // hides names and addresses in the table of attempts

  std::string subject(std::string_view kind, std::string_view value) const {
    return keyed_hash(subject_key, std::string(kind) + ":" + std::string(value)).substr(0, 16);
  }

  // Counts the attempt as failed before the password is looked at, so that many at once cannot all slip through. Busy
  // while either must wait.
  Result<void> count_attempt(const std::string& name, const std::string& address, Instant now) {
    return database.write([&](Transaction& transaction) -> Result<void> {
      const Result<AttemptsRow> by_name = attempts_of(transaction, name);
      if (!by_name) return by_name.error();
      const Result<AttemptsRow> by_address = attempts_of(transaction, address);
      if (!by_address) return by_address.error();
      const Instant until = std::max(by_name->blocked_until, by_address->blocked_until);
      if (now < until) return locked_out(now, until);
      Result<void> done = set_attempts(transaction, name, after_failure(kNameRule, *by_name, now));
      if (!done) return done;
      return set_attempts(transaction, address, after_failure(kAddressRule, *by_address, now));
    });
  }

  // Success forgets the failures of the name; of the address only the one that was counted for it.
  Result<void> begin_session(const UserRow& user, const std::string& token, const std::string& name,
                             const std::string& address, std::string_view client, Instant now) {
    return database.write([&](Transaction& transaction) -> Result<void> {
      Result<void> done = insert_session(transaction, sha256(token), user.id, now);
      if (done && !client.empty()) done = set_session_client(transaction, sha256(token), client);
      if (done) done = delete_attempts(transaction, name);
      if (!done) return done;
      Result<AttemptsRow> by_address = attempts_of(transaction, address);
      if (!by_address) return by_address.error();
      by_address->failures = std::max<std::int64_t>(0, by_address->failures - 1);
      by_address->blocked_until = Instant{};
      return set_attempts(transaction, address, *by_address);
    });
  }

  Result<std::optional<AccountRow>> find_account(std::string_view username) {
    std::optional<AccountRow> account;
    const Result<void> done = database.read([&](Reader& reader) -> Result<void> {
      Result<std::optional<AccountRow>> found = account_by_name(reader, username);
      if (!found) return found.error();
      account = std::move(found).value();
      return {};
    });
    if (!done) return done.error();
    return account;
  }

  // True without a second factor. A code is used up, whatever happens to the sign-in afterwards.
  Result<bool> second_factor_fits(const AccountRow& account, std::string_view code, Instant now) {
    if (account.totp_secret.empty()) return true;
    const std::optional<std::int64_t> step = check_totp(account.totp_secret, code, now, account.totp_step);
    const std::string recovery = sha256(code);
    bool fits = false;
    const Result<void> done = database.write([&](Transaction& transaction) -> Result<void> {
      const Result<bool> used = step ? use_totp_step(transaction, account.user.id, *step)
                                     : use_recovery_code(transaction, account.user.id, recovery);
      if (!used) return used.error();
      fits = *used;
      return {};
    });
    if (!done) return done.error();
    return fits;
  }
};

SessionsService::SessionsService(const Organisation& organisation, Database& database, PasswordCost cost)
    : parts_(new Parts{organisation, database, cost, {}, {}}) {}

SessionsService::~SessionsService() = default;

Result<void> SessionsService::start() {
  Result<std::string> hash = hash_password(random_token(), parts_->cost);
  if (!hash) return hash.error();
  parts_->dummy_hash = std::move(hash).value();
  Result<std::string> key = secret(parts_->database, "login_key");
  if (!key) return key.error();
  parts_->subject_key = std::move(key).value();
  return {};
}

Result<SessionStart> SessionsService::sign_in(const Attempt& attempt, Instant now) {
  const Error refused = make_error(Code::unauthorized, "error.wrong_credentials");
  const bool too_long = attempt.username.size() > kMaxTyped || attempt.password.size() > kMaxTyped;
  if (attempt.username.empty() || too_long || attempt.code.size() > kMaxTyped) return refused;
  const std::string name = parts_->subject("name", attempt.username);
  const std::string from = parts_->subject("address", attempt.address);
  const Result<void> counted = parts_->count_attempt(name, from, now);
  if (!counted) return counted.error();
  const Result<std::optional<AccountRow>> account = parts_->find_account(attempt.username);
  if (!account) return account.error();
  const Result<bool> fits =
      password_fits(attempt.password, *account ? (*account)->user.password_hash : parts_->dummy_hash);
  if (!fits) return fits.error();
  if (!*fits || !*account || !(*account)->user.enabled) return refused;
  const Result<bool> second = parts_->second_factor_fits(**account, attempt.code, now);
  if (!second) return second.error();
  if (!*second) return make_error(Code::unauthorized, "error.second_factor_needed");

  SessionStart started;
  started.token = random_token();
  const Result<void> begun = parts_->begin_session((*account)->user, started.token, name, from, attempt.client, now);
  if (!begun) return begun.error();
  started.session = session_for(*parts_->organisation.profile(), (*account)->user, started.token);
  started.session.must_change = (*account)->must_change;
  return started;
}

Result<void> SessionsService::forget_failures(std::string_view username) {
  const std::string name = parts_->subject("name", username);
  return parts_->database.write([&](Transaction& transaction) { return delete_attempts(transaction, name); });
}

Result<Session> SessionsService::session(std::string_view token, Instant now) {
  const Error none = make_error(Code::unauthorized, "error.session_needed");
  if (token.size() != kTokenLetters) return none;
  const std::string token_hash = sha256(token);
  std::optional<SessionRow> row;
  const Result<void> done = parts_->database.read([&](Reader& reader) -> Result<void> {
    Result<std::optional<SessionRow>> found = session_by_token(reader, token_hash);
    if (!found) return found.error();
    row = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  if (!row) return none;
  const bool over = now >= row->last_seen_at + kSessionIdle || now >= row->created_at + kSessionAbsolute;
  if (over || !row->user.enabled) return make_error(Code::unauthorized, "error.session_expired");
  if (now >= row->last_seen_at + kSeenStep) {
    parts_->database.write_later(
        [token_hash, now](Transaction& transaction) { return set_last_seen(transaction, token_hash, now); });
  }
  Session session = session_for(*parts_->organisation.profile(), row->user, token);
  session.must_change = row->must_change;
  return session;
}

Result<void> SessionsService::sign_out(std::string_view token) {
  const std::string token_hash = sha256(token);
  return parts_->database.write([&](Transaction& transaction) { return delete_session(transaction, token_hash); });
}

}  // namespace hamandish::server
