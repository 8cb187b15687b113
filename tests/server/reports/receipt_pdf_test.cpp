#include "server/reports/receipt_pdf.h"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

// Pango 1.50 sorts fonts on threads of its own, which keep a kilobyte of Fontconfig's patterns to the end of the process.
// Not ours to free; everything else stays under the eye of the leak sanitizer, which asks for this function by its name.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig";
}

namespace hamandish::server {
namespace {

api::Receipt sample() {
  api::Receipt receipt;
  receipt.tracking_code = "643490142614";
  receipt.subject = "آب چاه قطع است";
  receipt.unit_name = "مدیریت آب و خاک";
  receipt.registered_at = {1'795'293'658'742};
  receipt.due_on = {20'800};
  receipt.text_sha256 = std::string(64, 'a');
  return receipt;
}

Profile organisation() {
  Profile profile;
  profile.name = "سازمان نمونه";
  return profile;
}

}  // namespace

TEST_CASE("the receipt is a PDF of one page") {
  ReceiptPdf writer({"", "/nonexistent"});
  const Result<std::string> pdf = writer.write(organisation(), sample());
  REQUIRE(pdf.ok());
  CHECK(pdf->starts_with("%PDF-"));
  CHECK(pdf->find("/Count 1") != std::string::npos);
  CHECK(pdf->substr(pdf->size() - 6).find("%%EOF") != std::string::npos);
}

TEST_CASE("hostile subjects make no other document") {
  ReceiptPdf writer({});
  api::Receipt receipt = sample();
  receipt.subject = std::string(200, 'W') + "<b>&amp;</b>\xff\xfe \u202e" + std::string(1, '\0') + "end";
  const Result<std::string> pdf = writer.write(organisation(), receipt);
  REQUIRE(pdf.ok());
  CHECK(pdf->find("/Count 1") != std::string::npos);
}

TEST_CASE("receipts can be asked for at the same time") {
  ReceiptPdf writer({});
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 3; ++j) CHECK(writer.write(organisation(), sample()).ok());
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace hamandish::server
