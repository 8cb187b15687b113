// All channels of one organisation: what the server knows of them (health, pauses, messages that did not go), what
// gateways push to it, and what it does by itself.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/channels/config.h"
#include "server/channels/phone.h"
#include "server/jobs/scheduler.h"
#include "server/service/services.h"
#include "server/store/channels_store.h"
#include "server/store/outbox_store.h"

namespace hamandish::server {

// A value by its name, as a gateway's push carries it.
using PushValue = std::function<std::string(std::string_view name)>;

struct ChannelsHealth {
  struct Line {
    std::string name;
    std::string type;
    ChannelState state;
  };
  std::vector<Line> lines;
  Backlog sms;
  Backlog email;
  std::vector<OutboxRow> dead;  // newest first
};

class Channels {
 public:
  // Both must outlive it. `clock` is asked between two messages of one batch.
  Channels(ChannelsConfig config, Services& services, Database& database, std::function<Instant()> clock);
  ~Channels();
  Channels(const Channels&) = delete;
  Channels& operator=(const Channels&) = delete;

  const ChannelsConfig& config() const;

  // A message that a gateway pushes. Not found for a gateway without pushes and for a wrong secret alike; invalid for one
  // without sender. When this returns well, the message is on the disk.
  Result<void> push_message(std::string_view gateway, std::string_view secret, const PushValue& value, Instant now);
  // What became of a message of ours.
  Result<void> push_delivery(std::string_view gateway, std::string_view secret, const PushValue& value, Instant now);

  // An exchange hands over a recording; gives the tracking code. Not found for a wrong token.
  Result<std::string> take_call(std::string_view token, const Recording& recording, Instant now);
  // Whether the token of the exchange fits.
  bool knows_exchange(std::string_view token) const;

  Result<ChannelsHealth> health(Instant now);
  // Not found for a name that there is no line of.
  Result<void> pause(std::string_view name, bool paused);
  Result<void> send_again(std::int64_t message, Instant now);

  // A case of a message that was kept without one, with the files of its letter: the id of the case. `receipt`: the sender
  // gets the code.
  Result<std::string> open_kept(const Actor& actor, std::int64_t kept, CaseKind kind, bool receipt, Instant now);

  // What each line does by itself. Every one needs a scheduler and a thread of its own: a silent mailbox may hold
  // nothing back but itself.
  std::vector<Job> jobs();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace hamandish::server
