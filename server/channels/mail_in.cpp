#include <algorithm>
#include <charconv>

#include "server/base/log.h"
#include "server/base/random.h"
#include "server/channels/imap.h"
#include "server/channels/mail.h"
#include "server/channels/mime.h"
#include "server/channels/phone.h"
#include "server/service/channel_texts.h"
#include "server/store/channels_store.h"
#include "shared/messages/messages.h"

namespace hamandish::server {
namespace {

constexpr std::int64_t kLargest = 25LL * 1024 * 1024;  // beyond it the head alone is fetched
constexpr std::size_t kAtOnce = 500;                   // in one look: then the pause switch is looked at again
constexpr std::size_t kMostFiles = 10;

struct Cursor {
  std::int64_t validity = 0;
  std::int64_t uid = 0;
};

Cursor read_cursor(const std::string& text) {
  Cursor cursor;
  const auto first = std::from_chars(text.data(), text.data() + text.size(), cursor.validity);
  if (first.ec != std::errc() || first.ptr == text.data() + text.size()) return {};
  std::from_chars(first.ptr + 1, text.data() + text.size(), cursor.uid);
  return cursor;
}

std::string write_cursor(const Cursor& cursor) {
  return std::to_string(cursor.validity) + ":" + std::to_string(cursor.uid);
}

bool is_own(const EmailConfig& email, const std::string& address) {
  if (email.smtp && email.smtp->from == address) return true;
  return std::any_of(email.mailboxes.begin(), email.mailboxes.end(),
                     [&](const MailboxConfig& box) { return box.address == address; });
}

// The address with a code in it, if there is one.
std::string recipient_of(const Mail& mail, const MailboxConfig& box) {
  for (const std::string& address : mail.to) {
    if (!code_in_address(address).empty()) return address;
  }
  return box.address;
}

// Two copies of one mail, in two mailboxes, are one message; two mails with one Message-ID are not.
std::string source_id_of(const Mail& mail, const std::string& raw) {
  if (mail.message_id.empty()) return hex(sha256(raw));
  return mail.message_id + "|" + hex(sha256(mail.from + '\n' + mail.subject + '\n' + mail.text)).substr(0, 16);
}

}  // namespace

Result<void> MailIn::take_voicemail(const Mail& mail, std::string raw, Instant now) {
  const MailFile& sound = *sound_of(mail);
  const VoicemailMail said = read_voicemail_mail(mail.subject, mail.text + "\n" + mail.quoted);
  Recording recording;
  recording.caller = mail.voice_caller.empty() ? said.caller : mail.voice_caller;
  recording.called = said.called;
  recording.seconds = mail.voice_seconds > 0 ? mail.voice_seconds : said.seconds;
  recording.at = Instant{mail.sent_at * kSecond};
  // Exchanges number their letters anew: only with its sound is one the same.
  recording.id = "mail:" + source_id_of(mail, raw).substr(0, 200) + ":" + hex(sha256(sound.bytes)).substr(0, 32);
  recording.file_name = sound.name;
  recording.bytes = sound.bytes;
  recording.raw = std::move(raw);
  return phone_.take_once(recording, now);
}

Result<void> MailIn::take(const MailboxConfig& box, std::string raw, bool whole, Instant now) {
  Mail mail = read_mail(raw);
  const bool exchange = !box.voicemail_from.empty() && mail.from == box.voicemail_from;
  if (exchange && whole && sound_of(mail) != nullptr) return take_voicemail(mail, std::move(raw), now);
  Inbound message;
  message.channel = Intake::email;
  message.source = "email";
  message.source_id = source_id_of(mail, raw);
  message.sender = mail.from;
  message.sender_name = mail.from_name;
  message.recipient = recipient_of(mail, box);
  message.subject = mail.subject;
  message.text = whole ? mail.text : say("inbound.too_large");
  message.quoted = mail.quoted;
  message.message_id = mail.message_id;
  message.refs = mail.refs;
  // Without a sender nobody can be answered; our own address would be a loop.
  message.automatic = mail.automatic || mail.from.empty() || exchange || is_own(email_, mail.from);
  message.unit_id = box.unit_id;
  message.kind = box.kind;
  for (std::size_t i = 0; i < mail.files.size() && !message.automatic; ++i) {
    const MailFile& file = mail.files[i];
    const Result<api::AttachmentInfo> stored =
        i < kMostFiles ? services_.uploads.store_upload(file.name, file.bytes, now)
                       : Result<api::AttachmentInfo>(make_error(Code::invalid, "error.invalid"));
    if (stored) {
      message.uploads.push_back(stored->id);
    } else if (comes_again(stored.error())) {
      return stored.error();
    } else {
      message.refused.push_back(file.name);
    }
  }
  message.raw = std::move(raw);
  const Result<TakenIn> taken = services_.cases.take_in(message, now);
  if (!taken) return taken.error();
  log_info("inbound", {{"mailbox", box.name}, {"outcome", wire_name(taken->outcome)}});
  return {};
}

Result<void> MailIn::read_new(const MailboxConfig& box, const std::string& text, Instant now) {
  Result<std::unique_ptr<ImapSession>> opened = ImapSession::open(box);
  if (!opened) return opened.error();
  ImapSession& session = **opened;
  const Result<ImapFolder> folder = session.select(box.folder);
  if (!folder) return folder.error();
  Cursor cursor = read_cursor(text);
  if (cursor.validity != folder->validity) cursor = {folder->validity, 0};
  const Result<std::vector<std::int64_t>> uids = session.uids_above(cursor.uid);
  if (!uids) return uids.error();
  for (std::size_t i = 0; i < uids->size() && i < kAtOnce; ++i) {
    const std::int64_t uid = (*uids)[i];
    const Result<std::int64_t> size = session.size_of(uid);
    if (!size) return size.error();
    const bool whole = *size <= kLargest;
    Result<std::string> raw = whole ? session.message(uid) : session.head(uid);
    if (!raw) return raw.error();
    if (!raw->empty()) {
      Result<void> taken = take(box, std::move(raw).value(), whole, now);
      if (!taken) return taken;
    }
    Result<void> done = session.mark_seen(uid);
    if (!done) return done;
    cursor.uid = uid;
    done = database_.write(
        [&](Transaction& transaction) { return set_cursor(transaction, box.name, write_cursor(cursor)); });
    if (!done) return done;
  }
  return {};
}

Result<void> MailIn::look_into(const MailboxConfig& box, Instant now) {
  ChannelState state;
  Result<void> done = database_.read([&](Reader& reader) -> Result<void> {
    Result<ChannelState> found = channel_state(reader, box.name);
    if (!found) return found.error();
    state = std::move(found).value();
    return {};
  });
  if (!done || state.paused) return done;
  const Result<void> read = read_new(box, state.cursor, now);
  if (!read) log_warning("mailbox", {{"mailbox", box.name}, {"problem", read.error().detail}});
  return database_.write([&](Transaction& transaction) {
    return read ? note_success(transaction, box.name, now)
                : note_failure(transaction, box.name, read.error().detail, now);
  });
}

}  // namespace hamandish::server
