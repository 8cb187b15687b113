#include "server/service/sessions_service.h"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

#include "server/service/login_backoff.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

struct SessionFixture : ServiceFixture {
  SessionFixture() { add_user("karshenas", Role::officer, "soil-water"); }
  Result<SessionStart> sign_in(const std::string& password, Instant now = kTestNow,
                               const std::string& from = "10.0.0.1") {
    return services->sessions.sign_in("karshenas", password, from, now);
  }
};

TEST_CASE_FIXTURE(SessionFixture, "the right password opens a session that knows who acts") {
  const Result<SessionStart> started = sign_in("test-password");
  REQUIRE(started.ok());
  CHECK(started->token.size() == 43);
  const Result<Session> session = services->sessions.session(started->token, kTestNow + kHour);
  REQUIRE(session.ok());
  CHECK(session->actor.role == Role::officer);
  CHECK(session->actor.unit_id == "soil-water");
  CHECK(session->info.username == "karshenas");
  CHECK(session->info.unit_name == test_profile().unit("soil-water")->name);
  CHECK(session->info.csrf_token.size() == 43);
  CHECK(session->info.csrf_token == started->session.info.csrf_token);
  CHECK(session->info.csrf_token != started->token);
  CHECK(count("SELECT COUNT(*) FROM sessions WHERE length(token_hash) = 32") == 1);
}

TEST_CASE_FIXTURE(SessionFixture, "an unknown name and a wrong password are refused alike") {
  const Result<SessionStart> wrong = sign_in("wrong-password");
  const Result<SessionStart> unknown = services->sessions.sign_in("nobody", "test-password", "10.0.0.1", kTestNow);
  REQUIRE_FALSE(wrong.ok());
  REQUIRE_FALSE(unknown.ok());
  CHECK(wrong.error().code == Code::unauthorized);
  CHECK(wrong.error().key == "error.wrong_credentials");
  CHECK(unknown.error().code == wrong.error().code);
  CHECK(unknown.error().key == wrong.error().key);
}

TEST_CASE_FIXTURE(SessionFixture, "odd names and passwords are refused, never a crash") {
  for (const std::string& odd :
       {std::string(), std::string("' OR 1=1 --"), std::string("\xFF\0x", 3), std::string(100000, 'a')}) {
    CHECK_FALSE(services->sessions.sign_in(odd, "test-password", "10.0.0.1", kTestNow).ok());
    CHECK_FALSE(sign_in(odd, kTestNow, "10.0.0.2").ok());
  }
}

TEST_CASE_FIXTURE(SessionFixture, "a session ends by signing out, by idling and with a new password") {
  const std::string token = sign_in("test-password")->token;
  CHECK(services->sessions.session(token, kTestNow + (kSessionIdle - 1)).ok());
  CHECK_FALSE(services->sessions.session(token, kTestNow + 24 * kHour).ok());
  REQUIRE(services->sessions.sign_out(token).ok());
  const Result<Session> gone = services->sessions.session(token, kTestNow);
  REQUIRE_FALSE(gone.ok());
  CHECK(gone.error().code == Code::unauthorized);
  CHECK(services->sessions.sign_out(token).ok());

  const std::string second = sign_in("test-password")->token;
  REQUIRE(services->users.set_password("karshenas", "another-password", kTestNow).ok());
  CHECK_FALSE(services->sessions.session(second, kTestNow).ok());
  CHECK(sign_in("another-password").ok());
}

TEST_CASE_FIXTURE(SessionFixture, "use keeps a session from idling out, but not beyond twelve hours") {
  const std::string token = sign_in("test-password")->token;
  const std::string idle = sign_in("test-password")->token;
  REQUIRE(services->sessions.session(token, kTestNow + 7 * kHour).ok());
  database->flush();
  CHECK(services->sessions.session(token, kTestNow + 11 * kHour).ok());
  CHECK_FALSE(services->sessions.session(idle, kTestNow + kSessionIdle).ok());
  database->flush();
  const Result<Session> old = services->sessions.session(token, kTestNow + kSessionAbsolute);
  REQUIRE_FALSE(old.ok());
  CHECK(old.error().key == "error.session_expired");
  REQUIRE(services->tidy(kTestNow + kSessionAbsolute).ok());
  CHECK(count("SELECT COUNT(*) FROM sessions") == 0);
}

TEST_CASE_FIXTURE(SessionFixture, "false tokens open nothing") {
  for (const std::string& token : {std::string(), std::string("x"), std::string(43, 'A'), std::string(100000, 'A')}) {
    const Result<Session> refused = services->sessions.session(token, kTestNow);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == Code::unauthorized);
  }
}

