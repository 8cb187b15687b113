#include "server/service/reports_service.h"

#include <utility>

#include "server/base/log.h"
#include "server/service/case_ids.h"
#include "server/service/cases_parts.h"
#include "server/service/monthly_report.h"
#include "server/service/report_documents.h"
#include "server/store/cases_store.h"
#include "server/store/outbox_store.h"
#include "server/store/profile_store.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/deadlines.h"
#include "shared/messages/messages.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr int kListed = 60;
constexpr int kMonthsBack = 12;
constexpr std::size_t kMaxReason = 500;
constexpr std::int64_t kPromisesLifetime = 10 * kMinute;

Error not_found() {
  return make_error(Code::not_found, "error.not_found");
}

bool sees(const Actor& actor, const CaseMonth& month) {
  return may_read(actor, {month.unit_id});
}

std::string head_address(const Profile& profile) {
  const KindForm* form = profile.kind(CaseKind::head);
  const Unit* unit = form != nullptr ? profile.unit(form->default_unit_id) : nullptr;
  return unit != nullptr && !unit->email.empty() ? unit->email : profile.email;
}

// The message to the head's office, in the transaction that stores the report.
Result<void> tell_head(Transaction& transaction, const Profile& profile, const StoredReport& report, Instant now) {
  const std::optional<JalaliMonth> month = parse_month(report.month);
  OutboxMessage message;
  message.channel = OutboxChannel::email;
  message.address = head_address(profile);
  message.text = say(report.version > 1 ? "reports.mail_corrected" : "reports.mail",
                     {{"title", report_title(ReportName::monthly)},
                      {"month", month ? month_text(*month) : report.month},
                      {"reason", report.reason},
                      {"path", "/staff/reports/" + report.name + "/" + report.month}});
  message.cause = "report";
  message.once = report.name + ":" + report.month + ":" + std::to_string(report.version);
  const Result<bool> queued = queue_message(transaction, message, now);
  if (!queued) return queued.error();
  return {};
}

Result<ReportDocument> document_of(const StoredReport& report) {
  const Result<Json> json = parse_json(report.document);
  if (!json) return json.error();
  return read_document(*json);
}

}  // namespace

Result<StoredReport> ReportsService::compute(Reader& reader, JalaliMonth month) {
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  StoredReport report;
  report.name = wire_name(ReportName::monthly);
  report.month = month_code(month);
  report.profile_version = organisation_.version();
  const Result<MonthlyFigures> figures = compute_monthly(reader, *profile, month);
  if (!figures) return figures.error();
  const Result<MonthlyComparison> comparison = compare_monthly(reader, *profile, month);
  if (!comparison) return comparison.error();
  report.figures = figures_json(*figures).write();
  report.document = document_json(monthly_document(*profile, *figures, *comparison)).write();
  return report;
}

Result<ReportDocument> ReportsService::current(const ReportAsked& asked, Instant now) {
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  if (asked.name == ReportName::digest) return digest_report_document(news_, *profile, asked.month, now);
  Result<ReportDocument> document = not_found();
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    if (asked.name == ReportName::monthly) {
      const Result<StoredReport> report = compute(reader, asked.month);
      document = report ? document_of(*report) : Result<ReportDocument>(report.error());
    } else {
      document = computed_document(reader, *profile, {asked.name, asked.month, now});
    }
    return document ? Result<void>() : Result<void>(document.error());
  });
  if (!done) return done.error();
  return document;
}

Result<ReportsService::Made> ReportsService::made(const ReportAsked& asked, Instant now) {
  if (!has_begun(asked.month, now)) return not_found();
  if (asked.version != 0 && asked.name != ReportName::monthly) return not_found();
  Made made;
  made.running = !is_over(asked.month, now);
  if (asked.name == ReportName::monthly) {
    Result<void> read = database_.read([&](Reader& reader) -> Result<void> {
      Result<std::optional<StoredReport>> found =
          stored_report(reader, wire_name(asked.name), month_code(asked.month), asked.version);
      if (!found) return found.error();
      made.stored = std::move(found).value();
      return {};
    });
    if (!read) return read.error();
  }
  if (asked.version != 0 && !made.stored) return not_found();
  Result<ReportDocument> document = made.stored ? document_of(*made.stored) : current(asked, now);
  if (!document) return document.error();
  made.document = std::move(document).value();
  if (made.stored) {
    made.stored->figures.clear();
    made.stored->document.clear();
  }
  return made;
}

