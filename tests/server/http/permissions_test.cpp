// Every call of staff, tried by every role, of the unit that holds the case and of another one, against the table of
// shared/users/permissions.h. The calls come from the list of routes: one that nobody has spoken for fails here.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "server/http/context.h"
#include "server/http/routes.h"
#include "server/service/case_ids.h"
#include "shared/api/routes.h"
#include "shared/consultations/transitions.h"
#include "shared/news/news.h"
#include "shared/reports/report_names.h"
#include "shared/surveys/survey.h"
#include "shared/users/permissions.h"
#include "shared/users/settings_permissions.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

constexpr const char* kOwnUnit = "soil-water";  // where sample_case goes
constexpr const char* kOtherUnit = "inspection";

using Allowed = std::function<bool(const Actor&, const CaseScope&)>;

struct Rule {
  std::string_view method;
  std::string_view pattern;
  std::string body;  // JSON, or a form; «VERSION» is replaced by the version of the case
  Allowed allowed;
};

Allowed right(Right wanted) {
  return [wanted](const Actor& actor, const CaseScope& scope) { return may(actor, wanted, scope); };
}

bool sees_cases(const Actor& actor, const CaseScope& /*scope*/) {
  return may_see_any_case(actor.role);
}

Allowed step(DraftStep wanted) {
  return [wanted](const Actor& actor, const CaseScope&) { return may_take(actor.role, wanted); };
}

bool keeps_news(const Actor& actor, const CaseScope& /*scope*/) {
  return may_keep_news(actor.role);
}

bool registers(const Actor& actor, const CaseScope& /*scope*/) {
  return may_register_cases(actor.role);
}

bool reads_kept(const Actor& actor, const CaseScope& /*scope*/) {
  return may_take_calls(actor.role);
}

bool takes_call(const Actor& actor, const CaseScope& scope) {
  return may_register_cases(actor.role) && may_read(actor, scope);
}

bool moderates(const Actor& actor, const CaseScope& /*scope*/) {
  return may_moderate(actor.role);
}

bool keeps_channels(const Actor& actor, const CaseScope& /*scope*/) {
  return may_keep_channels(actor.role);
}

bool keeps_surveys(const Actor& actor, const CaseScope& /*scope*/) {
  return may_keep_surveys(actor.role);
}

bool reads_surveys(const Actor& actor, const CaseScope& /*scope*/) {
  return may_read_surveys(actor.role);
}

bool anyone(const Actor& /*actor*/, const CaseScope& /*scope*/) {
  return true;
}

constexpr const char* kOnBehalf =
    R"({"kind":"complaint","category":"qanat","subject":"قنات خشک","body":"آب قنات از هفتهٔ پیش کم شده است.",)"
    R"("person":{"first_name":"مریم","last_name":"ولی‌زاده","national_id":"0499370899","mobile":"09121234567"}})";

