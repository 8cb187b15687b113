#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "server/demo/demo_data.h"
#include "server/store/events_store.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

DemoCorpus demo_corpus() {
  std::ifstream in(HAMANDISH_SOURCE_DIR "/assets/demo/khorasan-agri.json", std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  Result<DemoCorpus> corpus = read_demo_corpus(text.str(), test_profile());
  REQUIRE(corpus.ok());
  return std::move(corpus).value();
}

TEST_CASE_FIXTURE(ServiceFixture, "demo data goes in once, whole, and can be worked with") {
  const DemoCorpus corpus = demo_corpus();
  const Result<void> inserted = services->insert_demo(corpus, kTestNow);
  REQUIRE_MESSAGE(inserted.ok(), inserted.error().detail);
  const std::int64_t cases = count("SELECT COUNT(*) FROM cases");
  CHECK(cases >= 300);
  CHECK(count("SELECT COUNT(DISTINCT state) FROM cases") == static_cast<std::int64_t>(kCaseStates.size()));
  CHECK(
      count("SELECT COUNT(*) FROM cases c WHERE version != (SELECT COUNT(*) FROM case_events WHERE case_id = c.id)") ==
      0);
  CHECK(count("SELECT COUNT(*) FROM cases WHERE subject LIKE '%ي%' OR body LIKE '%ك%'") == 0);  // stored normalised
  CHECK(database->verify().ok());
  const Result<void> chain = database->read([](Reader& reader) { return verify_events(reader); });
  CHECK(chain.ok());

  REQUIRE(services->insert_demo(corpus, kTestNow + kDay).ok());
  CHECK(count("SELECT COUNT(*) FROM cases") == cases);

  CHECK(*services->users.has_demo_accounts());
  for (const char* name : {"karshenas", "modir", "riyasat", "ravabet", "fanavari", "hoghoghi", "telefon", "admin"}) {
    CHECK(services->sessions.sign_in(name, kDemoPassword, "127.0.0.1", kTestNow).ok());
  }
  REQUIRE(services->users.set_password("karshenas", "no-longer-the-demo", kTestNow).ok());
  CHECK(*services->users.has_demo_accounts());  // the others still are

  // A new case stands above all demo cases.
  const Result<api::Receipt> receipt = services->cases.register_case(sample_case(), "key-1", kTestNow);
  REQUIRE(receipt.ok());
  CHECK(services->cases.inbox(actor("riyasat"), {})->cases.at(0).subject == receipt->subject);
}

TEST_CASE_FIXTURE(ServiceFixture, "demo data never joins real data") {
  add_user("someone", Role::officer, "land");
  REQUIRE(services->insert_demo(demo_corpus(), kTestNow).ok());
  CHECK(count("SELECT COUNT(*) FROM cases") == 0);
  CHECK(count("SELECT COUNT(*) FROM users") == 1);
}

}  // namespace
}  // namespace hamandish::server
