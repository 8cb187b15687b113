#include "shared/channels/sms_text.h"

#include <doctest/doctest.h>

namespace hamandish {
namespace {

std::string repeated(std::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

TEST_CASE("parts of a message are counted as gateways count them (domain facts 4.1)") {
  struct Vector {
    std::string text;
    int parts;
  };
  for (const auto& row : {Vector{"", 0},
                          {repeated("س", 70), 1},
                          {repeated("س", 71), 2},
                          {repeated("س", 134), 2},
                          {repeated("س", 135), 3},
                          {repeated("س", 201), 3},
                          {repeated("س", 202), 4},
                          {repeated("a", 160), 1},
                          {repeated("a", 161), 2},
                          {repeated("a", 306), 2},
                          {repeated("a", 307), 3},
                          {repeated("a", 159) + "۱", 3},
                          {repeated("€", 80), 1},
                          {repeated("€", 81), 2},
                          {"درخواست شما با کد رهگیری ۱۲۳۴-۵۶۷۸-۹۰ ثبت شد.\nپیگیری: example.gov.ir/t\nلغو۱۱", 2}}) {
    CAPTURE(row.text);
    CHECK(sms_size(row.text).parts == row.parts);
  }
}

TEST_CASE("what takes two places is never cut: an emoji, a letter of the extension table") {
  CHECK(sms_size("😀").units == 2);
  CHECK(sms_size(repeated("😀", 35)).parts == 1);
  // 33 emoji fill 66 of 67 places; 67 of them need three parts.
  CHECK(sms_size(repeated("😀", 66)).parts == 2);
  CHECK(sms_size(repeated("😀", 67)).parts == 3);
  CHECK(sms_size(repeated("€", 152)).parts == 2);
  CHECK(sms_size(repeated("€", 153)).parts == 3);
  CHECK(sms_size("نیم‌فاصله").units == 9);
  CHECK_FALSE(sms_size("á").gsm);
  CHECK(sms_size("à").gsm);
}

TEST_CASE("a citizen's text is a message, a question, or a word about notices") {
  using Kind = SmsOrder::Kind;
  CHECK(read_sms("11").kind == Kind::stop);
  CHECK(read_sms(" ۱۱\n").kind == Kind::stop);
  CHECK(read_sms("١١").kind == Kind::stop);
  CHECK(read_sms("لغو ۱۱").kind == Kind::stop);
  CHECK(read_sms("لغو۱۱").kind == Kind::stop);
  CHECK(read_sms("۱۲").kind == Kind::resume);
  CHECK(read_sms("۱۳").kind == Kind::message);
  CHECK(read_sms(" \n‌").kind == Kind::nothing);
  CHECK(read_sms("۱۱ روز است آب نداریم").kind == Kind::message);
}

TEST_CASE("a code is found in any digits, after «پیگیری» or alone, and never in a sentence") {
  using Kind = SmsOrder::Kind;
  const std::string code = "100000000006";
  for (const std::string text : {"پیگیری 100000000006", "پیگیری: ۱۰۰۰-۰۰۰۰-۰۰۰۶",
                                 "پي‌گيري ١٠٠٠٠٠٠٠٠٠٠٦", "کد رهگیری ۱۰۰۰۰۰۰۰۰۰۰۶"}) {
    CAPTURE(text);
    const SmsOrder order = read_sms(text);
    CHECK(order.kind == Kind::status);
    if (order.code_fits) CHECK(order.code == code);
  }
  CHECK(read_sms("پیگیری ۱۲۳").kind == Kind::status);
  CHECK_FALSE(read_sms("پیگیری ۱۲۳").code_fits);
  CHECK(read_sms("پیگیری").kind == Kind::message);
  CHECK(read_sms("وضعیت آب روستا بد است").kind == Kind::message);
  CHECK(read_sms("پیگیری کنید ۱۰۰۰۰۰۰۰۰۰۰۶").kind == Kind::message);
}

TEST_CASE("the first word says the kind") {
  CHECK(read_sms("شکایت: آب قطع است").case_kind == CaseKind::complaint);
  CHECK(read_sms("شكايت از اداره").case_kind == CaseKind::complaint);
  CHECK(read_sms("درخواست وام").case_kind == CaseKind::request);
  CHECK(read_sms("پیشنهاد").case_kind == CaseKind::suggestion);
  CHECK(read_sms("گزارش تخلف").case_kind == CaseKind::report);
  CHECK_FALSE(read_sms("آب قطع است").case_kind);
  CHECK_FALSE(read_sms("شکایتی ندارم").case_kind);
  CHECK(read_sms("با سلام. من شکایت دارم از اداره").case_kind == CaseKind::complaint);
  CHECK(read_sms("سلام علیکم، وقت به‌خیر؛ پیشنهاد: نوبت اینترنتی").case_kind ==
        CaseKind::suggestion);
  CHECK_FALSE(read_sms("سلام. من شکایت ندارم، تشکر").case_kind);
  CHECK_FALSE(read_sms("با سلام").case_kind);
  CHECK_FALSE(read_sms("با سلام.").case_kind);
}

}  // namespace
}  // namespace hamandish
