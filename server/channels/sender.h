// Takes messages out of the outbox to the gateways: at least once, and once only where the gateway can be asked.
// That a message is being tried, and with whom, is committed before it leaves, each result before the next one leaves; so
// a crash leaves at most one message whose fate is unknown. That one is asked for (Gateway::find) before it is sent again,
// and no other gateway gets it while the first may have it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "server/channels/config.h"
#include "server/channels/gateway.h"
#include "server/service/organisation.h"
#include "server/store/database.h"

namespace hamandish::server {

// Tries come at 15 s, 30 s, 1 min ... 15 min after one another, for a day; then the message is dead.
inline constexpr std::int64_t kFirstWait = 15 * kSecond;
inline constexpr std::int64_t kLongestWait = 15 * kMinute;
inline constexpr std::int64_t kTryFor = kDay;
// A gateway that says nothing for so long after taking a message will say nothing more (domain facts 4.1).
inline constexpr std::int64_t kNewsWithin = 30 * kHour;

// So long no other gateway gets a message that the first one may have; then a second copy is better than none.
inline constexpr std::int64_t kDoubtFor = kHour;

std::int64_t wait_after(std::int64_t attempts);
// Zero time: send now. Nothing that the citizen has just asked for waits.
Instant after_quiet_hours(const QuietHours& quiet, Instant now);

using Gateways = std::vector<std::unique_ptr<Gateway>>;

class Sender {
 public:
  // All must outlive the sender. `gateways` of one channel, in the order of trying.
  Sender(Database& database, OutboxChannel channel, const Gateways& gateways, const ChannelsConfig& config);

  // Sends what is due. From one thread, which may be another than that of ask_deliveries.
  Result<void> send_due(Instant now, const std::function<Instant()>& clock);
  // Asks the gateways what became of messages.
  Result<void> ask_deliveries(Instant now);

 private:
  struct Try;
  Result<bool> is_held(Transaction& transaction, const OutboxRow& row, Instant now);
  Outgoing outgoing_of(Reader& reader, const OutboxRow& row);
  std::vector<Gateway*> open_gateways(Instant now);
  bool in_doubt(const OutboxRow& row, Instant now) const;
  std::vector<Gateway*> gateways_for(const OutboxRow& row, Instant now);
  Result<std::vector<OutboxRow>> due(Instant now);
  Result<bool> begin(const OutboxRow& row, const Gateway& gateway, Outgoing& message, Instant now);
  Result<void> send_one(const OutboxRow& row, Instant now);
  Result<bool> try_gateways(const OutboxRow& row, std::vector<Gateway*> open, Try& made, Instant now);
  Result<void> settle(const OutboxRow& row, const Try& made, Instant now);
  Result<void> ask_deliveries_of(Gateway& gateway, Instant now);

  Database& database_;
  OutboxChannel channel_;
  const Gateways& gateways_;
  const SmsConfig& sms_;
  std::string mail_domain_;  // of our Message-IDs
  // Gateways that asked for a pause (429), or failed a moment ago.
  std::vector<std::pair<const Gateway*, Instant>> resting_;
  // The last message that each was asked about: the next look begins after it. Of the thread of ask_deliveries.
  std::map<const Gateway*, std::int64_t> asked_;
};

}  // namespace hamandish::server
