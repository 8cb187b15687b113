// The recorder of the complaints line: recordings by an HTTP call of an exchange, and the spool of an Asterisk voicemail.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "server/channels/config.h"
#include "server/channels/waveform.h"
#include "server/service/services.h"
#include "server/store/database.h"

namespace hamandish::server {

struct Recording {
  std::string caller;  // as the exchange writes it; may be empty: hidden
  std::string called;
  std::string id;         // of the call; empty: the sound itself is
  std::string file_name;  // «.gsm» says what bytes without a head are
  std::string bytes;
  std::int64_t seconds = 0;
  Instant at;         // zero: now
  bool told = false;  // the exchange says the code to the caller
  std::string raw{};  // as it came, where that is more than the sound
};

// msgNNNN.txt of an Asterisk voicemail. Nothing without [message] and origtime.
struct VoicemailText {
  std::string caller;  // digits of callerid, "Name" <number>
  std::string id;      // msg_id, or empty
  std::int64_t origtime = 0;
  std::int64_t duration = 0;
};
// Larger files are none.
inline constexpr std::size_t kMostVoicemailText = 16UL * 1024;
// Of a number as exchanges write it, at most twenty.
std::string digits_of(std::string_view text);
std::optional<VoicemailText> read_voicemail_text(std::string_view text);

// What the letter of an exchange says of the message that it brings. Whatever is not found is empty.
struct VoicemailMail {
  std::string caller;  // digits
  std::string called;  // of the mailbox
  std::int64_t seconds = 0;
};
VoicemailMail read_voicemail_mail(std::string_view subject, std::string_view text);
struct Mail;
struct MailFile;
// The first file that is a sound; null without one.
const MailFile* sound_of(const Mail& mail);

// A WAV of GSM, A-law or the like, which browsers do not play.
bool needs_transcoding(std::string_view bytes, std::string_view file_name);
// As MP3; empty if ffmpeg is missing, fails or takes longer than a minute.
std::string transcoded(const std::string& ffmpeg, std::string_view bytes, std::string_view file_name);
// By ffmpeg too; empty as above.
Waveform waveform_of_file(const std::string& ffmpeg, std::string_view bytes, std::string_view file_name);

// Not the file's fault: too many of them wait, or the disk is full. Whatever brought it must bring it again.
bool comes_again(const Error& error);

class Phone {
 public:
  // All must outlive it.
  Phone(const PhoneConfig& config, Services& services, Database& database)
      : config_(config), services_(services), database_(database) {}

  bool opens(std::string_view token) const;
  // The tracking code of the new case; of the same call again the same one. Invalid without a sound.
  Result<std::string> take(const Recording& recording, Instant now);
  // The same, once for each id.
  Result<void> take_once(const Recording& recording, Instant now);
  // Every message of every mailbox that was not taken yet; numbers of files change, so they say nothing.
  Result<void> look_into_spool(Instant now);

 private:
  Result<void> take_file(const std::string& text_file, Instant now);

  const PhoneConfig& config_;
  Services& services_;
  Database& database_;
  // What was read, with size and time of its sound: a spool that is kept for years is not read anew every few seconds.
  // Of the thread of look_into_spool.
  std::set<std::string> seen_;
};

}  // namespace hamandish::server