// A new call of staff is one line here.
std::vector<Rule> rules() {
  const std::string text = R"({"text":"متن","version":VERSION})";
  return {
      {"GET", api::kSession, "", anyone},
      {"DELETE", api::kSession, "", anyone},
      {"GET", api::kStaffCases, "", [](const Actor& actor, const CaseScope&) { return may_see_any_case(actor.role); }},
      {"GET", api::kStaffCase, "", right(Right::read)},
      {"GET", api::kStaffCasePdf, "", right(Right::read)},
      {"GET", api::kStaffAttachment, "", right(Right::read)},
      {"POST", api::kReferrals, R"({"to_unit":"extension","text":"متن","version":VERSION})", right(Right::refer)},
      {"POST", api::kNotes, text, right(Right::note)},
      {"POST", api::kReplies, text, right(Right::reply)},
      {"POST", api::kStaffCases, kOnBehalf,
       [](const Actor& actor, const CaseScope&) { return may_register_cases(actor.role); }},
      {"POST", api::kStaffActions, R"({"action":"prioritise","priority":"high","version":VERSION})",
       right(Right::sort)},
      {"POST", api::kPresence, "", right(Right::read)},
      {"GET", api::kWorkbench, "", sees_cases},
      {"POST", api::kFilters, R"({"name":"فوری‌ها","query":"priority=urgent"})", sees_cases},
      {"DELETE", api::kFilter, "", anyone},  // only one's own: of others it is not found
      // Pages and forms
      {"POST", "/staff/calls", "caller=09151112233", registers},
      {"POST", "/staff/calls/register", "number=09151112233", registers},
      {"POST", "/staff/calls/sms", "sms_number=09151112233&sms_text=x", registers},
      {"POST", "/staff/calls/callbacks/:id", "press=reached", registers},
      {"POST", "/staff/calls/case/:id/transcript", "transcript=x", takes_call},
      {"POST", "/staff/calls/case/:id/callback", "words=x", takes_call},
      {"POST", "/staff/calls/kept/:id/case", "kind=complaint", reads_kept},
      {"GET", "/staff/calls/kept/:id/message.eml", "", reads_kept},
      {"GET", "/staff/calls/wave/:id/:file", "", takes_call},
      {"POST", "/staff/channels/lines/:line/:deed", "", keeps_channels},
      {"POST", "/staff/channels/messages/:id/again", "", keeps_channels},
      {"POST", "/staff/drafts/import", "", step(DraftStep::edit)},
      {"POST", "/staff/drafts/new", "", step(DraftStep::edit)},
      {"POST", "/staff/drafts/:id/edit", "", step(DraftStep::edit)},
      {"POST", "/staff/drafts/:id/step/:step/:version", "", step(DraftStep::withdraw)},
      {"POST", "/staff/drafts/:id/comments/:room/:comment", "",
       [](const Actor& actor, const CaseScope&) { return may_moderate(actor.role); }},
      {"GET", "/staff/drafts/:id/dispositions.csv", "",
       [](const Actor& actor, const CaseScope&) { return may_moderate(actor.role); }},
      {"GET", "/staff/drafts/:id/dispositions.pdf", "",
       [](const Actor& actor, const CaseScope&) { return may_moderate(actor.role); }},
      {"POST", "/staff/drafts/:id/answers/:answer", "", step(DraftStep::amend)},
      {"POST", "/staff/drafts/:id/documents", "", step(DraftStep::edit)},
      {"POST", "/staff/drafts/:id/documents/:file/remove", "", step(DraftStep::edit)},
      {"GET", "/staff/drafts/:id/files/:file", "", moderates},
      {"POST", "/staff/drafts/:id/invitations", "", moderates},
      {"POST", "/staff/news/:id/pictures", "", keeps_news},
      {"POST", "/staff/news/:id/pictures/:picture/remove", "", keeps_news},
      {"GET", "/staff/news/:id/pictures/:picture", "", keeps_news},
      {"POST", "/staff/news/new", "", keeps_news},
      {"POST", "/staff/news/:id/edit", "", keeps_news},
      {"POST", "/staff/news/:id/do/:step/:version", "", keeps_news},
      {"POST", "/staff/surveys/new/:template", "", keeps_surveys},
      {"POST", "/staff/surveys/:id/settings", "", keeps_surveys},
      {"POST", "/staff/surveys/:id/add/:kind", "", keeps_surveys},
      {"POST", "/staff/surveys/:id/questions/:question", "", keeps_surveys},
      {"POST", "/staff/surveys/:id/questions/:question/:deed/:version", "", keeps_surveys},
      {"POST", "/staff/surveys/:id/do/:step/:version", "", keeps_surveys},
      {"POST", "/staff/surveys/:id/links/:version", "", keeps_surveys},
      {"POST", "/staff/surveys/:id/preview", "", reads_surveys},
      {"POST", "/staff/surveys/:id/results", "", reads_surveys},
      {"POST", "/staff/surveys/:id/cross", "", reads_surveys},
      {"POST", "/staff/surveys/:id/texts/:slot", "", reads_surveys},
      {"GET", "/staff/surveys/:id/csv", "", reads_surveys},
      {"GET", "/staff/surveys/:id/csv/:unit/:service/:from/:to", "", reads_surveys},
      {"GET", "/staff/surveys/:id/xlsx", "", reads_surveys},
      {"GET", "/staff/surveys/:id/xlsx/:unit/:service/:from/:to", "", reads_surveys},
      {"GET", "/staff/surveys/:id/pdf", "", reads_surveys},
      {"GET", "/staff/surveys/:id/pdf/:unit/:service/:from/:to", "", reads_surveys},
      {"GET", "/staff/surveys/:id/files/:file", "", reads_surveys},
      {"POST", "/staff/comments", "", keeps_news},
      {"POST", "/staff/comments/:comment", "", keeps_news},
      {"POST", "/staff/digest", "", keeps_news},
      {"GET", "/staff/digest/:from/:to/pdf", "", keeps_news},
      {"POST", "/staff/reports/:report/:month", "",
       [](const Actor& actor, const CaseScope&) { return may_correct_report(actor.role); }},
      {"GET", "/staff/reports/:report/:month/:version/:file", "",
       [](const Actor& actor, const CaseScope&) { return may_read_report(actor.role, ReportName::monthly); }},
      {"POST", "/staff/settings/:section/:item/:action", "",
       [](const Actor& actor, const CaseScope&) { return may_edit_section(actor.role, "units"); }},
      {"POST", "/staff/settings/:section/:item/:action/:version", "",
       [](const Actor& actor, const CaseScope&) { return may_edit_section(actor.role, "units"); }},
      {"POST", "/staff/account/sign-out", "", anyone},
      {"POST", "/staff/account/:action/:what", "", anyone},
      {"GET", "/staff/account/qr/:name", "", anyone},
  };
}

