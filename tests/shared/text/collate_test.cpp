#include "shared/text/collate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "tests/support/random_text.h"

using namespace hamandish::text;

namespace {

// Ascending, each strictly before the next.
void check_ascending(const std::vector<std::string>& texts) {
  for (std::size_t i = 1; i < texts.size(); ++i) {
    CAPTURE(texts[i - 1]);
    CAPTURE(texts[i]);
    CHECK(sort_key(texts[i - 1]) < sort_key(texts[i]));
  }
}

}  // namespace

TEST_CASE("the alphabet of domain facts 2.6") {
  check_ascending({"آ", "ا", "ء", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ذ", "ر", "ز", "ژ", "س",
                   "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف", "ق", "ک", "گ", "ل", "م", "ن", "و", "ه", "ی"});
}

TEST_CASE("the surnames of domain facts 2.6") {
  check_ascending({"آذری",  "آقایی", "ابراهیمی", "احمدی", "اکبری",  "بهرامی", "پارسا", "پناهی", "تاجیک",
                   "تقوی",  "ثابتی", "جعفری",    "چگینی", "حسینی",  "خسروی",  "دانش",  "ذاکری", "رضایی",
                   "زارع",  "ژیان",  "سلیمانی",  "شریفی", "صادقی",  "ضیایی",  "طاهری", "ظهوری", "عباسی",
                   "غلامی", "فتحی",  "قاسمی",    "کریمی", "گودرزی", "لطفی",   "مرادی", "نوری",  "ولی‌زاده",
                   "هاشمی", "یوسفی"});
}

TEST_CASE("hamza and its carriers stand together right after alef") {
  check_ascending({"ا", "ایی", "أ", "أب", "ؤت", "ئث", "إج", "ءح", "ب"});
  check_ascending({"رؤیا", "رضا"});
  check_ascending({"سؤال", "سوال"});
}

TEST_CASE("what has one place in the alphabet has one key") {
  struct Pair {
    std::string one, other;
  };
  const Pair pairs[] = {
      {"علي", "علی"},
      {"كاظم", "کاظم"},
      {"موسى", "موسی"},
      {"حكمة", "حکمه"},
      {"خانۀ", "خانه"},
      {"خانه\u0654", "خانه"},
      {"ولی‌زاده", "ولیزاده"},
      {"ســلام", "سلام"},
      {"سیّد", "سید"},
      {"۱۲", "12"},
      {"١٢", "12"},
      {"Ali", "ali"},
      {"École", "ecole"},
      {" الف ", "الف"},
      {"e\u0323", "e"},
      {"قُرآنِ", "قرآن"},
  };
  for (const Pair& pair : pairs) {
    CAPTURE(pair.one);
    CHECK(sort_key(pair.one) == sort_key(pair.other));
  }
}

TEST_CASE("what is kept apart") {
  CHECK(sort_key("آب") != sort_key("اب"));
  CHECK(sort_key("رؤیا") != sort_key("رویا"));
  CHECK(sort_key("مسئول") != sort_key("مسیول"));
}

TEST_CASE("groups: space, punctuation, digits, Persian, Latin, the rest") {
  check_ascending({"", "ولی زاده", "ولی-زاده", "ولی1زاده", "ولیزاده", "ولیz"});
  check_ascending({"-", "😀", "1", "9", "آ", "ی", "A", "z", "д", "中"});
  check_ascending({"ب", "بب"});
}

TEST_CASE("keys hold no zero byte, whatever is sorted") {
  hamandish::RandomText random(1380);
  for (int round = 0; round < 2000; ++round) {
    const std::string typed = random.text(12) + std::string(1, '\0');
    if (sort_key(typed).find('\0') != std::string::npos) FAIL_CHECK(typed);
  }
}

TEST_CASE("a list is sorted by the alphabet, equal names in the order they came") {
  struct Person {
    std::string name;
    int number = 0;
  };
  std::vector<Person> people = {{"یزدانی", 1}, {"پاکدل", 2}, {"گلی", 3}, {"بهاری", 4},
                                {"کاظمی", 5},  {"كاظمی", 6}, {"آذر", 7}};
  hamandish::text::sort_alphabetically(people, [](const Person& one) { return one.name; });
  std::string order;
  for (const Person& one : people) order += std::to_string(one.number);
  CHECK(order == "7425631");
}
