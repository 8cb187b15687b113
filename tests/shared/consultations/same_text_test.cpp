#include "shared/consultations/same_text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace hamandish {
namespace {

const std::string kCampaign =
    "ما کشاورزان خراسان جنوبی با مادهٔ دوم این پیش‌نویس مخالفیم، زیرا هزینهٔ آب را سه برابر می‌کند و کشت پاییزه را از میان می‌برد. "
    "خواهش می‌کنیم این ماده را بردارید یا اجرای آن را یک سال عقب بیندازید.";

}  // namespace

TEST_CASE("spelling does not tell two copies apart") {
  const std::string otherwise =
      "ما كشاورزان خراسان جنوبي با ماده دوم اين پيش نويس مخالفيم زيرا هزينه آب را سه برابر مي كند و كشت پاييزه را از ميان مي برد "
      "خواهش مي كنيم اين ماده را برداريد يا اجراي آن را يك سال عقب بيندازيد";
  CHECK(likeness(print_of(kCampaign), print_of(otherwise)) == 1.0);
}

TEST_CASE("a signed copy is the same campaign, an own text is not") {
  const TextPrint campaign = print_of(kCampaign);
  CHECK(likeness(campaign, print_of(kCampaign + " حسین رضایی")) >= kSameCampaign);
  CHECK(likeness(campaign, print_of("من با مادهٔ دوم موافقم؛ آب باید درست مصرف شود.")) < 0.1);
  CHECK(likeness(campaign, {}) == 0);
  CHECK(likeness({}, {}) == 0);
  CHECK(likeness(print_of("موافقم"), print_of("موافقم.")) == 1.0);
}

TEST_CASE("a long text is compared by a sample of its runs") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "واژه" + std::to_string(i * 7 % 3001) + " ";
  std::string half = text.substr(0, text.find("واژه", text.size() / 2));
  for (int i = 0; i < 1500; ++i) half += "دیگر" + std::to_string(i) + " ";
  const TextPrint whole = print_of(text);
  CHECK(whole.size() == kMostShingles);
  CHECK(likeness(whole, print_of(text + " افزوده")) > 0.95);
  const double third = likeness(whole, print_of(half));  // half of each is common: a third of both together
  CHECK(third > 0.15);
  CHECK(third < 0.55);
}

TEST_CASE("texts of one campaign share the index of the first") {
  const std::vector<TextPrint> prints = {print_of("نظر نخست دربارهٔ همه چیز و هیچ چیز"),
                                         print_of(kCampaign),
                                         print_of("نظر سوم که از همه جداست"),
                                         print_of(kCampaign + " امضا"),
                                         {},
                                         print_of(kCampaign),
                                         {}};
  CHECK(group_alike(prints) == std::vector<std::size_t>{0, 1, 2, 1, 4, 1, 6});
}

}  // namespace hamandish
