// The real profiles and corpora of assets/, through the code that reads them at run time.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "server/demo/demo_data.h"
#include "shared/calendar/jalali.h"
#include "shared/calendar/tehran_time.h"
#include "shared/calendar/working_days.h"
#include "shared/cases/deadlines.h"
#include "shared/cases/routing.h"
#include "shared/cases/transitions.h"
#include "shared/identity/national_id.h"
#include "shared/identity/phone.h"
#include "shared/identity/tracking_code.h"
#include "shared/text/normalize.h"

using namespace hamandish;
using namespace hamandish::server;

namespace {

constexpr Instant kNow{1'795'200'000'000};  // 2026-11-20
const char* const kProfiles[] = {"khorasan-agri", "tamliki"};

std::string file(const std::string& path) {
  std::ifstream stream(std::string(HAMANDISH_SOURCE_DIR) + "/assets/" + path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

struct Demo {
  Profile profile;
  DemoCorpus corpus;
  std::vector<DemoUser> users;
  std::vector<DemoCase> cases;
};

Demo load(const std::string& name) {
  const Result<Profile> profile = read_profile(file("profiles/" + name + ".json"));
  if (!profile) FAIL(profile.error().detail);
  const Result<DemoCorpus> corpus = read_demo_corpus(file("demo/" + name + ".json"), *profile);
  if (!corpus) FAIL(corpus.error().detail);
  return {*profile, *corpus, make_demo_users(*profile, *corpus), make_demo_cases(*profile, *corpus, kNow)};
}

const DemoUser* user_of(const Demo& demo, const std::string& username) {
  for (const DemoUser& user : demo.users) {
    if (user.username == username) return &user;
  }
  return nullptr;
}

std::size_t count_in(const std::vector<DemoCase>& cases, std::string_view part) {
  return static_cast<std::size_t>(std::count_if(cases.begin(), cases.end(), [&](const DemoCase& it) {
    return answer(it.answers, "body").find(part) != std::string_view::npos;
  }));
}

// Goes through the events with the transition table and the permissions in hand.
void check_life(const Demo& demo, const DemoCase& it) {
  CaseState state = CaseState::registered;
  std::string unit = it.events.at(0).to_unit;
  Instant last = it.registered_at;
  for (std::size_t i = 1; i < it.events.size(); ++i) {
    const DemoEvent& event = it.events[i];
    CHECK(event.at >= last);
    last = event.at;
    const auto action = std::find_if(kCaseActions.begin(), kCaseActions.end(),
                                     [&](CaseAction candidate) { return event_of(candidate) == event.kind; });
    REQUIRE(action != kCaseActions.end());
    const Result<CaseState> next = next_state(state, *action);
    REQUIRE(next.ok());
    state = *next;
    CHECK(event.username.empty() == (party_of(*action) == Party::citizen));
    if (!event.username.empty()) {
      const DemoUser* user = user_of(demo, event.username);
      REQUIRE(user != nullptr);
      CHECK(may_reply({user->username, user->name, user->role, user->unit_id}, {unit}));
      CHECK(is_working_day(working_calendar(demo.profile), to_tehran(event.at).day));
    }
    if (event.kind != EventKind::referred) continue;
    CHECK(event.from_unit == unit);
    CHECK(event.to_unit != unit);
    CHECK(demo.profile.unit(event.to_unit) != nullptr);
    unit = event.to_unit;
  }
  CHECK(state == it.state);
  CHECK(unit == it.unit_id);
  CHECK(last < kNow);
}

}  // namespace

TEST_CASE("both profiles are whole: seven kinds, each with its form, and every category leads somewhere") {
  for (const char* name : kProfiles) {
    CAPTURE(name);
    const Demo demo = load(name);
    CHECK(demo.profile.id == name);
    CHECK(demo.profile.units.size() >= 25);
    CHECK(demo.profile.holidays.size() >= 45);
    CHECK(demo.profile.promises.size() == 7);
    for (const CaseKind kind : kCaseKinds) {
      const KindForm* form = demo.profile.kind(kind);
      REQUIRE(form != nullptr);
      CHECK(form->anonymous_allowed == !form->anonymous_warning.empty());
      for (const char* id : {"category", "subject", "body", "attachments"}) {
        CHECK(
            std::any_of(form->fields.begin(), form->fields.end(), [&](const Field& field) { return field.id == id; }));
      }
    }
    for (const Category& category : demo.profile.categories) {
      CHECK_FALSE(category.kinds.empty());
      for (const CaseKind kind : category.kinds) CHECK(route(demo.profile, kind, category.id) == category.unit_id);
    }
    CHECK(*read_profile(write_profile(demo.profile)) == demo.profile);
  }
}

TEST_CASE("the labels of the complaint form are those of the contract") {
  const Demo demo = load("khorasan-agri");
  // Those of a natural person; forms may ask for more, which must not be required.
  constexpr std::string_view kContract = "نام/نام خانوادگی/کد ملی/تلفن همراه/رایانامه/دسته/موضوع/شرح/افزودن پیوست/";
  std::string labels;
  for (const Field& field : fields_to_fill(*demo.profile.kind(CaseKind::complaint), false)) {
    const bool named = kContract.find(field.label + "/") != std::string_view::npos;
    if (named) labels += field.label + "/";
    if (!named) CHECK_FALSE(field.required);
  }
  CHECK(labels == kContract);
}

TEST_CASE("holidays of the profiles give the deadlines of domain.md 3.4") {
  const WorkingCalendar calendar = working_calendar(load("tamliki").profile);
  CHECK(add_working_days(calendar, to_day({1405, 8, 30}), 15) == to_day({1405, 9, 21}));
  CHECK(add_working_days(calendar, to_day({1405, 12, 25}), 30) == to_day({1406, 2, 15}));
}

TEST_CASE("the accounts of the contract, and an officer for every unit; karshenas gets the first complaints") {
  for (const char* name : kProfiles) {
    CAPTURE(name);
    const Demo demo = load(name);
    const std::map<std::string, Role> expected = {
        {"karshenas", Role::officer},          {"modir", Role::unit_manager}, {"riyasat", Role::head_office},
        {"ravabet", Role::public_relations},   {"fanavari", Role::it},        {"hoghoghi", Role::regulations},
        {"telefon", Role::telephone_operator}, {"admin", Role::admin}};
    for (const auto& [username, role] : expected) {
      const DemoUser* user = user_of(demo, username);
      REQUIRE(user != nullptr);
      CHECK(user->role == role);
      CHECK(user->password == "demo-hamandish");
    }
    CHECK(demo.users.size() == expected.size() + demo.profile.units.size());
    for (const Unit& unit : demo.profile.units) {
      const DemoUser* user = user_of(demo, "karshenas-" + unit.id);
      REQUIRE(user != nullptr);
      CHECK(user->unit_id == unit.id);
      CHECK(user->role == Role::officer);
    }
    const std::vector<Field>& fields = demo.profile.kind(CaseKind::complaint)->fields;
    const auto category =
        std::find_if(fields.begin(), fields.end(), [](const Field& one) { return one.id == "category"; });
    REQUIRE(category != fields.end());
    const std::string first = category->choices.at(0).id;
    CHECK(user_of(demo, "karshenas")->unit_id == route(demo.profile, CaseKind::complaint, first));
  }
}

TEST_CASE("at least 300 cases over fourteen months, of every kind and in every state") {
  for (const char* name : kProfiles) {
    CAPTURE(name);
    const Demo demo = load(name);
    CHECK(demo.corpus.topics.size() >= 60);
    CHECK(demo.cases.size() >= 300);
    std::map<CaseState, int> states;
    std::map<CaseKind, int> kinds;
    std::map<EventKind, int> events;
    std::set<std::string> units;
    for (const DemoCase& it : demo.cases) {
      ++states[it.state];
      ++kinds[it.kind];
      units.insert(it.unit_id);
      for (const DemoEvent& event : it.events) ++events[event.kind];
    }
    for (const CaseState state : kCaseStates) {
      CHECK(states[state] >= 3);
    }
    for (const CaseKind kind : kCaseKinds) CHECK(kinds[kind] >= 3);
    CHECK(events.size() == 11);
    CHECK(units.size() >= 15);
    CHECK(std::is_sorted(demo.cases.begin(), demo.cases.end(),
                         [](const DemoCase& a, const DemoCase& b) { return a.registered_at < b.registered_at; }));
    CHECK(demo.cases.front().registered_at.milliseconds < kNow.milliseconds - 400 * kDay);
    CHECK(demo.cases.back().registered_at.milliseconds > kNow.milliseconds - 2 * kDay);
  }
}

TEST_CASE("the answers of every case pass the form's own check, as any citizen's must") {
  for (const char* name : kProfiles) {
    const Demo demo = load(name);
    for (const DemoCase& it : demo.cases) {
      CAPTURE(std::string(answer(it.answers, "subject")));
      const KindForm& form = *demo.profile.kind(it.kind);
      const CheckedAnswers checked = check_answers(fields_to_fill(form, it.anonymous), it.answers);
      for (const FieldError& error : checked.errors) FAIL_CHECK(error.field << " " << error.key);
      for (const std::string_view id : {"subject", "body"}) {
        CHECK(answer(it.answers, id).find_first_of("{}") == std::string_view::npos);
      }
      for (const DemoEvent& event : it.events) CHECK(event.text.find_first_of("{}") == std::string::npos);
      const bool mobile = !answer(it.answers, "mobile").empty();
      const ParsedCode code = parse_tracking_code(it.tracking_code);
      CHECK(code.check == CodeCheck::ok);
      CHECK(code.code.size() == (mobile ? 12 : 16));
      CHECK(it.due_on > to_tehran(it.registered_at).day);
      CHECK(it.events.at(0).kind == EventKind::registered);
      CHECK(it.events.at(0).at == it.registered_at);
    }
  }
}

TEST_CASE("every case lives by the transition table and the permissions") {
  for (const char* name : kProfiles) {
    const Demo demo = load(name);
    for (const DemoCase& it : demo.cases) {
      CAPTURE(it.tracking_code);
      check_life(demo, it);
    }
  }
}

TEST_CASE("people write as people write") {
  for (const char* name : kProfiles) {
    CAPTURE(name);
    const std::vector<DemoCase> cases = load(name).cases;
    CHECK(count_in(cases, "ي") > 30);
    CHECK(count_in(cases, "ی") > 150);
    CHECK(count_in(cases, "\xE2\x80\x8C") > 50);  // ZWNJ
    CHECK(count_in(cases, "می ") + count_in(cases, "مي ") > 50);
    for (const char* two : {"2", "۲", "٢"}) CHECK(count_in(cases, two) > 10);
    CHECK(count_in(cases, "\xF0\x9F") > 15);  // emoji
    std::size_t shortest = 10'000;
    std::size_t longest = 0;
    std::set<std::string> bodies;
    for (const DemoCase& it : cases) {
      const std::string_view body = answer(it.answers, "body");
      shortest = std::min(shortest, body.size());
      longest = std::max(longest, body.size());
      bodies.insert(std::string(body));
    }
    CHECK(shortest < 120);
    CHECK(longest > 2000);
    CHECK(bodies.size() + 5 >= cases.size());  // two hasty one-liners may be alike
  }
}

TEST_CASE("the same now gives the same cases; codes are never given twice") {
  const Demo once = load("tamliki");
  const Demo again = load("tamliki");
  REQUIRE(once.cases.size() == again.cases.size());
  std::set<std::string> codes;
  for (std::size_t i = 0; i < once.cases.size(); ++i) {
    CHECK(once.cases[i].answers == again.cases[i].answers);
    CHECK(once.cases[i].events.size() == again.cases[i].events.size());
    CHECK(once.cases[i].events.back().text == again.cases[i].events.back().text);
    CHECK(codes.insert(once.cases[i].tracking_code).second);
  }
}

TEST_CASE("whatever day the demo is made on, a few cases were answered late, and most in time") {
  const Demo demo = load("khorasan-agri");
  constexpr std::int64_t kDay = 86'400'000;
  for (int day = 0; day < 28; ++day) {
    const std::vector<DemoCase> cases =
        make_demo_cases(demo.profile, demo.corpus, Instant{kNow.milliseconds + day * kDay});
    int late = 0;
    int in_time = 0;
    for (const DemoCase& one : cases) {
      for (const DemoEvent& event : one.events) {
        if (event.kind != EventKind::replied) continue;
        ++(one.due_on < to_tehran(event.at).day ? late : in_time);
        break;
      }
    }
    CAPTURE(day);
    CHECK(late >= 5);
    CHECK(late * 8 < in_time);
  }
}

TEST_CASE("a corpus that does not fit its profile is refused with the place") {
  const std::string json = file("demo/khorasan-agri.json");
  const Result<Profile> profile = read_profile(file("profiles/khorasan-agri.json"));
  REQUIRE(profile.ok());
  const auto detail = [&](const std::string& from, const std::string& to) {
    std::string changed = json;
    const std::size_t at = changed.find(from);
    REQUIRE(at != std::string::npos);
    const Result<DemoCorpus> corpus = read_demo_corpus(changed.replace(at, from.size(), to), *profile);
    REQUIRE_FALSE(corpus.ok());
    CHECK(corpus.error().code == Code::invalid);
    return corpus.error().detail;
  };
  CHECK(detail("\"category\": \"qanat\"", "\"category\": \"tunnel\"").find("tunnel") != std::string::npos);
  CHECK(detail("\"unit_id\": \"land\"", "\"unit_id\": \"moon\"").find("karshenas") != std::string::npos);
  CHECK(detail("{qanat}", "{river}").find("{river}") != std::string::npos);
  CHECK(detail("\"kind\": \"complaint\"", "\"kind\": \"wish\"").find("topics[0]") != std::string::npos);
  CHECK(detail("\"closings\"", "\"endings\"").find("endings") != std::string::npos);
  CHECK_FALSE(read_demo_corpus("", *profile).ok());
  CHECK_FALSE(read_demo_corpus("{}", *profile).ok());
  const Result<Profile> other = read_profile(file("profiles/tamliki.json"));
  REQUIRE(other.ok());
  CHECK_FALSE(read_demo_corpus(json, *other).ok());
}
