#include "server/channels/phone.h"

#include <doctest/doctest.h>

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

}  // namespace
}  // namespace hamandish::server
