#include "shared/directory/likely_answers.h"

#include <doctest/doctest.h>

using namespace hamandish;

namespace {

Profile with_questions() {
  Profile profile;
  profile.faq = {{"qanat", "لایروبی قنات چگونه انجام می‌شود؟",
                  "با نمایندهٔ سهم‌داران.", "تنقیه چاه آب", "water"},
                 {"fuel", "سهمیهٔ سوخت تراکتور چگونه داده می‌شود؟",
                  "از روی نوع دستگاه.", "گازوئیل کمباین", "machines"},
                 {"well", "پروانهٔ چاه آب را که می‌دهد؟", "شرکت آب.", "", ""}};
  return profile;
}

std::vector<std::string> found(std::string_view subject, std::string_view category = {}) {
  static const Profile profile = with_questions();
  std::vector<std::string> ids;
  for (const FaqEntry* entry : likely_answers(profile, category, subject)) ids.push_back(entry->id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("one word in common says nothing, two do") {
  CHECK(found("").empty());
  CHECK(found("قنات").empty());
  CHECK(found("رفتار کارمند").empty());
  CHECK(found("لایروبی قنات روستا") == Ids{"qanat"});
}

TEST_CASE("spelling does not count, and a beginning is enough") {
  CHECK(found("لايروبي قنات‌های روستا") == Ids{"qanat"});
  CHECK(found("گازوئیل تراکتورم نیامده") == Ids{"fuel"});
}

TEST_CASE("more words in common come first, then those of the chosen category") {
  CHECK(found("تنقیه چاه قنات").front() == "qanat");
  CHECK(found("آب چاه لایروبی شود", "water").front() == "qanat");
}
