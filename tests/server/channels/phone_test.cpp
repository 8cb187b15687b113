#include "server/channels/phone.h"

#include <doctest/doctest.h>

#include "server/channels/sms_udh.h"
#include "server/store/attachments_store.h"
#include "tests/server/support/service_fixture.h"

namespace hamandish::server {
namespace {

std::string samples(int count, int loud_from) {
  std::string bytes;
  for (int i = 0; i < count; ++i) {
    const int value = i < loud_from ? 0 : (i % 2 == 0 ? 20000 : -20000);
    bytes += static_cast<char>(value & 0xFF);
    bytes += static_cast<char>((value >> 8) & 0xFF);
  }
  return bytes;
}

TEST_CASE("the picture of a recording shows where it is silent and where it is loud") {
  const Waveform wave = waveform_of(samples(16000, 8000), 8000);
  CHECK(wave.seconds == 2);
  REQUIRE(wave.peaks.size() == kPeaks);
  CHECK(wave.peaks.front() == 'A');
  CHECK(wave.peaks[kPeaks / 2 - 2] == 'A');
  CHECK(wave.peaks.back() == 'Z');
  CHECK(waveform_of("", 8000).peaks.empty());
  CHECK(waveform_of("x", 8000).peaks.empty());
  CHECK(waveform_of(samples(3, 0), 8000).peaks.size() == kPeaks);
  CHECK(waveform_svg("").find("<svg") == 0);
}

TEST_CASE("a recording that finds no room comes again, and is then one case") {
  ServiceFixture fixture;
  PhoneConfig config;
  config.ffmpeg = "";
  Phone phone(config, *fixture.services, *fixture.database);
  Recording recording;
  recording.caller = "09152220001";
  recording.id = "call-1";
  recording.file_name = "msg0000.wav";
  recording.bytes =
      std::string("RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x44\xAC\0\0\x88\x58\x01\0\x02\0\x10\0data\0\0\0\0", 44);
  AttachmentRow large;
  large.id = "large";
  large.file_name = "large.pdf";
  large.mime = "application/pdf";
  large.bytes = 2LL * 1024 * 1024 * 1024;  // as much as may wait in all
  const Result<void> filled = fixture.database->write(
      [&](Transaction& to) { return insert_waiting_attachment(to, large, "x", kTestNow + kDay); });
  REQUIRE(filled.ok());
  CHECK(phone.take_once(recording, kTestNow).error().code == Code::busy);
  CHECK(fixture.count("SELECT COUNT(*) FROM cases") == 0);
  CHECK(fixture.count("SELECT COUNT(*) FROM inbound") == 0);
  REQUIRE(fixture.services->uploads.remove_upload(large.id, kTestNow).ok());
  CHECK(phone.take_once(recording, kTestNow + kMinute).ok());
  CHECK(phone.take_once(recording, kTestNow + 2 * kMinute).ok());
  CHECK(fixture.count("SELECT COUNT(*) FROM cases") == 1);
  CHECK(fixture.count("SELECT COUNT(*) FROM attachments WHERE case_id IS NOT NULL") == 1);
}

TEST_CASE("the text beside a voicemail") {
  const std::optional<VoicemailText> found =
      read_voicemail_text(";\n[message]\r\ncallerid=\"Maryam 2\" <+989152220001>\norigtime=1795242601\nduration=12\n");
  REQUIRE(found);
  CHECK(found->caller == "989152220001");
  CHECK(found->origtime == 1795242601);
  CHECK(found->duration == 12);
  CHECK_FALSE(read_voicemail_text("origtime=1795242601\n"));
  CHECK_FALSE(read_voicemail_text("[message]\norigtime=nonsense\n"));
  CHECK_FALSE(read_voicemail_text("[message]\norigtime=99999999999999999\n"));
  CHECK_FALSE(read_voicemail_text("[message]\norigtime=1\n" + std::string(20000, 'x')));
}

TEST_CASE("the letter of an exchange says who called, wherever it says it") {
  const auto caller = [](std::string_view subject, std::string_view text) {
    return read_voicemail_mail(subject, text).caller;
  };
  const VoicemailMail usual = read_voicemail_mail(
      "[PBX]: New message 12 in mailbox 100",
      "Dear X:\n\n\tJust wanted to let you know you were just left a 1:02:03 long message (number 12)\n"
      "in mailbox 100 from 3315, on Saturday, November 21, 2026 at 02:10:05 AM so you might\n");
  CHECK(usual.caller == "3315");
  CHECK(usual.called == "100");
  CHECK(usual.seconds == 3723);
  CHECK(caller("", "from \"Ali 2\" <+98 915 111 2233>, on").find("989151112233") == 0);
  CHECK(caller("", "mailto <a1@b2.example> from 09151112233, on") == "09151112233");
  CHECK(caller("", "From:\t\"Ali\" 09151112233") == "09151112233");
  CHECK(caller("", "a message of Ali Ahmadi, 0915 111 2233, on Saturday") == "09151112233");
  CHECK(caller("تماس از شمارهٔ ۰۵۶۳۲۲۲۰۰۰۹", "") == "05632220009");
  CHECK(caller("New message 12 in mailbox 100", "from an unknown caller, on Saturday, November 21, 2026").empty());
  CHECK(caller("", "from Maryam, on Saturday, November 21, 2026 at 02:10:05 AM").empty());
  CHECK(read_voicemail_mail("", "Length: 23 seconds").seconds == 23);
  CHECK(read_voicemail_mail("", "Length: 99999999999999999999").seconds <= 86400);
  CHECK(read_voicemail_mail("", "").caller.empty());
}

TEST_CASE("which part of a message it is, from its header or from fields") {
  const auto said = [](std::optional<SmsPart> part) {
    return part ? part->ref + ' ' + std::to_string(part->number) + '/' + std::to_string(part->total) : "";
  };
  const auto bytes = [&](std::string_view text) { return said(part_in_udh(text)); };
  CHECK(bytes(std::string_view("\x05\x00\x03\x2a\x03\x02", 6)) == "42 2/3");
  CHECK(bytes("0500032A0302") == "42 2/3");
  CHECK(bytes("060804012a0302") == "298 2/3");
  // Behind another element: a port.
  CHECK(bytes("0B0504158215820003110201") == "17 1/2");
  for (const char* broken : {"", "05", "0500032A03", "0500032A0300", "0500032A0203", "0500032A0101", "xyz", "05000",
                             "060500032A0302", "0A0003"}) {
    CHECK(bytes(broken).empty());
  }
  CHECK(said(part_in_fields("abc", "۳", "2")) == "field:abc 2/3");
  CHECK(said(part_in_fields("", "3", "2")).empty());
  CHECK(said(part_in_fields("a", "3", "x")).empty());
  CHECK(said(part_in_fields("a", "3", "4")).empty());
  CHECK(said(part_in_fields("\xff", "3", "2")).empty());
}

}  // namespace
}  // namespace hamandish::server