const Rule* rule_for(const std::vector<Rule>& all, const Route& route) {
  for (const Rule& rule : all) {
    if (rule.method == route.method && rule.pattern == route.pattern) return &rule;
  }
  return nullptr;
}

struct Site {
  TestDirectory directory;
  StaticFiles files;
  PageTemplate pages;

  Site() : files(load(directory)), pages(PageTemplate::load(files, test_profile().accent)) {}

  static StaticFiles load(const TestDirectory& directory) {
    std::filesystem::create_directories(directory.file("fonts"));
    std::ofstream(directory.file("boot.0123456789.js")) << "1;";
    std::ofstream(directory.file("style.0123456789.css")) << "h1{color:#123456}";
    Result<StaticFiles> loaded = StaticFiles::load(directory.file(""));
    REQUIRE(loaded.ok());
    return std::move(loaded).value();
  }
};

struct PermissionFixture : ServiceFixture {
  Site site;
  ReceiptPdf receipt_pdf{std::vector<std::string>{}};
  Context context{*services, site.files, site.pages, receipt_pdf, {}};
  int number = 0;

  struct Trial {
    std::int64_t id = 0;
    std::string attachment;
  };

  // A case of its own for every trial: what one changes must not stand in the way of the next.
  Trial fresh_case() {
    const Result<api::AttachmentInfo> file = services->uploads.store_upload("a.png", tiny_png(), kTestNow);
    REQUIRE(file.ok());
    api::NewCase content = sample_case();
    content.answers.push_back({"attachments", file->id});
    REQUIRE(services->cases.register_case(content, "trial-" + std::to_string(++number), kTestNow).ok());
    return {count("SELECT max(id) FROM cases"), file->id};
  }

  int status_of_call(const Route& route, const Rule& rule, const Actor& actor) {
    const Trial trial = fresh_case();
    Session session;
    session.actor = actor;
    session.info.role = actor.role;
    session.info.csrf_token = "token";
    std::string body = rule.body;
    if (const std::size_t at = body.find("VERSION"); at != std::string::npos) body.replace(at, 7, "1");
    Request request;
    request.method = route.method;
    request.path = route.pattern;
    request.body = body;
    request.path_values = {{"id", write_id(trial.id)}, {"attachment_id", trial.attachment},
                           {"section", "units"},       {"item", test_profile().units[0].id},
                           {"action", "begin"},        {"what", "own"},
                           {"version", "v1"},          {"name", "x.svg"},
                           {"step", "withdraw"},       {"room", "waiting"},
                           {"comment", "1"},           {"answer", "1"},
                           {"report", "monthly"},      {"month", "1405-07"},
                           {"file", "report.csv"}};
    return route.handler({context, request, kTestNow, &session, services->profile()}).status;
  }
};

TEST_CASE_FIXTURE(PermissionFixture, "every call of staff does for every role what the table says, and no more") {
  std::vector<Actor> actors;
  for (const Role role : kRoles) {
    for (const char* unit : {kOwnUnit, kOtherUnit}) {
      const std::string username = std::string(wire_name(role)) + "." + unit;
      std::string short_name = username.substr(0, 32);
      for (char& c : short_name) c = c == '_' ? '-' : c;
      add_user(short_name, role, unit);
      actors.push_back(actor(short_name));
    }
  }
  const std::vector<Rule> all = rules();
  const CaseScope scope{kOwnUnit};
  int tried = 0;
  for (const Route& route : all_routes()) {
    if (route.access != Access::staff) continue;
    const Rule* rule = rule_for(all, route);
    const std::string call = std::string(route.method) + " " + std::string(route.pattern);
    if (rule == nullptr) {
      FAIL_CHECK("say in tests/server/http/permissions_test.cpp who may call " << call);
      continue;
    }
    for (const Actor& each : actors) {
      const int status = status_of_call(route, *rule, each);
      const bool refused = status == 401 || status == 403;
      CAPTURE(call);
      CAPTURE(each.unit_id);
      CAPTURE(std::string(wire_name(each.role)));
      CAPTURE(status);
      CHECK(refused != rule->allowed(each, scope));
      ++tried;
    }
  }
  CHECK(tried >= 10 * static_cast<int>(actors.size()));
}

TEST_CASE("no call of staff stands open to everybody") {
  for (const Route& route : all_routes()) {
    const bool of_staff = route.pattern.starts_with("/api/v1/staff/") || route.pattern.starts_with("/staff/");
    if (of_staff) CHECK(route.access == Access::staff);
  }
}

}  // namespace
}  // namespace hamandish::server
