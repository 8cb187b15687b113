// All services of one organisation. This and the headers it includes are what server/http knows.
#pragma once

#include <memory>
#include <string>

#include "server/service/accounts_service.h"
#include "server/service/calls_service.h"
#include "server/service/cases_service.h"
#include "server/service/clocks_service.h"
#include "server/service/drafts_service.h"
#include "server/service/news_service.h"
#include "server/service/organisation.h"
#include "server/service/reports_service.h"
#include "server/service/search_service.h"
#include "server/service/sessions_service.h"
#include "server/service/settings_service.h"
#include "server/service/statistics_service.h"
#include "server/service/surveys_service.h"
#include "server/service/uploads_service.h"
#include "server/service/users_service.h"
#include "server/store/database.h"
#include "shared/directory/profile.h"

namespace hamandish::server {

struct DemoCorpus;  // server/demo/demo_corpus.h

class Services {
 public:
  // The database must outlive the services. `first`: the profile of a new database. `cost` is for tests.
  Services(const Profile& first, Database& database, PasswordCost cost = {});

  // Once, before all calls.
  Result<void> start(Instant now = {});

  // Deletes what has expired: uploads without a case, sessions, counters of failed sign-ins. Call it every few minutes.
  Result<void> tidy(Instant now);

  // Says of due messages of the outbox that they were sent (server/jobs/jobs.h).
  Result<void> pretend_to_send(Instant now);

  // A trivial read, for /api/v1/ready.
  Result<void> ready();

  // As of now: see organisation.h.
  std::shared_ptr<const Profile> profile() const { return organisation.profile(); }

  Organisation organisation;  // first: the others refer to it
  CallsService calls;
  CasesService cases;
  ClocksService clocks;
  DraftsService drafts;
  NewsService news;
  ReportsService reports;
  UploadsService uploads;
  SessionsService sessions;
  SettingsService settings;
  SearchService search;
  StatisticsService statistics;
  SurveysService surveys;
  UsersService users;
  AccountsService accounts;

  // Demo accounts and cases into a database without any user or case; nothing if it has one. See server/demo.
  Result<void> insert_demo(const DemoCorpus& corpus, Instant now);
  // Demo drafts (assets/demo/<profile>-drafts.json) into a database without any, once the demo accounts are there.
  Result<void> insert_demo_drafts(std::string_view json, Instant now);
  // The same for news (assets/demo/<profile>-news.json).
  Result<void> insert_demo_news(std::string_view json, Instant now);
  // The same for surveys (assets/demo/<profile>-surveys.json): one open, one closed, with answers.
  Result<void> insert_demo_surveys(std::string_view json, Instant now);

 private:
  Database& database_;
  PasswordCost cost_;
};

}  // namespace hamandish::server
