// Reports for the staff. The monthly performance report is made by the server on the first working day of the next month,
// stored and never changed; a correction is a further version. All others, and the current month, are computed when asked.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/service/counted_messages.h"
#include "server/service/news_service.h"
#include "server/service/organisation.h"
#include "server/store/database.h"
#include "server/store/reports_store.h"
#include "shared/reports/document.h"
#include "shared/reports/monthly_document.h"
#include "shared/reports/promises.h"
#include "shared/reports/report_names.h"
#include "shared/users/permissions.h"

namespace hamandish::server {

// Which report: version 0 is the newest stored one, or, without one, as of now.
struct ReportAsked {
  ReportName name = ReportName::monthly;
  JalaliMonth month;
  std::int64_t version = 0;
};

class ReportsService {
 public:
  ReportsService(const Organisation& organisation, Database& database, NewsService& news)
      : organisation_(organisation), database_(database), news_(news) {}

  struct Made {
    ReportDocument document;
    std::optional<StoredReport> stored;  // without figures and document; nothing: computed now
    bool running = false;                // the month is not over yet
  };
  // Forbidden unless the actor's role reads it; NotFound for a future month or a version that there is not. With an actor
  // it is noted that a stored one was opened.
  Result<Made> report(const Actor& actor, const ReportAsked& asked, Instant now);
  // The same for the command line, where nobody signs in.
  Result<Made> report(const ReportAsked& asked, Instant now);
  // The cases of the monthly report, one row each: those that the actor may read.
  Result<ReportTable> annex(const Actor& actor, JalaliMonth month);
  Result<ReportTable> annex(JalaliMonth month);

  struct Counted {
    std::vector<CaseMonth> cases;  // at most kMostCounted, those that the actor may read
    std::int64_t others = 0;       // that count too, in units that the actor does not see
    std::int64_t more = 0;         // readable ones beyond the limit
  };
  // The cases that a figure of the monthly report counts; empty unit: of all.
  Result<Counted> counted(const Actor& actor, JalaliMonth month, std::string_view unit_id, Measure measure);

  // Of the reports about complaints, channels and promises. NotFound for a figure that there is not.
  Result<CountedMessages> counted(const Actor& actor, const MessageFigure& figure, Instant now);

  // What was stored of it, the newest month first.
  Result<std::vector<ReportMark>> stored(const Actor& actor, ReportName name);

  // A new version of a month that is over, with the reason that everybody reads. Gives the version. Invalid with field
  // «reason», Conflict «reports.month_runs».
  Result<std::int64_t> correct(const Actor& actor, JalaliMonth month, const std::string& reason, Instant now);

  // The job: stores the reports of the months that are over and tells the head's office, each once, from the first working
  // day of the next month on. Gives how many.
  Result<int> run_clock(Instant now);
  // Stores that month if nothing is stored of it and there are cases; false if not.
  Result<bool> make_once(JalaliMonth month, Instant now);

  // What shows whether the promises are kept, of the twelve months until now; counted anew at most every ten minutes. From
  // any thread.
  Result<std::shared_ptr<const PromiseFacts>> promises(Instant now);

  // For demo data: the last three months, each as if made on its day.
  Result<void> make_past(Instant now);

  // Computes the newest stored report of the month again, with the calendar and the units of then: whether the figures are
  // the same.
  Result<bool> is_reproducible(JalaliMonth month);

 private:
  Result<Made> made(const ReportAsked& asked, Instant now);
  Day first_working_day(JalaliMonth month) const;
  Result<StoredReport> compute(Reader& reader, JalaliMonth month);
  Result<ReportDocument> current(const ReportAsked& asked, Instant now);

  const Organisation& organisation_;
  Database& database_;
  NewsService& news_;
  std::mutex mutex_;  // of the two below
  std::shared_ptr<const PromiseFacts> promises_;
  Instant promises_at_;
};

}  // namespace hamandish::server
