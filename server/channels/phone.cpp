#include "server/channels/phone.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "server/base/log.h"
#include "server/base/random.h"
#include "server/store/calls_store.h"
#include "server/store/cases_store.h"
#include "server/store/channels_store.h"
#include "shared/calendar/jalali_text.h"
#include "shared/identity/phone.h"
#include "shared/messages/messages.h"
#include "shared/text/utf8.h"

namespace hamandish::server {
namespace {

constexpr std::size_t kMostSound = 200UL * 1024 * 1024;  // four hours of an exchange's WAV
constexpr std::size_t kMostFiles = 100'000;
constexpr auto kSettled = std::chrono::seconds(2);  // untouched for so long: written to its end

std::string file_bytes(const std::filesystem::path& path, std::size_t most) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  std::string bytes = all.str();
  return bytes.size() > most ? std::string() : bytes;
}

}  // namespace

bool comes_again(const Error& error) {
  return error.code == Code::busy || error.code == Code::unavailable || error.code == Code::internal;
}

bool Phone::opens(std::string_view token) const {
  return !config_.token.empty() && equal_in_constant_time(config_.token, token);
}

Result<std::string> Phone::take(const Recording& recording, Instant now) {
  if (recording.bytes.empty()) return make_error(Code::invalid, "upload.empty");
  Inbound message;
  message.channel = Intake::phone;
  message.source = "phone";
  message.source_id = recording.id.empty() ? hex(sha256(recording.bytes)) : recording.id;
  const std::string caller = digits_of(recording.caller);
  const Waveform wave = waveform_of_file(config_.ffmpeg, recording.bytes, recording.file_name);
  const std::int64_t seconds = wave.seconds > 0 ? wave.seconds : recording.seconds;
  message.sender = parse_mobile(caller).value_or(caller);
  message.recipient = digits_of(recording.called);
  // A clock of an exchange may stand anywhere.
  const bool sane = recording.at > Instant{} && recording.at < now + 365 * kDay;
  const Instant at = sane ? recording.at : now;
  message.subject = say("inbound.voice_subject", {{"when", date_and_time(at)}});
  message.text = say(caller.empty() ? "inbound.voice_hidden" : "inbound.voice_text",
                     {{"caller", message.sender}, {"seconds", std::to_string(seconds)}});
  message.kind = CaseKind::complaint;
  message.unit_id = config_.unit_id;
  message.told = recording.told;
  const std::string name = say("inbound.voice_file");
  std::string sound;
  // Beyond what a case takes as a file, sound without compression becomes a fifteenth.
  const bool too_large = recording.bytes.size() > static_cast<std::size_t>(kMaxUploadBytes);
  if (too_large || needs_transcoding(recording.bytes, recording.file_name)) {
    sound = transcoded(config_.ffmpeg, recording.bytes, recording.file_name);
  }
  const Result<api::AttachmentInfo> stored =
      services_.uploads.store_upload(name, sound.empty() ? recording.bytes : sound, now);
  if (stored) {
    message.uploads.push_back(stored->id);
    const Result<void> noted = database_.write([&](Transaction& transaction) {
      return insert_recording(transaction, {stored->id, 0, wave.peaks, seconds, {}});
    });
    if (!noted) return noted.error();
  } else if (comes_again(stored.error())) {
    return stored.error();
  } else {
    message.refused.push_back(recording.file_name);
  }
  message.raw = recording.raw.empty() ? recording.bytes : recording.raw;
  const Result<TakenIn> taken = services_.cases.take_in(message, now);
  if (!taken) return taken.error();
  log_info("inbound", {{"gateway", "phone"}, {"outcome", wire_name(taken->outcome)}});
  std::string code = taken->tracking_code;
  const Result<void> done = database_.write([&](Transaction& transaction) -> Result<void> {
    if (code.empty() && taken->case_id != 0) {
      const Result<std::optional<CaseRow>> row = case_by_id(transaction, taken->case_id);
      if (!row) return row.error();
      if (*row) code = (*row)->tracking_code;
    }
    return note_success(transaction, "phone", now);
  });
  if (!done) return done.error();
  return code;
}

Result<void> Phone::take_once(const Recording& recording, Instant now) {
  bool known = false;
  Result<void> read = database_.read([&](Reader& reader) -> Result<void> {
    const Result<std::optional<InboundRow>> before = inbound_by_source(reader, "phone", recording.id);
    if (!before) return before.error();
    known = before->has_value();
    return {};
  });
  if (!read || known) return read;
  const Result<std::string> taken = take(recording, now);
  return taken ? Result<void>() : Result<void>(taken.error());
}

Result<void> Phone::take_file(const std::string& text_file, Instant now) {
  const std::filesystem::path path(text_file);
  const std::optional<VoicemailText> found = read_voicemail_text(file_bytes(path, kMostVoicemailText));
  if (!found) return {};
  Recording recording;
  recording.caller = found->caller;
  recording.seconds = found->duration;
  recording.at = Instant{found->origtime * kSecond};
  // The best that browsers play first.
  std::string look;
  for (const char* suffix : {".wav", ".WAV", ".gsm"}) {
    std::filesystem::path sound = path;
    sound.replace_extension(suffix);
    std::error_code problem;
    const std::uintmax_t size = std::filesystem::file_size(sound, problem);
    if (problem || size == 0) continue;
    const auto written = std::filesystem::last_write_time(sound, problem);
    // A time that lies ahead is another machine's clock.
    const auto age = std::filesystem::file_time_type::clock::now() - written;
    if (problem || (age >= age.zero() && age < kSettled)) return {};
    look = sound.string() + ':' + std::to_string(size) + ':' + std::to_string(written.time_since_epoch().count()) +
           ':' + std::to_string(found->origtime);
    if (seen_.count(look) != 0) return {};
    recording.bytes = file_bytes(sound, kMostSound);
    recording.file_name = sound.filename().string();
    break;
  }
  // The text may come before the sound.
  if (recording.bytes.empty()) return {};
  // Asterisk renumbers its files: what the message is, not what it is called, makes it one.
  const std::string mark = std::to_string(found->origtime) + ":" + hex(sha256(recording.bytes)).substr(0, 32);
  recording.id = "voicemail:" + (found->id.empty() ? mark : found->id + ":" + mark);
  Result<void> done = take_once(recording, now);
  if (!done) return done;
  seen_.insert(std::move(look));
  return {};
}

Result<void> Phone::look_into_spool(Instant now) {
  if (config_.spool.empty()) return {};
  std::error_code problem;
  std::vector<std::string> files;
  // <context>/<mailbox>/INBOX/msgNNNN.txt
  for (auto entry = std::filesystem::recursive_directory_iterator(config_.spool, problem);
       !problem && entry != std::filesystem::recursive_directory_iterator(); entry.increment(problem)) {
    const std::filesystem::path& path = entry->path();
    const std::string name = path.filename().string();
    if (name.starts_with("msg") && path.extension() == ".txt" && files.size() < kMostFiles)
      files.push_back(path.string());
  }
  // Files that are gone are forgotten with the rest; the database knows what was taken.
  if (seen_.size() > kMostFiles) seen_.clear();
  if (problem) {
    return database_.write(
        [&](Transaction& transaction) { return note_failure(transaction, "phone", "the spool cannot be read", now); });
  }
  std::sort(files.begin(), files.end());
  for (const std::string& file : files) {
    Result<void> done = take_file(file, now);
    if (!done) return done;
  }
  return {};
}

}  // namespace hamandish::server
