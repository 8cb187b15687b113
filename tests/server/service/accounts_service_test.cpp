#include "server/service/accounts_service.h"

#include <doctest/doctest.h>

#include "server/base/random.h"
#include "server/service/totp.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

constexpr const char* kPassword = "test-password";

struct AccountsFixture : ServiceFixture {
  Actor admin;
  Actor officer;

  AccountsFixture() {
    add_user("admin1", Role::admin, "it");
    add_user("officer1", Role::officer, "soil-water");
    admin = actor("admin1");
    officer = actor("officer1");
  }

  Result<SessionStart> sign_in(std::string_view password, std::string_view code, Instant now) {
    return services->sessions.sign_in({"officer1", password, code, "127.0.0.1", "Firefox"}, now);
  }

  std::string secret() { return services->accounts.own(officer)->pending_secret; }
};

std::string code_at(const std::string& secret, Instant now) {
  return hotp(secret, static_cast<std::uint64_t>(totp_step(now)), 6);
}

TEST_CASE_FIXTURE(AccountsFixture, "with a second factor the password alone does not open; a code works once") {
  REQUIRE(services->accounts.begin_second_factor(officer).ok());
  const std::string key = secret();
  CHECK(sign_in(kPassword, "", kTestNow).ok());  // not confirmed: not asked for
  CHECK(!services->accounts.confirm_second_factor(officer, "000000", kTestNow).ok());
  const Result<std::vector<std::string>> recovery =
      services->accounts.confirm_second_factor(officer, code_at(key, kTestNow), kTestNow);
  REQUIRE(recovery.ok());
  CHECK(recovery->size() == 8);
  const Instant later = kTestNow + kMinute;
  CHECK(sign_in(kPassword, "", later).error().key == "error.second_factor_needed");
  CHECK(sign_in("wrong-password", code_at(key, later), later).error().key == "error.wrong_credentials");
  CHECK(sign_in(kPassword, code_at(key, later), later).ok());
  CHECK(!sign_in(kPassword, code_at(key, later), later).ok());
  CHECK(sign_in(kPassword, recovery->front(), later).ok());
  CHECK(!sign_in(kPassword, recovery->front(), later).ok());
  CHECK(!services->accounts.end_second_factor(officer, "wrong-password", later).ok());
  REQUIRE(services->accounts.end_second_factor(officer, kPassword, later).ok());
  CHECK(sign_in(kPassword, "", later).ok());
}

TEST_CASE_FIXTURE(AccountsFixture, "sessions are listed, one can be ended, and a new password ends the others") {
  const SessionStart first = sign_in(kPassword, "", kTestNow).value();
  const SessionStart second = sign_in(kPassword, "", kTestNow).value();
  const SessionStart third = sign_in(kPassword, "", kTestNow).value();
  const AccountView view = services->accounts.own(officer).value();
  REQUIRE(view.sessions.size() == 3);
  CHECK(view.sessions[0].client == "Firefox");
  REQUIRE(services->accounts.end_session(officer, session_id_of(sha256(first.token))).ok());
  CHECK(!services->sessions.session(first.token, kTestNow).ok());
  CHECK(services->sessions.session(second.token, kTestNow).ok());
  // Nobody ends the session of another.
  REQUIRE(services->accounts.end_session(admin, session_id_of(sha256(second.token))).ok());
  CHECK(services->sessions.session(second.token, kTestNow).ok());
  const AccountsService::PasswordChange change{kPassword, "another-password", third.token};
  CHECK(!services->accounts.change_password(officer, {"wrong", "another-password", third.token}, kTestNow).ok());
  CHECK(!services->accounts.change_password(officer, {kPassword, "short", third.token}, kTestNow).ok());
  CHECK(!services->accounts.change_password(officer, {kPassword, kPassword, third.token}, kTestNow).ok());
  REQUIRE(services->accounts.change_password(officer, change, kTestNow).ok());
  CHECK(!services->sessions.session(second.token, kTestNow).ok());
  CHECK(services->sessions.session(third.token, kTestNow).ok());
  CHECK(sign_in("another-password", "", kTestNow).ok());
}

TEST_CASE_FIXTURE(AccountsFixture, "a new or reset password must be changed before anything else") {
  const Result<std::string> password = services->accounts.reset_password(admin, "officer1", kTestNow);
  REQUIRE(password.ok());
  const Result<SessionStart> start = sign_in(*password, "", kTestNow);
  REQUIRE(start.ok());
  CHECK(start->session.must_change);
  CHECK(services->sessions.session(start->token, kTestNow)->must_change);
  REQUIRE(services->accounts.change_password(officer, {*password, "another-password", start->token}, kTestNow).ok());
  CHECK(!services->sessions.session(start->token, kTestNow)->must_change);
  const Result<std::string> first =
      services->accounts.add(admin, {"newcomer", "نام تازه", Role::officer, "soil-water", true}, kTestNow);
  REQUIRE(first.ok());
  CHECK(services->sessions.sign_in("newcomer", *first, "127.0.0.1", kTestNow)->session.must_change);
}

TEST_CASE_FIXTURE(AccountsFixture,
                  "only the administrator keeps accounts, and cannot take the last administrator away") {
  CHECK(services->accounts.list(officer).error().code == Code::forbidden);
  CHECK(services->accounts.read(officer, "admin1").error().code == Code::forbidden);
  CHECK(services->accounts.reset_password(officer, "admin1", kTestNow).error().code == Code::forbidden);
  CHECK(services->accounts.unlock(officer, "admin1", kTestNow).error().code == Code::forbidden);
  CHECK(services->accounts.end_sessions(officer, "admin1", kTestNow).error().code == Code::forbidden);
  const UserInfo demoted{"admin1", "نام", Role::officer, "it", true};
  CHECK(services->accounts.change(admin, demoted, kTestNow).error().key == "user.last_admin");
  const SessionStart open = sign_in(kPassword, "", kTestNow).value();
  REQUIRE(services->accounts.change(admin, {"officer1", "نام دیگر", Role::officer, "extension", false}, kTestNow).ok());
  CHECK(!services->sessions.session(open.token, kTestNow).ok());
  CHECK(!sign_in(kPassword, "", kTestNow).ok());
  CHECK(services->accounts.read(admin, "officer1")->user.unit_id == "extension");
  CHECK(count("SELECT count(*) FROM audit WHERE area = 'users'") == 1);
}

TEST_CASE_FIXTURE(AccountsFixture, "the administrator opens the lock that wrong guesses have closed") {
  for (int i = 0; i < 8; ++i) CHECK(!sign_in("wrong-password", "", kTestNow).ok());
  CHECK(sign_in(kPassword, "", kTestNow).error().key == "error.locked_out");
  REQUIRE(services->accounts.unlock(admin, "officer1", kTestNow).ok());
  CHECK(sign_in(kPassword, "", kTestNow).ok());
}

}  // namespace
}  // namespace hamandish::server
