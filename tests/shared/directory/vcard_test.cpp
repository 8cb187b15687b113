#include "shared/directory/vcard.h"

#include <doctest/doctest.h>

#include "shared/text/utf8.h"

namespace hamandish {

TEST_CASE("a unit as a contact: values escaped, lines folded between letters") {
  Profile profile;
  profile.name = "سازمان جهاد کشاورزی خراسان جنوبی";
  profile.short_name = "جهاد کشاورزی";
  profile.address = "بیرجند، خیابان غفاری; پلاک ۱, طبقهٔ ۲";
  profile.email = "info@example.ir";
  profile.working_hours = "شنبه تا چهارشنبه\n۷ تا ۱۴";
  Unit unit;
  unit.name = "مدیریت آب و خاک و امور فنی و مهندسی";
  unit.phone = "05632400707";
  const std::string card = write_vcard(profile, unit);
  CHECK(card.starts_with("BEGIN:VCARD\r\nVERSION:3.0\r\n"));
  CHECK(card.ends_with("END:VCARD\r\n"));
  CHECK(card.find("TEL;TYPE=WORK,VOICE:05632400707\r\n") != std::string::npos);
  CHECK(card.find("EMAIL;TYPE=INTERNET:info@example.ir\r\n") != std::string::npos);
  std::string unfolded;
  std::size_t at = 0;
  while (at < card.size()) {
    const std::size_t end = card.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    const std::string line = card.substr(at, end - at);
    CHECK(line.size() <= 75);
    CHECK(text::valid_utf8(line));
    const bool goes_on = line.starts_with(' ');
    unfolded += goes_on ? line.substr(1) : (unfolded.empty() ? "" : "\n") + line;
    at = end + 2;
  }
  CHECK(unfolded.find("ADR;TYPE=WORK:;;بیرجند، خیابان غفاری\\; پلاک ۱\\, طبقهٔ ۲;;;;") != std::string::npos);
  CHECK(unfolded.find("NOTE:شنبه تا چهارشنبه\\n۷ تا ۱۴") != std::string::npos);
  CHECK(unfolded.find("ORG:سازمان جهاد کشاورزی خراسان جنوبی;مدیریت آب و خاک و امور فنی و مهندسی") != std::string::npos);
}

}  // namespace hamandish
