// What strangers hand over to the channels: letters, the text files of voicemails, pushes of SMS gateways. The first byte
// says which of them the rest is. Whatever the bytes are, what comes out is text that can be stored.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/channels/mime.h"
#include "server/channels/phone.h"
#include "server/channels/sms_udh.h"
#include "server/channels/waveform.h"
#include "shared/base/check.h"
#include "shared/channels/sms_text.h"
#include "shared/identity/phone.h"
#include "shared/json/json.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

using namespace hamandish;
using namespace hamandish::server;

namespace {

bool is_text(const std::string& text) {
  return text::valid_utf8(text) && text.find('\0') == std::string::npos;
}

// The letter of an exchange: a number or nothing.
void read_call(std::string_view subject, std::string_view text) {
  const VoicemailMail found = read_voicemail_mail(subject, text);
  HAMANDISH_CHECK(found.seconds >= 0 && found.seconds <= 86400);
  for (const std::string* number : {&found.caller, &found.called}) {
    HAMANDISH_CHECK(number->size() <= 16 && number->find_first_not_of("0123456789") == std::string::npos);
  }
}

void read_part(std::string_view bytes) {
  const std::optional<SmsPart> part = part_in_udh(bytes);
  if (part) HAMANDISH_CHECK(part->total >= 2 && part->number >= 1 && part->number <= part->total && !part->ref.empty());
  const std::string_view half = bytes.substr(0, bytes.size() / 2);
  const std::optional<SmsPart> said = part_in_fields(half, bytes.substr(half.size()), bytes.substr(half.size()));
  if (said) HAMANDISH_CHECK(said->number <= said->total && is_text(said->ref));
}

void read_letter(std::string_view bytes) {
  const Mail mail = read_mail(bytes);
  for (const std::string* part :
       {&mail.from, &mail.from_name, &mail.subject, &mail.text, &mail.quoted, &mail.message_id}) {
    HAMANDISH_CHECK(is_text(*part));
  }
  for (const std::string& id : mail.refs) HAMANDISH_CHECK(is_text(id));
  for (const MailFile& file : mail.files) HAMANDISH_CHECK(is_text(file.name) && !file.bytes.empty());
  HAMANDISH_CHECK(mail.voice_seconds >= 0 && mail.voice_caller.find_first_not_of("0123456789") == std::string::npos);
  read_call(mail.subject, mail.text);
  const MailFile* sound = sound_of(mail);
  HAMANDISH_CHECK(sound == nullptr || !sound->bytes.empty());
  const PlainText plain = html_to_text(text::to_utf8(text::to_scalars(bytes)));
  HAMANDISH_CHECK(is_text(plain.text) || bytes.find('\0') != std::string_view::npos);
}

void read_voicemail(std::string_view bytes) {
  if (text::valid_utf8(bytes)) read_call({}, bytes);
  const std::optional<VoicemailText> found = read_voicemail_text(bytes);
  if (!found) return;
  HAMANDISH_CHECK(found->origtime > 0 && found->duration >= 0 && text::valid_utf8(found->id));
  HAMANDISH_CHECK(found->caller.size() <= 20 && found->caller.find_first_not_of("0123456789") == std::string::npos);
}

void read_push(std::string_view bytes) {
  read_part(bytes);
  const Result<Json> json = parse_json(bytes);
  const Json* words = json ? json->find("text") : nullptr;
  const std::string text = words != nullptr && words->text() != nullptr ? *words->text() : std::string(bytes);
  if (!text::valid_utf8(text)) return;
  const SmsOrder order = read_sms(text);
  HAMANDISH_CHECK(order.code.find_first_not_of("0123456789") == std::string::npos || !order.code_fits);
  const SmsSize size = sms_size(text);
  HAMANDISH_CHECK((size.parts == 0) == text.empty());
  if (const std::optional<std::string> mobile = parse_mobile(text)) HAMANDISH_CHECK(parse_mobile(*mobile) == mobile);
}

void see_sound(std::string_view bytes) {
  const Waveform wave = waveform_of(bytes, 8000);
  HAMANDISH_CHECK(wave.peaks.empty() || wave.peaks.size() == kPeaks);
  HAMANDISH_CHECK(!waveform_svg(wave.peaks).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const bool started = [] {
    start_mime();
    return true;
  }();
  if (!started || size == 0) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0:
      read_letter(rest);
      break;
    case 1:
      read_voicemail(rest);
      break;
    case 2:
      read_push(rest);
      break;
    default:
      see_sound(rest);
  }
  return 0;
}
