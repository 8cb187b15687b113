// Fills a database with cases for the measurements at the size of a large organisation: every row that the service would
// have written (case, event, words, clock of an open one), spread over units, kinds, states and five years, in large
// transactions. One word stands in five cases only, whatever the size, for selective searches.
//   generate_cases FILE COUNT
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "server/base/clock.h"
#include "server/base/log.h"
#include "server/base/random.h"
#include "server/service/case_clocks.h"
#include "server/service/cases_parts.h"
#include "server/store/cases_store.h"
#include "server/store/clocks_store.h"
#include "server/store/events_store.h"
#include "server/store/sqlite_database.h"
#include "shared/calendar/tehran_time.h"
#include "shared/cases/deadlines.h"
#include "shared/cases/transitions.h"

namespace hamandish::server {
namespace {

constexpr std::int64_t kPerCommit = 5000;
constexpr std::int64_t kRareWords = 5;
constexpr std::int64_t kSpan = 5 * 365 * kDay;

[[noreturn]] void fail(const char* what, const Error& error) {
  std::fprintf(stderr, "generate_cases: %s: %s %s\n", what, error.key.c_str(), error.detail.c_str());
  std::exit(1);
}

Profile load_profile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  Result<Profile> profile = read_profile(text.str());
  if (!profile) fail("profile", profile.error());
  return std::move(profile).value();
}

// The same numbers in every run.
std::uint64_t mix(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31);
}

template <class T>
const T& pick(const std::vector<T>& items, std::uint64_t random) {
  return items[random % items.size()];
}

const std::vector<std::string>& vocabulary() {
  static const std::vector<std::string> words = {
      "آب",      "زمین",   "قنات",   "مجوز",  "پرداخت", "تأخیر", "بازدید", "کارشناس", "نامه",    "پرونده", "روستا",
      "کود",     "بذر",    "دام",    "بیمه",  "وام",    "جاده",  "چاه",    "برق",     "سهمیه",   "انبار",  "گندم",
      "زعفران",  "مدیریت", "پاسخ",   "اداره", "مراجعه", "حضوری", "سامانه", "ثبت",     "درخواست", "شکایت",  "رسیدگی",
      "شهرستان", "تعاونی", "کشاورز", "خسارت", "سرما",   "سیل",   "مرتع",   "نهال",    "آموزش",   "ترویج",  "تغییر"};
  return words;
}

std::string sentence(std::uint64_t seed, int words) {
  std::string text;
  for (int i = 0; i < words; ++i) {
    if (i > 0) text += ' ';
    text += pick(vocabulary(), mix(seed + static_cast<std::uint64_t>(i)));
  }
  return text;
}

struct Made {
  CaseRow row;
  CaseClock clock;
};

// One in twenty is open, and open ones are young.
Made make_case(const Profile& profile, std::int64_t number, std::int64_t count, Instant now) {
  const std::uint64_t random = mix(static_cast<std::uint64_t>(number) + 1);
  Made made;
  CaseRow& row = made.row;
  row.registered_at = now + (-kSpan + kSpan / count * number);
  row.id = (row.registered_at.milliseconds << 20) + number % (1 << 20);
  row.kind = pick(profile.kinds, random).kind;
  row.unit_id = pick(profile.units, random >> 8).id;
  row.category_id = pick(profile.categories, random >> 16).id;
  const bool open = number >= count - count / 20;
  const std::vector<CaseState> open_states = {CaseState::registered, CaseState::in_progress,
                                              CaseState::waiting_for_citizen};
  const std::vector<CaseState> done_states = {CaseState::answered, CaseState::closed, CaseState::closed,
                                              CaseState::withdrawn, CaseState::rejected};
  row.state = open ? pick(open_states, random >> 24) : pick(done_states, random >> 24);
  made.clock = new_clock(profile, row.kind, row.registered_at);
  row.due_on = made.clock.due_on;
  row.tracking_code = std::to_string(100000000000 + static_cast<std::uint64_t>(number) * 7919 % 900000000000);
  row.mobile = "0915" + std::to_string(1000000 + number % 9000000);
  row.first_name = "مریم";
  row.last_name = pick(vocabulary(), random >> 32);
  row.national_id = "0499370899";
  row.request_key = sha256(row.tracking_code).substr(0, 16);
  row.request_hash = row.request_key;
  row.subject = sentence(random, 6);
  row.body = sentence(random + 100, 60);
  if (number % (count / kRareWords) == count / kRareWords / 2) row.body += " کمیابترین";
  return made;
}

Result<void> insert(Transaction& transaction, const Profile& profile, const Made& made) {
  const Result<bool> inserted = insert_case(transaction, made.row);
  if (!inserted) return inserted.error();
  if (!*inserted) return {};
  Result<void> done = append_event(transaction, registration_event(made.row));
  if (done) done = transaction.index_case(made.row.id, words_of(made.row));
  if (!done || !is_open(made.row.state)) return done;
  CaseClock clock = made.clock;
  if (made.row.state == CaseState::waiting_for_citizen) stop_clock(clock, to_tehran(made.row.registered_at).day);
  return begin_clock(transaction, profile, made.row.id, clock);
}

int run(const std::string& file, std::int64_t count) {
  if (!start_crypto()) return 1;
  set_log_level(LogLevel::warning);
  const Profile profile = load_profile(HAMANDISH_SOURCE_DIR "/assets/profiles/khorasan-agri.json");
  const Result<std::unique_ptr<Database>> database = open_sqlite({file, 1, false});
  if (!database) fail("open", database.error());
  const Instant now = system_now();
  for (std::int64_t first = 0; first < count; first += kPerCommit) {
    const std::int64_t end = std::min(count, first + kPerCommit);
    const Result<void> done = (*database)->write([&](Transaction& transaction) -> Result<void> {
      for (std::int64_t number = first; number < end; ++number) {
        Result<void> one = insert(transaction, profile, make_case(profile, number, count, now));
        if (!one) return one;
      }
      return {};
    });
    if (!done) fail("insert", done.error());
  }
  return 0;
}

}  // namespace
}  // namespace hamandish::server

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("generate_cases FILE COUNT\n", stderr);
    return 2;
  }
  return hamandish::server::run(argv[1], std::strtoll(argv[2], nullptr, 10));
}
