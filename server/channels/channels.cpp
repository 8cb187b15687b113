#include "server/channels/channels.h"

#include <algorithm>
#include <charconv>

#include "server/base/log.h"
#include "server/base/random.h"
#include "server/channels/gateway.h"
#include "server/channels/http_client.h"
#include "server/channels/mail.h"
#include "server/channels/mime.h"
#include "server/channels/sender.h"
#include "server/channels/sms_udh.h"
#include "server/store/kept_store.h"
#include "shared/identity/phone.h"
#include "shared/text/digits.h"
#include "shared/text/utf8.h"
#include "shared/users/settings_permissions.h"

namespace hamandish::server {
namespace {

constexpr std::int64_t kDeadShown = 50;
constexpr std::size_t kMostSmsBytes = 16UL * 1024;

// A sender that is no telephone number (a bank's name) is kept as it is: it gets no answer.
std::string sender_of(const std::string& typed) {
  if (std::optional<std::string> mobile = parse_mobile(typed)) return *mobile;
  return text::ascii_digits(typed).substr(0, 40);
}

bool is_sane(const std::string& text) {
  return text.size() <= kMostSmsBytes && text::valid_utf8(text) && text.find('\0') == std::string::npos;
}

// What a gateway keeps is read once: nothing of it is thrown away.
std::string made_sane(const std::string& text) {
  if (is_sane(text)) return text;
  std::u32string scalars = text::to_scalars(std::string_view(text).substr(0, kMostSmsBytes));
  std::erase(scalars, U'\0');
  return text::to_utf8(scalars);
}

std::optional<SmsPart> part_of(const PushFields& fields, const PushValue& value) {
  if (!fields.part_ref.empty()) {
    return part_in_fields(value(fields.part_ref), value(fields.part_total), value(fields.part_number));
  }
  return part_in_udh(value(fields.udh));
}

std::int64_t number_in(const std::string& text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() && number > 0 ? number : 0;
}

}  // namespace

struct Channels::Parts {
  ChannelsConfig config;
  Services& services;
  Database& database;
  std::function<Instant()> clock;
  Gateways sms{};
  std::unique_ptr<Sender> sms_sender{};
  Gateways email{};
  std::unique_ptr<Sender> email_sender{};
  std::unique_ptr<MailIn> mail_in{};
  std::unique_ptr<Phone> phone{};

  // Null unless the secret fits; the comparison takes the same time for every gateway.
  Gateway* with_secret(std::string_view name, std::string_view secret) const {
    Gateway* found = nullptr;
    for (const std::unique_ptr<Gateway>& gateway : sms) {
      const std::string& wanted = gateway->config().secret;
      const bool fits = !wanted.empty() && equal_in_constant_time(wanted, secret);
      if (fits && gateway->name() == name) found = gateway.get();
    }
    return found;
  }

  // Name and type of everything that can be paused.
  std::vector<std::pair<std::string, std::string>> lines() const {
    std::vector<std::pair<std::string, std::string>> all;
    for (const GatewayConfig& gateway : config.sms.gateways) all.emplace_back(gateway.name, gateway.type);
    if (config.email.smtp) all.emplace_back("smtp", "smtp");
    for (const MailboxConfig& box : config.email.mailboxes) all.emplace_back(box.name, "imap");
    if (!config.phone.token.empty() || !config.phone.spool.empty()) all.emplace_back("phone", "phone");
    return all;
  }