Result<ReportsService::Made> ReportsService::report(const Actor& actor, const ReportAsked& asked, Instant now) {
  if (!may_read_report(actor.role, asked.name)) return make_error(Code::forbidden, "error.forbidden");
  Result<Made> found = made(asked, now);
  if (!found || !found->stored) return found;
  database_.write_later([user = user_id_of(actor), report = *found->stored, now](Transaction& transaction) {
    return note_report_look(transaction, user, report, now);
  });
  return found;
}

Result<ReportsService::Made> ReportsService::report(const ReportAsked& asked, Instant now) {
  return made(asked, now);
}

Result<ReportTable> ReportsService::annex(const Actor& actor, JalaliMonth month) {
  if (!may_read_report(actor.role, ReportName::monthly)) return make_error(Code::forbidden, "error.forbidden");
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  std::vector<CaseMonth> cases;
  const Result<void> done = database_.read([&](Reader& reader) {
    return each_case_month(reader, *profile, month, [&](const CaseMonth& one) {
      if (sees(actor, one)) cases.push_back(one);
    });
  });
  if (!done) return done.error();
  return monthly_annex(*profile, cases);
}

Result<ReportTable> ReportsService::annex(JalaliMonth month) {
  Actor everyone;
  everyone.role = Role::head_office;
  return annex(everyone, month);
}

Result<ReportsService::Counted> ReportsService::counted(const Actor& actor, JalaliMonth month, std::string_view unit_id,
                                                        Measure measure) {
  if (!may_read_report(actor.role, ReportName::monthly)) return make_error(Code::forbidden, "error.forbidden");
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  Counted counted;
  const Result<void> done = database_.read([&](Reader& reader) {
    return each_case_month(reader, *profile, month, [&](const CaseMonth& one) {
      if (count_in(one, measure, unit_id) == 0) return;
      if (!sees(actor, one)) {
        ++counted.others;
      } else if (counted.cases.size() < kMostCounted) {
        counted.cases.push_back(one);
      } else {
        ++counted.more;
      }
    });
  });
  if (!done) return done.error();
  return counted;
}

Result<CountedMessages> ReportsService::counted(const Actor& actor, const MessageFigure& figure, Instant now) {
  if (!may_read_report(actor.role, figure.report)) return make_error(Code::forbidden, "error.forbidden");
  if (!has_begun(figure.month, now)) return not_found();
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  Result<CountedMessages> counted = not_found();
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    counted = counted_messages(reader, *profile, actor, figure, to_tehran(now).day);
    return counted ? Result<void>() : Result<void>(counted.error());
  });
  if (!done) return done.error();
  return counted;
}

Result<std::vector<ReportMark>> ReportsService::stored(const Actor& actor, ReportName name) {
  if (!may_read_report(actor.role, name)) return make_error(Code::forbidden, "error.forbidden");
  std::vector<ReportMark> marks;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<std::vector<ReportMark>> found = stored_reports(reader, wire_name(name), user_id_of(actor), kListed);
    if (!found) return found.error();
    marks = std::move(found).value();
    return {};
  });
  if (!done) return done.error();
  return marks;
}

Result<std::int64_t> ReportsService::correct(const Actor& actor, JalaliMonth month, const std::string& reason,
                                             Instant now) {
  if (!may_correct_report(actor.role)) return make_error(Code::forbidden, "error.forbidden");
  if (!is_over(month, now)) return make_error(Code::conflict, "reports.month_runs");
  const std::string text = text::for_storage(reason);
  if (text.empty() || text::count_scalars(text) > kMaxReason) {
    Error error = make_error(Code::invalid, "error.invalid");
    error.fields.push_back({"reason", "reports.reason_needed", {}});
    return error;
  }
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  StoredReport report;
  Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<StoredReport> computed = compute(reader, month);
    if (!computed) return computed.error();
    report = std::move(computed).value();
    return {};
  });
  if (!done) return done.error();
  report.made_at = now;
  report.user_id = user_id_of(actor);
  report.reason = text;
  done = database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::optional<StoredReport>> last = stored_report(transaction, report.name, report.month, 0);
    if (!last) return last.error();
    report.version = *last ? (*last)->version + 1 : 1;
    const Result<bool> inserted = insert_report(transaction, report);
    if (!inserted) return inserted.error();
    return tell_head(transaction, *profile, report, now);
  });
  if (!done) return done.error();
  return report.version;
}

