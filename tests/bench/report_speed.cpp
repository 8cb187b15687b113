// What reports cost. Prints two numbers: the time of the monthly figures of every month of five years, which read every case of
// the database, divided by one plain SQL scan of the same rows; and pages of PDF a second, of a report of two hundred pages.
//   report_speed FILE
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <memory>
#include <sstream>
#include <string>

#include "server/base/clock.h"
#include "server/base/random.h"
#include "server/reports/document_files.h"
#include "server/reports/receipt_pdf.h"
#include "server/service/monthly_report.h"
#include "server/store/sqlite_database.h"
#include "shared/calendar/tehran_time.h"

namespace hamandish::server {
namespace {

constexpr int kMonths = 61;
constexpr int kPdfRows = 5200;  // about two hundred pages

double seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

[[noreturn]] void fail(const Error& error) {
  std::fprintf(stderr, "report_speed: %s %s\n", error.key.c_str(), error.detail.c_str());
  std::exit(1);
}

void read(Database& database, const ReadJob& job) {
  const Result<void> done = database.read(job);
  if (!done) fail(done.error());
}

double scan(Database& database, std::int64_t& rows) {
  return seconds_of([&] {
    rows = 0;
    read(database, [&](Reader& reader) {
      return reader.query(
          R"sql(
            SELECT
              c.id,
              c.tracking_code,
              c.kind,
              c.channel,
              c.unit_id,
              c.registered_at,
              c.due_on,
              e.kind,
              e.at,
              e.user_id IS NOT NULL,
              e.from_unit,
              e.to_unit,
              e.detail
            FROM cases c  -- whole table
            LEFT JOIN case_events e ON e.case_id = c.id
            ORDER BY c.id, e.id
          )sql",
          {}, [&rows](const Row& row) {
            rows += row.integer(0) != 0 ? 1 : 0;
            return true;
          });
    });
  });
}

double months(Database& database, const Profile& profile, std::int64_t& received) {
  const JalaliMonth last = month_of(to_tehran(system_now()).day);
  return seconds_of([&] {
    received = 0;
    for (int back = 0; back < kMonths; ++back) {
      read(database, [&](Reader& reader) -> Result<void> {
        const Result<MonthlyFigures> figures = compute_monthly(reader, profile, month_before(last, back));
        if (!figures) return figures.error();
        received += total_of(*figures).counts[Measure::received];
        return {};
      });
    }
  });
}

// Pages of a PDF, counted as its objects say.
int pages_in(const std::string& pdf) {
  constexpr std::string_view kPage = "/Type /Page";
  int pages = 0;
  for (std::size_t at = pdf.find(kPage); at != std::string::npos; at = pdf.find(kPage, at + 1)) {
    if (pdf[at + kPage.size()] != 's') ++pages;  // «/Pages» is the list of them
  }
  return pages;
}

double pages_a_second(const Profile& profile) {
  std::vector<CaseMonth> cases(kPdfRows);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    cases[i].id = static_cast<std::int64_t>(i) + 1;
    cases[i].tracking_code = std::to_string(100'000'000'000 + static_cast<std::int64_t>(i) * 7919);
    cases[i].unit_id = profile.units[i % profile.units.size()].id;
    cases[i].registered_on = Day{20'000 + static_cast<std::int32_t>(i % 300)};
    cases[i].due_on = Day{20'020 + static_cast<std::int32_t>(i % 300)};
  }
  ReportDocument document = monthly_document(profile, start_figures({1405, 8}, {}), {});
  document.tables.push_back(monthly_annex(profile, cases));
  ReceiptPdf fonts({HAMANDISH_SOURCE_DIR "/fonts", HAMANDISH_SOURCE_DIR "/assets/fonts"});
  std::string pdf;
  const double seconds = seconds_of([&] {
    Result<std::string> written = write_document(fonts.fonts(), document, DocumentFormat::pdf, "");
    if (!written) fail(written.error());
    pdf = std::move(written).value();
  });
  const int pages = pages_in(pdf);
  std::fprintf(stderr, "report_speed: %d pages in %.2f s\n", pages, seconds);
  return pages / seconds;
}

int run(const std::string& file) {
  if (!start_crypto()) return 1;
  std::ifstream in(HAMANDISH_SOURCE_DIR "/assets/profiles/khorasan-agri.json", std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  const Result<Profile> profile = read_profile(text.str());
  if (!profile) fail(profile.error());
  const Result<std::unique_ptr<Database>> database = open_sqlite({file, 1, false});
  if (!database) fail(database.error());
  std::int64_t rows = 0;
  std::int64_t received = 0;
  scan(**database, rows);  // into the memory
  const double plain = scan(**database, rows);
  const double figures = months(**database, *profile, received);
  std::fprintf(stderr, "report_speed: %lld rows scanned in %.3f s, %lld messages counted in %.3f s\n",
               static_cast<long long>(rows), plain, static_cast<long long>(received), figures);
  std::printf("%.3f %.1f\n", figures / plain, pages_a_second(*profile));
  return 0;
}

}  // namespace
}  // namespace hamandish::server

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("report_speed FILE\n", stderr);
    return 2;
  }
  return hamandish::server::run(argv[1]);
}