  Result<void> look_into(Gateway& gateway, Instant now);
  Result<void> ask_balances() const;
};

// Messages are stored one by one; the cursor moves after the last of them.
Result<void> Channels::Parts::look_into(Gateway& gateway, Instant now) {
  ChannelState state;
  Result<void> done = database.read([&](Reader& reader) -> Result<void> {
    Result<ChannelState> found = channel_state(reader, gateway.name());
    if (!found) return found.error();
    state = std::move(found).value();
    return {};
  });
  if (!done || state.paused) return done;
  const Result<InboxLook> look = gateway.inbox(state.cursor, now);
  if (!look) {
    log_warning("inbox", {{"gateway", gateway.name()}, {"problem", look.error().detail}});
    return database.write(
        [&](Transaction& transaction) { return note_failure(transaction, gateway.name(), look.error().detail, now); });
  }
  for (const Inbound& given : look->messages) {
    if (given.sender.empty()) continue;
    Inbound message = given;
    message.text = made_sane(given.text);
    message.kind = config.sms.default_kind;
    message.unit_id = config.sms.unit_id;
    const Result<TakenIn> taken = services.cases.take_in(message, now);
    if (!taken) {
      gateway.not_stored();
      return taken.error();
    }
  }
  return database.write([&](Transaction& transaction) -> Result<void> {
    Result<void> noted = note_success(transaction, gateway.name(), now);
    if (noted && look->cursor != state.cursor) noted = set_cursor(transaction, gateway.name(), look->cursor);
    return noted;
  });
}

Result<void> Channels::Parts::ask_balances() const {
  for (const std::unique_ptr<Gateway>& gateway : sms) {
    const std::optional<std::int64_t> balance = gateway->balance();
    if (!balance) continue;
    Result<void> done =
        database.write([&](Transaction& transaction) { return set_balance(transaction, gateway->name(), *balance); });
    if (!done) return done;
  }
  return {};
}

Channels::Channels(ChannelsConfig config, Services& services, Database& database, std::function<Instant()> clock)
    : parts_(new Parts{std::move(config), services, database, std::move(clock)}) {
  start_curl();
  start_mime();
  for (const GatewayConfig& gateway : parts_->config.sms.gateways) parts_->sms.push_back(make_gateway(gateway));
  parts_->sms_sender = std::make_unique<Sender>(database, OutboxChannel::sms, parts_->sms, parts_->config);
  const EmailConfig& email = parts_->config.email;
  if (email.smtp) {
    parts_->email.push_back(make_smtp(email, [&services] { return services.profile()->name; }));
  }
  parts_->email_sender = std::make_unique<Sender>(database, OutboxChannel::email, parts_->email, parts_->config);
  parts_->phone = std::make_unique<Phone>(parts_->config.phone, services, database);
  parts_->mail_in = std::make_unique<MailIn>(email, services, database, *parts_->phone);
}

Channels::~Channels() = default;

const ChannelsConfig& Channels::config() const {
  return parts_->config;
}

Result<void> Channels::push_message(std::string_view name, std::string_view secret, const PushValue& value,
                                    Instant now) {
  const Gateway* gateway = parts_->with_secret(name, secret);
  if (gateway == nullptr) return make_error(Code::not_found, "error.not_found");
  const PushFields& fields = gateway->config().fields;
  Inbound message;
  message.channel = Intake::sms;
  message.source = gateway->name();
  message.sender = sender_of(value(fields.from));
  message.recipient = value(fields.to).substr(0, 40);
  message.text = value(fields.text);
  message.kind = parts_->config.sms.default_kind;
  message.unit_id = parts_->config.sms.unit_id;
  if (message.sender.empty() || !is_sane(message.text) || !is_sane(message.sender) || !is_sane(message.recipient)) {
    return make_error(Code::invalid, "error.invalid", "push");
  }
  message.part = part_of(fields, value);
  message.source_id = value(fields.id).substr(0, 200);
  // Some name all parts alike.
  if (message.part && !message.source_id.empty()) message.source_id += "#" + std::to_string(message.part->number);
  if (message.source_id.empty()) {
    // The same words from the same number within a minute are one message, pushed again.
    const std::string minute = std::to_string(now.milliseconds / kMinute);
    const std::string part = message.part ? message.part->ref + '#' + std::to_string(message.part->number) : "";
    message.source_id =
        hex(sha256(message.sender + '\n' + message.recipient + '\n' + minute + '\n' + part + '\n' + message.text));
  }
  const Result<TakenIn> taken = parts_->services.cases.take_in(message, now);
  if (!taken) return taken.error();
  log_info("inbound", {{"gateway", gateway->name()}, {"outcome", wire_name(taken->outcome)}});
  parts_->database.write_later(
      [line = gateway->name(), now](Transaction& transaction) { return note_success(transaction, line, now); });
  return {};
}

Result<void> Channels::push_delivery(std::string_view name, std::string_view secret, const PushValue& value,
                                     Instant now) {
  const Gateway* gateway = parts_->with_secret(name, secret);
  if (gateway == nullptr) return make_error(Code::not_found, "error.not_found");
  const PushFields& fields = gateway->config().fields;
  const std::optional<Delivery> delivery = gateway->delivery_of(value(fields.state));
  // A state on the way: heard, and nothing to keep.
  if (!delivery) return {};
  const std::int64_t ref = number_in(value(fields.ref));
  const std::string id = value(fields.id);
  return parts_->database.write([&](Transaction& transaction) -> Result<void> {
    const Result<std::optional<OutboxRow>> row =
        ref != 0 ? outbox_message(transaction, ref) : message_of_gateway(transaction, gateway->name(), id);
    if (!row) return row.error();
    // A report may be faster than the answer to what it reports of.
    const bool own = *row && ((*row)->gateway == gateway->name() || (*row)->trying_with == gateway->name());
    if (!own) return make_error(Code::not_found, "error.not_found");
    return mark_delivery(transaction, (*row)->id, *delivery, now);
  });
}

bool Channels::knows_exchange(std::string_view token) const {
  return parts_->phone->opens(token);
}

Result<std::string> Channels::take_call(std::string_view token, const Recording& recording, Instant now) {
  if (!knows_exchange(token)) return make_error(Code::not_found, "error.not_found");
  return parts_->phone->take(recording, now);
}

Result<ChannelsHealth> Channels::health(Instant now) {
  ChannelsHealth health;
  const Result<void> done = parts_->database.read([&](Reader& reader) -> Result<void> {
    health = {};
    for (const auto& [name, type] : parts_->lines()) {
      Result<ChannelState> state = channel_state(reader, name);
      if (!state) return state.error();
      health.lines.push_back({name, type, std::move(state).value()});
    }
    Result<Backlog> sms = backlog_of(reader, OutboxChannel::sms, now);
    if (!sms) return sms.error();
    health.sms = *sms;
    Result<Backlog> email = backlog_of(reader, OutboxChannel::email, now);
    if (!email) return email.error();
    health.email = *email;
    Result<std::vector<OutboxRow>> dead = dead_messages(reader, kDeadShown);
    if (!dead) return dead.error();
    health.dead = std::move(dead).value();
    return {};
  });
  if (!done) return done.error();
  return health;
}

Result<void> Channels::pause(std::string_view name, bool paused) {
  const std::vector<std::pair<std::string, std::string>> all = parts_->lines();
  const bool known = std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.first == name; });
  if (!known) return make_error(Code::not_found, "error.not_found");
  return parts_->database.write([&](Transaction& transaction) { return set_paused(transaction, name, paused); });
}