Result<bool> ReportsService::make_once(JalaliMonth month, Instant now) {
  if (!is_over(month, now)) return make_error(Code::conflict, "reports.month_runs");
  const std::shared_ptr<const Profile> profile = organisation_.profile();
  std::optional<StoredReport> report;
  Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    report.reset();
    const Result<std::optional<StoredReport>> there =
        stored_report(reader, wire_name(ReportName::monthly), month_code(month), 0);
    if (!there) return there.error();
    const Result<bool> cases = any_case_before(reader, first_id_at(span_of(month).to));
    if (!cases) return cases.error();
    if (*there || !*cases) return {};
    Result<StoredReport> computed = compute(reader, month);
    if (!computed) return computed.error();
    report = std::move(computed).value();
    return {};
  });
  if (!done) return done.error();
  if (!report) return false;
  report->version = 1;
  report->made_at = now;
  bool inserted = false;
  done = database_.write([&](Transaction& transaction) -> Result<void> {
    const Result<bool> written = insert_report(transaction, *report);
    if (!written) return written.error();
    inserted = *written;
    return inserted ? tell_head(transaction, *profile, *report, now) : Result<void>();
  });
  if (!done) return done.error();
  if (inserted) log_info("report_made", {{"name", report->name}, {"month", report->month}});
  return inserted;
}

Day ReportsService::first_working_day(JalaliMonth month) const {
  return add_working_days(working_calendar(*organisation_.profile()), Day{first_day(month).number - 1}, 1);
}

Result<int> ReportsService::run_clock(Instant now) {
  const Day today = to_tehran(now).day;
  const JalaliMonth current_month = month_of(today);
  if (today < first_working_day(current_month)) return 0;
  // After a long absence: the months since the last one that was made.
  int missing = 1;
  for (int back = 1; back <= kMonthsBack; ++back) {
    bool there = false;
    const Result<void> read = database_.read([&](Reader& reader) -> Result<void> {
      const std::string month = month_code(month_before(current_month, back));
      const Result<std::optional<StoredReport>> found = stored_report(reader, wire_name(ReportName::monthly), month, 0);
      if (!found) return found.error();
      there = found->has_value();
      return {};
    });
    if (!read) return read.error();
    if (!there) continue;
    missing = back - 1;
    break;
  }
  int count = 0;
  for (int back = missing; back >= 1; --back) {
    const Result<bool> stored = make_once(month_before(current_month, back), now);
    if (!stored) return stored.error();
    if (*stored) ++count;
  }
  return count;
}

Result<void> ReportsService::make_past(Instant now) {
  constexpr int kMonthsMade = 3;
  constexpr std::int64_t kMorning = 8 * kHour;
  const JalaliMonth running = month_of(to_tehran(now).day);
  for (int back = kMonthsMade; back >= 1; --back) {
    const Instant made_at = start_of_day_in_tehran(first_working_day(month_before(running, back - 1))) + kMorning;
    if (made_at > now) continue;
    const Result<bool> made = make_once(month_before(running, back), made_at);
    if (!made) return made.error();
  }
  return {};
}

Result<std::shared_ptr<const PromiseFacts>> ReportsService::promises(Instant now) {
  // Whoever comes while it is counted waits for the same count.
  const std::lock_guard lock(mutex_);
  const bool fresh = promises_ && !(now < promises_at_) && now < promises_at_ + kPromisesLifetime;
  if (fresh) return promises_;
  PromiseFacts facts;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<PromiseFacts> counted =
        promise_facts(reader, month_of(to_tehran(now).day), to_tehran(now).day, organisation_.profile()->consultation);
    if (!counted) return counted.error();
    facts = std::move(counted).value();
    return {};
  });
  if (!done) return done.error();
  promises_ = std::make_shared<const PromiseFacts>(facts);
  promises_at_ = now;
  return promises_;
}

Result<bool> ReportsService::is_reproducible(JalaliMonth month) {
  bool same = false;
  const Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    const Result<std::optional<StoredReport>> report =
        stored_report(reader, wire_name(ReportName::monthly), month_code(month), 0);
    if (!report) return report.error();
    if (!*report) return not_found();
    const Result<std::optional<ProfileRow>> row = profile_of_version(reader, (*report)->profile_version);
    if (!row) return row.error();
    const Result<Profile> profile = *row ? read_profile((*row)->content) : Result<Profile>(not_found());
    if (!profile) return profile.error();
    const Result<MonthlyFigures> again = compute_monthly(reader, *profile, month);
    if (!again) return again.error();
    same = figures_json(*again).write() == (*report)->figures;
    return {};
  });
  if (!done) return done.error();
  return same;
}

}  // namespace hamandish::server
