// Messages that go out: written in the transaction of what they tell of, so that neither is without the other, and sent
// later by the job «outbox» (server/channels/sender.h). Tests and developers read them here.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "shared/base/time.h"

namespace hamandish::server {

enum class OutboxChannel { sms, email };
inline constexpr std::array kOutboxChannels = {OutboxChannel::sms, OutboxChannel::email};
std::string_view wire_name(OutboxChannel channel);

// What a gateway says of a message that it took. unknown: it never said more.
enum class Delivery { accepted, delivered, undelivered, blocked, unknown };
std::string_view wire_name(Delivery delivery);
std::optional<Delivery> delivery_from(std::string_view wire_name);

struct OutboxMessage {
  OutboxChannel channel = OutboxChannel::sms;
  std::string address;       // mobile with ASCII digits, or e-mail
  std::string text;          // as the receiver reads it, Persian
  std::string cause;         // «receipt», «code_recovery», «escalation» ...: for lists and reports
  std::string once;          // not empty: a second message with the same is not written, e.g. «warn:<case id>»
  std::int64_t case_id = 0;  // 0: none
  Instant not_before;        // zero: at once
};

struct OutboxRow {
  std::int64_t id = 0;
  OutboxMessage message;
  Instant created_at;
  std::string state;  // waiting, sent, failed (no more tries), stopped (the receiver wants none)
  std::int64_t attempts = 0;
  // Since migration 0080
  std::string gateway{};
  std::string gateway_id{};
  std::optional<Delivery> delivery{};
  Instant delivery_at{};
  std::int64_t parts = 0;
  std::string problem{};      // of the last try; a machine's words, never an address
  Instant trying_at{};        // zero: no try is open
  std::string trying_with{};  // the gateway of that try
  Instant first_try_at{};     // zero: never tried
  std::string message_id{};
  Instant settled_at{};
};

// False if a message with the same `once` is there already.
Result<bool> queue_message(Transaction& transaction, const OutboxMessage& message, Instant now);
// Those of this cause that have not gone out are taken back.
Result<void> drop_waiting(Transaction& transaction, std::int64_t case_id, std::string_view cause);

// Waiting messages whose time has come, the oldest first.
Result<std::vector<OutboxRow>> due_messages(Reader& reader, Instant now, std::int64_t limit);
Result<std::vector<OutboxRow>> due_messages(Reader& reader, OutboxChannel channel, Instant now, std::int64_t limit);
// Of one case, oldest first, in any state.
Result<std::vector<OutboxRow>> messages_of_case(Reader& reader, std::int64_t case_id);
Result<std::optional<OutboxRow>> outbox_message(Reader& reader, std::int64_t id);
// The newest first.
Result<std::vector<OutboxRow>> dead_messages(Reader& reader, std::int64_t limit);
// Taken by this gateway since `since` and not heard of again, in the order of their ids above `after`.
struct OnTheWay {
  std::string_view gateway;
  Instant since;
  std::int64_t after = 0;
  std::int64_t limit = 0;
};
Result<std::vector<OutboxRow>> messages_on_the_way(Reader& reader, const OnTheWay& which);
// The message that a gateway calls so.
Result<std::optional<OutboxRow>> message_of_gateway(Reader& reader, std::string_view gateway, std::string_view id);

struct Backlog {
  std::int64_t waiting = 0;
  std::int64_t dead = 0;
  Instant oldest;  // of those whose time has come; zero: none waits
};
Result<Backlog> backlog_of(Reader& reader, OutboxChannel channel, Instant now);

Result<void> mark_sent(Transaction& transaction, std::int64_t id, Instant now);
// Tried in vain: again at `again`, or never more if that is zero.
Result<void> mark_failed(Transaction& transaction, std::int64_t id, Instant now, Instant again);

// A try begins: it stands in the database before the gateway hears of it. The first `message_id` is kept, and since when
// the same gateway is being tried.
struct Trying {
  std::string_view gateway;
  std::string_view message_id;
};
Result<void> mark_trying(Transaction& transaction, std::int64_t id, const Trying& how, Instant now);
struct Taken {
  std::string gateway;
  std::string gateway_id;
  std::int64_t parts = 0;
};
Result<void> mark_taken(Transaction& transaction, std::int64_t id, const Taken& taken, Instant now);
// As mark_failed, with the reason. in_doubt: the gateway may have it all the same.
struct Failure {
  std::string_view problem;
  Instant again;  // zero: never more
  bool in_doubt = false;
};
Result<void> mark_tried(Transaction& transaction, std::int64_t id, const Failure& failure, Instant now);
// Not tried at all: waits until `again`.
Result<void> put_off(Transaction& transaction, std::int64_t id, Instant again);
// The receiver wants no such messages.
Result<void> mark_stopped(Transaction& transaction, std::int64_t id, Instant now);
Result<void> mark_delivery(Transaction& transaction, std::int64_t id, Delivery delivery, Instant now);
// A dead message waits again, as if it were new. False if it is not dead.
Result<bool> revive(Transaction& transaction, std::int64_t id, Instant now);

}  // namespace hamandish::server