Result<void> Channels::send_again(std::int64_t message, Instant now) {
  return parts_->database.write([&](Transaction& transaction) -> Result<void> {
    const Result<bool> revived = revive(transaction, message, now);
    if (!revived) return revived.error();
    return *revived ? Result<void>() : Result<void>(make_error(Code::not_found, "error.not_found"));
  });
}

Result<std::string> Channels::open_kept(const Actor& actor, std::int64_t kept, CaseKind kind, bool receipt,
                                        Instant now) {
  constexpr std::size_t kMostKeptFiles = 10;
  if (!may_take_calls(actor.role)) return make_error(Code::forbidden, "error.forbidden");
  std::optional<KeptMessage> found;
  const Result<void> done = parts_->database.read([&](Reader& reader) -> Result<void> {
    Result<std::optional<KeptMessage>> row = kept_message(reader, kept);
    if (!row) return row.error();
    found = std::move(row).value();
    if (!found) return make_error(Code::not_found, "error.not_found");
    Result<std::string> raw = raw_message(reader, kept);
    if (!raw) return raw.error();
    found->message.raw = std::move(raw).value();
    return {};
  });
  if (!done) return done.error();
  Inbound& message = found->message;
  message.kind = kind;
  if (message.channel == Intake::email && !message.raw.empty()) {
    const Mail mail = read_mail(message.raw);
    message.sender_name = mail.from_name;
    for (const MailFile& file : mail.files) {
      const bool room = message.uploads.size() < kMostKeptFiles;
      const Result<api::AttachmentInfo> stored =
          room ? parts_->services.uploads.store_upload(file.name, file.bytes, now)
               : Result<api::AttachmentInfo>(make_error(Code::invalid, "error.invalid"));
      if (!stored && comes_again(stored.error())) return stored.error();
      if (stored) message.uploads.push_back(stored->id);
      if (!stored) message.refused.push_back(file.name);
    }
  }
  message.raw.clear();
  return parts_->services.cases.open_kept(actor, kept, message, receipt, now);
}

std::vector<Job> Channels::jobs() {
  Parts& parts = *parts_;
  const std::int64_t every = parts.config.every * kSecond;
  std::vector<Job> jobs;
  if (!parts.sms.empty()) {
    jobs.push_back({"sms_out", every, [&parts](Instant now) { return parts.sms_sender->send_due(now, parts.clock); }});
    jobs.push_back({"sms_parts", std::min(every * 6, kMinute), [&parts](Instant now) {
                      return parts.services.cases.give_up_late_parts(parts.config.sms.default_kind,
                                                                     parts.config.sms.unit_id, now);
                    }});
    jobs.push_back({"sms_news", every * 6, [&parts](Instant now) { return parts.sms_sender->ask_deliveries(now); }});
    jobs.push_back({"sms_balance", every * 60, [&parts](Instant /*now*/) { return parts.ask_balances(); }});
  }
  for (const std::unique_ptr<Gateway>& gateway : parts.sms) {
    if (!gateway->config().poll || !gateway->has_inbox()) continue;
    jobs.push_back({"sms_in:" + gateway->name(), every,
                    [&parts, line = gateway.get()](Instant now) { return parts.look_into(*line, now); }});
  }
  if (!parts.email.empty()) {
    jobs.push_back(
        {"email_out", every, [&parts](Instant now) { return parts.email_sender->send_due(now, parts.clock); }});
  }
  for (const MailboxConfig& box : parts.config.email.mailboxes) {
    jobs.push_back(
        {"email_in:" + box.name, every, [&parts, &box](Instant now) { return parts.mail_in->look_into(box, now); }});
  }
  if (!parts.config.phone.spool.empty()) {
    jobs.push_back({"voicemail", every, [&parts](Instant now) { return parts.phone->look_into_spool(now); }});
  }
  if (parts.config.phone.keep_days > 0) {
    jobs.push_back({"recordings", kDay, [&parts](Instant now) -> Result<void> {
                      const Result<int> forgotten =
                          parts.services.calls.forget_recordings(parts.config.phone.keep_days * kDay, now);
                      return forgotten ? Result<void>() : Result<void>(forgotten.error());
                    }});
  }
  return jobs;
}

}  // namespace hamandish::server