TEST_CASE_FIXTURE(SessionFixture,
                  "guessing one name is slowed down from whatever address; the right password waits too") {
  for (int i = 0; i < 5; ++i) {
    CHECK(sign_in("guess", kTestNow, "10.0.0." + std::to_string(i)).error().code == Code::unauthorized);
  }
  const Result<SessionStart> waits = sign_in("test-password", kTestNow, "10.9.9.9");
  REQUIRE_FALSE(waits.ok());
  CHECK(waits.error().code == Code::busy);
  CHECK(waits.error().key == "error.locked_out");
  REQUIRE_FALSE(waits.error().params.empty());
  CHECK(waits.error().params[0].value == "1");
  CHECK(sign_in("test-password", kTestNow + kMinute, "10.9.9.9").ok());
  CHECK(sign_in("guess", kTestNow + kMinute).error().code == Code::unauthorized);  // success forgets
}

TEST_CASE_FIXTURE(SessionFixture, "guessing many names from one address is slowed down; others are not") {
  for (int i = 0; i < 30; ++i) {
    CHECK_FALSE(services->sessions.sign_in("name" + std::to_string(i), "guess-guess", "10.0.0.1", kTestNow).ok());
  }
  CHECK(sign_in("test-password", kTestNow, "10.0.0.1").error().code == Code::busy);
  CHECK(sign_in("test-password", kTestNow, "10.0.0.2").ok());
  CHECK(count("SELECT COUNT(*) FROM login_attempts WHERE length(subject) != 16") == 0);  // no address in clear
}

TEST_CASE("the wait doubles up to a quarter of an hour and is forgotten after an hour") {
  AttemptsRow row;
  for (int i = 0; i < 4; ++i) row = after_failure(kNameRule, row, kTestNow);
  CHECK(row.blocked_until == Instant{});
  row = after_failure(kNameRule, row, kTestNow);
  CHECK(row.blocked_until == kTestNow + 10 * kSecond);
  row = after_failure(kNameRule, row, kTestNow);
  CHECK(row.blocked_until == kTestNow + 20 * kSecond);
  for (int i = 0; i < 100; ++i) row = after_failure(kNameRule, row, kTestNow);
  CHECK(row.blocked_until == kTestNow + 15 * kMinute);
  row = after_failure(kNameRule, row, kTestNow + kHour);
  CHECK(row.failures == 1);
}

TEST_CASE_FIXTURE(SessionFixture, "eight at once with the right password: each gets a session or is told to wait") {
  std::vector<std::thread> threads;
  std::vector<std::string> answers(8);
  for (std::size_t t = 0; t < answers.size(); ++t) {
    threads.emplace_back([&, t] {
      const Result<SessionStart> started = sign_in("test-password");
      answers[t] = started.ok() ? "ok" : started.error().key;
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::int64_t sessions = 0;
  for (const std::string& given : answers) {
    CHECK((given == "ok" || given == "error.locked_out"));
    sessions += given == "ok" ? 1 : 0;
  }
  CHECK(sessions >= 4);
  CHECK(count("SELECT COUNT(*) FROM sessions") == sessions);
}

TEST_CASE_FIXTURE(ServiceFixture, "accounts: made once, checked, listed") {
  const UserInfo good{"modir.1", "مدير واحد", Role::unit_manager, "land", true};
  REQUIRE(services->users.add(good, "long-enough-password", kTestNow).ok());
  const Result<void> again = services->users.add(good, "long-enough-password", kTestNow);
  REQUIRE_FALSE(again.ok());
  CHECK(again.error().code == Code::conflict);
  const Result<void> bad = services->users.add({"Ab c", " ", Role::officer, "nowhere", true}, "short", kTestNow);
  REQUIRE_FALSE(bad.ok());
  CHECK(bad.error().fields.size() == 4);
  const Result<std::vector<UserInfo>> all = services->users.list();
  REQUIRE(all.ok());
  REQUIRE(all->size() == 1);
  CHECK((*all)[0].name == "مدیر واحد");
  CHECK((*all)[0].role == Role::unit_manager);
  CHECK(services->users.set_password("nobody", "long-enough-password", kTestNow).error().code == Code::not_found);
  CHECK(services->users.set_password("modir.1", "short", kTestNow).error().code == Code::invalid);
  CHECK_FALSE(*services->users.has_demo_accounts());
  CHECK(count("SELECT COUNT(*) FROM users WHERE password_hash LIKE '$argon2id$%'") == 1);
}

}  // namespace
}  // namespace hamandish::server
