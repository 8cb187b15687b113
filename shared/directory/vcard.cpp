#include "shared/directory/vcard.h"

#include <string_view>

namespace hamandish {
namespace {

// RFC 2426, 4: a backslash before what would end or divide a value.
std::string escaped(std::string_view value) {
  std::string out;
  for (const char byte : value) {
    if (byte == '\n') {
      out += "\\n";
      continue;
    }
    if (byte == ',' || byte == ';' || byte == '\\') out += '\\';
    if (static_cast<unsigned char>(byte) >= 0x20) out += byte;
  }
  return out;
}

// RFC 2425, 5.8.1: a line of more than 75 bytes goes on after a space; never inside a scalar.
void add_line(std::string& out, std::string_view line) {
  std::size_t room = 75;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80) --cut;
    out.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = 74;  // the space counts
  }
  out.append(line).append("\r\n");
}

}  // namespace

std::string write_vcard(const Profile& profile, const Unit& unit) {
  std::string out;
  const auto add = [&out](std::string_view name, const std::string& value) {
    if (!value.empty()) add_line(out, std::string(name) + ":" + value);
  };
  add("BEGIN", "VCARD");
  add("VERSION", "3.0");
  add("N", escaped(unit.name) + ";;;;");
  add("FN", escaped(unit.name + " – " + profile.short_name));
  add("ORG", escaped(profile.name) + ";" + escaped(unit.name));
  add("TEL;TYPE=WORK,VOICE", unit.phone.empty() ? profile.phone : unit.phone);
  add("EMAIL;TYPE=INTERNET", unit.email.empty() ? profile.email : unit.email);
  if (!profile.address.empty()) add("ADR;TYPE=WORK", ";;" + escaped(profile.address) + ";;;;");
  add("NOTE", escaped(profile.working_hours));
  add("END", "VCARD");
  return out;
}

}  // namespace hamandish
